import type { UseFormReturnType } from '@mantine/form';
import { createElement, useRef, useState, type RefObject } from 'react';
import { flushSync } from 'react-dom';
import type { Failure } from '../../shared/contract/result.ts';
import type { DraftKeeper } from './draft-keeper.ts';
import { FailureWords } from './FailureWords.tsx';
import { goToWrongField } from './go-to-wrong-field.ts';
import { useLeave } from './use-leave.ts';
import type { RunOutcome } from './use-operation.ts';
import { useRewordedErrors } from './use-reworded-errors.ts';

/** A form that fills a page, from the press on its button until it is left. */
export interface PageForm {
  element: RefObject<HTMLFormElement | null>;
  saving: boolean;
  /** The form stands still until its safety copy is there: what was typed now would belong to no save. */
  stored: boolean;
  /** What went wrong; `null` while nothing did. */
  problem: Failure | null;
  /**
   * Stores what the form holds and leads to `path` once that is saved. What is wrong with a field is said beside it, with the
   * cursor in it, and anything else at the buttons; everything typed stays.
   */
  save(store: () => Promise<RunOutcome>, path: string): Promise<void>;
  /** Gives the half-filled form up, and leads to `path` or to where it was opened from. */
  giveUp(path?: string): Promise<void>;
}

/** @param form the fields, where one form holds them all */
export function usePageForm<Values extends object>(keeper: DraftKeeper, form?: UseFormReturnType<Values>): PageForm {
  const go = useLeave();
  const element = useRef<HTMLFormElement>(null);
  const [saving, setSaving] = useState(false);
  const [stored, setStored] = useState(false);
  const [problem, setProblem] = useState<Failure | null>(null);
  useRewordedErrors(form);

  async function save(store: () => Promise<RunOutcome>, path: string): Promise<void> {
    if (saving) return;
    // Drawn at once, for the cursor to go there.
    if (form !== undefined && flushSync(() => form.validate()).hasErrors) return void goToWrongField(element.current);
    // Not every button sends the form: a field whose text cannot be read says so itself.
    if (element.current?.reportValidity() === false) return;
    setSaving(true);
    setProblem(null);
    const result = await store();
    if (!result.ok) {
      setSaving(false);
      const field = result.error.parameters?.['field'];
      if (form !== undefined && typeof field === 'string' && field in form.getValues()) {
        flushSync(() => form.setFieldError(field, createElement(FailureWords, { failure: result.error })));
        if (goToWrongField(element.current)) return;
      }
      setProblem(result.error);
      return;
    }
    setStored(true);
    await keeper.close();
    await result.value.saved;
    go(path);
  }

  async function giveUp(path?: string): Promise<void> {
    await keeper.close();
    if (path === undefined) globalThis.history.back();
    else go(path);
  }

  return { element, saving, stored, problem, save, giveUp };
}
