import type { ReactNode } from 'react';
import { ReasonField } from './ReasonField.tsx';

/** As much as this field needs of a form whose draft keeps the reason with everything else. */
interface ReasonForm {
  values: { reason: string };
  setFieldValue(field: 'reason', reason: string): void;
  errors: { reason?: ReactNode };
}

/** Why the settled record in a page's form is corrected. */
export function FormReasonField({ form }: { form: ReasonForm }) {
  const { values, errors } = form;
  return <ReasonField value={values.reason} onChange={(reason) => form.setFieldValue('reason', reason)} error={errors.reason} />;
}
