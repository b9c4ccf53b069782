import { useForm, type FormRulesRecord, type UseFormReturnType } from '@mantine/form';
import { createElement, useRef, useState, type RefObject } from 'react';
import { flushSync } from 'react-dom';
import { v7 as newId } from 'uuid';
import type { Failure } from '../../shared/contract/result.ts';
import type { DraftRow } from '../data/database.ts';
import type { Meanwhile } from './changed-meanwhile.ts';
import { useDraftKeeper } from './drafts.tsx';
import { FailureWords } from './FailureWords.tsx';
import { goToWrongField } from './go-to-wrong-field.ts';
import type { RunOutcome } from './use-operation.ts';
import { useRewordedErrors } from './use-reworded-errors.ts';

interface RecordFormOptions<Values> {
  draft: DraftRow;
  /** What is stored, with what was typed before a lock or a crash over it. */
  start: Values;
  /** The record as it is stored, `null` for a new one: a draft remembers what it said in the fields that were changed. */
  own: object | null;
  /** Lists whose draft `start` has merged into what they are by now. */
  merged?: readonly string[];
  rules: FormRulesRecord<Values>;
  save(values: Values, operationId: string): Promise<RunOutcome>;
  /** Saved or given up: the form is made anew from what is stored. */
  done(): void;
}

export interface RecordForm<Values extends Record<string, unknown>> {
  element: RefObject<HTMLFormElement | null>;
  form: UseFormReturnType<Values>;
  /** What went wrong; `null` while nothing did. */
  problem: Failure | null;
  saving: boolean;
  changed: boolean;
  meanwhile: Omit<Meanwhile, 'table'>;
  submit(): Promise<void>;
  discard(): Promise<void>;
}

/** A form of one record: what is typed is kept as a draft until it is saved or given up; saving twice changes nothing. */
export function useRecordForm<Values extends Record<string, unknown>>(options: RecordFormOptions<Values>): RecordForm<Values> {
  const { draft, start, rules, save, done } = options;
  const [own] = useState(options.own);
  // That a stored record is changed is known also where only what cannot be read was typed.
  const keeper = useDraftKeeper(own === null ? draft : { ...draft, begun: draft.begun ?? {} });
  const element = useRef<HTMLFormElement>(null);
  const operationId = useRef(newId());
  const [problem, setProblem] = useState<Failure | null>(null);
  const [saving, setSaving] = useState(false);
  const [changed, setChanged] = useState(Object.keys({ ...draft.values, ...draft.unread }).length > 0);
  const form = useForm<Values>({
    initialValues: start,
    validate: rules,
    onValuesChange: (values) => {
      setChanged(true);
      keeper.keep(values, form.getInitialValues(), own);
    },
  });
  useRewordedErrors(form);

  async function submit(): Promise<void> {
    if (saving) return;
    // Drawn at once, for the cursor to go there.
    const { hasErrors } = await flushSync(() => form.validate());
    if (hasErrors) return void goToWrongField(element.current);
    setSaving(true);
    setProblem(null);
    const result = await save(form.getValues(), operationId.current);
    setSaving(false);
    if (!result.ok) {
      const field = result.error.parameters?.['field'];
      if (typeof field === 'string') {
        flushSync(() => form.setFieldError(field, createElement(FailureWords, { failure: result.error })));
        if (goToWrongField(element.current)) return;
      }
      return setProblem(result.error);
    }
    await discard();
  }

  async function discard(): Promise<void> {
    await keeper.drop();
    done();
  }

  return { element, form, problem, saving, changed, meanwhile: { draft, own, merged: options.merged ?? [] }, submit, discard };
}
