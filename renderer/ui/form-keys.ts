import type { KeyboardEvent } from 'react';

/**
 * Keys of a long form: Ctrl+Enter saves from anywhere, Esc puts it aside. A plain Enter in a field never saves: it is too
 * easily pressed to take a suggestion that has just gone.
 */
export function formKeys(save: () => void, putAside?: () => void): (event: KeyboardEvent) => void {
  return (event) => {
    if (event.defaultPrevented) return;
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
