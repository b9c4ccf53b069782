import { TextInput, type TextInputProps } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';

export interface TypedFieldProps extends Omit<TextInputProps, 'value' | 'onChange' | 'onBlur'> {
  /** The value as it is stored; `''` when unknown. */
  value: string;
  onChange: (value: string) => void;
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
export function TypedField({ value, onChange, read, write, rule, error, ...rest }: ReadingFieldProps) {
  const input = useRef<HTMLInputElement>(null);
  const typed = useRef('');
  const [text, setText] = useState(write(value));
  const [wrong, setWrong] = useState(false);
  useEffect(() => {
    // What was typed here is written out in full on leaving, not under the fingers.
    if (value !== typed.current) setText(write(value));
    typed.current = value;
  }, [value, write]);

  function change(next: string): void {
    setText(next);
    setWrong(false);
    const found = read(next);
    input.current?.setCustomValidity(found === null ? rule : '');
    if (found === null || found === value) return;
    typed.current = found;
    onChange(found);
  }

  function leave(): void {
    const found = read(text);
    setWrong(found === null);
    if (found !== null) setText(write(found));
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
