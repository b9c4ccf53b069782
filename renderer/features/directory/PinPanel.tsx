import { Badge, Button, Group, Text } from '@mantine/core';
import { useCallback, useEffect, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { holdsRole, type Person } from '../../../shared/domain/person.ts';
import { isPin } from '../../../shared/domain/pin.ts';
import { FailureWords } from '../../ui/FailureWords.tsx';
import { FormModal } from '../../ui/FormModal.tsx';
import { PasswordField } from '../../ui/PasswordField.tsx';
import { useDesk } from '../../ui/session.tsx';
import { useFailureText } from '../../ui/use-failure-text.ts';
import { useSayLacks } from '../../ui/use-say-lacks.ts';

/** Whether a person has a PIN, and setting, changing or removing it. The host keeps PINs; the book never sees one. */
export function PinPanel({ person }: { person: Person }) {
  const { t } = useTranslation('directory');
  const { session, person: actor } = useDesk();
  const [hasPin, setHasPin] = useState<boolean | null>(null);
  const [asking, setAsking] = useState(false);
  const [problem, setProblem] = useState<ReactNode>(null);
  const mayManage = holdsRole(actor, 'supervisor');

  const read = useCallback(async () => {
    const answer = await session.host.pinState();
    return answer.ok ? answer.value.withPin.includes(person.id) : null;
  }, [session.host, person.id]);
  useEffect(() => void read().then(setHasPin), [read]);

  async function remove(): Promise<void> {
    const answer = await session.host.removePin({ personId: person.id });
    setProblem(answer.ok ? null : <FailureWords failure={answer.error} />);
    setHasPin(await read());
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
      {problem !== null && (
        <Text size="xs" c="red.8" role="alert">
          {problem}
        </Text>
      )}
      {asking && (
        <PinDialog
          person={person}
          onClose={() => {
            setAsking(false);
            void read().then(setHasPin);
          }}
        />
      )}
    </Group>
  );
}

/** A new PIN, typed twice: nobody can read what was typed. */
function PinDialog({ person, onClose }: { person: Person; onClose: () => void }) {
  const { t } = useTranslation(['directory', 'boot', 'shell']);
  const { session } = useDesk();
  const failureText = useFailureText();
  const say = useSayLacks();
  const [pin, setPin] = useState('');
  const [again, setAgain] = useState('');

  async function save(): Promise<string> {
    const answer = await session.host.setPin({ personId: person.id, pin, mayManage: holdsRole(person, 'supervisor') });
    return answer.ok ? '' : failureText(answer.error);
  }

  return (
    <FormModal
      title={t('pinOf', { name: person.name })}
      submit={t('savePin')}
      onClose={onClose}
      say={say}
      incomplete={!isPin(pin) || pin !== again}
      onSubmit={save}
    >
      <PasswordField
        label={t('boot:wizard.pin')}
        withAsterisk
        inputMode="numeric"
        autoComplete="off"
        value={pin}
        error={say.missing(pin) ?? say.wrong(!isPin(pin), t('shell:pinRule'))}
        onChange={(event) => setPin(event.currentTarget.value)}
        data-autofocus
      />
      <PasswordField
        label={t('boot:wizard.pinAgain')}
        withAsterisk
        inputMode="numeric"
        autoComplete="off"
        value={again}
        error={say.missing(again) ?? say.wrong(pin !== again, t('boot:wizard.pinDiffers'))}
        onChange={(event) => setAgain(event.currentTarget.value)}
      />
    </FormModal>
  );
}
