import { notifications, notificationsStore } from '@mantine/notifications';
import { beforeEach, expect, it } from 'vitest';
import { showSavedNote } from './saved-note.ts';

beforeEach(() => notifications.clean());

const shown = () => notificationsStore.getState().notifications;

it('several saves in a row say it once, for a time', () => {
  showSavedNote('已保存');
  showSavedNote('已保存');
  expect(shown()).toMatchObject([{ message: '已保存', autoClose: expect.any(Number) }]);
});

it('a save while the note of the last one fades has a note with an id of its own: under the old one it would never go', () => {
  showSavedNote('已保存');
  const [first] = shown();
  notifications.hide(first?.id ?? '');
  showSavedNote('已保存');
  expect(shown()).toHaveLength(1);
  expect(shown()[0]?.id).not.toBe(first?.id);
});
