import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { maskPhone } from '../../../shared/domain/phone.ts';
import { reachableNumber, type Reception } from '../../../shared/domain/reception.ts';
import { formatDateTime } from '../../ui/format.ts';
import type { PaperColumn } from '../../ui/RegisterPrint.tsx';
import { useDesk } from '../../ui/session.tsx';
import { useCallerName } from '../../ui/use-caller-name.ts';

/** Columns of 《电话接待记录本》 on paper (DOMAIN §2); phones come masked (§15). */
export function useReceptionColumns(): PaperColumn<Reception>[] {
  const { t } = useTranslation('reception');
  const { settings, nameOf } = useDesk();
  const callerName = useCallerName();
  return useMemo<PaperColumn<Reception>[]>(
    () => [
      { header: t('list.number'), widthMm: 28, text: (row) => row.number },
      { header: t('list.when'), widthMm: 27, text: (row) => formatDateTime(row.occurredAt, settings.desk.zone) },
      { header: t('list.channel'), widthMm: 13, text: (row) => t(`channel.${row.channel}`) },
      { header: t('list.unit'), widthMm: 20, text: (row) => row.unit },
      { header: t('list.customer'), widthMm: 22, text: callerName },
      { header: t('field.phone'), widthMm: 26, text: (row) => maskPhone(reachableNumber(row)) },
      { header: t('list.category'), widthMm: 14, text: (row) => (row.category === '' ? '' : t(`category.${row.category}`)) },
      { header: t('list.content'), widthMm: 70, text: (row) => row.content },
      { header: t('field.answer'), widthMm: 34, text: (row) => row.answer || row.result },
      { header: t('list.takenBy'), widthMm: 16, text: (row) => nameOf(row.takenBy) },
    ],
    [t, settings, nameOf, callerName],
  );
}
