import { notifications } from '@mantine/notifications';
import { createElement, useCallback } from 'react';
import type { z } from 'zod';
import type { Failure } from '../../shared/contract/result.ts';
import { perform, type Operation, type Performed, type PerformOptions } from '../data/perform.ts';
import { FailureWords } from './FailureWords.tsx';
import { useFailureText } from './use-failure-text.ts';
import { showSavedNote } from './saved-note.tsx';
import { useDesk } from './session.tsx';

export type RunOutcome = { ok: true; value: Performed } | { ok: false; error: Failure; text: string };

interface RunOptions extends PerformOptions {
  /** The form shows the failure beside the field itself. */
  quiet?: boolean;
}

/**
 * Runs operations from a screen: says *saved* only once the journal has the line, and says what went wrong in the
 * person's language. What was typed stays where it is.
 */
export function useOperation() {
  const { session } = useDesk();
  const failureText = useFailureText();

  return useCallback(
    async <Input extends z.ZodType, Prepared>(
      operation: Operation<Input, Prepared>,
      input: z.input<Input>,
      options: RunOptions = {},
    ): Promise<RunOutcome> => {
      const result = await perform(session, operation, input, options);
      if (!result.ok) {
        const text = failureText(result.error);
        if (options.quiet !== true)
          notifications.show({ message: createElement(FailureWords, { failure: result.error }), color: 'red', autoClose: false });
        return { ok: false, error: result.error, text };
      }
      void result.value.saved.then(() => showSavedNote());
      return result;
    },
    [session, failureText],
  );
}
