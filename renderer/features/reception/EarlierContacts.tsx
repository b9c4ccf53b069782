import { Alert, Anchor, Badge, Button, Group, Stack, Text, type StackProps } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useDebouncedValue } from '@mantine/hooks';
import { useLiveQuery } from 'dexie-react-hooks';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Reception } from '../../../shared/domain/reception.ts';
import { repeatedReports } from '../../../shared/domain/repeated-reports.ts';
import { earlierContacts } from '../../data/queries/earlier-contacts.ts';
import { useEntries } from '../../ui/entries.tsx';
import { formatShortTime } from '../../ui/format.ts';
import { notAbout } from '../../ui/not-about.ts';
import { useDesk } from '../../ui/session.tsx';
import { useCallerName } from '../../ui/use-caller-name.ts';
import type { ReceptionValues } from './reception-values.ts';

interface EarlierContactsProps {
  form: UseFormReturnType<ReceptionValues>;
  entryId: string;
  width: StackProps['w'];
}

/** What the same unit or number has said before, beside the form: the caller should not have to tell it twice. */
export const EarlierContacts = memo(
  Earlier,
  notAbout<ReceptionValues>('content', 'answer', 'note', 'reason', 'customer', 'customerReading'),
);

function Earlier({ form, entryId, width }: EarlierContactsProps) {
  const { t } = useTranslation('reception');
  const { session, settings } = useDesk();
  const callerName = useCallerName();
  const { minimise } = useEntries();
  const { unit, callingNumber, numberLeft, category } = form.values;
  const [caller] = useDebouncedValue(JSON.stringify([unit, callingNumber, numberLeft]), 150);
  const found = useLiveQuery(
    () => earlierContacts(session.database, { unit, phones: [callingNumber, numberLeft], exceptId: entryId }),
    [session.database, caller, entryId],
  );
  const contacts = found ?? [];
  const now = session.clock.now();
  const repeated = repeatedReports(contacts, { category, now, withinDays: settings.rules.repeatedDays });
  const titleOf = (entry: Reception) => `${formatShortTime(entry.occurredAt, now, settings.desk.zone)} ${callerName(entry)}`;
  return (
    <Stack gap={6} w={width} component="aside" aria-label={t('earlier')}>
      <Text fw={600} size="sm">
        {t('earlier')}
      </Text>
      {repeated[0] !== undefined && (
        <Alert color="orange" py={6}>
          {t('repeated', { count: settings.rules.repeatedDays, times: repeated.length, number: repeated[0].number })}
        </Alert>
      )}
      {contacts.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('earlierNone')}
        </Text>
      )}
      {contacts.slice(0, 5).map((entry) => (
        <Stack key={entry.id} gap={0} bd="1px solid gray.3" p={6} style={{ borderRadius: 4 }}>
          <Group gap={6} justify="space-between" wrap="nowrap">
            <Anchor size="xs" href={`#/reception/${entry.id}`} onClick={minimise}>
              {titleOf(entry)}
            </Anchor>
            {entry.state === 'open' && (
              <Badge size="xs" color="orange" variant="light">
                {t('stateName.open')}
              </Badge>
            )}
          </Group>
          <Text size="sm" lineClamp={2}>
            {entry.category === '' ? '' : `${t(`category.${entry.category}`)} · `}
            {entry.content}
          </Text>
          <Button
            size="compact-xs"
            variant="subtle"
            w="fit-content"
            aria-label={`${t('follow')} ${entry.number}`}
            onClick={() => form.setValues({ followsId: entry.id, followsNumber: entry.number })}
          >
            {t('follow')}
          </Button>
        </Stack>
      ))}
    </Stack>
  );
}
