import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Praise } from '../../../shared/domain/praise-posting.ts';
import { formatDateTime, stacked } from '../../ui/format.ts';
import type { PaperColumn } from '../../ui/RegisterPrint.tsx';
import { useDesk } from '../../ui/session.tsx';

/** Columns of 《表扬信张贴登记》 on paper (DOMAIN §6). */
export function usePraiseColumns(): PaperColumn<Praise>[] {
  const { t } = useTranslation('praise');
  const { settings, departmentOf } = useDesk();
  const { zone } = settings.desk;
  return useMemo(() => {
    return [
      { header: t('field.number'), widthMm: 25, text: (row) => row.number },
      { header: t('field.letterNumber'), widthMm: 27, text: (row) => row.letterNumber },
      { header: t('field.receivedOn'), widthMm: 22, text: (row) => stacked(row.receivedOn, t(`form.${row.form}`)) },
      { header: t('field.praisedBy'), widthMm: 23, text: (row) => stacked(row.praisedBy, row.unit) },
      {
        header: t('field.employees'),
        widthMm: 30,
        text: (row) =>
          stacked(
            ...row.employees.map((one) => `${one.name} ${departmentOf(one.departmentId)}`.trim()),
            ...row.departmentIds.map(departmentOf),
          ),
      },
      { header: t('field.whatFor'), widthMm: 44, text: (row) => row.whatFor },
      {
        header: t('field.original'),
        widthMm: 32,
        text: (row) => (row.original === null ? '' : stacked(row.original.on, row.original.place)),
      },
      {
        header: t('field.copies'),
        widthMm: 36,
        text: (row) => stacked(...row.copies.map((copy) => `${departmentOf(copy.departmentId)} ${copy.on}`)),
      },
      { header: t('field.rewardNoticeNumber'), widthMm: 24, text: (row) => row.rewardNoticeNumber },
      {
        header: t('field.thanked'),
        widthMm: 29,
        text: (row) => (row.thankedHow === '' ? '' : stacked(t(`thankedHow.${row.thankedHow}`), formatDateTime(row.thankedAt, zone))),
      },
      { header: t('field.state'), widthMm: 18, text: (row) => t(`stateName.${row.state}`) },
    ];
  }, [t, zone, departmentOf]);
}
