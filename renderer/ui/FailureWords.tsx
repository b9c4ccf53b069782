import type { Failure } from '../../shared/contract/result.ts';
import { useFailureText } from './use-failure-text.ts';

/**
 * What went wrong, worded where it is shown: the language may be switched while it stands there. As a node it can be the
 * error of a form's field, too.
 */
export function FailureWords({ failure }: { failure: Failure }) {
  return useFailureText()(failure);
}
