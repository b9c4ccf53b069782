import { useTranslation } from 'react-i18next';
import { localDateOf } from '../../shared/domain/due-time.ts';
import { parseLocalDate } from '../../shared/domain/parse-when.ts';
import { useDesk } from './session.tsx';
import { TypedField, type TypedFieldProps } from './TypedField.tsx';

/** A date is stored as it is written. */
const asItIs = (value: string) => value;

/** A date `YYYY-MM-DD`, typed as `11-20`, `1120` or `11月20日`. */
export function DateField(props: TypedFieldProps) {
  const { settings, session } = useDesk();
  const { t } = useTranslation('common');
  const read = (text: string) => (text.trim() === '' ? '' : parseLocalDate(text, localDateOf(session.clock.now(), settings.desk.zone)));
  return <TypedField placeholder="YYYY-MM-DD" {...props} read={read} write={asItIs} rule={t('dateRule')} />;
}
