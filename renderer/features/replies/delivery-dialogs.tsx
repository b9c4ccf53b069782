import { Alert, Select, Text, Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { openItemOf, replyItem } from '../../../shared/domain/known-number.ts';
import { holdsRole, type Person } from '../../../shared/domain/person.ts';
import { completionGround, currentPosting, isSaid, type DeliveryNews } from '../../../shared/domain/reply-delivery.ts';
import type { ReplyLetter } from '../../../shared/domain/reply-letter.ts';
import { postedAt } from '../../../shared/domain/reply-steps.ts';
import { completeReply } from '../../data/operations/complete-reply.ts';
import { confirmReply } from '../../data/operations/confirm-reply.ts';
import { recordReplyDelivery, type ReplyDeliveryInput } from '../../data/operations/record-reply-delivery.ts';
import { ChoiceField } from '../../ui/ChoiceField.tsx';
import { DateField } from '../../ui/DateField.tsx';
import { DateTimeField } from '../../ui/DateTimeField.tsx';
import { FormModal } from '../../ui/FormModal.tsx';
import { useDayBegun } from '../../ui/KeptDialog.tsx';
import { MaskedPhone } from '../../ui/MaskedPhone.tsx';
import { ReasonField } from '../../ui/ReasonField.tsx';
import { useDesk } from '../../ui/session.tsx';
import { decisionFields, useBeginDecision, useDecision } from '../../ui/use-decision.tsx';
import { useKeptFields } from '../../ui/use-kept-fields.ts';
import { useKeptGroup } from '../../ui/use-kept-group.ts';
import { useOperation } from '../../ui/use-operation.ts';
import { useSayLacks } from '../../ui/use-say-lacks.ts';

interface LetterDialogProps {
  letter: ReplyLetter;
  onClose: () => void;
}

const OUTCOMES = ['hasIt', 'hasNot', 'notReached'] as const;

const typedCall = z.object({ outcome: z.enum(['', ...OUTCOMES]), spokenTo: z.string(), at: z.string(), note: z.string() });

/** The call three days after posting: is the letter in the customer's own hands? (1:3.6) */
export function ConfirmDialog({ letter, onClose }: LetterDialogProps) {
  const { t } = useTranslation('replies');
  const run = useOperation();
  const say = useSayLacks();
  const begun = { outcome: '', spokenTo: letter.customer, at: '', note: '' } as const;
  const { values, set, operationId, modal } = useKeptFields(typedCall, begun, onClose);
  const { outcome, spokenTo, at, note } = values;
  return (
    <FormModal
      {...modal}
      title={t('confirmTitle')}
      submit={t('action.confirm')}
      say={say}
      incomplete={outcome === '' || (outcome !== 'notReached' && spokenTo.trim() === '')}
      onSubmit={async () => {
        if (outcome === '') return '';
        const input = { id: letter.id, at, phone: letter.phone, spokenTo: outcome === 'notReached' ? '' : spokenTo, outcome, note };
        const result = await run(confirmReply, input, { operationId, quiet: true });
        return result.ok ? '' : result.text;
      }}
    >
      <Alert color="teal" py={4}>
        {t('confirm.ask')}
      </Alert>
      {letter.phone !== '' && (
        <Text size="sm">
          {t('confirm.phone')}:{' '}
          <MaskedPhone
            phone={letter.phone}
            table="replies"
            recordId={letter.id}
            field="phone"
            openItem={openItemOf('replies', replyItem(letter))}
          />
        </Text>
      )}
      <ChoiceField
        label={t('confirm.outcome')}
        withAsterisk
        takesCursor
        value={outcome}
        error={say.missing(outcome)}
        onChange={(chosen) => set({ outcome: chosen })}
        choices={OUTCOMES.map((value) => ({ value, label: t(`outcome.${value}`) }))}
      />
      {outcome !== 'notReached' && (
        <TextInput
          label={t('confirm.spokenTo')}
          withAsterisk
          value={spokenTo}
          error={say.missing(spokenTo)}
          onChange={(event) => set({ spokenTo: event.currentTarget.value })}
        />
      )}
      {(outcome === 'hasNot' || outcome === 'notReached') && (
        <Text size="sm" c="gray.7">
          {t('confirm.again')}
        </Text>
      )}
      <DateTimeField label={t('confirm.at')} value={at} keptAs="at" onChange={(time) => set({ at: time })} />
      <TextInput label={t('confirm.note')} value={note} onChange={(event) => set({ note: event.currentTarget.value })} />
    </FormModal>
  );
}

const SIGNERS = ['addressee', 'family', 'mailRoom', 'property', 'stamp', 'other'] as const;

/** Each text by the name that the record has for it. */
const typedNews = z.object({
  on: z.string(),
  signedBy: z.enum(SIGNERS),
  deliveryNote: z.string(),
  sentBackReason: z.string(),
  enquiryResult: z.string(),
  reason: z.string(),
});
const NO_NEWS = { signedBy: 'addressee', deliveryNote: '', sentBackReason: '', enquiryResult: '', reason: '' } as const;

interface DeliveryDialogProps extends LetterDialogProps {
  what: DeliveryNews;
}

/** What the post office did with the letter: delivered, sent back, asked, answered. */
export function DeliveryDialog({ letter, what, onClose }: DeliveryDialogProps) {
  const { t } = useTranslation('replies');
  const run = useOperation();
  const say = useSayLacks();
  const begun = { on: useDayBegun(), ...NO_NEWS };
  const { values, set, operationId, modal } = useKeptFields(typedNews, begun, onClose);
  const { on, signedBy, reason } = values;
  const textField = what === 'sentBack' ? 'sentBackReason' : what === 'answered' ? 'enquiryResult' : 'deliveryNote';
  const text = values[textField];
  const { id } = letter;
  const posting = currentPosting(letter);
  const correcting = posting !== null && isSaid(posting, what);

  function input(): ReplyDeliveryInput {
    switch (what) {
      case 'delivered':
        return { what, id, on, signedBy, note: text };
      case 'sentBack':
        return { what, id, on, reason: text };
      case 'enquired':
        return { what, id, on };
      case 'answered':
        return { what, id, on, result: text };
    }
  }

  const title = { delivered: 'delivered', sentBack: 'sentBack', enquired: 'enquire', answered: 'answer' } as const;
  const textLabel = what === 'sentBack' ? t('delivery.reason') : what === 'answered' ? t('delivery.result') : t('delivery.note');
  const needsText = what === 'sentBack' || what === 'answered';
  return (
    <FormModal
      {...modal}
      title={t(`action.${title[what]}`)}
      submit={t(`action.${title[what]}`)}
      say={say}
      incomplete={on === '' || (needsText && text.trim() === '') || (correcting && reason.trim() === '')}
      onSubmit={async () => {
        const result = await run(recordReplyDelivery, input(), { reason: correcting ? reason : '', operationId, quiet: true });
        return result.ok ? '' : result.text;
      }}
    >
      <DateField
        label={t('delivery.on')}
        withAsterisk
        value={on}
        error={say.missing(on)}
        keptAs="on"
        onChange={(day) => set({ on: day })}
        data-autofocus
      />
      {what === 'delivered' && (
        <>
          <Select
            label={t('delivery.signedBy')}
            allowDeselect={false}
            data={SIGNERS.map((value) => ({ value, label: t(`signedBy.${value}`) }))}
            value={signedBy}
            onChange={(value) => set({ signedBy: SIGNERS.find((one) => one === value) ?? signedBy })}
          />
          <Text size="sm" c="gray.7">
            {t('delivery.proves')}
          </Text>
        </>
      )}
      {what !== 'enquired' && (
        <Textarea
          label={textLabel}
          withAsterisk={needsText}
          value={text}
          error={needsText ? say.missing(text) : undefined}
          onChange={(event) => set({ [textField]: event.currentTarget.value })}
        />
      )}
      {correcting && <ReasonField value={reason} error={say.missing(reason)} onChange={(why) => set({ reason: why })} />}
    </FormModal>
  );
}

/** Complete: on the customer's word, a signature that proves it, or the supervisor's word with a reason. */
export function CompleteDialog({ letter, onClose }: LetterDialogProps) {
  const { t } = useTranslation('replies');
  const { people, settings } = useDesk();
  const run = useOperation();
  const say = useSayLacks();
  const ground = completionGround(letter, null, postedAt(letter, settings.desk.zone));
  const mayDecide = (one: Person) => holdsRole(one, 'supervisor');
  const begun = useBeginDecision()(people.find(mayDecide)?.id ?? '');
  const kept = useKeptGroup('supervisorsWord', decisionFields, begun, onClose);
  const decision = useDecision({
    whose: t('supervisor'),
    among: mayDecide,
    opinionRequired: true,
    kept,
  });

  async function submit(): Promise<string> {
    if (ground !== null) {
      const result = await run(completeReply, { id: letter.id }, { operationId: kept.operationId, quiet: true });
      return result.ok ? '' : result.text;
    }
    const taken = await decision.take();
    if (!taken.ok) return taken.text;
    const { operationId, confirmations } = taken.value;
    const input = { id: letter.id, supervisorsWord: taken.value.decision };
    const result = await run(completeReply, input, { operationId, confirmations, quiet: true });
    return result.ok ? '' : result.text;
  }

  return (
    <FormModal
      {...kept.modal}
      title={t('completeTitle')}
      submit={t('action.complete')}
      say={say}
      incomplete={ground === null && decision.incomplete}
      onSubmit={submit}
    >
      {ground === null ? (
        <>
          <Alert color="orange">{t('completeWord')}</Alert>
          {decision.fields(say)}
        </>
      ) : (
        <Text>{t('completeBy', { ground: t(`ground.${ground}`) })}</Text>
      )}
    </FormModal>
  );
}
