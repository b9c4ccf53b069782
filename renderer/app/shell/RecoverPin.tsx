import { Button, Group, Select, Stack, Text, TextInput, Title } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Person } from '../../../shared/domain/person.ts';
import { isPin } from '../../../shared/domain/pin.ts';
import { takeSnapshot } from '../../data/snapshot.ts';
import { PasswordField } from '../../ui/PasswordField.tsx';
import { RecoveryCodeCard } from '../../ui/RecoveryCodeCard.tsx';
import { DeskProvider } from '../../ui/session.tsx';
import { useFirstWhileTyping } from '../../ui/use-first-while-typing.ts';
import type { OpenBook } from '../boot/open-book.ts';
import { useUnlockProblemText, waitFor, type UnlockProblem } from './unlock-problem.ts';

interface RecoverPinProps {
  book: OpenBook;
  /** Who may get a new PIN by the code: it makes them one who sets the others' PINs. */
  supervisors: readonly Person[];
  /** A book that never had a code, on a PC that knows no PIN of it, takes the first PIN without one. */
  withCode: boolean;
  onDone: (personId: string) => void;
  /** `null` when the code is the only way in. */
  onBack: (() => void) | null;
}

/** What is wrong, by field. */
interface Problem {
  code?: UnlockProblem;
  person?: UnlockProblem;
  pin?: UnlockProblem;
}

/** A forgotten PIN: the one-time code sets a new one and is replaced by a new code at once. */
export function RecoverPin({ book, supervisors, withCode, onDone, onBack }: RecoverPinProps) {
  const { t } = useTranslation('shell');
  const { t: common } = useTranslation('common');
  const problemText = useUnlockProblemText();
  const [code, setCode] = useState('');
  const [personId, setPersonId] = useState('');
  const [pin, setPin] = useState('');
  const [problem, setProblem] = useState<Problem>({});
  const [newCode, setNewCode] = useState('');
  const typing = useFirstWhileTyping(supervisors.find((person) => person.id === personId)?.name ?? '');

  async function recover(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (withCode && code.trim() === '') return setProblem({ code: { key: 'enterCode' } });
    if (personId === '') return setProblem({ person: { key: 'choosePerson' } });
    if (!isPin(pin)) return setProblem({ pin: { key: 'pinRule' } });
    setProblem({});
    const refused = await (withCode ? byCode() : byFirstPin());
    if (refused !== null) return setProblem(refused);
    // The host has unlocked this person: what is printed from here on is printed by them.
    book.setActor(personId);
    const made = await book.host.makeRecoveryCode();
    // Today says that there is none, and where one is made.
    if (!made.ok) return onDone(personId);
    setNewCode(made.value.code);
    // A backup answers to the code of its time, and the sheet of the old one goes. What fails here, the next scheduled one makes good.
    const { lease, description, clock } = book;
    const details = { lease, reason: 'manual', takenAt: clock.now(), appVersion: description.appVersion } as const;
    await takeSnapshot(book, details).catch(() => undefined);
  }

  async function byCode(): Promise<Problem | null> {
    const answer = await book.host.useRecoveryCode({ code, personId, newPin: pin });
    if (!answer.ok) return { pin: { failure: answer.error } };
    const { outcome } = answer.value;
    if (outcome === 'unlocked') return null;
    return { code: outcome === 'wait' ? waitFor('waitCode', answer.value) : { key: 'wrongCode' } };
  }

  async function byFirstPin(): Promise<Problem | null> {
    const answer = await book.host.setPin({ personId, pin, mayManage: true });
    return answer.ok ? null : { pin: { failure: answer.error } };
  }

  if (newCode !== '') {
    return (
      <DeskProvider session={book} actorId={personId} fallback={null}>
        <RecoveryCodeCard code={newCode} onDone={() => onDone(personId)} />
      </DeskProvider>
    );
  }
  return (
    <form onSubmit={(event) => void recover(event)}>
      <Stack gap="sm">
        <Title order={2}>{t(withCode ? 'recoveryTitle' : 'firstPinTitle')}</Title>
        {onBack !== null && <Text size="sm">{t('recoveryWho')}</Text>}
        {withCode && (
          <TextInput
            label={common('recoveryCode.name')}
            value={code}
            onChange={(event) => setCode(event.currentTarget.value)}
            error={problemText(problem.code)}
            autoFocus
            autoComplete="off"
          />
        )}
        <Select
          {...typing}
          label={t('supervisor')}
          searchable
          data={supervisors.map((person) => ({ value: person.id, label: person.name }))}
          value={personId === '' ? null : personId}
          onChange={(id) => setPersonId(id ?? '')}
          error={problemText(problem.person)}
          autoFocus={!withCode}
        />
        <PasswordField
          label={t('newPin')}
          inputMode="numeric"
          autoComplete="new-password"
          value={pin}
          onChange={(event) => setPin(event.currentTarget.value)}
          error={problemText(problem.pin)}
        />
        <Group>
          <Button type="submit">{common('confirm')}</Button>
          {onBack !== null && (
            <Button variant="default" onClick={onBack}>
              {common('back')}
            </Button>
          )}
        </Group>
      </Stack>
    </form>
  );
}
