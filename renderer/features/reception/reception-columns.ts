import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { maskPhone } from '../../../shared/domain/phone.ts';
import { reachableNumber, type Reception } from '../../../shared/domain/reception.ts';
import { formatDateTime, stacked } from '../../ui/format.ts';
import type { PaperColumn } from '../../ui/RegisterPrint.tsx';
import { useDesk } from '../../ui/session.tsx';
import { useCallerName } from '../../ui/use-caller-name.ts';

/** Columns of 《电话接待记录本》 on paper (DOMAIN §2); phones come masked (§15). */
export function useReceptionColumns(): PaperColumn<Reception>[] {
  const { t } = useTranslation(['reception', 'common']);
  const { settings, nameOf, departmentOf } = useDesk();
  const callerName = useCallerName();
  return useMemo<PaperColumn<Reception>[]>(
    () => [
      { header: t('list.number'), widthMm: 27, text: (row) => row.number },
      { header: t('list.when'), widthMm: 19, text: (row) => formatDateTime(row.occurredAt, settings.desk.zone) },
      {
        header: t('list.channel'),
        widthMm: 15,
        text: (row) => stacked(t(`channel.${row.channel}`), row.rings === '' ? '' : t(`rings.${row.rings}`)),
      },
      { header: t('list.unit'), widthMm: 17, text: (row) => row.unit },
      {
        header: t('list.customer'),
        widthMm: 21,
        text: (row) => stacked(callerName(row), row.relation === '' ? '' : t(`common:relation.${row.relation}`)),
      },
      { header: t('field.phone'), widthMm: 25, text: (row) => maskPhone(reachableNumber(row)) },
      {
        header: t('list.category'),
        widthMm: 15,
        text: (row) =>
          stacked(row.category === '' ? '' : t(`category.${row.category}`), row.urgency === 'urgent' ? t('urgency.urgent') : ''),
      },
      { header: t('list.content'), widthMm: 60, text: (row) => row.content },
      { header: t('list.answer'), widthMm: 36, text: (row) => stacked(row.answer, row.result) },
      {
        header: t('list.went'),
        widthMm: 27,
        text: (row) =>
          stacked(
            row.colleagueName || nameOf(row.colleagueId),
            departmentOf(row.passedToDepartmentId),
            nameOf(row.passedToPersonId),
            ...row.links.map((to) => to.number),
          ),
      },
      { header: t('list.takenBy'), widthMm: 15, text: (row) => nameOf(row.takenBy) },
    ],
    [t, settings, nameOf, departmentOf, callerName],
  );
}
