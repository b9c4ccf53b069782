import { TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import type { KnownNumber } from '../../shared/domain/known-number.ts';
import { maskPhone } from '../../shared/domain/phone.ts';
import { SecretField, type PlainField } from './SecretField.tsx';

interface PhoneFieldProps {
  label: string;
  value: string;
  onChange: (phone: string) => void;
  /** Where the number came from, if nobody typed it here; `null` while it is typed. */
  from: KnownNumber | null;
  error?: ReactNode;
  disabled?: boolean;
  /** The field where nothing is hidden, if it is not a plain one. */
  plain?: PlainField;
}

/** A phone in a form: one taken over from a record is masked until asked for, whatever form it stands in (DOMAIN §15). */
export function PhoneField({ from, value, onChange, plain, ...rest }: PhoneFieldProps) {
  if (from === null) {
    return (
      plain?.(value, onChange, false) ?? (
        <TextInput {...rest} inputMode="tel" value={value} onChange={(event) => onChange(event.currentTarget.value)} autoComplete="off" />
      )
    );
  }
  return (
    // Somebody else chosen is another number, not seen yet.
    <SecretField
      {...rest}
      key={`${from.recordId}/${from.field}/${from.phone}`}
      value={value}
      onChange={onChange}
      stored={from.phone}
      mask={maskPhone}
      table={from.table}
      recordId={from.recordId}
      field={from.field}
      openItem={from.openItem === '' ? undefined : from.openItem}
      plain={plain}
    />
  );
}
