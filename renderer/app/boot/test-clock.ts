import type { OpenBook } from './open-book.ts';

declare const __TEST_BUILD__: boolean;

/**
 * Lets an end-to-end test move the one clock of page and host, as the hours of a day pass. In the product the call is
 * compiled away, and its host would refuse it.
 */
export function followTestClock(book: OpenBook): void {
  if (!__TEST_BUILD__) return;
  // Says that it listens: a test must not speak before.
  document.documentElement.dataset['clock'] = '';
  globalThis.addEventListener('qiantai-test-clock', (event) => {
    if (!(event instanceof CustomEvent) || typeof event.detail !== 'string') return;
    void book.host.setClock({ at: event.detail }).then((answer) => {
      if (answer.ok) book.clock.setOffset(answer.value.clockOffsetMs);
      document.documentElement.dataset['clock'] = String(event.detail);
    });
  });
}
