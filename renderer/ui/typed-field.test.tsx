// @vitest-environment happy-dom
import { act, useState } from 'react';
import { beforeEach, expect, it } from 'vitest';
import { drawing } from '../../tests/support/drawn.tsx';
import { TypedField } from './TypedField.tsx';

let today: string;
let stored: string;
beforeEach(() => {
  today = '2026-12-31';
  stored = '';
});

/** `8:02` is a time of the present day. */
const read = (text: string): string | null => {
  if (text === '' || /^\d{4}-/.test(text)) return text;
  return /^\d+:\d\d$/.test(text) ? `${today} ${text}` : null;
};
const write = (value: string) => value;

function Field() {
  const [value, setValue] = useState('');
  const keep = (next: string) => {
    stored = next;
    setValue(next);
  };
  return <TypedField aria-label="at" value={value} onChange={keep} read={read} write={write} rule="e.g. 8:02" />;
}

const draw = drawing();
const field = () => document.querySelector('input');
async function type(text: string): Promise<void> {
  await act(() => {
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(field(), text);
    field()?.dispatchEvent(new Event('input', { bubbles: true }));
  });
}
const leave = () => act(() => field()?.dispatchEvent(new FocusEvent('focusout', { bubbles: true })));

it('what was typed before midnight and left after it is shown as it is stored', async () => {
  await draw(<Field />);
  await type('8:02');
  today = '2027-01-01';
  await leave();
  expect(stored).toBe('2026-12-31 8:02');
  expect(field()?.value).toBe(stored);
});

it('what cannot be read stays as it was typed, and is written out once it can', async () => {
  await draw(<Field />);
  await type('8 o’clock');
  await leave();
  expect(field()?.value).toBe('8 o’clock');
  expect(document.body.textContent).toContain('e.g. 8:02');
  await type('8:02');
  await leave();
  expect(field()?.value).toBe('2026-12-31 8:02');
  expect(stored).toBe('2026-12-31 8:02');
});
