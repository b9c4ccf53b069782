import { TextInput, type TextInputProps } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { localDateOf } from '../../shared/domain/due-time.ts';
import { parseLocalDate } from '../../shared/domain/parse-when.ts';
import { useDesk } from './session.tsx';

interface DateFieldProps extends Omit<TextInputProps, 'value' | 'onChange' | 'onBlur'> {
  /** `YYYY-MM-DD`; `''` when unknown. */
  value: string;
  onChange: (value: string) => void;
}

/** A date typed as on paper: `11-20`, `1120` or `11月20日`; what cannot be read is said beside the field and kept. */
export function DateField({ value, onChange, error, ...rest }: DateFieldProps) {
  const { settings, session } = useDesk();
  const { t } = useTranslation('common');
  const [text, setText] = useState(value);
  const [wrong, setWrong] = useState(false);
  useEffect(() => setText(value), [value]);

  function settle(): void {
    if (text.trim() === '') {
      setWrong(false);
      onChange('');
      return;
    }
    const read = parseLocalDate(text, localDateOf(session.clock.now(), settings.desk.zone));
    setWrong(read === null);
    if (read === null) return;
    setText(read);
    onChange(read);
  }

  return (
    <TextInput
      {...rest}
      value={text}
      placeholder="YYYY-MM-DD"
      error={wrong ? t('dateRule') : error}
      onChange={(event) => setText(event.currentTarget.value)}
      onBlur={settle}
    />
  );
}
