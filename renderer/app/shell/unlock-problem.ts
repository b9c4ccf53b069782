import { useTranslation } from 'react-i18next';
import type { UnlockOutcome } from '../../../shared/contract/host-calls.ts';
import type { Failure } from '../../../shared/contract/result.ts';
import { useFailureText } from '../../ui/use-failure-text.ts';

/** What is wrong with a PIN or a code, worded only where it is shown: the language may be switched while it stands there. */
export type UnlockProblem =
  | { key: 'choosePerson' | 'enterCode' | 'pinRule' | 'wrongPin' | 'wrongCode' | 'noPin' }
  | { key: 'waitPin' | 'waitCode'; seconds: number }
  | { failure: Failure };

/** Too many wrong tries: how long the host has everybody wait. */
export function waitFor(key: 'waitPin' | 'waitCode', { waitMs }: UnlockOutcome): UnlockProblem {
  return { key, seconds: Math.ceil(waitMs / 1000) };
}

/** Words for what is wrong; none where nothing is. */
export function useUnlockProblemText(): (problem: UnlockProblem | null | undefined) => string | undefined {
  const { t } = useTranslation('shell');
  const failureText = useFailureText();
  return (problem) => {
    if (problem === null || problem === undefined) return undefined;
    return 'failure' in problem ? failureText(problem.failure) : t(problem.key, 'seconds' in problem ? { seconds: problem.seconds } : {});
  };
}
