import { useMemo } from 'react';
import type { DeskPromise } from '../../../shared/domain/promise.ts';
import type { Reception } from '../../../shared/domain/reception.ts';
import { printMessageSlip } from '../../print/message-slip.tsx';
import { usePaperChoice } from '../../ui/paper-choice.tsx';
import { PrintDialog } from '../../ui/PrintDialog.tsx';
import type { PrintRequest } from '../../ui/print-sheet.ts';
import { useDesk } from '../../ui/session.tsx';
import { useCallerName } from '../../ui/use-caller-name.ts';

interface MessageSlipPrintProps {
  entry: Reception;
  message: DeskPromise;
  onClose: () => void;
}

const PAPERS = { A5: 'A5', roll: 'roll' } as const;

/** The slip for an absent colleague (2:3.1.4); the number stands in full, because it has to be rung. */
export function MessageSlipPrint({ entry, message, onClose }: MessageSlipPrintProps) {
  const { people, nameOf, departmentOf } = useDesk();
  const callerName = useCallerName();
  const paper = usePaperChoice('slip-paper', PAPERS, 'A5');
  const size = paper?.size;
  const request = useMemo<PrintRequest | null>(() => {
    if (size === undefined) return null;
    const colleague = people.find((one) => one.id === message.forPersonId);
    return {
      build: (context, phone) =>
        printMessageSlip(
          {
            number: entry.number,
            forWhom: message.forName === '' ? (colleague?.name ?? '') : message.forName,
            department: departmentOf(colleague?.departmentId ?? ''),
            caller: callerName(entry),
            unit: entry.unit,
            phone: phone(message.phone),
            calledAt: entry.occurredAt,
            message: message.about,
            wish: 'callBack',
            takenBy: nameOf(entry.takenBy),
          },
          context,
          size,
        ),
      roll: size === 'roll',
      log: { printout: 'messageSlip', table: 'promises', recordId: message.id, recordNumber: entry.number, personalData: true, range: '' },
    };
  }, [entry, message, size, people, nameOf, departmentOf, callerName]);
  if (request === null) return null;
  return (
    <PrintDialog request={request} onClose={onClose}>
      {paper?.control}
    </PrintDialog>
  );
}
