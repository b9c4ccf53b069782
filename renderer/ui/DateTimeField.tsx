import { TextInput, type TextInputProps } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { parseLocalDateTime } from '../../shared/domain/parse-when.ts';
import { formatDateTime } from './format.ts';
import { useDesk } from './session.tsx';

interface DateTimeFieldProps extends Omit<TextInputProps, 'value' | 'onChange' | 'onBlur'> {
  /** ISO 8601 UTC; `''` when unknown. */
  value: string;
  onChange: (value: string) => void;
}

/**
 * A date and time typed as on paper: `8:02` means today; anything that cannot be read is said beside the field and kept, and
 * makes the field invalid, so that a form can refuse to go on. What can be read counts while it is typed: Enter in the field
 * sends its form before the field is left.
 */
export function DateTimeField({ value, onChange, error, ...rest }: DateTimeFieldProps) {
  const { settings, session } = useDesk();
  const { t } = useTranslation('common');
  const { zone } = settings.desk;
  const input = useRef<HTMLInputElement>(null);
  const typed = useRef('');
  const [text, setText] = useState(formatDateTime(value, zone));
  const [wrong, setWrong] = useState(false);
  useEffect(() => {
    // What was typed here is written out in full on leaving, not under the fingers.
    if (value !== typed.current) setText(formatDateTime(value, zone));
    typed.current = value;
  }, [value, zone]);
  const rule = t('timeRule');

  function read(next: string): string | null {
    if (next.trim() === '') return '';
    const at = parseLocalDateTime(next, session.clock.now(), zone);
    // Typed to the minute, it is the same moment as one stored to the millisecond.
    return at !== null && formatDateTime(at, zone) === formatDateTime(value, zone) ? value : at;
  }

  function change(next: string): void {
    setText(next);
    setWrong(false);
    const at = read(next);
    input.current?.setCustomValidity(at === null ? rule : '');
    if (at === null || at === value) return;
    typed.current = at;
    onChange(at);
  }

  function leave(): void {
    const at = read(text);
    setWrong(at === null);
    if (at !== null) setText(formatDateTime(at, zone));
  }

  return (
    <TextInput
      {...rest}
      ref={input}
      value={text}
      placeholder="HH:mm"
      error={wrong ? rule : error}
      onChange={(event) => change(event.currentTarget.value)}
      onBlur={leave}
      onInvalid={(event) => {
        // Our own words beside the field, not the browser's bubble.
        event.preventDefault();
        setWrong(true);
      }}
    />
  );
}
