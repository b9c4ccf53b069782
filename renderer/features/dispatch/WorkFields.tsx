import { Checkbox, Group, SimpleGrid, Text, Textarea, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { CHARGES, PAYMENT_MEANS } from '../../../shared/domain/dispatch-order.ts';
import { dispatchTotals } from '../../../shared/domain/dispatch-rules.ts';
import { formatYuan, parseYuan } from '../../../shared/domain/money.ts';
import { ChoiceField } from '../../ui/ChoiceField.tsx';
import { ChoosePerson } from '../../ui/choose.tsx';
import { DateTimeField } from '../../ui/DateTimeField.tsx';
import { isEmptyRow, readMaterial, type WorkValues } from './work-values.ts';
import { YuanField } from '../../ui/YuanField.tsx';

interface FieldsProps {
  form: UseFormReturnType<WorkValues>;
}

const MARKS = ['satisfied', 'fairly', 'notSatisfied'] as const;

/** When somebody was there, when it was done, and what was done. */
export function ReportFields({ form, correcting, arrived }: FieldsProps & { correcting: boolean; arrived: boolean }) {
  const { t } = useTranslation('dispatch');
  const { values } = form;
  return (
    <>
      <Group gap="sm" align="flex-start">
        {!correcting && !arrived && (
          <DateTimeField
            label={t('field.arrivedAt')}
            withAsterisk
            w={180}
            value={values.arrivedAt}
            keptAs="arrivedAt"
            onChange={(arrivedAt) => form.setValues({ arrivedAt })}
            error={form.errors['arrivedAt']}
            autoFocus
          />
        )}
        {!correcting && (
          <DateTimeField
            label={t('field.finishedAt')}
            w={180}
            value={values.at}
            keptAs="at"
            onChange={(at) => form.setValues({ at })}
            error={form.errors['at']}
            autoFocus={arrived}
          />
        )}
        <ChoiceField
          label={t('field.charge')}
          value={values.charge}
          onChange={(charge) => form.setValues({ charge })}
          choices={CHARGES.map((value) => ({ value, label: t(`charge.${value}`) }))}
        />
      </Group>
      <Textarea label={t('field.done')} withAsterisk minRows={2} maxRows={6} {...form.getInputProps('done')} autoFocus={correcting} />
    </>
  );
}

/** The sums as far as they can be read while they are typed. */
function totalsOf(values: WorkValues) {
  return dispatchTotals({
    materials: values.materials.filter((row) => !isEmptyRow(row)).flatMap((row) => readMaterial(row) ?? []),
    labourFen: parseYuan(values.labour) ?? 0,
    charge: values.charge,
    waivedFen: parseYuan(values.waived) ?? 0,
    payment: { receivedFen: parseYuan(values.received) ?? 0 },
  });
}

/** Labour, what is due, received, let off. */
export function PaymentFields({ form }: FieldsProps) {
  const { t } = useTranslation('dispatch');
  const { values, errors } = form;
  const totals = totalsOf(values);
  const paid = values.charge === 'paid';
  return (
    <>
      <SimpleGrid cols={4} spacing="sm" verticalSpacing="xs">
        <YuanField
          label={t('field.labourFen')}
          value={values.labour}
          onChange={(labour) => form.setValues({ labour })}
          error={errors['labour']}
        />
        {paid && (
          <>
            <YuanField
              label={t('field.quoteFen')}
              value={values.quote}
              onChange={(quote) => form.setValues({ quote })}
              error={errors['quote']}
            />
            <TextInput label={t('field.quoteAgreedBy')} {...form.getInputProps('quoteAgreedBy')} />
          </>
        )}
        <Text size="sm" role="status" aria-label={t('moneyTitle')} pt={26} fw={600}>
          {[
            `${t('field.total')} ${formatYuan(totals.totalFen)}`,
            paid ? `${t('field.due')} ${formatYuan(totals.dueFen)}` : '',
            totals.openFen > 0 ? `${t('field.open')} ${formatYuan(totals.openFen)}` : '',
          ]
            .filter((part) => part !== '')
            .join(' · ')}
        </Text>
      </SimpleGrid>
      {!paid && (
        <Text size="sm" c="gray.7">
          {t('notCharged')}
        </Text>
      )}
      {paid && (
        <>
          <Group gap="sm" align="flex-start">
            <ChoiceField
              label={t('field.means')}
              value={values.means}
              onChange={(means) => form.setValues({ means })}
              error={typeof errors['means'] === 'string' ? errors['means'] : undefined}
              choices={PAYMENT_MEANS.map((value) => ({ value, label: t(`means.${value}`) }))}
            />
            <YuanField
              label={t('field.receivedFen')}
              w={130}
              value={values.received}
              onChange={(received) => form.setValues({ received })}
              error={errors['received']}
            />
            <TextInput label={t('field.receiptNumber')} w={130} {...form.getInputProps('receiptNumber')} />
            <DateTimeField
              label={t('field.receivedAt')}
              w={150}
              value={values.receivedAt}
              keptAs="receivedAt"
              onChange={(receivedAt) => form.setValues({ receivedAt })}
            />
            <ChoosePerson
              label={t('field.collectedBy')}
              w={200}
              value={values.collectedBy}
              onChange={(collectedBy) => form.setValues({ collectedBy })}
            />
          </Group>
          <Group gap="sm" align="flex-start">
            <YuanField
              label={t('field.waivedFen')}
              w={130}
              value={values.waived}
              onChange={(waived) => form.setValues({ waived })}
              error={errors['waived']}
            />
            <ChoosePerson
              label={t('field.waivedBy')}
              w={200}
              value={values.waivedBy}
              onChange={(waivedBy) => form.setValues({ waivedBy })}
              error={errors['waivedBy']}
            />
            <TextInput label={t('field.waivedReason')} flex={1} {...form.getInputProps('waivedReason')} />
          </Group>
        </>
      )}
    </>
  );
}

/** Who signed, and how content the customer was. */
export function SignatureFields({ form }: FieldsProps) {
  const { t } = useTranslation('dispatch');
  const { values } = form;
  return (
    <Group gap="lg" align="flex-end">
      <Checkbox label={t('field.customerSigned')} {...form.getInputProps('customerSigned', { type: 'checkbox' })} />
      <Checkbox label={t('field.workerSigned')} {...form.getInputProps('workerSigned', { type: 'checkbox' })} />
      <ChoiceField
        label={t('field.satisfaction')}
        value={values.satisfaction}
        onChange={(satisfaction) => form.setValues({ satisfaction })}
        choices={MARKS.map((value) => ({ value, label: t(`satisfaction.${value}`) }))}
      />
    </Group>
  );
}
