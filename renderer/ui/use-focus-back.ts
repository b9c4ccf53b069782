import { useEffect, useState } from 'react';

/** Where the cursor is now; of a menu, which is about to go, the button that opened it. */
function cursorNow(): HTMLElement | null {
  const active = document.activeElement;
  const menu = active?.closest('[role=menu]');
  const stays = menu?.id === undefined ? active : document.querySelector(`[aria-controls="${CSS.escape(menu.id)}"]`);
  return stays instanceof HTMLElement ? stays : null;
}

/**
 * Puts the cursor back where it was before this dialog, once the dialog is gone: the kit does so only for one that stays
 * mounted. What was pressed may be gone too: then the page has it, so that Tab goes on there.
 * Whoever has the cursor by then keeps it.
 */
export function useFocusBack(): void {
  const [before] = useState(cursorNow);
  useEffect(
    () => () => {
      if (document.activeElement !== document.body) return;
      if (before?.isConnected === true) before.focus();
      else document.querySelector('main')?.focus({ preventScroll: true });
    },
    [before],
  );
}
