import { useState } from 'react';
import type { DraftRow } from '../data/database.ts';
import { useDraftOthers } from './draft-others.tsx';
import type { DraftKeeper } from './draft-keeper.ts';
import { useDraftKeeper } from './drafts.tsx';

/** What a dialog knows of what was typed in it before it was opened again. */
export interface KeptText {
  /** In words, who else typed in it; `''` where nobody else did. */
  others: string;
  /** Something was: closing it asks first. */
  typed: boolean;
}

interface DialogDraft {
  keeper: DraftKeeper;
  kept: KeptText;
  /** Saved or given up: what was typed goes, and then the dialog. */
  close(): void;
}

/**
 * Keeps what is typed into a dialog as the draft of a page's form is kept: dialogs belong to one person's screens, and another
 * unlocks the desk.
 * @param path address at which the dialog stands open again
 */
export function useDialogDraft(draft: DraftRow, path: string, onClose: () => void): DialogDraft {
  const keeper = useDraftKeeper(draft, path);
  const othersOf = useDraftOthers();
  // As it was opened: whoever types on now need not be told again.
  const [kept] = useState(() => ({
    others: othersOf(draft),
    typed: Object.keys({ ...draft.values, ...draft.unread }).length > 0,
  }));
  return {
    keeper,
    kept,
    close: () => {
      void keeper.close();
      // At once: a second Enter would send again what is done already.
      onClose();
    },
  };
}
