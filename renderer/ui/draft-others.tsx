import { Alert } from '@mantine/core';
import { createContext, useContext, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { DraftRow } from '../data/database.ts';
import { ConfirmModal } from './ConfirmModal.tsx';
import { formatShortTime } from './format.ts';
import { useDesk } from './session.tsx';

type Typed = Pick<DraftRow, 'by' | 'openedAt'>;

/** The names of who else typed into the half-filled form; `''` where nobody else did. */
export function useDraftOtherNames(): (draft: Pick<Typed, 'by'>) => string {
  const { t } = useTranslation('common');
  const { person, nameOf } = useDesk();
  return ({ by = [] }) =>
    by
      .filter((id) => id !== person.id)
      .map(nameOf)
      .join(t('listSeparator'));
}

/** In words, who else typed into the half-filled form and since when; `''` where nobody else did. */
export function useDraftOthers(): (draft: Typed) => string {
  const { t } = useTranslation('common');
  const { session, settings } = useDesk();
  const namesOf = useDraftOtherNames();
  return (draft) => {
    const names = namesOf(draft);
    const at = formatShortTime(draft.openedAt, session.clock.now(), settings.desk.zone);
    return names === '' ? '' : t('draftOf.text', { names, at });
  };
}

const OthersContext = createContext('');

/** Says above a half-filled form that others typed in it, and has it given up only after a question. */
export function DraftOthers({ draft, children }: { draft: Typed; children: ReactNode }) {
  const othersOf = useDraftOthers();
  // As it was opened: whoever types on now need not be told again.
  const [others] = useState(() => othersOf(draft));
  return (
    <OthersContext value={others}>
      {others !== '' && (
        <Alert color="orange" py={6} mb="xs" role="status">
          {others}
        </Alert>
      )}
      {children}
    </OthersContext>
  );
}

/** Gives a half-filled form up: at once where it is one's own, else after a question, which the returned element asks. */
export function useGiveUp(giveUp: () => void): { ask: () => void; question: ReactNode } {
  const { t } = useTranslation('common');
  const others = useContext(OthersContext);
  const [asking, setAsking] = useState(false);
  return {
    ask: others === '' ? giveUp : () => setAsking(true),
    question: (
      <ConfirmModal
        opened={asking}
        text={t('draftOf.ask', { others })}
        confirm={t('draftOf.giveUp')}
        refuse={t('draftOf.keep')}
        onConfirm={giveUp}
        onClose={() => setAsking(false)}
      />
    ),
  };
}
