import { Alert, Button, Center, Group, Paper, Radio, Stack, Text, TextInput, Title } from '@mantine/core';
import { useEffect, useState, type FormEvent } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { formatDateTimeHere } from '../../ui/format.ts';
import type { SnapshotEntry } from '../../../shared/contract/host-calls.ts';
import type { Failure } from '../../../shared/contract/result.ts';
import { listBackups } from '../../data/list-backups.ts';
import { failureOf } from '../../data/store-failure.ts';
import { PasswordField } from '../../ui/PasswordField.tsx';
import { useFailureText } from '../../ui/use-failure-text.ts';
import { useKeptData, useKeptWords } from '../../ui/use-kept-data.ts';
import { useSayLacks } from '../../ui/use-say-lacks.ts';
import { LanguageSwitch } from '../shell/LanguageSwitch.tsx';
import type { BootOutcome } from './open-book.ts';
import { RefusedList } from './RefusedList.tsx';
import { putBackBook, rebuildBook, rewriteJournal, startEmptyBook } from './recover-book.ts';
import { missingIn, NOBODY_TYPED, refusalOf, SupervisorFields } from './SupervisorFields.tsx';
import { asSupervisor, NOBODY_ANSWERS, whoAnswers } from './supervisors.ts';

type Recovering = Extract<BootOutcome, { step: 'recover' }>;

/** What can be done when database and safety copy do not fit. Nothing is written before a person has chosen. */
export function RecoveryScreen({ outcome }: { outcome: Recovering }) {
  const { t } = useTranslation(['boot', 'shell']);
  const failureText = useFailureText();
  const say = useSayLacks();
  const [answering, setAnswering] = useState(NOBODY_ANSWERS);
  const [supervisor, setSupervisor] = useState(NOBODY_TYPED);
  const [snapshots, setSnapshots] = useState<SnapshotEntry[]>([]);
  const [listProblem, setListProblem] = useState<Failure | null>(null);
  const [choice, setChoice] = useState('');
  const [passphrase, setPassphrase] = useState('');
  const [typed, setTyped] = useState('');
  const [done, setDone] = useState<number | null>(null);
  const [error, setError] = useState<Failure | null>(null);
  const { state, reason, host, database, databaseEmpty = false, description, refused } = outcome;
  const { journal } = state;
  const journalWhole = journal.sequence > 0 && journal.state !== 'broken';
  // From a PC without a book the first start leads on: there a stick can be named, and the backup's passphrase and code are asked for.
  const comfort = refused === undefined ? (reason === 'databaseDamaged' ? 'allInSafetyCopy' : 'nothingWritten') : 'nothingLost';
  const asksSupervisor = choice === 'rewrite' && answering.supervisors.length > 0;
  const putsAside = choice === 'empty' || choice === 'elsewhere';
  const databaseWhole = database !== null && !databaseEmpty && reason !== 'databaseDamaged' && refused?.failure.code !== 'badLine';

  useEffect(() => {
    void listBackups(host).then((backups) => {
      setSnapshots(backups.snapshots);
      setListProblem(backups.problem);
    });
  }, [host]);

  useEffect(() => {
    if (database === null) return;
    void whoAnswers(host, database).then(setAnswering, () => setAnswering(NOBODY_ANSWERS));
  }, [host, database]);

  const kept = useKeptData(host);
  const keptWords = useKeptWords();
  const keptChosen = kept.find(({ name }) => `kept/${name}` === choice);
  const chosen = snapshots.find((entry) => `${entry.place}/${entry.name}` === choice);

  async function run(): Promise<void> {
    setError(null);
    setDone(0);
    try {
      if (choice === 'empty' || choice === 'elsewhere') await startEmptyBook(outcome, choice === 'empty' ? 'empty' : 'backup');
      else if (keptChosen !== undefined) await putBackBook(outcome, keptChosen.name);
      else if (asksSupervisor) {
        if (!(await rewriteAnswered())) return setDone(null);
      } else if (choice === 'rewrite') await rewriteJournal(outcome, setDone);
      else await rebuildBook(outcome, chosen === undefined ? null : { snapshot: chosen, passphrase }, setDone);
      globalThis.location.reload();
    } catch (problem) {
      setDone(null);
      setError(await failureOf(host, problem));
      await forgetUsedCode();
    }
  }

  /** A code that has set the PIN is spent, also where the work it was for then failed: the new PIN does for the next try. */
  async function forgetUsedCode(): Promise<void> {
    const state = await host.pinState();
    if (!state.ok || state.value.recoveryCodeExists) return;
    setAnswering((known) => ({ ...known, codeExists: false }));
    setSupervisor((typedBefore) => ({ ...typedBefore, code: null }));
  }

  /** Whether a supervisor let it be written; what kept them is said beside the PIN. */
  async function rewriteAnswered(): Promise<boolean> {
    const came = await asSupervisor(host, supervisor, () => rewriteJournal(outcome, setDone));
    if (came.outcome === 'unlocked') return true;
    const problem = refusalOf(came, supervisor);
    setSupervisor((typedBefore) => ({ ...typedBefore, pin: problem.field === 'pin' ? '' : typedBefore.pin, problem }));
    return false;
  }

  const otherWord = typed.trim() !== t('recover.emptyWord');
  const passphraseMissing = chosen?.sealed === true && passphrase === '';
  const lacks = choice === '' || (putsAside && otherWord) || passphraseMissing;
  const supervisorMissing = asksSupervisor ? missingIn(supervisor) : null;

  function choose(way: string): void {
    setChoice(way);
    // What the way chosen now asks for, nobody has been asked yet.
    say.ask(false);
  }

  function submit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    if (done !== null) return;
    // Drawn at once, for the cursor to go there.
    flushSync(() => {
      say.ask(lacks);
      if (supervisorMissing !== null) setSupervisor({ ...supervisor, problem: supervisorMissing });
    });
    if (lacks || supervisorMissing !== null) goToLack(event.currentTarget);
    else void run();
  }

  return (
    <Center mih="100%" p="md">
      <Paper withBorder p="lg" w={680}>
        <Stack>
          <Group justify="space-between" wrap="nowrap">
            <Title order={1}>{t('recover.title')}</Title>
            <LanguageSwitch />
          </Group>
          <Alert color="orange" role="alert">
            <Text fw={600}>
              {t(`recover.reason.${reason}`, {
                sequence: refused?.sequence ?? journal.sequence,
                count: refused?.count,
                place: journal.brokenAt,
                why: refused === undefined ? '' : failureText(refused.failure),
              })}
            </Text>
            <Text>{t(`recover.${comfort}`)}</Text>
          </Alert>
          {refused !== undefined && <RefusedList refused={refused} />}
          <Text size="sm">
            {journal.sequence === 0
              ? t(journal.state === 'broken' ? 'recover.journalUnread' : 'recover.journalNone')
              : t('recover.journal', { sequence: journal.sequence, at: formatDateTimeHere(journal.lastAt) })}
          </Text>
          {databaseEmpty && reason !== 'databaseEmpty' && <Text size="sm">{t('recover.databaseEmptyToo')}</Text>}
          <form noValidate onSubmit={submit}>
            <Stack>
              <Radio.Group
                value={choice}
                onChange={choose}
                aria-label={t('recover.title')}
                error={say.wrong(choice === '', t('recover.choose'))}
                errorProps={{ mt: 'sm' }}
              >
                <Stack gap="sm">
                  {journalWhole && (
                    <Radio
                      value="journal"
                      label={t('recover.fromJournal')}
                      description={
                        refused === undefined ? t('recover.fromJournalHelp') : t('recover.fromJournalWithout', { count: refused.count })
                      }
                    />
                  )}
                  {databaseWhole && (
                    <Radio
                      value="rewrite"
                      label={t('recover.rewriteJournal')}
                      description={t(refused === undefined ? 'recover.rewriteJournalHelp' : 'recover.rewriteRefusedHelp')}
                    />
                  )}
                  <Text size="sm" fw={600}>
                    {t('recover.fromSnapshot')}
                  </Text>
                  {listProblem !== null && <Text size="sm">{failureText(listProblem)}</Text>}
                  {snapshots.length === 0 && listProblem === null && (
                    <Text size="sm" c="dimmed">
                      {t('recover.noSnapshots')}
                    </Text>
                  )}
                  {snapshots.length > 0 && journal.state === 'broken' && (
                    <Text size="sm" c="dimmed">
                      {t('recover.snapshotsNeedJournal')}
                    </Text>
                  )}
                  {snapshots.map((entry) => (
                    <Radio
                      key={`${entry.place}/${entry.name}`}
                      value={`${entry.place}/${entry.name}`}
                      disabled={entry.damaged || journal.state === 'broken'}
                      label={t('recover.snapshotTaken', { at: formatDateTimeHere(entry.takenAt), count: entry.sequence })}
                      description={[entry.sealed && t('recover.sealed'), entry.damaged && t('recover.damaged')].filter(Boolean).join(' · ')}
                    />
                  ))}
                  {!journalWhole && !description.sample && (
                    <Radio value="elsewhere" label={t('recover.elsewhere')} description={t('recover.elsewhereHelp')} />
                  )}
                  {kept.length > 0 && (
                    <Text size="sm" fw={600}>
                      {t('recover.putBack')}
                    </Text>
                  )}
                  {kept.map((entry) => (
                    <Radio
                      key={entry.name}
                      value={`kept/${entry.name}`}
                      disabled={!entry.withPins}
                      label={keptWords(entry).label}
                      description={keptWords(entry).details}
                    />
                  ))}
                  {kept.length > 0 && (
                    <Text size="xs" c="gray.7">
                      {t('recover.putBackHelp')}
                    </Text>
                  )}
                  <Radio value="empty" label={t('recover.empty')} description={t('recover.emptyHelp')} />
                </Stack>
              </Radio.Group>
              {chosen?.sealed === true && (
                <PasswordField
                  label={t('recover.passphrase')}
                  value={passphrase}
                  error={say.missing(passphrase)}
                  onChange={(event) => setPassphrase(event.currentTarget.value)}
                />
              )}
              {putsAside && (
                <TextInput
                  label={t('recover.typeEmpty')}
                  value={typed}
                  error={say.missing(typed) ?? say.wrong(otherWord, t('recover.otherWord'))}
                  onChange={(event) => setTyped(event.currentTarget.value)}
                  autoComplete="off"
                />
              )}
              {asksSupervisor && <SupervisorFields answering={answering} value={supervisor} onChange={setSupervisor} />}
              {error !== null && (
                <Alert color="red" role="alert">
                  {failureText(error)}
                </Alert>
              )}
              <Button type="submit" loading={done !== null} w="fit-content">
                {t('recover.run')}
              </Button>
            </Stack>
          </form>
          {done !== null && <Text aria-live="polite">{t('recover.working', { done })}</Text>}
        </Stack>
      </Paper>
    </Center>
  );
}

/** The cursor goes to the first field that lacks something, where none does to the ways to choose from. */
function goToLack(form: HTMLFormElement): void {
  (form.querySelector<HTMLElement>('[aria-invalid="true"]') ?? form.querySelector<HTMLElement>('input[type="radio"]:enabled'))?.focus();
}
