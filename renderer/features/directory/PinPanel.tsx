import { Badge, Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useCallback, useEffect, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { holdsRole, type Person } from '../../../shared/domain/person.ts';
import { isPin } from '../../../shared/domain/pin.ts';
import { FailureWords } from '../../ui/FailureWords.tsx';
import { PasswordField } from '../../ui/PasswordField.tsx';
import { useDesk } from '../../ui/session.tsx';

/** Whether a person has a PIN, and setting, changing or removing it. The host keeps PINs; the book never sees one. */
export function PinPanel({ person }: { person: Person }) {
  const { t } = useTranslation('directory');
  const { t: shell } = useTranslation('shell');
  const { t: boot } = useTranslation('boot');
  const { session, person: actor } = useDesk();
  const [hasPin, setHasPin] = useState<boolean | null>(null);
  const [asking, setAsking] = useState(false);
  const [pin, setPin] = useState('');
  const [again, setAgain] = useState('');
  const [problem, setProblem] = useState<ReactNode>(null);
  const mayManage = holdsRole(actor, 'supervisor');

  const read = useCallback(async () => {
    const answer = await session.host.pinState();
    return answer.ok ? answer.value.withPin.includes(person.id) : null;
  }, [session.host, person.id]);
  useEffect(() => void read().then(setHasPin), [read]);

  async function save(): Promise<void> {
    if (!isPin(pin)) return setProblem(shell('pinRule'));
    if (pin !== again) return setProblem(boot('wizard.pinDiffers'));
    const answer = await session.host.setPin({ personId: person.id, pin, mayManage: holdsRole(person, 'supervisor') });
    if (!answer.ok) return setProblem(<FailureWords failure={answer.error} />);
    close();
    setHasPin(await read());
  }

  async function remove(): Promise<void> {
    const answer = await session.host.removePin({ personId: person.id });
    if (!answer.ok) return setProblem(<FailureWords failure={answer.error} />);
    setHasPin(await read());
  }

  function close(): void {
    setAsking(false);
    setPin('');
    setAgain('');
    setProblem(null);
  }

  return (
    <Group gap="xs" wrap="nowrap">
      {hasPin !== null && <Badge color={hasPin ? 'teal' : 'gray'}>{t(hasPin ? 'pinSet' : 'noPin')}</Badge>}
      {(mayManage || actor.id === person.id) && (
        <Button size="compact-sm" variant="default" onClick={() => setAsking(true)}>
          {t(hasPin === true ? 'changePin' : 'setPin')}
        </Button>
      )}
      {mayManage && hasPin === true && actor.id !== person.id && (
        <Button size="compact-sm" variant="subtle" color="red" onClick={() => void remove()}>
          {t('removePin')}
        </Button>
      )}
      {!asking && problem !== null && (
        <Text size="xs" c="red.8" role="alert">
          {problem}
        </Text>
      )}
      <Modal opened={asking} onClose={close} title={t('pinOf', { name: person.name })}>
        <Stack>
          <PasswordField
            label={boot('wizard.pin')}
            inputMode="numeric"
            autoComplete="off"
            value={pin}
            onChange={(event) => setPin(event.currentTarget.value)}
            data-autofocus
          />
          <PasswordField
            label={boot('wizard.pinAgain')}
            inputMode="numeric"
            autoComplete="off"
            value={again}
            onChange={(event) => setAgain(event.currentTarget.value)}
            onKeyDown={(event) => {
              if (event.key === 'Enter') void save();
            }}
            error={problem}
          />
          <Button onClick={() => void save()}>{t('savePin')}</Button>
        </Stack>
      </Modal>
    </Group>
  );
}
