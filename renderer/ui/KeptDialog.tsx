import { Modal } from '@mantine/core';
import { createContext, use, useEffect, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { localDateOf } from '../../shared/domain/due-time.ts';
import type { TableName } from '../../shared/domain/record-tables.ts';
import type { DraftRow } from '../data/database.ts';
import { DraftOthers } from './draft-others.tsx';
import { DraftGate } from './drafts.tsx';
import {
  dialogAddress,
  isKeptDialog,
  keptDialog,
  mayFill,
  REGISTERS,
  type DialogPlace,
  type FormKind,
  type KeptDialogName,
  type Register,
} from './kept-dialogs.ts';
import { LeftForm } from './LeftForms.tsx';
import { useDesk } from './session.tsx';

/** The draft of a dialog and the address that opens it again. */
interface KeptPlace {
  draft: DraftRow;
  path: string;
}

const KeptPlaceContext = createContext<KeptPlace | null>(null);

/** Where the dialog around keeps what is typed into it. */
export function useKeptPlace(): KeptPlace {
  const place = use(KeptPlaceContext);
  if (place === null) throw new Error('A dialog whose text is kept stands inside KeptDialog.');
  return place;
}

/** Who began to fill in the dialog around: what the desk enters for itself stays theirs when somebody else goes on with it. */
export function useWhoBegan(): string {
  const { person } = useDesk();
  return useKeptPlace().draft.by?.[0] ?? person.id;
}

/** The day on which somebody began to fill in the dialog around, `YYYY-MM-DD`: what was done then was not done when it is saved. */
export function useDayBegun(): string {
  const { settings } = useDesk();
  return localDateOf(useKeptPlace().draft.openedAt, settings.desk.zone);
}

interface KeptDialogProps<R extends Register> {
  place: DialogPlace & { register: R };
  /** Which of the page's dialogs the record has open now. */
  possible: Record<KeptDialogName<R>, boolean>;
  onClose: () => void;
  children: ReactNode;
}

/**
 * Reads what was left half-typed in the dialog of this name before it is drawn, for whoever may do what it does. Where the step
 * has been done meanwhile, or cannot be done any more, what was typed is to be read, and given up. Dialogs that keep nothing are
 * drawn as they are.
 */
export function KeptDialog<R extends Register>({ place, possible, onClose, children }: KeptDialogProps<R>) {
  const { register, dialog } = place;
  const { person } = useDesk();
  const kind = keptDialog(register, dialog);
  if (kind === undefined || !isKeptDialog(register, dialog)) return children;
  if (!mayFill(person.roles, kind)) return null;
  const path = dialogAddress(place);
  return (
    <KeptStep
      key={path}
      path={path}
      form={dialog}
      name={kind.name}
      table={REGISTERS[register]}
      possible={possible[dialog]}
      onClose={onClose}
    >
      {children}
    </KeptStep>
  );
}

interface StepProps {
  /** What the step is called. */
  name: FormKind['name'];
  /** Whose words its fields have. */
  table: TableName;
  /** Whether it can be taken now. */
  possible: boolean;
  onClose: () => void;
  children: ReactNode;
}

interface KeptStepProps extends StepProps {
  /** Address at which its dialog stands open; the draft goes by it. */
  path: string;
  /** Its name among the drafts. */
  form: string;
}

/** The same for a dialog that is about no record of a register; whether this person may take the step has been asked. */
export function KeptStep({ path, form, ...step }: KeptStepProps) {
  return (
    <DraftGate dialog id={path} form={form}>
      {(draft) => (
        <KeptPlaceContext value={{ draft, path }}>
          <IfPossible draft={draft} {...step} />
        </KeptPlaceContext>
      )}
    </DraftGate>
  );
}

function IfPossible({ draft, name, table, possible, onClose, children }: StepProps & { draft: DraftRow }) {
  const { t } = useTranslation(['today', 'common']);
  // As it was opened: its own step, once done, is not possible any more before it has closed.
  const [stands] = useState(possible);
  const typed = Object.keys({ ...draft.values, ...draft.unread }).length > 0;
  const nothing = !stands && !typed;
  useEffect(() => {
    if (nothing) onClose();
  }, [nothing, onClose]);
  if (stands) return children;
  return (
    typed && (
      <Modal opened onClose={onClose} title={t(name)}>
        {/* There is no field for the cursor, and on the button that closes the dialog the next Enter would press it. */}
        <div data-autofocus tabIndex={-1} style={{ outline: 'none' }}>
          <DraftOthers draft={draft}>
            <LeftForm draft={draft} table={table} text={t('common:notPossible')} onGivenUp={onClose} />
          </DraftOthers>
        </div>
      </Modal>
    )
  );
}
