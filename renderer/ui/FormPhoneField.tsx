import type { ReactNode } from 'react';
import type { KnownNumber } from '../../shared/domain/known-number.ts';
import { PhoneField } from './PhoneField.tsx';

/** As much as this field needs of a form whose number may have been taken over from a record. */
interface PhoneForm {
  values: { phone: string; phoneFrom: KnownNumber | null };
  setFieldValue(field: 'phone', phone: string): void;
  errors: { phone?: ReactNode };
}

/** The phone of a form of one caller, sender or addressee. */
export function FormPhoneField({ form, label }: { form: PhoneForm; label: string }) {
  const { values, errors } = form;
  return (
    <PhoneField
      label={label}
      value={values.phone}
      onChange={(phone) => form.setFieldValue('phone', phone)}
      from={values.phoneFrom}
      error={errors.phone}
    />
  );
}
