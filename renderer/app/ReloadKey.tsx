import { useHotkeys } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import { useTranslation } from 'react-i18next';
import { isDialogOpen } from '../ui/open-dialog.ts';

/**
 * F5 loads the desk again, which the words of some failures ask for: Electron's window has no menu that would know the key. What
 * is typed into a dialog is no draft, so there it stops, in a browser too.
 */
export function ReloadKey() {
  const { t } = useTranslation('shell');
  useHotkeys(
    [
      [
        'F5',
        () => {
          if (isDialogOpen()) notifications.show({ message: t('keyBehindDialog'), color: 'orange' });
          else globalThis.location.reload();
        },
      ],
    ],
    [],
  );
  return null;
}
