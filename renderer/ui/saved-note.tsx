import { notifications, notificationsStore } from '@mantine/notifications';
import { useTranslation } from 'react-i18next';

/** Milliseconds a *saved* note stays; what went wrong stays until it is closed. */
const STAYS_MS = 2500;

let last = '';

/** Worded where it is shown: the language may be switched while it stands there. */
function SavedWords() {
  const { t } = useTranslation('shell');
  return t('saved');
}

/**
 * Says that something was saved; several saves in a row say it once. Each note has an id of its own: one that is shown
 * again under its old id while it fades comes back and never goes (`@mantine/notifications` 9.7.3 sets no second timer).
 */
export function showSavedNote(): void {
  const { notifications: shown, queue } = notificationsStore.getState();
  if ([...shown, ...queue].some(({ id }) => id === last)) return;
  last = notifications.show({ message: <SavedWords />, color: 'teal', autoClose: STAYS_MS });
}
