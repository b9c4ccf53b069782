import { Alert, Button, Group, Radio, Stack, Text, TextInput, Title } from '@mantine/core';
import { useEffect, useEffectEvent, useState, type FormEvent } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { FailureWords } from '../../ui/FailureWords.tsx';
import { formatDateTimeHere } from '../../ui/format.ts';
import type { SnapshotEntry } from '../../../shared/contract/host-calls.ts';
import { FailureError, valueOf, type Failure } from '../../../shared/contract/result.ts';
import { listBackups } from '../../data/list-backups.ts';
import { failureOf } from '../../data/store-failure.ts';
import { goToWrongField } from '../../ui/go-to-wrong-field.ts';
import { PasswordField } from '../../ui/PasswordField.tsx';
import { useSayLacks } from '../../ui/use-say-lacks.ts';
import type { OpenBook } from './open-book.ts';
import { bringBook } from './recover-book.ts';

interface RestoreFromBackupProps {
  book: OpenBook;
  onBack: () => void;
}

/** On a PC without a book, or whose own was put aside: names the stick or share, chooses one of its backups, and goes on in the book that it holds. */
export function RestoreFromBackup({ book, onBack }: RestoreFromBackupProps) {
  const { t } = useTranslation('boot');
  const { t: common } = useTranslation('common');
  const say = useSayLacks();
  const [folder, setFolder] = useState('');
  // Named by a book that stood here before.
  const [folderBefore, setFolderBefore] = useState('');
  const [snapshots, setSnapshots] = useState<SnapshotEntry[] | null>(null);
  const [choice, setChoice] = useState('');
  const [passphrase, setPassphrase] = useState('');
  const [done, setDone] = useState<number | null>(null);
  const [problem, setProblem] = useState<Failure | null>(null);
  const { host, lease } = book;
  const chosen = snapshots?.find((entry) => placeOf(entry) === choice);

  /** The folder becomes this PC's second folder: backups go on being written there. */
  async function nameFolder(secondFolder: string): Promise<void> {
    const settings = valueOf(await host.readHostSettings());
    valueOf(await host.writeHostSettings({ ...settings, secondFolder }));
  }

  async function attempt(work: () => Promise<void>): Promise<void> {
    setProblem(null);
    try {
      await work();
    } catch (error) {
      setDone(null);
      setProblem(await failureOf(host, error));
    }
  }

  function offer(found: readonly SnapshotEntry[]): void {
    const newest = found.find((entry) => !entry.damaged);
    setSnapshots([...found]);
    setChoice(newest === undefined ? '' : placeOf(newest));
  }

  const look = () =>
    attempt(async () => {
      await nameFolder(folder.trim());
      const found = await listBackups(host);
      offer(found.snapshots);
      if (found.problem !== null) throw new FailureError(found.problem.code, found.problem.parameters);
    });

  /** Backups that need no naming: on this PC, or where it last wrote them. */
  const lookHere = useEffectEvent(() =>
    attempt(async () => {
      const { secondFolder } = valueOf(await host.readHostSettings());
      const found = valueOf(await host.listSnapshots());
      setFolderBefore(secondFolder);
      setFolder((typed) => (typed === '' ? secondFolder : typed));
      if (found.length > 0) offer(found);
    }),
  );
  useEffect(() => {
    void lookHere();
  }, []);

  const restore = (snapshot: SnapshotEntry) =>
    attempt(async () => {
      setDone(0);
      await bringBook({ host, lease, now: book.clock.now(), snapshot, passphrase }, setDone);
      globalThis.location.reload();
    });

  const back = () =>
    attempt(async () => {
      await nameFolder(folderBefore);
      onBack();
    });

  function submit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    if (done !== null) return;
    const lacks = chosen === undefined ? folder.trim() === '' : chosen.sealed && passphrase === '';
    // Drawn at once, for the cursor to go there.
    flushSync(() => say.ask(lacks));
    if (lacks) goToWrongField(event.currentTarget);
    else void (chosen === undefined ? look() : restore(chosen));
  }

  function choose(place: string): void {
    setChoice(place);
    // What the backup chosen now asks for, nobody has been asked yet.
    say.ask(false);
  }

  return (
    <form onSubmit={submit}>
      <Stack>
        <Title order={1}>{t('elsewhereRestore.title')}</Title>
        <Text>{t('elsewhereRestore.intro')}</Text>
        <TextInput
          label={t('elsewhereRestore.folder')}
          description={t('elsewhereRestore.folderHelp')}
          maxLength={1000}
          autoFocus
          value={folder}
          error={chosen === undefined ? say.missing(folder) : undefined}
          onChange={(event) => {
            setFolder(event.currentTarget.value);
            setSnapshots(null);
            say.ask(false);
          }}
        />
        {snapshots?.length === 0 && problem === null && <Alert color="orange">{t('elsewhereRestore.none')}</Alert>}
        {snapshots !== null && snapshots.length > 0 && <SnapshotChoice snapshots={snapshots} choice={choice} onChoice={choose} />}
        {chosen?.sealed === true && (
          <PasswordField
            label={t('recover.passphrase')}
            autoFocus
            value={passphrase}
            error={say.missing(passphrase)}
            onChange={(event) => setPassphrase(event.currentTarget.value)}
          />
        )}
        {problem !== null && (
          <Alert color="red" role="alert">
            <FailureWords failure={problem} />
          </Alert>
        )}
        <Group justify="space-between">
          <Button variant="default" onClick={() => void back()} disabled={done !== null}>
            {common('back')}
          </Button>
          <Button type="submit" loading={done !== null}>
            {chosen === undefined ? t('elsewhereRestore.look') : t('elsewhereRestore.run')}
          </Button>
        </Group>
        {done !== null && <Text aria-live="polite">{t('recover.working', { done })}</Text>}
      </Stack>
    </form>
  );
}

const placeOf = (entry: SnapshotEntry): string => `${entry.place}/${entry.name}`;

interface SnapshotChoiceProps {
  snapshots: readonly SnapshotEntry[];
  choice: string;
  onChoice: (place: string) => void;
}

function SnapshotChoice({ snapshots, choice, onChoice }: SnapshotChoiceProps) {
  const { t } = useTranslation('boot');
  return (
    <Radio.Group label={t('elsewhereRestore.choose')} value={choice} onChange={onChoice}>
      <Stack gap="xs" mt="xs">
        {snapshots.map((entry) => (
          <Radio
            key={placeOf(entry)}
            value={placeOf(entry)}
            disabled={entry.damaged}
            label={t('recover.snapshotTaken', {
              at: formatDateTimeHere(entry.takenAt),
              count: entry.sequence,
            })}
            description={[entry.sealed && t('recover.sealed'), entry.damaged && t('recover.damaged')].filter(Boolean).join(' · ')}
          />
        ))}
      </Stack>
    </Radio.Group>
  );
}
