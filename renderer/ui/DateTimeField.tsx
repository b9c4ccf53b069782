import { TextInput, type TextInputProps } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { parseLocalDateTime } from '../../shared/domain/parse-when.ts';
import { formatDateTime } from './format.ts';
import { useDesk } from './session.tsx';

interface DateTimeFieldProps extends Omit<TextInputProps, 'value' | 'onChange' | 'onBlur'> {
  /** ISO 8601 UTC; `''` when unknown. */
  value: string;
  onChange: (value: string) => void;
}

/** A date and time typed as on paper: `8:02` means today; anything that cannot be read is said beside the field and kept. */
export function DateTimeField({ value, onChange, error, ...rest }: DateTimeFieldProps) {
  const { settings, session } = useDesk();
  const { t } = useTranslation('common');
  const { zone } = settings.desk;
  const [text, setText] = useState(formatDateTime(value, zone));
  const [wrong, setWrong] = useState(false);
  useEffect(() => setText(formatDateTime(value, zone)), [value, zone]);

  function settle(): void {
    if (text.trim() === '') {
      setWrong(false);
      onChange('');
      return;
    }
    const read = parseLocalDateTime(text, session.clock.now(), zone);
    setWrong(read === null);
    if (read !== null && formatDateTime(read, zone) !== formatDateTime(value, zone)) onChange(read);
    else if (read !== null) setText(formatDateTime(value, zone));
  }

  return (
    <TextInput
      {...rest}
      value={text}
      placeholder="HH:mm"
      error={wrong ? t('timeRule') : error}
      onChange={(event) => setText(event.currentTarget.value)}
      onBlur={settle}
    />
  );
}
