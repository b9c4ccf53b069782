import type { KeyboardEvent } from 'react';

/** Whether a key is still the input method's: Enter takes what it proposes and Escape gives it up, and neither is the form's. */
export function isComposing(event: KeyboardEvent): boolean {
  return event.nativeEvent.isComposing;
}

/**
 * Keys of a long form: Ctrl+Enter saves from anywhere, Esc puts it aside. A plain Enter in a field never saves: it is too
 * easily pressed to take a suggestion that has just gone.
 */
export function formKeys(save: () => void, putAside?: () => void): (event: KeyboardEvent) => void {
  return (event) => {
    if (event.defaultPrevented || isComposing(event)) return;
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      // A field whose text cannot be read says so itself; saving without it would lose what was typed.
      if (event.currentTarget instanceof HTMLFormElement && !event.currentTarget.reportValidity()) return;
      save();
    } else if (event.key === 'Enter' && event.target instanceof HTMLInputElement) {
      event.preventDefault();
    } else if (event.key === 'Escape') {
      putAside?.();
    }
  };
}
