import { checkAnswer, type CheckRequest } from './check-messages.ts';

/**
 * Has a worker read a database through, beside everything else.
 * Answers with what the store said of damage; `''` when it is whole. Rejects where no worker could look.
 */
export function checkAside(request: CheckRequest): Promise<string> {
  const worker = new Worker(new URL('./check-worker.ts', import.meta.url), { type: 'module' });
  return new Promise<string>((resolve, reject) => {
    const fail = () => reject(new Error('the worker cannot read'));
    worker.addEventListener('error', fail);
    worker.addEventListener('messageerror', fail);
    worker.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
      const answer = checkAnswer.safeParse(data);
      if (answer.success) resolve(answer.data.problem ?? '');
      else fail();
    });
    // A worker has no origin to name.
    // oxlint-disable-next-line unicorn/require-post-message-target-origin
    worker.postMessage(request);
  }).finally(() => worker.terminate());
}
