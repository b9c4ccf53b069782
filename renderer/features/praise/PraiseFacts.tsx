import { useTranslation } from 'react-i18next';
import { openItemOf } from '../../../shared/domain/known-number.ts';
import type { Praise } from '../../../shared/domain/praise-posting.ts';
import { FieldList } from '../../ui/FieldList.tsx';
import { formatDateTime } from '../../ui/format.ts';
import { LinkList } from '../../ui/LinkList.tsx';
import { MaskedPhone } from '../../ui/MaskedPhone.tsx';
import { ScanList } from '../../ui/ScanList.tsx';
import { useDesk } from '../../ui/session.tsx';
import { useRecordWords } from '../../ui/use-record-words.ts';

/** A praise's fields as they stand. */
export function PraiseFacts({ praise }: { praise: Praise }) {
  const { t } = useTranslation(['praise', 'history', 'common']);
  const { settings, departmentOf } = useDesk();
  const words = useRecordWords();
  const praised = praise.employees.map(({ name, departmentId }) => {
    const department = departmentOf(departmentId);
    return department === '' ? name : `${name} · ${department}`;
  });
  const source = {
    table: praise.sourceTable,
    id: praise.sourceId,
    number: praise.letterNumber === '' ? t('field.source') : praise.letterNumber,
  };
  return (
    <FieldList
      fields={[
        { label: t('field.receivedOn'), value: praise.receivedOn },
        { label: t('field.form'), value: t(`form.${praise.form}`) },
        {
          label: praise.letterNumber === '' ? t('field.source') : t('field.letterNumber'),
          value: praise.sourceId !== '' && <LinkList links={[source]} />,
        },
        { label: t('field.praisedBy'), value: praise.praisedBy },
        { label: t('field.unit'), value: praise.unit },
        {
          label: t('field.phone'),
          value: praise.phone !== '' && (
            <MaskedPhone phone={praise.phone} table="praises" recordId={praise.id} field="phone" openItem={openItemOf('praises', praise)} />
          ),
        },
        { label: t('field.employees'), value: praised.join('\n') },
        { label: t('field.departmentIds'), value: praise.departmentIds.map(departmentOf).join(t('common:listSeparator')) },
        { label: t('field.whatFor'), value: praise.whatFor, wide: true },
        {
          label: t('field.thanked'),
          value:
            praise.thankedHow !== '' &&
            t('thankedText', { how: t(`thankedHow.${praise.thankedHow}`), at: formatDateTime(praise.thankedAt, settings.desk.zone) }),
        },
        { label: t('field.rewardNoticeNumber'), value: praise.rewardNoticeNumber },
        { label: t('field.keptWhere'), value: praise.keptWhere },
        {
          label: t('field.photos'),
          value: praise.photos.length > 0 && <ScanList scans={praise.photos} />,
          wide: true,
        },
        { label: t('field.timesPrinted'), value: words.printed(praise.timesPrinted, 0) },
        { label: t('field.cancelReason'), value: praise.cancelReason, wide: true },
        { label: t('field.note'), value: praise.note, wide: true },
      ]}
    />
  );
}
