/**
 * Every call to the host answers with this envelope: errors keep only their message across a process border, so a
 * failure travels as data. The screen words the code in zh or en; `parameters` fill the sentence.
 */
export type Result<Value> = { ok: true; value: Value } | { ok: false; error: Failure };

export interface Failure {
  code: string;
  parameters?: Record<string, string | number>;
}

export function success<Value>(value: Value): Result<Value> {
  return { ok: true, value };
}

export function failure(code: string, parameters?: Record<string, string | number>): { ok: false; error: Failure } {
  return { ok: false, error: parameters === undefined ? { code } : { code, parameters } };
}

/** A failure on its way through code that cannot return an envelope; borders turn it back into one. */
export class FailureError extends Error {
  readonly failure: Failure;

  constructor(code: string, parameters?: Record<string, string | number>) {
    super(code);
    this.name = 'FailureError';
    this.failure = parameters === undefined ? { code } : { code, parameters };
  }
}

/** The value of a host's answer, or its failure thrown. */
export function valueOf<Value>(result: Result<Value>): Value {
  if (!result.ok) throw new FailureError(result.error.code, result.error.parameters);
  return result.value;
}
