import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { CoordinationForm } from '../../../shared/domain/coordination-form.ts';
import { printCoordinationForm } from '../../print/coordination-form.tsx';
import { usePaperChoice } from '../../ui/paper-choice.tsx';
import { PrintDialog } from '../../ui/PrintDialog.tsx';
import type { PrintRequest } from '../../ui/print-sheet.ts';
import { useDesk } from '../../ui/session.tsx';
import { useSpeakerName } from '../../ui/use-speaker-name.ts';

const PAPERS = { A5: 'A5', A4: 'A4' } as const;

/** 《〈小区名〉协调单》 on A5 or A4, with stub and barcode. A department needs the customer's number: it stands in full. */
export function CoordinationPrint({ form, onClose }: { form: CoordinationForm; onClose: () => void }) {
  const { t } = useTranslation('coordination');
  const { nameOf, departmentOf } = useDesk();
  const speakerName = useSpeakerName();
  const paper = usePaperChoice('coordination-paper', PAPERS, 'A5');
  const size = paper?.size;
  const request = useMemo<PrintRequest | null>(() => {
    if (size === undefined) return null;
    const source = form.source === 'other' ? '' : form.source;
    return {
      build: (context, phone) =>
        printCoordinationForm(
          {
            number: form.number,
            issuedAt: form.issuedAt,
            issuedBy: nameOf(form.issuedBy),
            source,
            sourceNumber: form.sourceNumber,
            customer: form.customer,
            unit: form.unit,
            phone: phone(form.phone),
            department: departmentOf(form.departmentId),
            helping: form.helpingIds.map(departmentOf),
            subject: form.subject,
            content: form.content,
            dueAt: form.dueOn,
            receivedBy: form.receivedByName,
            receivedAt: form.receivedAt,
            measures: form.measures,
            handledBy: form.handledBy,
            doneAt: form.doneAt,
            customerToldHow: form.toldHow === '' ? '' : t(`toldHow.${form.toldHow}`),
            customerToldAt: form.toldAt,
            followUp: form.followUpResult,
            reminders: form.reminders.map((one) => ({ at: one.at, by: nameOf(one.by) })),
            releasedBy: form.headsWord === null ? '' : speakerName(form.headsWord),
            releasedOn: form.headsWord?.on ?? '',
            archivedBy: nameOf(form.archivedBy),
            archivedOn: form.archivedAt,
            cancelledReason: form.cancelReason,
          },
          { ...context, estateName: form.estate },
          size,
        ),
      log: {
        printout: 'coordinationForm',
        table: 'coordinationForms',
        recordId: form.id,
        recordNumber: form.number,
        personalData: form.phone !== '',
        range: '',
      },
    };
  }, [form, size, nameOf, departmentOf, speakerName, t]);
  if (request === null) return null;
  return (
    <PrintDialog request={request} onClose={onClose}>
      {paper?.control}
    </PrintDialog>
  );
}
