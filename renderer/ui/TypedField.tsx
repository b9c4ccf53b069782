import { TextInput, type TextInputProps } from '@mantine/core';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { useUnreadTexts } from './unread-texts.tsx';

export interface TypedFieldProps extends Omit<TextInputProps, 'value' | 'onChange' | 'onBlur'> {
  /** The value as it is stored; `''` when unknown. */
  value: string;
  onChange: (value: string) => void;
  /** Under which name a form with a draft keeps what cannot be read; without one it goes with the field. */
  keptAs?: string;
}

interface ReadingFieldProps extends TypedFieldProps {
  /** Reads what was typed; `null` when it cannot be read, `''` for nothing. */
  read: (text: string) => string | null;
  /** Writes a value out in full. The same function as long as it writes the same. */
  write: (value: string) => string;
  /** How it has to be typed, in words. */
  rule: string;
}

/**
 * A value typed as on paper. Anything that cannot be read is said beside the field and kept, and makes the field invalid,
 * so that a form can refuse to go on. What can be read counts while it is typed: Enter in the field sends its form before
 * the field is left.
 */
export function TypedField({ value, onChange, keptAs = '', read, write, rule, error, ...rest }: ReadingFieldProps) {
  const input = useRef<HTMLInputElement>(null);
  const typed = useRef(value);
  const unread = useUnreadTexts();
  const [kept] = useState(() => unread.of(keptAs));
  // Whether the text says what is stored, rather than what cannot be read.
  const isRead = useRef(kept === '');
  const [text, setText] = useState(kept === '' ? write(value) : kept);
  const [wrong, setWrong] = useState(kept !== '');
  // What was kept cannot be read now either.
  const begin = useEffectEvent(() => kept !== '' && text === kept && input.current?.setCustomValidity(rule));
  useEffect(() => void begin(), []);
  const takeOver = useEffectEvent(() => {
    isRead.current = true;
    setText(write(value));
    setWrong(false);
    note('');
  });
  useEffect(() => {
    // What was typed here is written out in full on leaving, not under the fingers.
    if (value !== typed.current) takeOver();
    typed.current = value;
  }, [value, write]);

  /** @param cannotBeRead the text that is no value; `''` where the field holds one */
  function note(cannotBeRead: string): void {
    input.current?.setCustomValidity(cannotBeRead === '' ? '' : rule);
    if (keptAs !== '') unread.note(keptAs, cannotBeRead);
  }

  function change(next: string): void {
    setText(next);
    setWrong(false);
    const found = read(next);
    isRead.current = found !== null;
    note(found === null ? next : '');
    if (found === null || found === value) return;
    typed.current = found;
    onChange(found);
  }

  function leave(): void {
    // Read when it was typed: by now `8:02` may be another day's.
    setWrong(!isRead.current);
    if (isRead.current) setText(write(value));
  }

  return (
    <TextInput
      {...rest}
      ref={input}
      value={text}
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
