import { PasswordInput, Select, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Person } from '../../../shared/domain/person.ts';
import { takeHighlighted } from '../../ui/take-highlighted.ts';

export interface SupervisorTyped {
  personId: string;
  pin: string;
  problem: string;
}

interface SupervisorFieldsProps {
  supervisors: readonly Person[];
  value: SupervisorTyped;
  onChange: (value: SupervisorTyped) => void;
}

/** Who answers for a safety copy that is written anew. */
export function SupervisorFields({ supervisors, value, onChange }: SupervisorFieldsProps) {
  const { t } = useTranslation('boot');
  return (
    <Stack gap="xs">
      <Text size="sm">{t('recover.supervisorHelp')}</Text>
      <Select
        label={t('recover.supervisor')}
        searchable
        data={supervisors.map(({ id, name }) => ({ value: id, label: name }))}
        selectFirstOptionOnChange
        onKeyDown={takeHighlighted}
        value={value.personId === '' ? null : value.personId}
        onChange={(id) => onChange({ ...value, personId: id ?? '', problem: '' })}
        error={value.personId === '' && value.problem !== '' ? value.problem : undefined}
      />
      <PasswordInput
        label={t('recover.supervisorPin')}
        inputMode="numeric"
        autoComplete="off"
        value={value.pin}
        onChange={(event) => onChange({ ...value, pin: event.currentTarget.value, problem: '' })}
        error={value.personId !== '' && value.problem !== '' ? value.problem : undefined}
      />
    </Stack>
  );
}
