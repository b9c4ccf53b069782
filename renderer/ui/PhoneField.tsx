import { TextInput } from '@mantine/core';
import { useLiveQuery } from 'dexie-react-hooks';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { KnownNumber } from '../../shared/domain/known-number.ts';
import { maskPhone } from '../../shared/domain/phone.ts';
import { tableOf } from '../data/database.ts';
import { SecretField, type PlainField } from './SecretField.tsx';
import { useDatabase } from './session.tsx';

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
  // Somebody else chosen is another number, not seen yet.
  return (
    <KnownPhone
      {...rest}
      key={`${from.recordId}/${from.field}/${from.phone}`}
      from={from}
      value={value}
      onChange={onChange}
      plain={plain}
    />
  );
}

/** With the record gone there is none to log a showing against: the number stays masked, and can be typed anew. */
function KnownPhone({ from, ...rest }: PhoneFieldProps & { from: KnownNumber }) {
  const { t } = useTranslation('directory');
  const database = useDatabase();
  const { table, recordId, field, phone, openItem } = from;
  const found = useLiveQuery(() => tableOf(database, table).where(':id').equals(recordId).count(), [database, table, recordId]);
  return (
    <SecretField
      {...rest}
      stored={phone}
      mask={maskPhone}
      table={table}
      recordId={recordId}
      field={field}
      openItem={openItem === '' ? undefined : openItem}
      hiddenFor={found === 0 ? t('sourceGone') : ''}
    />
  );
}
