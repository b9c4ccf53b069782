import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Letter } from '../../../shared/domain/letter.ts';
import { maskPhone } from '../../../shared/domain/phone.ts';
import { formatDateTime, stacked } from '../../ui/format.ts';
import type { PaperColumn } from '../../ui/RegisterPrint.tsx';
import { useDesk } from '../../ui/session.tsx';

/** Columns of 《客户来函目录》 on paper (DOMAIN §3); phones come masked (§15). */
export function useLetterColumns(): PaperColumn<Letter>[] {
  const { t } = useTranslation('letters');
  const { settings, nameOf, departmentOf } = useDesk();
  const { zone } = settings.desk;
  return useMemo<PaperColumn<Letter>[]>(
    () => [
      { header: t('field.number'), widthMm: 24, text: (row) => row.number },
      { header: t('field.receivedAt'), widthMm: 19, text: (row) => formatDateTime(row.receivedAt, zone) },
      {
        header: t('field.means'),
        widthMm: 16,
        text: (row) => stacked(row.means === '' ? '' : t(`means.${row.means}`), row.postalNumber),
      },
      { header: t('field.sender'), widthMm: 25, text: (row) => row.sender },
      { header: t('field.unit'), widthMm: 17, text: (row) => row.unit },
      { header: t('field.phone'), widthMm: 25, text: (row) => maskPhone(row.phone) },
      { header: t('field.category'), widthMm: 14, text: (row) => (row.category === '' ? '' : t(`category.${row.category}`)) },
      { header: t('field.subject'), widthMm: 50, text: (row) => row.subject || row.summary },
      {
        header: t('field.decision'),
        widthMm: 22,
        text: ({ decision }) =>
          decision === null
            ? ''
            : stacked(t(decision.outcome === 'issueForm' ? 'decideIssue' : 'decideNo'), nameOf(decision.decidedBy), decision.on),
      },
      {
        header: t('list.went'),
        widthMm: 26,
        text: (row) =>
          stacked(
            departmentOf(row.departmentId),
            row.handedOver === null ? '' : row.handedOver.to,
            // A reply stands in its own column.
            ...row.links.filter((to) => to.table !== 'replies').map((to) => to.number),
          ),
      },
      { header: t('list.reply'), widthMm: 25, text: (row) => stacked(row.replyNumber, row.repliedOn) },
      { header: t('field.closedOn'), widthMm: 19, text: (row) => row.closedOn },
      { header: t('field.keptWhere'), widthMm: 17, text: (row) => row.keptWhere },
    ],
    [t, zone, nameOf, departmentOf],
  );
}
