import type { HostFailureCode } from '../../shared/contract/failure-codes.ts';
import { FailureError } from '../../shared/contract/result.ts';

/** Ends the call with a failure that the screen can word. Only codes of the contract's list compile. */
export function refuse(code: HostFailureCode, parameters?: Record<string, string | number>): never {
  throw new FailureError(code, parameters);
}
