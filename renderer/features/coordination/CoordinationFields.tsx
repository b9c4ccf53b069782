import { useLiveQuery } from 'dexie-react-hooks';
import { useTranslation } from 'react-i18next';
import type { CoordinationForm } from '../../../shared/domain/coordination-form.ts';
import type { Link } from '../../../shared/domain/fields.ts';
import { openItemOf } from '../../../shared/domain/known-number.ts';
import { FieldList } from '../../ui/FieldList.tsx';
import { formatDateTime } from '../../ui/format.ts';
import { LinkList } from '../../ui/LinkList.tsx';
import { MaskedPhone } from '../../ui/MaskedPhone.tsx';
import { useDesk } from '../../ui/session.tsx';
import { useRecordWords } from '../../ui/use-record-words.ts';

interface CoordinationFieldsProps {
  form: CoordinationForm;
  /** Reply letters about its matter. */
  replies: readonly Link[];
  /** Sheets printed before a correction. */
  superseded: number;
}

/** A form's fields as they stand. */
export function CoordinationFields({ form, replies, superseded }: CoordinationFieldsProps) {
  const { t } = useTranslation(['coordination', 'common']);
  const { session, settings, nameOf, departmentOf } = useDesk();
  // A form keeps no links of its own: what came of it names it as its source.
  const orders = useLiveQuery(
    () => session.database.dispatchOrders.where('sourceId').equals(form.id).toArray(),
    [session.database, form.id],
  );
  const { zone } = settings.desk;
  const words = useRecordWords();
  return (
    <FieldList
      fields={[
        { label: t('field.department'), value: departmentOf(form.departmentId) },
        { label: t('field.helping'), value: form.helpingIds.map(departmentOf).join(t('common:listSeparator')) },
        { label: t('field.issuedAt'), value: formatDateTime(form.issuedAt, zone) },
        { label: t('field.issuedBy'), value: nameOf(form.issuedBy) },
        { label: t('field.source'), value: t(`source.${form.source}`) },
        {
          label: t('field.sourceNumber'),
          value: form.sourceId !== '' && <LinkList links={[{ table: form.sourceTable, id: form.sourceId, number: form.sourceNumber }]} />,
        },
        { label: t('field.unit'), value: form.unit },
        { label: t('field.customer'), value: form.customer },
        {
          label: t('field.phone'),
          value: form.phone !== '' && (
            <MaskedPhone
              phone={form.phone}
              table="coordinationForms"
              recordId={form.id}
              field="phone"
              openItem={openItemOf('coordinationForms', form)}
            />
          ),
        },
        {
          label: t('field.orders'),
          value: orders !== undefined && orders.length > 0 && (
            <LinkList links={orders.map((order) => ({ table: 'dispatchOrders', id: order.id, number: order.number }))} />
          ),
        },
        { label: t('field.replies'), value: replies.length > 0 && <LinkList links={replies} /> },
        { label: t('field.dueOn'), value: form.dueOn },
        { label: t('field.timesPrinted'), value: words.printed(form.timesPrinted, superseded) },
        { label: t('field.subject'), value: form.subject, wide: true },
        { label: t('field.content'), value: form.content, wide: true },
        { label: t('field.receivedByName'), value: form.receivedByName },
        { label: t('field.receivedAt'), value: formatDateTime(form.receivedAt, zone) },
        { label: t('field.handledBy'), value: form.handledBy },
        { label: t('field.doneAt'), value: formatDateTime(form.doneAt, zone) },
        { label: t('field.measures'), value: form.measures, wide: true },
        { label: t('field.toldHow'), value: form.toldHow === '' ? '' : t(`toldHow.${form.toldHow}`) },
        { label: t('field.toldAt'), value: formatDateTime(form.toldAt, zone) },
        { label: t('field.followUpResult'), value: form.followUpResult, wide: true },
        { label: t('field.headsWord'), value: words.headsWord(form.headsWord), wide: true },
        {
          label: t('field.reminders'),
          value: form.reminders
            .map((one) => t('reminded', { at: formatDateTime(one.at, zone), by: nameOf(one.by), to: one.to, note: one.note }))
            .join('\n'),
          wide: true,
        },
        { label: t('field.archived'), value: words.archived(form), wide: true },
        { label: t('field.cancelReason'), value: form.cancelReason, wide: true },
        { label: t('field.note'), value: form.note, wide: true },
      ]}
    />
  );
}
