import {
  Alert,
  Badge,
  Button,
  Group,
  Modal,
  NumberInput,
  Paper,
  PasswordInput,
  SimpleGrid,
  Stack,
  Table,
  Text,
  TextInput,
  Title,
} from '@mantine/core';
import { useForm } from '@mantine/form';
import { useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { HostSettings, SnapshotEntry } from '../../../shared/contract/host-calls.ts';
import { FailureError } from '../../../shared/contract/result.ts';
import { holdsRole } from '../../../shared/domain/person.ts';
import { restoreBook } from '../../data/restore-book.ts';
import { takeSnapshot } from '../../data/snapshot.ts';
import { formatDateTime } from '../../ui/format.ts';
import { useDesk } from '../../ui/session.tsx';
import { useFailureText } from '../../ui/use-failure-text.ts';
import { useFocusBack } from '../../ui/use-focus-back.ts';
import { useSizeText } from '../../ui/use-size-text.ts';
import { GoBackDialog } from './GoBackDialog.tsx';
import { KeptSection } from './KeptSection.tsx';
import { RecoveryCodeSection } from './RecoveryCodeSection.tsx';
import { useHostSettings } from './use-host-settings.ts';

/** Snapshots: when the last good one was taken, taking one now, the second folder, going back to one; what was put aside; the recovery code. */
export function BackupSection() {
  const { t } = useTranslation('settings');
  const { person } = useDesk();
  const [takenElsewhere, setTakenElsewhere] = useState(0);
  const mayChange = holdsRole(person, 'supervisor');
  return (
    <Stack>
      <SnapshotList key={takenElsewhere} mayRestore={mayChange} />
      <KeptSection mayPutBack={mayChange} />
      {mayChange && <RecoveryCodeSection onBackup={() => setTakenElsewhere((times) => times + 1)} />}
      {mayChange ? <SnapshotSettings /> : <Text c="gray.7">{t('readOnly')}</Text>}
    </Stack>
  );
}

function SnapshotList({ mayRestore }: { mayRestore: boolean }) {
  const { t } = useTranslation('settings');
  const { session, settings } = useDesk();
  const failureText = useFailureText();
  const sizeText = useSizeText();
  const [entries, setEntries] = useState<SnapshotEntry[] | null>(null);
  const [working, setWorking] = useState(false);
  const [message, setMessage] = useState<{ text: string; good: boolean } | null>(null);
  const [back, setBack] = useState<SnapshotEntry | null>(null);
  const [restoring, setRestoring] = useState<SnapshotEntry | null>(null);

  const read = useCallback(async () => {
    const answer = await session.host.listSnapshots();
    const listed = answer.ok ? answer.value.toSorted((left, right) => right.takenAt.localeCompare(left.takenAt)) : [];
    return { listed, problem: answer.ok ? '' : failureText(answer.error) };
  }, [session.host, failureText]);
  const show = useCallback(({ listed, problem }: Awaited<ReturnType<typeof read>>) => {
    setEntries(listed);
    if (problem !== '') setMessage({ text: problem, good: false });
  }, []);
  useEffect(() => void read().then(show), [read, show]);

  async function take(): Promise<void> {
    setWorking(true);
    try {
      const { lease, description, clock } = session;
      const taken = await takeSnapshot(session, { lease, reason: 'manual', takenAt: clock.now(), appVersion: description.appVersion });
      const { second } = taken;
      setMessage({
        text: `${t('snapshotTaken')}${second === 'none' ? '' : ` ${t(`second.${second}`)}`}`,
        good: second === 'none' || second === 'written',
      });
      show(await read());
    } catch (error) {
      setMessage({
        text: failureText(error instanceof FailureError ? error.failure : { code: 'unknown', parameters: { code: String(error) } }),
        good: false,
      });
    } finally {
      setWorking(false);
    }
  }

  const newest = entries?.find((entry) => !entry.damaged);
  return (
    <Paper withBorder p="md">
      <Stack gap="xs">
        <Group justify="space-between">
          <Title order={2}>{t('snapshots')}</Title>
          <Button onClick={() => void take()} loading={working}>
            {t('snapshotNow')}
          </Button>
        </Group>
        <Text size="sm">
          {newest === undefined ? t('noSnapshot') : t('lastSnapshot', { at: formatDateTime(newest.takenAt, settings.desk.zone) })}
        </Text>
        <Text size="xs" c="gray.7">
          {t('dataFolder', { folder: session.description.dataFolder })}
        </Text>
        {message !== null && (
          <Alert color={message.good ? 'teal' : 'orange'} role="status">
            {message.text}
          </Alert>
        )}
        {entries !== null && entries.length > 0 && (
          <Table.ScrollContainer minWidth={600} mah={320}>
            <Table verticalSpacing={4} fz="sm" stickyHeader>
              <Table.Thead>
                <Table.Tr>
                  <Table.Th>{t('takenAt')}</Table.Th>
                  <Table.Th>{t('why')}</Table.Th>
                  <Table.Th>{t('upTo')}</Table.Th>
                  <Table.Th>{t('size')}</Table.Th>
                  <Table.Th>{t('place')}</Table.Th>
                  <Table.Th aria-label={t('restore')} />
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {entries.map((entry) => (
                  <Table.Tr key={`${entry.place}/${entry.name}`}>
                    <Table.Td>{formatDateTime(entry.takenAt, settings.desk.zone)}</Table.Td>
                    <Table.Td>{t(`snapshotReason.${entry.reason}`)}</Table.Td>
                    <Table.Td>{entry.sequence}</Table.Td>
                    <Table.Td>{sizeText(entry.bytes)}</Table.Td>
                    <Table.Td>
                      <Group gap={4} wrap="nowrap">
                        {t(`placeName.${entry.place}`)}
                        {entry.sealed && <Badge size="xs">{t('sealed')}</Badge>}
                        {entry.damaged && (
                          <Badge size="xs" color="red">
                            {t('damaged')}
                          </Badge>
                        )}
                      </Group>
                    </Table.Td>
                    <Table.Td>
                      {mayRestore && !entry.damaged && (
                        <Group gap={4} wrap="nowrap">
                          <Button size="compact-xs" variant="subtle" onClick={() => setRestoring(entry)}>
                            {t('restore')}
                          </Button>
                          <Button size="compact-xs" variant="subtle" color="red" onClick={() => setBack(entry)}>
                            {t('goBack')}
                          </Button>
                        </Group>
                      )}
                    </Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          </Table.ScrollContainer>
        )}
        {back !== null && <GoBackDialog entry={back} onClose={() => setBack(null)} />}
        {restoring !== null && <RestoreDialog entry={restoring} onClose={() => setRestoring(null)} />}
      </Stack>
    </Paper>
  );
}

function RestoreDialog({ entry, onClose }: { entry: SnapshotEntry; onClose: () => void }) {
  const { t } = useTranslation('settings');
  const { t: common } = useTranslation('common');
  const { session, settings } = useDesk();
  const failureText = useFailureText();
  const [passphrase, setPassphrase] = useState('');
  useFocusBack();
  const [done, setDone] = useState<number | null>(null);
  const [problem, setProblem] = useState('');

  async function restore(): Promise<void> {
    setProblem('');
    setDone(0);
    try {
      const { database, host, book, lease, clock, description } = session;
      await restoreBook(
        { database, host, book, lease, now: clock.now(), appVersion: description.appVersion, snapshot: entry, passphrase },
        setDone,
      );
      globalThis.location.reload();
    } catch (error) {
      setDone(null);
      setProblem(failureText(error instanceof FailureError ? error.failure : { code: 'unknown', parameters: { code: String(error) } }));
    }
  }

  return (
    <Modal opened onClose={onClose} title={t('restoreTitle')} closeOnClickOutside={false}>
      <Stack>
        <Text size="sm">{t('restoreText', { at: formatDateTime(entry.takenAt, settings.desk.zone) })}</Text>
        {entry.sealed && (
          <PasswordInput
            label={t('passphrase')}
            value={passphrase}
            onChange={(event) => setPassphrase(event.currentTarget.value)}
            data-autofocus
          />
        )}
        {problem !== '' && (
          <Alert color="red" role="alert">
            {problem}
          </Alert>
        )}
        <Group>
          <Button variant="default" onClick={onClose} disabled={done !== null}>
            {common('cancel')}
          </Button>
          <Button color="red" onClick={() => void restore()} loading={done !== null}>
            {t('restore')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}

function SnapshotSettings() {
  const { t } = useTranslation('settings');
  const host = useHostSettings();
  return host.settings === null ? null : (
    <SnapshotSettingsForm key={JSON.stringify(host.settings)} settings={host.settings} save={host.save} title={t('snapshotSettings')} />
  );
}

interface SnapshotSettingsFormProps {
  title: string;
  settings: HostSettings;
  save(settings: HostSettings): Promise<string>;
}

function SnapshotSettingsForm({ title, settings, save }: SnapshotSettingsFormProps) {
  const { t } = useTranslation('settings');
  const { t: common } = useTranslation('common');
  const { session } = useDesk();
  const failureText = useFailureText();
  const [problem, setProblem] = useState('');
  const form = useForm({
    initialValues: {
      secondFolder: settings.secondFolder,
      snapshotEveryHours: settings.snapshotEveryHours,
      keepDaily: settings.keepDaily,
      keepMonthly: settings.keepMonthly,
      passphrase: '',
    },
    validate: { passphrase: (passphrase) => (passphrase === '' || passphrase.length >= 8 ? null : t('passphraseRule')) },
  });

  async function submit({ passphrase, ...values }: typeof form.values): Promise<void> {
    setProblem('');
    if (passphrase !== '') {
      const answer = await session.host.setSnapshotPassphrase({ passphrase });
      if (!answer.ok) return setProblem(failureText(answer.error));
      form.setFieldValue('passphrase', '');
    }
    setProblem(await save({ ...settings, ...values }));
  }

  return (
    <Paper withBorder p="md" component="form" onSubmit={form.onSubmit((values) => void submit(values))}>
      <Stack gap="sm">
        <Title order={2}>{title}</Title>
        <SimpleGrid cols={3} spacing="sm">
          <NumberInput label={t('field.snapshotEveryHours')} min={1} max={168} hideControls {...form.getInputProps('snapshotEveryHours')} />
          <NumberInput label={t('field.keepDaily')} min={1} max={400} hideControls {...form.getInputProps('keepDaily')} />
          <NumberInput label={t('field.keepMonthly')} min={0} max={120} hideControls {...form.getInputProps('keepMonthly')} />
        </SimpleGrid>
        <TextInput
          label={t('field.secondFolder')}
          description={t('secondFolderHelp')}
          maxLength={1000}
          {...form.getInputProps('secondFolder')}
        />
        <PasswordInput
          label={t('field.passphrase')}
          description={t('passphraseHelp')}
          maxLength={300}
          autoComplete="new-password"
          {...form.getInputProps('passphrase')}
        />
        {problem !== '' && (
          <Alert color="red" role="alert">
            {problem}
          </Alert>
        )}
        <Button type="submit" w="fit-content">
          {common('save')}
        </Button>
      </Stack>
    </Paper>
  );
}
