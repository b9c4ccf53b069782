import { Button, Group, SimpleGrid, Text } from '@mantine/core';
import { Activity } from 'react';
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

/** The open calls and visits, in front of any page: a second one opens beside the first at once (2:3.1.5). */
export function EntryDock() {
  const { t } = useTranslation(['reception', 'shell']);
  const { drafts, showing, restore } = useEntries();
  if (drafts.length === 0) return null;
  // The newest are in front: they are what is happening now.
  const front = showing ? drafts.slice(-SIDE_BY_SIDE) : [];
  const waiting = showing ? drafts.slice(0, -SIDE_BY_SIDE) : drafts;
  return (
    <>
      {waiting.length > 0 && (
        <Group gap="xs">
          <Text size="sm" c="orange.9" fw={600}>
            {t('shell:openEntries')}
          </Text>
          {waiting.map((draft) => (
            <Button key={draft.id} size="compact-sm" variant="light" color="orange" onClick={restore}>
              <DraftTitle draft={draft} />
            </Button>
          ))}
        </Group>
      )}
      {/* What waits sleeps, so that it comes back as it was. */}
      <SimpleGrid cols={Math.max(1, front.length)} spacing="sm" display={front.length === 0 ? 'none' : undefined}>
        {drafts.map((draft) => (
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

export function DraftTitle({ draft }: { draft: DraftRow }) {
  const { t } = useTranslation('reception');
  const { settings, session } = useDesk();
  const channel = receptionInput.shape.channel.safeParse(draft.values['channel']);
  const time = formatShortTime(draft.openedAt, session.clock.now(), settings.desk.zone);
  return <>{t('entryOf', { channel: t(`channel.${channel.data ?? 'call'}`), time })}</>;
}
