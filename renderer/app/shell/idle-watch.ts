/** What somebody at the desk does. */
const INPUT = ['keydown', 'mousemove', 'mousedown', 'touchmove', 'wheel'] as const;

/**
 * Calls `onIdle` after so long without input, in milliseconds (DOMAIN §1). A PC that sleeps stops its timers but not its clock: after
 * it the first key or move of whoever wakes it counts as none, and goes nowhere. A clock that is set back gives no more time.
 * @returns ends the watch
 */
export function watchIdle(page: Document, afterMs: number, onIdle: () => void): () => void {
  let last = { wall: Date.now(), steady: performance.now() };
  let timer = setTimeout(look, afterMs);

  function passed(): number {
    return Math.max(Date.now() - last.wall, performance.now() - last.steady);
  }

  function look(): void {
    const left = afterMs - passed();
    if (left <= 0) onIdle();
    else timer = setTimeout(look, left);
  }

  function noteInput(event: Event): void {
    if (passed() < afterMs) {
      last = { wall: Date.now(), steady: performance.now() };
      return;
    }
    // Of keys only: what is scrolled with a wheel or a finger must not wait for an answer.
    if (event.type === 'keydown') event.preventDefault();
    event.stopImmediatePropagation();
    onIdle();
  }

  for (const name of INPUT) page.addEventListener(name, noteInput, { capture: true });
  return () => {
    clearTimeout(timer);
    for (const name of INPUT) page.removeEventListener(name, noteInput, { capture: true });
  };
}
