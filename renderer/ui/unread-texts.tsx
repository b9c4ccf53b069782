import { createContext, use, useState, type ReactNode } from 'react';

/** What was typed into the fields of a half-filled form and cannot be read as a value: the form's values do not hold it. */
export interface UnreadTexts {
  /** The text that waits in this field; `''` for none. */
  of(field: string): string;
  /** @param text `''` once the field can be read */
  note(field: string, text: string): void;
  all(): Record<string, string>;
  /** Calls back after every change until the answer is called. */
  listen(changed: () => void): () => void;
}

function createUnreadTexts(begun: Record<string, string>): UnreadTexts {
  const texts = new Map(Object.entries(begun));
  const listeners = new Set<() => void>();
  return {
    of: (field) => texts.get(field) ?? '',
    note: (field, text) => {
      if ((texts.get(field) ?? '') === text) return;
      if (text === '') texts.delete(field);
      else texts.set(field, text);
      for (const listener of listeners) listener();
    },
    all: () => Object.fromEntries(texts),
    listen: (changed) => {
      listeners.add(changed);
      return () => listeners.delete(changed);
    },
  };
}

/** Outside a form with a draft nothing is kept. */
const NOWHERE: UnreadTexts = { of: () => '', note: () => undefined, all: () => ({}), listen: () => () => undefined };
const UnreadTextsContext = createContext(NOWHERE);

interface UnreadTextsProviderProps {
  begun: Record<string, string> | undefined;
  children: ReactNode;
}

/** Keeps the unread texts of one form beside its values; the form inside it has a draft. */
export function UnreadTextsProvider({ begun = {}, children }: UnreadTextsProviderProps) {
  const [texts] = useState(() => createUnreadTexts(begun));
  return <UnreadTextsContext value={texts}>{children}</UnreadTextsContext>;
}

/** The unread texts of the form around. */
export function useUnreadTexts(): UnreadTexts {
  return use(UnreadTextsContext);
}
