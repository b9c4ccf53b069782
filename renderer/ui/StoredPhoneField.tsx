import { TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { maskPhone } from '../../shared/domain/phone.ts';
import type { TableName } from '../../shared/domain/record-tables.ts';
import { SecretField } from './SecretField.tsx';

interface StoredPhoneFieldProps {
  label: string;
  value: string;
  onChange: (phone: string) => void;
  /** The record being changed; `null` while it is being made: what was typed just now is not hidden. */
  record: { table: TableName; id: string; number: string; phone: string; open: boolean } | null;
  error?: ReactNode;
}

/** The phone of a record in its form: that of a stored one is masked until asked for (DOMAIN §15). */
export function StoredPhoneField({ label, value, onChange, record, error }: StoredPhoneFieldProps) {
  if (record === null) {
    return (
      <TextInput label={label} inputMode="tel" value={value} onChange={(event) => onChange(event.currentTarget.value)} error={error} />
    );
  }
  return (
    <SecretField
      label={label}
      value={value}
      onChange={onChange}
      stored={record.phone}
      mask={maskPhone}
      table={record.table}
      recordId={record.id}
      field="phone"
      error={error}
      openItem={record.open ? record.number : undefined}
    />
  );
}
