import { Alert, Badge, Button, Group, NumberInput, Paper, SimpleGrid, Stack, Table, Text, TextInput, Title } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation, useSearchParams } from 'wouter';
import type { FinishedSnapshot, HostSettings, SnapshotEntry } from '../../../shared/contract/host-calls.ts';
import type { Failure } from '../../../shared/contract/result.ts';
import { holdsRole } from '../../../shared/domain/person.ts';
import { listBackups, type Backups } from '../../data/list-backups.ts';
import { lastBackup } from '../../data/snapshot-due.ts';
import { takeSnapshot } from '../../data/snapshot.ts';
import { failureOf } from '../../data/store-failure.ts';
import { FailureWords } from '../../ui/FailureWords.tsx';
import { formatDateTime } from '../../ui/format.ts';
import { PasswordField } from '../../ui/PasswordField.tsx';
import { useDesk } from '../../ui/session.tsx';
import { useFailureText } from '../../ui/use-failure-text.ts';
import { useRewordedErrors } from '../../ui/use-reworded-errors.ts';
import { useSizeText } from '../../ui/use-size-text.ts';
import { BACKUP_PAGE, GO_BACK, GoBackDialog } from './GoBackDialog.tsx';
import { KeptSection } from './KeptSection.tsx';
import { RecoveryCodeSection } from './RecoveryCodeSection.tsx';
import { RestoreDialog } from './RestoreDialog.tsx';
import { useHostSettings } from './use-host-settings.ts';

/** Snapshots: when the last good one was taken, taking one now, the second folder, going back to one; what was put aside; the recovery code. */
export function BackupSection() {
  const { t } = useTranslation('settings');
  const { person } = useDesk();
  const [changes, setChanges] = useState(0);
  // A backup that was taken, or another folder, changes what is listed.
  const listAnew = () => setChanges((times) => times + 1);
  const mayChange = holdsRole(person, 'supervisor');
  return (
    <Stack>
      <SnapshotList changes={changes} mayRestore={mayChange} />
      <KeptSection mayPutBack={mayChange} />
      {mayChange && <RecoveryCodeSection onBackup={listAnew} />}
      {mayChange ? <SnapshotSettings onSaved={listAnew} /> : <Text c="gray.7">{t('readOnly')}</Text>}
    </Stack>
  );
}

/** What became of a backup that was taken here. */
type Taken = Pick<FinishedSnapshot, 'second' | 'secondError'> | { failure: Failure };

/** Says it, worded where it is shown: the language may be switched while it stands there. */
function TakenNote({ taken }: { taken: Taken }) {
  const { t } = useTranslation('settings');
  const failed = 'failure' in taken;
  const good = !failed && (taken.second === 'none' || taken.second === 'written');
  return (
    <Alert color={good ? 'teal' : 'orange'} role="status">
      {failed ? (
        <FailureWords failure={taken.failure} />
      ) : (
        <>
          {t('snapshotTaken')}
          {taken.second !== 'none' && ` ${t(`second.${taken.second}`)}`}
          {taken.secondError !== '' && (
            <>
              {' '}
              <FailureWords failure={{ code: taken.secondError }} />
            </>
          )}
        </>
      )}
    </Alert>
  );
}

const nameOf = ({ place, name }: SnapshotEntry) => `${place}/${name}`;

/** Which backup is to be gone back to: chosen in the list, or named by the address at which the reason was left half-typed. */
function useGoBack() {
  const [, go] = useLocation();
  const [search] = useSearchParams();
  const [backTo, goBackTo] = useState(() => (search.get('dialog') === GO_BACK ? (search.get('of') ?? '') : ''));
  const closeGoBack = useCallback(() => {
    goBackTo('');
    if (search.has('dialog')) go(BACKUP_PAGE, { replace: true });
  }, [search, go]);
  return { backTo, goBackTo, closeGoBack };
}

interface SnapshotListProps {
  /** Counts what may have changed the list elsewhere: it is read anew, and what was said here of a backup stays. */
  changes: number;
  mayRestore: boolean;
}

function SnapshotList({ changes, mayRestore }: SnapshotListProps) {
  const { t } = useTranslation('settings');
  const { session, settings } = useDesk();
  const failureText = useFailureText();
  const sizeText = useSizeText();
  const [backups, setBackups] = useState<Backups | null>(null);
  const [takenHere, setTakenHere] = useState(0);
  const [working, setWorking] = useState(false);
  const [taken, setTaken] = useState<Taken | null>(null);
  const { backTo, goBackTo, closeGoBack } = useGoBack();
  const [restoring, setRestoring] = useState<SnapshotEntry | null>(null);

  const read = useCallback(async () => {
    const backups = await listBackups(session.host);
    return { ...backups, snapshots: backups.snapshots.toSorted((left, right) => right.takenAt.localeCompare(left.takenAt)) };
  }, [session.host]);
  useEffect(() => {
    // A share that takes its time must not lay an older list over a newer one.
    let wanted = true;
    void read().then((found) => wanted && setBackups(found));
    return () => {
      wanted = false;
    };
  }, [read, changes, takenHere]);

  async function take(): Promise<void> {
    setWorking(true);
    try {
      const { lease, description, clock } = session;
      const { second, secondError } = await takeSnapshot(session, {
        lease,
        reason: 'manual',
        takenAt: clock.now(),
        appVersion: description.appVersion,
      });
      setTaken({ second, secondError });
      setTakenHere((times) => times + 1);
    } catch (error) {
      setTaken({ failure: await failureOf(session.host, error) });
    } finally {
      setWorking(false);
    }
  }

  const entries = backups?.snapshots ?? [];
  const isOfThisBook = (entry: SnapshotEntry) => !entry.damaged && entry.book === session.book;
  const lastIn = (place: SnapshotEntry['place']) => {
    const at = lastBackup(entries, { book: session.book, now: session.clock.now(), place });
    return at === null ? null : formatDateTime(at, settings.desk.zone);
  };
  const [main, second] = [lastIn('main'), lastIn('second')];
  return (
    <Paper withBorder p="md">
      <Stack gap="xs">
        <Group justify="space-between">
          <Title order={2}>{t('snapshots')}</Title>
          <Button onClick={() => void take()} loading={working}>
            {t('snapshotNow')}
          </Button>
        </Group>
        {backups !== null && <Text size="sm">{main === null ? t('noSnapshot') : t('lastSnapshot', { at: main })}</Text>}
        {backups?.second?.named === true && (
          <Text size="sm">
            {second === null ? t('noSecond') : t('lastSecond', { at: second })}
            {!backups.second.passphraseSet && ` ${t('second.noPassphrase')}`}
          </Text>
        )}
        {backups !== null && backups.problem !== null && <Alert color="orange">{failureText(backups.problem)}</Alert>}
        <Text size="xs" c="gray.7">
          {t('dataFolder', { folder: session.description.dataFolder })}
        </Text>
        {taken !== null && <TakenNote taken={taken} />}
        {entries.length > 0 && (
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
                  <Table.Tr key={nameOf(entry)}>
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
                        {!entry.damaged && entry.book !== session.book && (
                          <Badge size="xs" color="gray">
                            {t('otherBook')}
                          </Badge>
                        )}
                      </Group>
                    </Table.Td>
                    <Table.Td>
                      {mayRestore && isOfThisBook(entry) && (
                        <Group gap={4} wrap="nowrap">
                          <Button size="compact-xs" variant="subtle" onClick={() => setRestoring(entry)}>
                            {t('restore')}
                          </Button>
                          <Button size="compact-xs" variant="subtle" color="red" onClick={() => goBackTo(nameOf(entry))}>
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
        {backTo !== '' && backups !== null && mayRestore && (
          <GoBackDialog
            key={backTo}
            to={backTo}
            found={entries.find((entry) => nameOf(entry) === backTo && isOfThisBook(entry))}
            onClose={closeGoBack}
          />
        )}
        {restoring !== null && <RestoreDialog entry={restoring} onClose={() => setRestoring(null)} />}
      </Stack>
    </Paper>
  );
}

function SnapshotSettings({ onSaved }: { onSaved: () => void }) {
  const { t } = useTranslation('settings');
  const host = useHostSettings();
  return host.settings === null ? null : (
    <SnapshotSettingsForm
      key={JSON.stringify(host.settings)}
      settings={host.settings}
      save={host.save}
      onSaved={onSaved}
      title={t('snapshotSettings')}
    />
  );
}

interface SnapshotSettingsFormProps {
  title: string;
  settings: HostSettings;
  save(settings: HostSettings): Promise<Failure | null>;
  onSaved(): void;
}

function SnapshotSettingsForm({ title, settings, save, onSaved }: SnapshotSettingsFormProps) {
  const { t } = useTranslation('settings');
  const { t: common } = useTranslation('common');
  const { session } = useDesk();
  const [problem, setProblem] = useState<Failure | null>(null);
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
  useRewordedErrors(form);

  async function submit({ passphrase, ...values }: typeof form.values): Promise<void> {
    setProblem(null);
    if (passphrase !== '') {
      const answer = await session.host.setSnapshotPassphrase({ passphrase });
      if (!answer.ok) return setProblem(answer.error);
      form.setFieldValue('passphrase', '');
    }
    const wrong = await save({ ...settings, ...values });
    setProblem(wrong);
    if (wrong === null) onSaved();
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
        <PasswordField
          label={t('field.passphrase')}
          description={t('passphraseHelp')}
          maxLength={300}
          autoComplete="new-password"
          {...form.getInputProps('passphrase')}
        />
        {problem !== null && (
          <Alert color="red" role="alert">
            <FailureWords failure={problem} />
          </Alert>
        )}
        <Button type="submit" w="fit-content">
          {common('save')}
        </Button>
      </Stack>
    </Paper>
  );
}
