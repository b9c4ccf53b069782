import { Anchor, Select, Stack, Text, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { UnlockOutcome } from '../../../shared/contract/host-calls.ts';
import { isPin } from '../../../shared/domain/pin.ts';
import { PasswordField } from '../../ui/PasswordField.tsx';
import { useFirstWhileTyping } from '../../ui/use-first-while-typing.ts';
import type { Answering, SupervisorSecret } from './supervisors.ts';

/** What is wrong with a field, worded only where it is shown: the language may be switched while it stands there. */
export interface SupervisorProblem {
  field: 'person' | 'pin' | 'code';
  key: MissingKey | RefusedKey;
  /** How long everybody has to wait, where that is what it says. */
  seconds?: number;
}

export interface SupervisorTyped extends SupervisorSecret {
  problem: SupervisorProblem | null;
}

export const NOBODY_TYPED: SupervisorTyped = { personId: '', pin: '', code: null, problem: null };

interface SupervisorFieldsProps {
  answering: Answering;
  value: SupervisorTyped;
  onChange: (value: SupervisorTyped) => void;
}

/** Who answers for a safety copy that is written anew: by their PIN, or by the recovery code where it is forgotten. */
export function SupervisorFields({ answering, value, onChange }: SupervisorFieldsProps) {
  const { t } = useTranslation(['boot', 'shell', 'common']);
  const { code, problem } = value;
  const typing = useFirstWhileTyping(answering.supervisors.find(({ id }) => id === value.personId)?.name ?? '');
  const said = (field: SupervisorProblem['field']) => (problem?.field === field ? t(problem.key, { seconds: problem.seconds }) : undefined);
  return (
    <Stack gap="xs">
      <Text size="sm">{t('recover.supervisorHelp')}</Text>
      <Select
        {...typing}
        label={t('recover.supervisor')}
        searchable
        data={answering.supervisors.map(({ id, name }) => ({ value: id, label: name }))}
        value={value.personId === '' ? null : value.personId}
        onChange={(id) => onChange({ ...value, personId: id ?? '', problem: null })}
        error={said('person')}
      />
      {code !== null && (
        <TextInput
          label={t('common:recoveryCode.name')}
          description={t('recover.codeHelp')}
          autoComplete="off"
          autoFocus
          value={code}
          onChange={(event) => onChange({ ...value, code: event.currentTarget.value, problem: null })}
          error={said('code')}
        />
      )}
      <PasswordField
        label={code === null ? t('recover.supervisorPin') : t('shell:newPin')}
        inputMode="numeric"
        autoComplete="off"
        value={value.pin}
        onChange={(event) => onChange({ ...value, pin: event.currentTarget.value, problem: null })}
        error={said('pin')}
      />
      {answering.codeExists && (
        <Anchor
          component="button"
          type="button"
          size="sm"
          w="fit-content"
          onClick={() => onChange({ ...value, pin: '', code: code === null ? '' : null, problem: null })}
        >
          {t(code === null ? 'recover.useCode' : 'recover.usePin')}
        </Anchor>
      )}
    </Stack>
  );
}

/** What is missing before the host need be asked; `null` when nothing is. */
export function missingIn({ personId, pin, code }: SupervisorSecret): SupervisorProblem | null {
  if (personId === '') return { field: 'person', key: 'recover.chooseSupervisor' };
  if (code !== null && code.trim() === '') return { field: 'code', key: 'shell:enterCode' };
  if (!isPin(pin)) return { field: 'pin', key: 'shell:pinRule' };
  return null;
}

type MissingKey = 'recover.chooseSupervisor' | 'shell:enterCode' | 'shell:pinRule';
type RefusedKey = 'shell:waitPin' | 'shell:waitCode' | 'shell:noPin' | 'shell:wrongPin' | 'shell:wrongCode';

/** Where the host's refusal belongs and what it says. */
export function refusalOf({ outcome, waitMs }: UnlockOutcome, { code }: SupervisorSecret): SupervisorProblem {
  const seconds = Math.ceil(waitMs / 1000);
  if (code !== null) return { field: 'code', key: outcome === 'wait' ? 'shell:waitCode' : 'shell:wrongCode', seconds };
  return { field: 'pin', key: outcome === 'wait' ? 'shell:waitPin' : outcome === 'noPin' ? 'shell:noPin' : 'shell:wrongPin', seconds };
}
