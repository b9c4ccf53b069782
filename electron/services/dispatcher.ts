import type { z } from 'zod';
import type { HostCallName } from '../../shared/contract/host-calls.ts';
import { failure, FailureError, success, type Result } from '../../shared/contract/result.ts';
import { errorCode, isFull, isNotWritable } from './durable-file.ts';
import type { HostLog } from './host-log.ts';

/** One call of the contract with the service behind it. */
export interface Route {
  run(input: unknown): Promise<Result<unknown>>;
}

/** Binds a call's schema to its service; the compiler holds the service to the contract's result. */
export function route<Input, Value>(
  call: { input: z.ZodType<Input>; result: Value | undefined },
  serve: (input: Input) => Promise<Value> | Value,
): Route {
  return {
    run: async (raw) => {
      const parsed = call.input.safeParse(raw);
      if (!parsed.success) return failure('badPayload', { at: parsed.error.issues[0]?.path.join('.') ?? '' });
      return success(await serve(parsed.data));
    },
  };
}

/** Answers every call of either host with the envelope; never throws. */
export type Dispatch = (name: string, input: unknown) => Promise<Result<unknown>>;

export function createDispatch(routes: Record<HostCallName, Route>, log: HostLog): Dispatch {
  const table = new Map<string, Route>(Object.entries(routes));
  return async (name, input) => {
    const found = table.get(name);
    if (found === undefined) return failure('unknownCall');
    try {
      return await found.run(input);
    } catch (error) {
      return toFailure(name, error, log);
    }
  };
}

function toFailure(name: string, error: unknown, log: HostLog): Result<never> {
  if (error instanceof FailureError) return { ok: false, error: error.failure };
  const code = errorCode(error);
  log.note('callFailed', `${name} ${code} ${placeOf(error)}`);
  if (isFull(error)) return failure('diskFull');
  if (isNotWritable(error)) return failure('notWritable');
  return failure('hostError', { call: name, detail: code });
}

/** Kind and place of an error without its message, which may quote what somebody typed. */
function placeOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const frames = error.stack?.replace(error.message, '').split('\n') ?? [];
  return `${error.name} ${withoutFolders(frames.find((line) => line.trimStart().startsWith('at '))?.trim() ?? '')}`;
}

/** A frame with the file's name alone: folders tell who uses this PC. A function without a name has its place without brackets. */
function withoutFolders(frame: string): string {
  return frame.endsWith(')') ? frame.replace(/\(.*[\\/]/, '(') : frame.replace(/^(at (?:async )?).*[\\/]/, '$1');
}
