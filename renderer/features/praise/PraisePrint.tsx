import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { praisedDepartments, type Praise } from '../../../shared/domain/praise-posting.ts';
import { printPraiseCover, printPraiseNotice, type PraisePaper } from '../../print/praise-posting.tsx';
import { joinDocuments } from '../../print/print-document.tsx';
import { PrintDialog } from '../../ui/PrintDialog.tsx';
import type { PrintRequest } from '../../ui/print-sheet.ts';
import { useDesk } from '../../ui/session.tsx';

interface PraisePrintProps {
  praise: Praise;
  /** The covers of every copy as one job, or the notice. */
  paper: 'cover' | 'notice';
  onClose: () => void;
}

/** Papers of a praise: a cover for each department's copy, and the notice for everybody (DOMAIN §6). */
export function PraisePrint({ praise, paper, onClose }: PraisePrintProps) {
  const { t } = useTranslation('praise');
  const { people, departmentOf } = useDesk();
  const request = useMemo<PrintRequest>(() => {
    const praised = praisedDepartments(praise);
    const sheet: PraisePaper = {
      number: praise.number,
      letterNumber: praise.letterNumber,
      receivedOn: praise.receivedOn,
      praisedBy: praise.praisedBy,
      unit: praise.unit,
      form: t(`form.${praise.form}`),
      employees: praise.employees.map((employee) => employee.name),
      departments: praised.map(departmentOf),
      reason: praise.whatFor,
      postedIn: '',
      postedAt: '',
      postedOn: praise.original?.on ?? '',
      postedBy: '',
    };
    const covers = praised.map((departmentId): PraisePaper => {
      const copy = praise.copies.find((one) => one.departmentId === departmentId);
      return {
        ...sheet,
        postedIn: departmentOf(departmentId),
        postedAt: copy?.place ?? '',
        postedOn: copy?.on ?? '',
        postedBy: people.find((one) => one.id === copy?.by)?.name ?? '',
      };
    });
    return {
      build: (context) => {
        if (paper === 'notice') return printPraiseNotice(sheet, context);
        // Where no department is known yet, the cover comes with room to write it in.
        const sheets = covers.length === 0 ? [{ ...sheet, postedOn: '' }] : covers;
        return joinDocuments(
          t('coversTitle', { number: praise.number }),
          sheets.map((cover) => printPraiseCover(cover, context)),
        );
      },
      log: {
        printout: paper === 'notice' ? 'praiseNotice' : 'praiseCover',
        table: 'praises',
        recordId: praise.id,
        recordNumber: praise.number,
        personalData: true,
        range: '',
      },
    };
  }, [praise, paper, people, departmentOf, t]);
  return <PrintDialog request={request} onClose={onClose} />;
}
