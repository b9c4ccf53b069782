import { Button, Group, Paper, Stack, Text, Textarea, TextInput, Title } from '@mantine/core';
import { useLiveQuery } from 'dexie-react-hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isOverdue } from '../../../shared/domain/due-time.ts';
import { callerOf, PROMISE_KINDS, type DeskPromise, type PromiseKind } from '../../../shared/domain/promise.ts';
import { reachableNumber, type Reception } from '../../../shared/domain/reception.ts';
import { addPromise } from '../../data/operations/add-promise.ts';
import { settlePromise } from '../../data/operations/settle-promise.ts';
import { tryPromise } from '../../data/operations/try-promise.ts';
import { countSuperseded } from '../../data/prints.ts';
import { StateBadge } from '../../ui/StateBadge.tsx';
import { ChoiceField } from '../../ui/ChoiceField.tsx';
import { DateTimeField } from '../../ui/DateTimeField.tsx';
import { FormModal } from '../../ui/FormModal.tsx';
import { formatDateTime } from '../../ui/format.ts';
import { MaskedPhone } from '../../ui/MaskedPhone.tsx';
import { useMay } from '../../ui/may.tsx';
import { useDesk } from '../../ui/session.tsx';
import { useNow } from '../../ui/use-now.ts';
import { useOperation } from '../../ui/use-operation.ts';
import { useSayLacks } from '../../ui/use-say-lacks.ts';

interface PromiseListProps {
  promises: readonly DeskPromise[];
  entry: Reception;
  /** Prints the slip of a message (2:3.1.4). */
  onSlip: (message: DeskPromise) => void;
}

type Dialog = { kind: 'try' | 'settle' | 'cancel'; promise: DeskPromise } | { kind: 'add' } | null;

/** Promised replies, messages and call-backs of an entry. */
export function PromiseList({ promises, entry, onSlip }: PromiseListProps) {
  const { t } = useTranslation('reception');
  const may = useMay();
  const [dialog, setDialog] = useState<Dialog>(null);
  const close = () => setDialog(null);
  return (
    <Stack gap="xs">
      {promises.length > 0 && <Title order={2}>{t('promise.title')}</Title>}
      {promises.map((promise) => (
        <PromiseRow key={promise.id} promise={promise} onSlip={onSlip} onDialog={(kind) => setDialog({ kind, promise })} />
      ))}
      {entry.state === 'open' && may('add-promise') && (
        <Button size="compact-sm" variant="subtle" w="fit-content" onClick={() => setDialog({ kind: 'add' })}>
          {t('promise.add')}
        </Button>
      )}
      {dialog?.kind === 'try' && <TryDialog promise={dialog.promise} onClose={close} />}
      {dialog?.kind === 'settle' && <SettleDialog promise={dialog.promise} outcome="settled" onClose={close} />}
      {dialog?.kind === 'cancel' && <SettleDialog promise={dialog.promise} outcome="cancelled" onClose={close} />}
      {dialog?.kind === 'add' && <AddDialog entry={entry} onClose={close} />}
    </Stack>
  );
}

interface PromiseRowProps extends Pick<PromiseListProps, 'onSlip'> {
  promise: DeskPromise;
  onDialog: (kind: 'try' | 'settle' | 'cancel') => void;
}

function PromiseRow({ promise, onSlip, onDialog }: PromiseRowProps) {
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
            <Button size="compact-sm" onClick={() => onDialog('settle')}>
              {t('promise.settle')}
            </Button>
          )}
          {isOpen && may('try-promise') && (
            <Button size="compact-sm" variant="default" onClick={() => onDialog('try')}>
              {t('promise.try')}
            </Button>
          )}
          {isOpen && may('settle-promise') && (
            <Button size="compact-sm" variant="subtle" color="red" onClick={() => onDialog('cancel')}>
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

const TRIES = ['reached', 'notReached', 'passedOn'] as const;

function TryDialog({ promise, onClose }: { promise: DeskPromise; onClose: () => void }) {
  const { t } = useTranslation('reception');
  const run = useOperation();
  const [outcome, setOutcome] = useState<(typeof TRIES)[number]>('notReached');
  const [note, setNote] = useState('');
  const [nextAt, setNextAt] = useState('');
  return (
    <FormModal
      title={t('promise.try')}
      submit={t('promise.try')}
      onClose={onClose}
      onSubmit={async () => {
        const result = await run(tryPromise, { id: promise.id, outcome, note, nextAt }, { quiet: true });
        return result.ok ? '' : result.text;
      }}
    >
      <ChoiceField
        label={t('promise.outcome')}
        value={outcome}
        onChange={setOutcome}
        choices={TRIES.map((value) => ({ value, label: t(`promise.${value}`) }))}
      />
      <TextInput label={t('field.note')} value={note} onChange={(event) => setNote(event.currentTarget.value)} data-autofocus />
      <DateTimeField label={t('promise.nextAt')} value={nextAt} onChange={setNextAt} />
    </FormModal>
  );
}

function SettleDialog({ promise, outcome, onClose }: { promise: DeskPromise; outcome: 'settled' | 'cancelled'; onClose: () => void }) {
  const { t } = useTranslation('reception');
  const run = useOperation();
  const say = useSayLacks();
  const [result, setResult] = useState('');
  return (
    <FormModal
      title={t(outcome === 'settled' ? 'promise.settleTitle' : 'promise.cancelTitle')}
      submit={t(outcome === 'settled' ? 'promise.settle' : 'promise.cancel')}
      onClose={onClose}
      say={say}
      incomplete={result.trim() === ''}
      onSubmit={async () => {
        const performed = await run(settlePromise, { id: promise.id, outcome, result }, { quiet: true });
        return performed.ok ? '' : performed.text;
      }}
    >
      <Textarea
        label={t(outcome === 'settled' ? 'promise.came' : 'promise.why')}
        withAsterisk
        value={result}
        error={say.missing(result)}
        onChange={(event) => setResult(event.currentTarget.value)}
        data-autofocus
      />
    </FormModal>
  );
}

function AddDialog({ entry, onClose }: { entry: Reception; onClose: () => void }) {
  const { t } = useTranslation('reception');
  const run = useOperation();
  const say = useSayLacks();
  const [kind, setKind] = useState<PromiseKind>('reply');
  const [about, setAbout] = useState('');
  const [forName, setForName] = useState('');
  const [dueAt, setDueAt] = useState('');
  return (
    <FormModal
      title={t('promise.add')}
      submit={t('promise.add')}
      onClose={onClose}
      say={say}
      incomplete={about.trim() === '' || (kind === 'message' && forName.trim() === '')}
      onSubmit={async () => {
        const promise = {
          kind,
          about,
          forName: kind === 'message' ? forName : '',
          dueAt,
          ...callerOf(entry),
          unit: entry.unit,
          phone: reachableNumber(entry),
        };
        const performed = await run(addPromise, { receptionId: entry.id, ...promise }, { quiet: true });
        return performed.ok ? '' : performed.text;
      }}
    >
      <ChoiceField
        label={t('promise.kind')}
        value={kind}
        onChange={setKind}
        choices={PROMISE_KINDS.map((value) => ({ value, label: t(`promise.${value}`) }))}
      />
      {kind === 'message' && (
        <TextInput
          label={t('field.colleague')}
          withAsterisk
          value={forName}
          error={say.missing(forName)}
          onChange={(event) => setForName(event.currentTarget.value)}
        />
      )}
      <Textarea
        label={t('field.content')}
        withAsterisk
        value={about}
        error={say.missing(about)}
        onChange={(event) => setAbout(event.currentTarget.value)}
        data-autofocus
      />
      <DateTimeField label={t('promise.dueAt')} value={dueAt} onChange={setDueAt} />
    </FormModal>
  );
}
