import { notifications } from '@mantine/notifications';
import { createElement, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { NO_SCAN, takeScanKey } from '../../../shared/domain/barcode-scan.ts';
import { pageOfNumber } from '../../data/queries/find-by-number.ts';
import { isDialogOpen } from '../../ui/open-dialog.ts';
import { useDatabase } from '../../ui/session.tsx';
import { ScanUnknown } from './ScanUnknown.tsx';

/** In a text field a scan is text: the search box finds it, a form keeps it. */
function isTextField(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && (target.isContentEditable || target.matches('input:not([type=radio], [type=checkbox]), textarea'))
  );
}

/** A barcode scanned on any page opens its record; a number nobody has given is said plainly. */
export function useBarcodeScanner(go: (path: string) => void): void {
  const { t } = useTranslation('shell');
  const database = useDatabase();

  useEffect(() => {
    let state = NO_SCAN;

    async function open(number: string): Promise<void> {
      if (isDialogOpen()) {
        notifications.show({ message: t('scanBehindDialog', { number }), color: 'orange' });
        return;
      }
      const path = await pageOfNumber(database, number);
      if (path === null) notifications.show({ message: createElement(ScanUnknown, { number }), color: 'red', autoClose: false });
      else go(path);
    }

    function onKeyDown(event: KeyboardEvent): void {
      if (isTextField(event.target) || event.ctrlKey || event.altKey || event.metaKey) {
        state = NO_SCAN;
        return;
      }
      const step = takeScanKey(state, event.key, event.timeStamp);
      state = step.state;
      if (step.scanned === '') return;
      // The scanner's Enter must not press the button that happens to have the focus.
      event.preventDefault();
      event.stopPropagation();
      void open(step.scanned);
    }

    document.addEventListener('keydown', onKeyDown, { capture: true });
    return () => document.removeEventListener('keydown', onKeyDown, { capture: true });
  }, [database, go, t]);
}
