import { Select, SimpleGrid, Textarea, TextInput } from '@mantine/core';
import { useLiveQuery } from 'dexie-react-hooks';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { isPhone, normalisePhone } from '../../../shared/domain/phone.ts';
import { outsideNumberInput, type OutsideNumberInput } from '../../../shared/domain/property.ts';
import { saveOutsideNumber } from '../../data/operations/save-outside-number.ts';
import { useDatabase } from '../../ui/session.tsx';
import { useOperation } from '../../ui/use-operation.ts';
import { RecordBrowser, type SectionProps } from './RecordBrowser.tsx';
import { RecordForm } from '../../ui/RecordForm.tsx';
import { RecordGate, type RecordGateContent } from '../../ui/RecordGate.tsx';
import { startValues } from '../../ui/start-values.ts';
import { useRecordForm } from '../../ui/use-record-form.ts';
import { useMay } from '../../ui/may.tsx';

const KINDS = ['emergency', 'authority', 'supplier', 'other'] as const;

/** Directory of outside numbers: authorities, suppliers, emergency (4:职责2). These are public and not masked. */
export function OutsideNumbersSection({ id, open }: SectionProps) {
  const { t } = useTranslation('directory');
  const database = useDatabase();
  const may = useMay();
  const entries = useLiveQuery(() => database.outsideNumbers.toArray(), [database]);
  const rows = useMemo(
    () =>
      entries
        ?.toSorted((left, right) => KINDS.indexOf(left.kind) - KINDS.indexOf(right.kind) || left.pinyin.localeCompare(right.pinyin))
        .map((entry) => ({
          id: entry.id,
          title: entry.name,
          detail: [entry.phone, entry.contact, entry.hours].filter((part) => part !== '').join(' · '),
          badge: entry.kind === 'emergency' ? t('outsideKind.emergency') : '',
          keys: [entry.name, entry.pinyin, entry.initials, entry.contact, normalisePhone(entry.phone), t(`outsideKind.${entry.kind}`)]
            .join(' ')
            .toLowerCase(),
        })),
    [entries, t],
  );
  return (
    <RecordBrowser
      id={id}
      open={open}
      label={t('section.outside')}
      findBy={t('findBy.outside')}
      rows={rows}
      newLabel={t('new.outside')}
      emptyText={t('empty.outside')}
      mayAdd={may('save-outside-number')}
    >
      {(openId) => (
        <RecordGate key={openId} table="outsideNumbers" id={openId}>
          {(content) => <OutsideNumberForm id={openId} {...content} />}
        </RecordGate>
      )}
    </RecordBrowser>
  );
}

const EMPTY: OutsideNumberInput = { name: '', kind: 'authority', phone: '', contact: '', hours: '', note: '' };

function OutsideNumberForm({ id, draft, record, done }: RecordGateContent<'outsideNumbers'> & { id: string }) {
  const { t } = useTranslation('directory');
  const { t: common } = useTranslation('common');
  const may = useMay();
  const run = useOperation();
  const edit = useRecordForm<OutsideNumberInput>({
    draft,
    start: startValues(outsideNumberInput, record ?? EMPTY, draft.values, EMPTY),
    own: record,
    rules: {
      name: (name) => (name.trim() === '' ? common('required') : null),
      phone: (phone) => (isPhone(phone) ? null : t('phoneRule')),
    },
    save: (values, operationId) => run(saveOutsideNumber, { ...values, id }, { operationId, quiet: true }),
    done,
  });
  const { form } = edit;
  return (
    <RecordForm
      title={record === null ? t('new.outside') : record.name}
      record={edit}
      table="outsideNumbers"
      storedId={record?.id ?? ''}
      readOnly={!may('save-outside-number')}
    >
      <SimpleGrid cols={2} spacing="sm">
        <TextInput label={t('field.name')} withAsterisk maxLength={100} autoFocus={record === null} {...form.getInputProps('name')} />
        <Select
          label={t('field.kind')}
          data={KINDS.map((kind) => ({ value: kind, label: t(`outsideKind.${kind}`) }))}
          {...form.getInputProps('kind')}
        />
        <TextInput label={t('field.phone')} withAsterisk maxLength={60} {...form.getInputProps('phone')} />
        <TextInput label={t('field.contact')} maxLength={100} {...form.getInputProps('contact')} />
        <TextInput label={t('field.hours')} maxLength={100} {...form.getInputProps('hours')} />
      </SimpleGrid>
      <Textarea label={t('field.note')} maxLength={5000} {...form.getInputProps('note')} />
    </RecordForm>
  );
}
