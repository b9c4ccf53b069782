import { Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useLiveQuery } from 'dexie-react-hooks';
import { useTranslation } from 'react-i18next';
import { isOverdue } from '../../../shared/domain/due-time.ts';
import type { DeskPromise } from '../../../shared/domain/promise.ts';
import type { Reception } from '../../../shared/domain/reception.ts';
import { countSuperseded } from '../../data/prints.ts';
import { StateBadge } from '../../ui/StateBadge.tsx';
import { formatDateTime } from '../../ui/format.ts';
import { MaskedPhone } from '../../ui/MaskedPhone.tsx';
import { useMay } from '../../ui/may.tsx';
import { useDesk } from '../../ui/session.tsx';
import { useNow } from '../../ui/use-now.ts';
import type { PromiseDialogName } from './promise-dialogs.tsx';

interface PromiseListProps {
  promises: readonly DeskPromise[];
  entry: Reception;
  /** Prints the slip of a message (2:3.1.4). */
  onSlip: (message: DeskPromise) => void;
  /** @param of the promise that it is about */
  open: (dialog: PromiseDialogName, of?: string) => void;
}

/** Promised replies, messages and call-backs of an entry. */
export function PromiseList({ promises, entry, onSlip, open }: PromiseListProps) {
  const { t } = useTranslation('reception');
  const may = useMay();
  return (
    <Stack gap="xs">
      {promises.length > 0 && <Title order={2}>{t('promise.title')}</Title>}
      {promises.map((promise) => (
        <PromiseRow key={promise.id} promise={promise} onSlip={onSlip} open={open} />
      ))}
      {entry.state === 'open' && may('add-promise') && (
        <Button size="compact-sm" variant="subtle" w="fit-content" onClick={() => open('addPromise')}>
          {t('promise.add')}
        </Button>
      )}
    </Stack>
  );
}

interface PromiseRowProps extends Pick<PromiseListProps, 'onSlip' | 'open'> {
  promise: DeskPromise;
}

function PromiseRow({ promise, onSlip, open }: PromiseRowProps) {
  const { t } = useTranslation(['reception', 'common']);
  const { session, settings, nameOf } = useDesk();
  const may = useMay();
  const now = useNow();
  const { zone } = settings.desk;
  const isOpen = promise.state === 'open';
  const superseded = useLiveQuery(() => countSuperseded(session.database, promise.id), [session.database, promise.id]) ?? 0;
  const late = isOpen && isOverdue(promise.dueAt, now);
  return (
    <Paper withBorder p="xs">
      <Group justify="space-between" wrap="nowrap">
        <Group gap="xs">
          <StateBadge isOpen={isOpen}>{t(`promise.${promise.kind}`)}</StateBadge>
          {promise.kind === 'message' && <Text size="sm">{t('promise.for', { name: promise.forName })}</Text>}
          {isOpen ? (
            <Text size="sm" c={late ? 'red.9' : 'gray.8'}>
              {promise.dueAt === '' ? t('promise.waits') : t('promise.due', { at: formatDateTime(promise.dueAt, zone) })}
            </Text>
          ) : (
            <Text size="sm">
              {t(`promise.${promise.state}`)}{' '}
              {t('promise.done', { at: formatDateTime(promise.settledAt, zone), name: nameOf(promise.settledBy), result: promise.result })}
            </Text>
          )}
          {promise.phone !== '' && (
            <MaskedPhone
              phone={promise.phone}
              table="promises"
              recordId={promise.id}
              field="phone"
              openItem={isOpen ? promise.sourceNumber : undefined}
            />
          )}
          {superseded > 0 && (
            <Text size="xs" c="gray.7">
              {t('common:superseded', { count: superseded })}
            </Text>
          )}
        </Group>
        <Group gap={4} wrap="nowrap">
          {promise.kind === 'message' && may('record-print') && (
            <Button size="compact-sm" variant="default" onClick={() => onSlip(promise)}>
              {t('printSlip')}
            </Button>
          )}
          {isOpen && may('settle-promise') && (
            <Button size="compact-sm" onClick={() => open('settlePromise', promise.id)}>
              {t('promise.settle')}
            </Button>
          )}
          {isOpen && may('try-promise') && (
            <Button size="compact-sm" variant="default" onClick={() => open('tryPromise', promise.id)}>
              {t('promise.try')}
            </Button>
          )}
          {isOpen && may('settle-promise') && (
            <Button size="compact-sm" variant="subtle" color="red" onClick={() => open('cancelPromise', promise.id)}>
              {t('promise.cancel')}
            </Button>
          )}
        </Group>
      </Group>
      {promise.attempts.map(({ at, by, outcome, note }) => (
        <Text key={at} size="xs" c="gray.7">
          {t('promise.attempt', { at: formatDateTime(at, zone), name: nameOf(by), outcome: t(`promise.${outcome}`), note })}
        </Text>
      ))}
    </Paper>
  );
}
