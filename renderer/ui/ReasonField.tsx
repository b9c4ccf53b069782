import { TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

interface ReasonFieldProps {
  value: string;
  onChange: (reason: string) => void;
  error?: ReactNode;
}

/** Why a settled record is corrected (DOMAIN §15). */
export function ReasonField({ value, onChange, error }: ReasonFieldProps) {
  const { t } = useTranslation('common');
  return (
    <TextInput
      label={t('reason')}
      description={t('reasonHelp')}
      withAsterisk
      value={value}
      error={error}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
