import { Alert, Button, Code, Group, Stack } from '@mantine/core';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { printRecoveryCode } from '../print/recovery-code.tsx';
import { PrintDialog } from './PrintDialog.tsx';
import type { PrintRequest } from './print-sheet.ts';

interface RecoveryCodeCardProps {
  code: string;
  onDone: () => void;
}

/** The one-time recovery code: shown once, to be written down or printed. The print log keeps that it was printed, never the code. */
export function RecoveryCodeCard({ code, onDone }: RecoveryCodeCardProps) {
  const { t } = useTranslation('common');
  const [printing, setPrinting] = useState(false);
  const print = useRef<HTMLButtonElement>(null);
  // What was pressed to get here is gone. Not to the button that ends it: a second Enter would send the code away unread.
  useEffect(() => {
    if (document.activeElement === document.body) print.current?.focus();
  }, []);
  const request = useMemo<PrintRequest>(
    () => ({
      build: (context) => printRecoveryCode(code, context),
      log: { printout: 'recoveryCode', table: '', recordId: '', recordNumber: '', personalData: false, range: '' },
    }),
    [code],
  );
  return (
    <Stack>
      <Alert color="orange" title={t('recoveryCode.keep')}>
        {t('recoveryCode.text')}
      </Alert>
      <Code block fz="xl" ta="center" aria-label={t('recoveryCode.name')}>
        {code}
      </Code>
      <Group>
        <Button ref={print} variant="default" onClick={() => setPrinting(true)}>
          {t('recoveryCode.print')}
        </Button>
        <Button onClick={onDone} data-autofocus>
          {t('recoveryCode.done')}
        </Button>
      </Group>
      {printing && <PrintDialog request={request} onClose={() => setPrinting(false)} />}
    </Stack>
  );
}
