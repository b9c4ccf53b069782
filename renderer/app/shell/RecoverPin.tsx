import { Button, Group, PasswordInput, Select, Stack, TextInput, Title } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Person } from '../../../shared/domain/person.ts';
import { useFailureText } from '../../ui/use-failure-text.ts';
import type { OpenBook } from '../boot/open-book.ts';
import { RecoveryCodeCard } from '../boot/RecoveryCodeCard.tsx';

interface RecoverPinProps {
  book: OpenBook;
  /** Who may get a new PIN. */
  roster: readonly Person[];
  onDone: (personId: string) => void;
  /** `null` when the code is the only way in. */
  onBack: (() => void) | null;
}

/** A forgotten PIN: the one-time code sets a new one and is replaced by a new code at once. */
export function RecoverPin({ book, roster, onDone, onBack }: RecoverPinProps) {
  const { t } = useTranslation('shell');
  const { t: common } = useTranslation('common');
  const failureText = useFailureText();
  const [code, setCode] = useState('');
  const [personId, setPersonId] = useState('');
  const [pin, setPin] = useState('');
  const [problem, setProblem] = useState('');
  const [newCode, setNewCode] = useState('');

  async function recover(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (personId === '') return setProblem(t('choosePerson'));
    if (!/^\d{4,12}$/.test(pin)) return setProblem(t('pinRule'));
    const answer = await book.host.useRecoveryCode({ code, personId, newPin: pin });
    if (!answer.ok) return setProblem(failureText(answer.error));
    if (answer.value.outcome === 'wait') return setProblem(t('waitPin', { seconds: Math.ceil(answer.value.waitMs / 1000) }));
    if (answer.value.outcome !== 'unlocked') return setProblem(t('wrongCode'));
    // The host has unlocked this person: what is printed from here on is printed by them.
    book.setActor(personId);
    const made = await book.host.makeRecoveryCode();
    if (made.ok) setNewCode(made.value.code);
    else onDone(personId);
  }

  if (newCode !== '') return <RecoveryCodeCard book={book} personId={personId} code={newCode} onDone={() => onDone(personId)} />;
  return (
    <form onSubmit={(event) => void recover(event)}>
      <Stack gap="sm">
        <Title order={2}>{t('recoveryTitle')}</Title>
        <TextInput
          label={t('recoveryCode')}
          value={code}
          onChange={(event) => setCode(event.currentTarget.value)}
          autoFocus
          autoComplete="off"
        />
        <Select
          label={t('person')}
          searchable
          data={roster.map((person) => ({ value: person.id, label: person.name }))}
          value={personId === '' ? null : personId}
          onChange={(id) => setPersonId(id ?? '')}
        />
        <PasswordInput
          label={t('newPin')}
          inputMode="numeric"
          value={pin}
          onChange={(event) => setPin(event.currentTarget.value)}
          error={problem === '' ? undefined : problem}
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
