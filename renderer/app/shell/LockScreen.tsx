import { Alert, Anchor, Button, Center, Code, Group, Paper, Select, Stack, Text, Title } from '@mantine/core';
import { useLiveQuery } from 'dexie-react-hooks';
import { lazy, Suspense, useCallback, useEffect, useRef, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { PinState } from '../../../shared/contract/host-calls.ts';
import type { Failure } from '../../../shared/contract/result.ts';
import { holdsRole } from '../../../shared/domain/person.ts';
import { SETTINGS_ID } from '../../../shared/domain/settings.ts';
import { isPin } from '../../../shared/domain/pin.ts';
import { PasswordField } from '../../ui/PasswordField.tsx';
import { useFirstWhileTyping } from '../../ui/use-first-while-typing.ts';
import { useFailureText } from '../../ui/use-failure-text.ts';
import type { OpenBook } from '../boot/open-book.ts';
import { LanguageSwitch } from './LanguageSwitch.tsx';
import { useUnlockProblemText, waitFor, type UnlockProblem } from './unlock-problem.ts';

// With it comes the paper of the new code.
const RecoverPin = lazy(async () => ({ default: (await import('./RecoverPin.tsx')).RecoverPin }));

/** Who sat here last is offered first, so unlocking is PIN and Enter. Remembered beside the book. */
const LAST_PERSON = 'qiantai.lastPerson';

/** Notes who leaves the desk: coming back is PIN and Enter. */
export function rememberPerson(personId: string): void {
  globalThis.localStorage.setItem(LAST_PERSON, personId);
}

interface LockScreenProps {
  book: OpenBook;
  onUnlocked: (personId: string) => void;
}

/** Roster and PIN: a name is two keystrokes away from the PIN field. Shows nothing about customers. */
export function LockScreen({ book, onUnlocked }: LockScreenProps) {
  const { t } = useTranslation('shell');
  const failureText = useFailureText();
  const [personId, setPersonId] = useState(globalThis.localStorage.getItem(LAST_PERSON) ?? '');
  const [pin, setPin] = useState('');
  const problemText = useUnlockProblemText();
  const [problem, setProblem] = useState<UnlockProblem | null>(null);
  const [nobody, setNobody] = useState<UnlockProblem | null>(null);
  const [recovering, setRecovering] = useState(false);
  const pinField = useRef<HTMLInputElement>(null);
  const settings = useLiveQuery(() => book.database.settings.get(SETTINGS_ID), [book]);
  const people = useLiveQuery(() => book.database.people.filter((person) => person.active).sortBy('name'), [book]);
  const [pins, setPins] = useState<PinState | null>(null);
  /** Why the host does not say who has a PIN. */
  const [unasked, setUnasked] = useState<Failure | null>(null);
  const typing = useFirstWhileTyping(people?.find((person) => person.id === personId)?.name ?? '');

  const ask = useCallback(async () => {
    const answer = await book.host.pinState();
    if (answer.ok) setPins(answer.value);
    setUnasked(answer.ok ? null : answer.error);
  }, [book]);
  useEffect(() => void ask(), [ask]);

  if (unasked !== null) {
    return (
      <Center mih="100%" p="md">
        <Alert color="red" role="alert" title={t('unlockTitle')}>
          <Group>
            {failureText(unasked)}
            <Button size="compact-sm" color="red.9" autoFocus onClick={() => void ask()}>
              {t('retry')}
            </Button>
          </Group>
        </Alert>
      </Center>
    );
  }
  // Nothing to type into before the names are there: what is typed earlier would choose nobody.
  if (people === undefined || pins === null) return null;
  const roster = people.filter((person) => pins.withPin.includes(person.id));
  // A book that a backup brought here: only the code leads in, where the book had one.
  const nobodyHasPin = pins.withPin.length === 0;
  const { recoveryCodeExists } = pins;

  async function unlock(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (personId === '') return setNobody({ key: 'choosePerson' });
    if (!isPin(pin)) return setProblem({ key: 'pinRule' });
    const answer = await book.host.unlock({ personId, pin });
    setPin('');
    if (!answer.ok) return setProblem({ failure: answer.error });
    const { outcome } = answer.value;
    if (outcome === 'unlocked') {
      rememberPerson(personId);
      return onUnlocked(personId);
    }
    pinField.current?.focus();
    if (outcome === 'wait') setProblem(waitFor('waitPin', answer.value));
    else setProblem({ key: outcome === 'noPin' ? 'noPin' : 'wrongPin' });
  }

  return (
    <Center mih="100%" p="md">
      <Paper withBorder p="xl" w={420} component="main">
        <Stack>
          <div>
            <Text size="sm" c="dimmed">
              {settings?.estate.estate} · {settings?.estate.propertyCompany}
            </Text>
            <Title order={1}>{t('unlockTitle')}</Title>
          </div>
          {book.description.sample && (
            <Alert color="orange" title={t('samplePins')}>
              {t('samplePinsText')} <Code>{t('samplePinsCode')}</Code>
            </Alert>
          )}
          {nobodyHasPin && <Alert color="gray">{t(recoveryCodeExists ? 'noPinsYet' : 'noPinsNoCode')}</Alert>}
          {recovering || nobodyHasPin ? (
            <Suspense fallback={null}>
              <RecoverPin
                book={book}
                supervisors={people.filter((person) => holdsRole(person, 'supervisor'))}
                withCode={recoveryCodeExists}
                onDone={onUnlocked}
                onBack={nobodyHasPin ? null : () => setRecovering(false)}
              />
            </Suspense>
          ) : (
            <form onSubmit={(event) => void unlock(event)}>
              <Stack gap="sm">
                <Text size="sm">{t('unlockHint')}</Text>
                <Select
                  {...typing}
                  label={t('person')}
                  searchable
                  data={roster.map((person) => ({ value: person.id, label: person.name }))}
                  filter={({ options, search }) => {
                    const wanted = search.trim().toLowerCase();
                    return options.filter((option) => {
                      const person = 'value' in option ? roster.find((one) => one.id === option.value) : undefined;
                      return [person?.name, person?.pinyin, person?.initials, person?.staffNumber].some((key) =>
                        key?.toLowerCase().startsWith(wanted),
                      );
                    });
                  }}
                  autoFocus={personId === ''}
                  error={problemText(nobody)}
                  value={personId === '' ? null : personId}
                  onChange={(id) => {
                    setPersonId(id ?? '');
                    setNobody(null);
                    pinField.current?.focus();
                  }}
                />
                <PasswordField
                  ref={pinField}
                  label={t('pin')}
                  inputMode="numeric"
                  autoComplete="off"
                  value={pin}
                  onChange={(event) => setPin(event.currentTarget.value)}
                  error={problemText(problem)}
                  autoFocus={personId !== ''}
                />
                <Button type="submit">{t('unlock')}</Button>
                {recoveryCodeExists ? (
                  <Anchor component="button" type="button" size="sm" onClick={() => setRecovering(true)}>
                    {t('forgot')}
                  </Anchor>
                ) : (
                  // The sample estate says its PINs.
                  !book.description.sample && <Text size="sm">{t('forgotNoCode')}</Text>
                )}
              </Stack>
            </form>
          )}
          <LanguageSwitch />
        </Stack>
      </Paper>
    </Center>
  );
}
