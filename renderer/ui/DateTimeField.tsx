import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { parseLocalDateTime } from '../../shared/domain/parse-when.ts';
import { formatDateTime } from './format.ts';
import { useDesk } from './session.tsx';
import { TypedField, type TypedFieldProps } from './TypedField.tsx';

/** A date and time as an instant, ISO 8601 UTC: `8:02` means today, 明天下午3点 tomorrow. */
export function DateTimeField(props: TypedFieldProps) {
  const { settings, session } = useDesk();
  const { t } = useTranslation('common');
  const { zone } = settings.desk;
  const write = useCallback((value: string) => formatDateTime(value, zone), [zone]);

  function read(text: string): string | null {
    if (text.trim() === '') return '';
    const at = parseLocalDateTime(text, session.clock.now(), zone);
    // Typed to the minute, it is the same moment as one stored to the millisecond.
    return at !== null && write(at) === write(props.value) ? props.value : at;
  }

  return <TypedField placeholder={t('timeSample')} {...props} read={read} write={write} rule={t('timeRule')} />;
}
