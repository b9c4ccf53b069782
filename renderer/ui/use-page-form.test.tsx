// @vitest-environment happy-dom
import { TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import type { i18n } from 'i18next';
import { act, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { expect, it } from 'vitest';
import { drawing } from '../../tests/support/drawn.tsx';
import type { Failure } from '../../shared/contract/result.ts';
import type { DraftKeeper } from './draft-keeper.ts';
import { FailureWords } from './FailureWords.tsx';
import type { RunOutcome } from './use-operation.ts';
import { usePageForm } from './use-page-form.ts';

const keeper = {} as unknown as DraftKeeper;
let language: i18n;

function Form({ refused }: { refused: Failure }) {
  const { t, i18n } = useTranslation('common');
  const form = useForm({
    initialValues: { whatFor: '', dueOn: '' },
    validate: { whatFor: (value) => (value === '' ? t('required') : null) },
  });
  const page = usePageForm(keeper, form);
  useEffect(() => {
    language = i18n;
  }, [i18n]);
  const outcome: RunOutcome = { ok: false, error: refused, text: '' };
  return (
    <form
      ref={page.element}
      onSubmit={(event) => {
        event.preventDefault();
        void page.save(() => Promise.resolve(outcome), '/');
      }}
    >
      <TextInput aria-label="whatFor" {...form.getInputProps('whatFor')} />
      <TextInput aria-label="dueOn" {...form.getInputProps('dueOn')} />
      {page.problem !== null && (
        <p>
          <FailureWords failure={page.problem} />
        </p>
      )}
    </form>
  );
}

const draw = drawing();
async function send(): Promise<void> {
  await act(async () => void document.querySelector('form')?.dispatchEvent(new Event('submit', { bubbles: true, cancelable: true })));
}
async function type(name: string, text: string): Promise<void> {
  const field = document.querySelector(`[aria-label="${name}"]`);
  await act(() => {
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(field, text);
    field?.dispatchEvent(new Event('input', { bubbles: true }));
  });
}
async function speak(to: string): Promise<void> {
  await act(() => language.changeLanguage(to));
}
function besides(name: string): string {
  const field = document.querySelector(`[aria-label="${name}"]`);
  return document.getElementById(field?.getAttribute('aria-describedby') ?? '')?.textContent ?? '';
}

it('what a rule says beside a field follows the language, and comes back with it', async () => {
  await draw(<Form refused={{ code: 'notAllowed' }} />);
  await send();
  expect(besides('whatFor')).toBe('必填');
  await speak('en');
  expect(besides('whatFor')).toBe('Required');
  await speak('zh');
  expect(besides('whatFor')).toBe('必填');
  await type('whatFor', '拾金不昧');
  await speak('en');
  expect(besides('whatFor')).toBe('');
});

it('what the book refuses is said in the language chosen by now, beside its field', async () => {
  await draw(<Form refused={{ code: 'inTheFuture', parameters: { field: 'dueOn' } }} />);
  await type('whatFor', '拾金不昧');
  await send();
  expect(besides('dueOn')).toBe('时间晚于现在。');
  await speak('en');
  expect(besides('dueOn')).toBe('This time lies in the future.');
  await speak('zh');
  expect(besides('dueOn')).toBe('时间晚于现在。');
});

it('and so is what belongs to no field', async () => {
  await draw(<Form refused={{ code: 'notAllowed' }} />);
  await type('whatFor', '拾金不昧');
  await send();
  expect(document.querySelector('p')?.textContent).toBe('您的岗位不能做这项操作。');
  await speak('en');
  expect(document.querySelector('p')?.textContent).toBe('Your role does not allow this.');
});
