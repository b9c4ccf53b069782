import { useTranslation } from 'react-i18next';
import { localDateOf } from '../../shared/domain/due-time.ts';
import { parseLocalDate, type Lean } from '../../shared/domain/parse-when.ts';
import { useDesk } from './session.tsx';
import { TypedField, type TypedFieldProps } from './TypedField.tsx';

/** A date is stored as it is written. */
const asItIs = (value: string) => value;

interface DateFieldProps extends TypedFieldProps {
  /** Which year a date without one belongs to: that of a letter lies behind, a due date ahead. */
  lean?: Lean;
}

/** A date `YYYY-MM-DD`, typed as `11-20`, `1120`, `11月20日` or 明天. */
export function DateField({ lean = 'nearest', ...props }: DateFieldProps) {
  const { settings, session } = useDesk();
  const { t } = useTranslation('common');
  const today = () => localDateOf(session.clock.now(), settings.desk.zone);
  const read = (text: string) => (text.trim() === '' ? '' : parseLocalDate(text, today(), lean));
  return <TypedField placeholder={t('dateSample')} {...props} read={read} write={asItIs} rule={t('dateRule')} />;
}
