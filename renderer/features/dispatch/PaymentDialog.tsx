import { SimpleGrid, Text, TextInput } from '@mantine/core';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { v7 as newId } from 'uuid';
import { PAYMENT_MEANS, type DispatchOrder, type PaymentMeans } from '../../../shared/domain/dispatch-order.ts';
import { dispatchTotals } from '../../../shared/domain/dispatch-rules.ts';
import { formatYuan, parseYuan } from '../../../shared/domain/money.ts';
import { recordPayment } from '../../data/operations/record-payment.ts';
import { ChoiceField } from '../../ui/ChoiceField.tsx';
import { ChoosePerson } from '../../ui/choose.tsx';
import { DateTimeField } from '../../ui/DateTimeField.tsx';
import { FormModal } from '../../ui/FormModal.tsx';
import { useDesk } from '../../ui/session.tsx';
import { useOperation } from '../../ui/use-operation.ts';
import { useSayLacks } from '../../ui/use-say-lacks.ts';
import { YuanField } from '../../ui/YuanField.tsx';

/** Money of a finished order that came in later, or is let off with a reason. */
export function PaymentDialog({ order, onClose }: { order: DispatchOrder; onClose: () => void }) {
  const { t } = useTranslation('dispatch');
  const { person } = useDesk();
  const run = useOperation();
  const say = useSayLacks();
  const operationId = useRef(newId());
  const [amount, setAmount] = useState('');
  const [means, setMeans] = useState<PaymentMeans | ''>('');
  const [receiptNumber, setReceiptNumber] = useState('');
  const [at, setAt] = useState('');
  const [collectedBy, setCollectedBy] = useState(person.id);
  const [waived, setWaived] = useState('');
  const [waivedBy, setWaivedBy] = useState('');
  const [waivedReason, setWaivedReason] = useState('');

  const nothing = amount.trim() === '' && waived.trim() === '';

  async function submit(): Promise<string> {
    const [amountFen, waivedFen] = [parseYuan(amount), parseYuan(waived)];
    if (amountFen === null || waivedFen === null) return t('moneyRule');
    const input = { id: order.id, amountFen, means, receiptNumber, at, collectedBy, waivedFen, waivedBy, waivedReason };
    const result = await run(recordPayment, input, { operationId: operationId.current, quiet: true });
    return result.ok ? '' : result.text;
  }

  return (
    <FormModal
      title={t('payTitle', { number: order.number })}
      submit={t('action.pay')}
      size="lg"
      onClose={onClose}
      say={say}
      incomplete={nothing}
      onSubmit={submit}
    >
      <Text fw={600}>{t('payOpen', { amount: formatYuan(dispatchTotals(order).openFen) })}</Text>
      <SimpleGrid cols={2} spacing="sm">
        <YuanField label={t('payAmount')} value={amount} error={say.wrong(nothing, t('payNothing'))} onChange={setAmount} data-autofocus />
        <ChoiceField
          label={t('field.means')}
          value={means}
          onChange={setMeans}
          choices={PAYMENT_MEANS.map((value) => ({ value, label: t(`means.${value}`) }))}
        />
        <TextInput
          label={t('field.receiptNumber')}
          value={receiptNumber}
          onChange={(event) => setReceiptNumber(event.currentTarget.value)}
        />
        <DateTimeField label={t('field.receivedAt')} value={at} onChange={setAt} />
        <ChoosePerson label={t('field.collectedBy')} value={collectedBy} onChange={setCollectedBy} />
      </SimpleGrid>
      <SimpleGrid cols={3} spacing="sm">
        <YuanField label={t('field.waivedFen')} value={waived} onChange={setWaived} />
        <ChoosePerson label={t('field.waivedBy')} value={waivedBy} onChange={setWaivedBy} />
        <TextInput label={t('field.waivedReason')} value={waivedReason} onChange={(event) => setWaivedReason(event.currentTarget.value)} />
      </SimpleGrid>
    </FormModal>
  );
}
