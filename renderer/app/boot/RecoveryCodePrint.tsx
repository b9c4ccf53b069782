import { useMemo } from 'react';
import { printRecoveryCode } from '../../print/recovery-code.tsx';
import { PrintDialog } from '../../ui/PrintDialog.tsx';
import type { PrintRequest } from '../../ui/print-sheet.ts';
import { DeskProvider } from '../../ui/session.tsx';
import type { OpenBook } from './open-book.ts';

interface RecoveryCodePrintProps {
  book: OpenBook;
  personId: string;
  code: string;
  onClose: () => void;
}

/** Prints the recovery code before the desk itself is open. The print log keeps that it was printed, never the code. */
export function RecoveryCodePrint({ book, personId, code, onClose }: RecoveryCodePrintProps) {
  const request = useMemo<PrintRequest>(
    () => ({
      build: (context) => printRecoveryCode(code, context),
      log: { printout: 'recoveryCode', table: '', recordId: '', recordNumber: '', personalData: false, range: '' },
    }),
    [code],
  );
  return (
    <DeskProvider session={book} actorId={personId} fallback={null}>
      <PrintDialog request={request} onClose={onClose} />
    </DeskProvider>
  );
}
