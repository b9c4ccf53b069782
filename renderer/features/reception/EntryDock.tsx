import { Button, Group, SimpleGrid, Text } from '@mantine/core';
import { Activity, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { receptionInput } from '../../../shared/domain/reception.ts';
import type { DraftRow } from '../../data/database.ts';
import { useEntries } from '../../ui/entries.tsx';
import { formatShortTime } from '../../ui/format.ts';
import { useDesk } from '../../ui/session.tsx';
import { UnreadTextsProvider } from '../../ui/unread-texts.tsx';
import { ReceptionForm } from './ReceptionForm.tsx';

/** Two forms fit side by side; more wait as buttons in the order they came. */
const SIDE_BY_SIDE = 2;

/** Which of the open entries are in front: the newest, which are what is happening now, unless one that waited was asked for. */
function useFront(): { front: readonly DraftRow[]; waiting: readonly DraftRow[]; met: readonly DraftRow[]; bring: (id: string) => void } {
  const { drafts, showing, restore } = useEntries();
  const [asked, setAsked] = useState('');
  const [metIds, setMetIds] = useState<readonly string[]>([]);
  const chosen = drafts.filter(({ id }) => id === asked);
  const others = drafts.filter(({ id }) => id !== asked).slice(chosen.length - SIDE_BY_SIDE);
  const front = showing ? drafts.filter((draft) => chosen.includes(draft) || others.includes(draft)) : [];
  if (front.some(({ id }) => !metIds.includes(id))) setMetIds([...new Set([...metIds, ...front.map(({ id }) => id)])]);
  return {
    front,
    waiting: drafts.filter((draft) => !front.includes(draft)),
    met: drafts.filter(({ id }) => metIds.includes(id)),
    bring: (id) => {
      setAsked(id);
      restore();
    },
  };
}

/** The open calls and visits, in front of any page: a second one opens beside the first at once (2:3.1.5). */
export function EntryDock() {
  const { t } = useTranslation(['reception', 'shell']);
  const { drafts } = useEntries();
  const { front, waiting, met, bring } = useFront();
  if (drafts.length === 0) return null;
  return (
    <>
      {waiting.length > 0 && (
        <Group gap="xs">
          <Text size="sm" c="orange.9" fw={600}>
            {t('shell:openEntries')}
          </Text>
          {waiting.map((draft) => (
            <Button key={draft.id} maw={280} size="compact-sm" variant="light" color="orange" onClick={() => bring(draft.id)}>
              <Text span inherit truncate>
                <DraftTitle draft={draft} /> {whoseCall(draft)}
              </Text>
            </Button>
          ))}
        </Group>
      )}
      {/* What waits sleeps, so that it comes back as it was; what was not in front yet is not drawn before it is. */}
      <SimpleGrid cols={Math.max(1, front.length)} spacing="sm" display={front.length === 0 ? 'none' : undefined}>
        {met.map((draft) => (
          <Activity key={draft.id} mode={front.includes(draft) ? 'visible' : 'hidden'}>
            <UnreadTextsProvider begun={draft.unread}>
              <ReceptionForm draft={draft} beside={front.length > 1} others={drafts.filter((one) => one.id !== draft.id)} />
            </UnreadTextsProvider>
          </Activity>
        ))}
      </SimpleGrid>
    </>
  );
}

/** What tells it from another of the same minute: flat and name, or else what it is about. */
function whoseCall({ values }: DraftRow): string {
  const [unit, customer, content] = ['unit', 'customer', 'content']
    .map((field) => values[field])
    .map((text) => (typeof text === 'string' ? text.trim() : ''));
  const who = [unit, customer].filter(Boolean).join(' ');
  return who === '' ? (content ?? '') : who;
}

export function DraftTitle({ draft }: { draft: DraftRow }) {
  const { t } = useTranslation('reception');
  const { settings, session } = useDesk();
  const channel = receptionInput.shape.channel.safeParse(draft.values['channel']);
  const time = formatShortTime(draft.openedAt, session.clock.now(), settings.desk.zone);
  return <>{t('entryOf', { channel: t(`channel.${channel.data ?? 'call'}`), time })}</>;
}
