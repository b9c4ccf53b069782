// @vitest-environment happy-dom
import { act, type ReactNode } from 'react';
import { beforeEach, expect, it, vi } from 'vitest';
import { drawing } from '../../tests/support/drawn.tsx';
import { formKeys } from './form-keys.ts';
import { FormModal } from './FormModal.tsx';
import { RevealQuestion } from './RevealQuestion.tsx';

const drawn = drawing();

async function draw(children: ReactNode): Promise<HTMLInputElement> {
  await drawn(children);
  const input = document.querySelector('input');
  if (input === null) throw new Error('expected a field');
  return input;
}

interface Keys {
  key: string;
  ctrlKey?: boolean;
}

async function press(input: HTMLInputElement, keys: Keys, isComposing: boolean): Promise<void> {
  // Async, so that what a key begins is over too.
  await act(async () => void input.dispatchEvent(new KeyboardEvent('keydown', { ...keys, isComposing, bubbles: true, cancelable: true })));
}

const did = vi.fn<(what: string) => void>();
beforeEach(() => did.mockReset());

it.each<[string, Keys, () => ReactNode]>([
  [
    'Ctrl+Enter in a long form',
    { key: 'Enter', ctrlKey: true },
    () => (
      <form onKeyDown={formKeys(() => did('save'))}>
        <input />
      </form>
    ),
  ],
  [
    'Escape in a long form',
    { key: 'Escape' },
    () => (
      <form
        onKeyDown={formKeys(
          () => undefined,
          () => did('put aside'),
        )}
      >
        <input />
      </form>
    ),
  ],
  [
    'Ctrl+Enter in a dialog',
    { key: 'Enter', ctrlKey: true },
    () => (
      <FormModal
        title=""
        submit=""
        onClose={() => undefined}
        onSubmit={() => {
          did('send');
          return Promise.resolve('');
        }}
      >
        <input />
      </FormModal>
    ),
  ],
  [
    'Escape in the question for a reason',
    { key: 'Escape' },
    () => <RevealQuestion opened title="" onAnswer={() => undefined} onClose={() => did('close')} />,
  ],
])('%s is the form’s only once the input method has done with it', async (_name, keys, screen) => {
  const input = await draw(screen());
  await press(input, keys, true);
  expect(did).not.toHaveBeenCalled();
  await press(input, keys, false);
  expect(did).toHaveBeenCalledOnce();
});

it('Enter that takes a word from the input method does not answer the question for a reason', async () => {
  const input = await draw(<RevealQuestion opened title="" onAnswer={did} onClose={() => undefined} />);
  await act(() => {
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(input, '回电');
    input.dispatchEvent(new Event('input', { bubbles: true }));
  });
  await press(input, { key: 'Enter' }, true);
  expect(did).not.toHaveBeenCalled();
  await press(input, { key: 'Enter' }, false);
  expect(did).toHaveBeenCalledWith('回电');
});
