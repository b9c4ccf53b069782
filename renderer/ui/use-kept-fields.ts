import { useRef, useState } from 'react';
import { v7 as newId } from 'uuid';
import type { z } from 'zod';
import { useKeptPlace } from './KeptDialog.tsx';
import { restoreFields } from './restore-fields.ts';
import { useUnreadTexts } from './unread-texts.tsx';
import { useDialogDraft, type KeptText } from './use-dialog-draft.ts';

interface KeptFields<Values> {
  values: Values;
  /** A field that goes by what it holds (files that are still coming in) hands over how it changes. */
  set(change: Partial<Values> | ((values: Values) => Partial<Values>)): void;
  /**
   * Of the operation, and of a record that it makes. Kept with what was typed: saved, and offered again after a crash, it must not
   * be done twice.
   */
  operationId: string;
  /** What was typed goes, before a page that is loaded anew by what the dialog did. */
  drop(): Promise<void>;
  /** For the dialog's `FormModal`. */
  modal: { kept: KeptText; onClose: () => void; onLater: () => void };
}

/**
 * The fields of a dialog inside `KeptDialog`, kept while they are typed. What was not touched begins again as `begun` says then.
 * A PIN is never one of them.
 */
export function useKeptFields<Schema extends z.ZodObject>(
  schema: Schema,
  begun: z.output<Schema>,
  onClose: () => void,
): KeptFields<z.output<Schema>> {
  const { draft, path } = useKeptPlace();
  const unread = useUnreadTexts();
  const { keeper, kept, close } = useDialogDraft(draft, path, onClose);
  // Read as what was kept is: with its fields in the same order, or one would not be known as the other.
  const [first] = useState(() => restoreFields(schema, begun, {}));
  const [values, setValues] = useState(() => restoreFields(schema, begun, draft.values));
  // Two fields that change in one go (one fills in the other) are kept both.
  const latest = useRef(values);
  const [operationId] = useState(() => (typeof draft.values['id'] === 'string' ? draft.values['id'] : newId()));
  const isAsBegun = (held: z.output<Schema>) => JSON.stringify(held) === JSON.stringify(first);
  return {
    values,
    set: (change) => {
      latest.current = { ...latest.current, ...(typeof change === 'function' ? change(latest.current) : change) };
      setValues(latest.current);
      keeper.keep({ ...latest.current, id: operationId }, first);
      if (isAsBegun(latest.current) && Object.keys(unread.all()).length === 0) void keeper.drop();
    },
    operationId,
    drop: () => keeper.close(),
    // What is chosen with the mouse is no typing that the dialog hears of.
    modal: { kept: { ...kept, typed: kept.typed || !isAsBegun(values) }, onClose: close, onLater: onClose },
  };
}
