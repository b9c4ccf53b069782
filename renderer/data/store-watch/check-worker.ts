import '../without-eval.ts';
import { failureDetail } from '../store-failure.ts';
import { checkRequest, type CheckAnswer } from './check-messages.ts';
import { checkStoreNamed } from './check-store.ts';

/** Between two pages, so that the desk's own reads and writes are not kept waiting by thousands of others. */
const REST_MS = 20;

function rest(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, REST_MS));
}

async function check(message: unknown): Promise<CheckAnswer> {
  const { database, operations } = checkRequest.parse(message);
  try {
    await checkStoreNamed(database, { operations, afterPage: rest });
    return { problem: null };
  } catch (error) {
    return { problem: failureDetail(error) };
  }
}

globalThis.addEventListener('message', (event: MessageEvent<unknown>) => {
  void check(event.data).then((answer) => {
    // A worker's page has no origin to name.
    // oxlint-disable-next-line unicorn/require-post-message-target-origin
    globalThis.postMessage(answer);
  });
});
