// @vitest-environment happy-dom
import { notifications, notificationsStore } from '@mantine/notifications';
import type { i18n } from 'i18next';
import { act, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { beforeEach, expect, it } from 'vitest';
import { drawing } from '../../tests/support/drawn.tsx';
import { showSavedNote } from './saved-note.tsx';

beforeEach(() => notifications.clean());

const shown = () => notificationsStore.getState().notifications;

const draw = drawing();
let language: i18n;
function Note() {
  const { i18n } = useTranslation();
  useEffect(() => {
    language = i18n;
  }, [i18n]);
  return <p>{shown()[0]?.message}</p>;
}

it('the note follows the language while it stands', async () => {
  showSavedNote();
  await draw(<Note />);
  expect(document.querySelector('p')?.textContent).toBe('已保存');
  await act(() => language.changeLanguage('en'));
  expect(document.querySelector('p')?.textContent).toBe('Saved');
});

it('several saves in a row say it once, for a time', () => {
  showSavedNote();
  showSavedNote();
  expect(shown()).toMatchObject([{ autoClose: expect.any(Number) }]);
});

it('a save while the note of the last one fades has a note with an id of its own: under the old one it would never go', () => {
  showSavedNote();
  const [first] = shown();
  notifications.hide(first?.id ?? '');
  showSavedNote();
  expect(shown()).toHaveLength(1);
  expect(shown()[0]?.id).not.toBe(first?.id);
});
