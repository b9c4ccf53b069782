import { Kbd } from '@mantine/core';
import { useOs } from '@mantine/hooks';
import { keyText } from './key-text.ts';

/** The key beside a button. `of` as on a PC, `Ctrl+K`: on a Mac ⌘K stands there. */
export function KeyHint({ of }: { of: string }) {
  const system = useOs({ getValueInEffect: false });
  return <Kbd size="xs">{keyText(of, system === 'macos' || system === 'ios')}</Kbd>;
}

/** The key that saves a long form from anywhere (`formKeys`). */
export function SaveKey() {
  return <KeyHint of="Ctrl+Enter" />;
}
