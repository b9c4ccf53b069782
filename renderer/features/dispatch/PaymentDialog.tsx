import { SimpleGrid, Text, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { PAYMENT_MEANS, type DispatchOrder } from '../../../shared/domain/dispatch-order.ts';
import { dispatchTotals } from '../../../shared/domain/dispatch-rules.ts';
import { formatYuan, parseYuan } from '../../../shared/domain/money.ts';
import { recordPayment } from '../../data/operations/record-payment.ts';
import { ChoiceField } from '../../ui/ChoiceField.tsx';
import { ChoosePerson } from '../../ui/choose.tsx';
import { DateTimeField } from '../../ui/DateTimeField.tsx';
import { FormModal } from '../../ui/FormModal.tsx';
import { useWhoBegan } from '../../ui/KeptDialog.tsx';
import { useKeptFields } from '../../ui/use-kept-fields.ts';
import { useOperation } from '../../ui/use-operation.ts';
import { useSayLacks } from '../../ui/use-say-lacks.ts';
import { YuanField } from '../../ui/YuanField.tsx';

const paid = z.object({
  /** Amounts as they are typed. */
  received: z.string(),
  waived: z.string(),
  means: z.enum(['', ...PAYMENT_MEANS]),
  receiptNumber: z.string(),
  receivedAt: z.string(),
  collectedBy: z.string(),
  waivedBy: z.string(),
  waivedReason: z.string(),
});
const NOTHING_PAID = { received: '', waived: '', means: '', receiptNumber: '', receivedAt: '', waivedBy: '', waivedReason: '' } as const;

/** Money of a finished order that came in later, or is let off with a reason. */
export function PaymentDialog({ order, onClose }: { order: DispatchOrder; onClose: () => void }) {
  const { t } = useTranslation('dispatch');
  const run = useOperation();
  const say = useSayLacks();
  const begun = { ...NOTHING_PAID, collectedBy: useWhoBegan() };
  const { values, set, operationId, modal } = useKeptFields(paid, begun, onClose);
  const { received, waived } = values;
  const nothing = received.trim() === '' && waived.trim() === '';

  async function submit(): Promise<string> {
    const [amountFen, waivedFen] = [parseYuan(received), parseYuan(waived)];
    if (amountFen === null || waivedFen === null) return t('moneyRule');
    const { means, receiptNumber, receivedAt: at, collectedBy, waivedBy, waivedReason } = values;
    const input = { id: order.id, amountFen, means, receiptNumber, at, collectedBy, waivedFen, waivedBy, waivedReason };
    const result = await run(recordPayment, input, { operationId, quiet: true });
    return result.ok ? '' : result.text;
  }

  return (
    <FormModal
      {...modal}
      title={t('payTitle', { number: order.number })}
      submit={t('action.pay')}
      size="lg"
      say={say}
      incomplete={nothing}
      onSubmit={submit}
    >
      <Text fw={600}>{t('payOpen', { amount: formatYuan(dispatchTotals(order).openFen) })}</Text>
      <SimpleGrid cols={2} spacing="sm">
        <YuanField
          label={t('payAmount')}
          value={received}
          error={say.wrong(nothing, t('payNothing'))}
          onChange={(text) => set({ received: text })}
          data-autofocus
        />
        <ChoiceField
          label={t('field.means')}
          value={values.means}
          onChange={(means) => set({ means })}
          choices={PAYMENT_MEANS.map((value) => ({ value, label: t(`means.${value}`) }))}
        />
        <TextInput
          label={t('field.receiptNumber')}
          value={values.receiptNumber}
          onChange={(event) => set({ receiptNumber: event.currentTarget.value })}
        />
        <DateTimeField
          label={t('field.receivedAt')}
          value={values.receivedAt}
          keptAs="receivedAt"
          onChange={(receivedAt) => set({ receivedAt })}
        />
        <ChoosePerson label={t('field.collectedBy')} value={values.collectedBy} onChange={(collectedBy) => set({ collectedBy })} />
      </SimpleGrid>
      <SimpleGrid cols={3} spacing="sm">
        <YuanField label={t('field.waivedFen')} value={waived} onChange={(text) => set({ waived: text })} />
        <ChoosePerson label={t('field.waivedBy')} value={values.waivedBy} onChange={(waivedBy) => set({ waivedBy })} />
        <TextInput
          label={t('field.waivedReason')}
          value={values.waivedReason}
          onChange={(event) => set({ waivedReason: event.currentTarget.value })}
        />
      </SimpleGrid>
    </FormModal>
  );
}
