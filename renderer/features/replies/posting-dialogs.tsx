import { Alert, Checkbox, Group, NumberInput, Text, TextInput, Textarea } from '@mantine/core';
import { useLiveQuery } from 'dexie-react-hooks';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { localDateOf } from '../../../shared/domain/due-time.ts';
import { formatYuan, parseYuan } from '../../../shared/domain/money.ts';
import { postageOf, sameCity } from '../../../shared/domain/postage.ts';
import { checkPostalNumber } from '../../../shared/domain/postal-number.ts';
import { confirmDueOn } from '../../../shared/domain/reply-delivery.ts';
import { SENDING_FORMS, type ReplyLetter } from '../../../shared/domain/reply-letter.ts';
import { letterWeight } from '../../../shared/domain/reply-steps.ts';
import { advanceReply } from '../../data/operations/advance-reply.ts';
import { postReply } from '../../data/operations/post-reply.ts';
import { ChoiceField } from '../../ui/ChoiceField.tsx';
import { DateField } from '../../ui/DateField.tsx';
import { FormModal } from '../../ui/FormModal.tsx';
import { useDayBegun } from '../../ui/KeptDialog.tsx';
import { useDesk } from '../../ui/session.tsx';
import { useKeptFields } from '../../ui/use-kept-fields.ts';
import { useOperation } from '../../ui/use-operation.ts';
import { useSayLacks } from '../../ui/use-say-lacks.ts';
import { YuanField } from '../../ui/YuanField.tsx';
import { PostalNumberField } from './PostalNumberField.tsx';
import { usePageCount } from './page-count.ts';

interface LetterDialogProps {
  letter: ReplyLetter;
  onClose: () => void;
}

const typedSeal = z.object({ sealedBy: z.string(), sealedOn: z.string() });

/** The developer's seal is put on the printed letter: by whom, when. */
export function SealDialog({ letter, onClose }: LetterDialogProps) {
  const { t } = useTranslation('replies');
  const run = useOperation();
  const say = useSayLacks();
  const begun = { sealedBy: '', sealedOn: useDayBegun() };
  const { values, set, operationId, modal } = useKeptFields(typedSeal, begun, onClose);
  const { sealedBy, sealedOn } = values;
  return (
    <FormModal
      {...modal}
      title={t('sealTitle')}
      submit={t('action.seal')}
      say={say}
      incomplete={sealedBy.trim() === '' || sealedOn === ''}
      onSubmit={async () => {
        const result = await run(advanceReply, { action: 'seal', id: letter.id, sealedBy, sealedOn }, { operationId, quiet: true });
        return result.ok ? '' : result.text;
      }}
    >
      <TextInput
        label={t('field.sealedBy')}
        withAsterisk
        value={sealedBy}
        error={say.missing(sealedBy)}
        onChange={(event) => set({ sealedBy: event.currentTarget.value })}
        data-autofocus
      />
      <DateField
        label={t('field.sealedOn')}
        withAsterisk
        value={sealedOn}
        error={say.missing(sealedOn)}
        keptAs="sealedOn"
        onChange={(day) => set({ sealedOn: day })}
      />
    </FormModal>
  );
}

const TRACEABLE = SENDING_FORMS.filter((form) => form !== 'online');

const typedPosting = z.object({
  form: z.enum(TRACEABLE),
  postalNumber: z.string(),
  receiptNumber: z.string(),
  postedOn: z.string(),
  postOffice: z.string(),
  weightGrams: z.number(),
  /** What an express service asked, as it is typed: its prices are its own. */
  charges: z.string(),
  local: z.enum(['yes', 'no']),
  returnReceipt: z.boolean(),
  onlineReason: z.string(),
  onlineAddress: z.string(),
});
const NOTHING_POSTED = {
  form: 'registered',
  postalNumber: '',
  receiptNumber: '',
  postOffice: '',
  charges: '',
  returnReceipt: false,
  onlineReason: '',
  onlineAddress: '',
} as const;

interface PostDialogProps extends LetterDialogProps {
  /** The marked exception of 1:3.6. */
  online: boolean;
}

/** The letter leaves the house: by registered mail or another traceable form, or online as an exception (1:3.6). */
export function PostDialog({ letter, online, onClose }: PostDialogProps) {
  const { t } = useTranslation(['replies', 'dispatch', 'common']);
  const { session, settings } = useDesk();
  const run = useOperation();
  const say = useSayLacks();
  const pages = usePageCount(letter);
  const today = localDateOf(session.clock.now(), settings.desk.zone);
  const holidays = useLiveQuery(() => session.database.holidays.toArray(), [session.database]) ?? [];
  const isLocal = sameCity(letter.postcode, settings.estate.developerPostcode);
  const begun = {
    ...NOTHING_POSTED,
    postedOn: useDayBegun(),
    weightGrams: letterWeight(pages).grams,
    local: isLocal ? 'yes' : 'no',
  } as const;
  const { values, set, operationId, modal } = useKeptFields(typedPosting, begun, onClose);
  const { form, postalNumber, receiptNumber, postedOn, postOffice, weightGrams, charges: paid, local, returnReceipt } = values;
  const { onlineReason, onlineAddress } = values;

  const { confirmCount } = settings.rules;
  const isPosted = !online && form !== 'byHand';
  const charges = postageOf(
    { grams: weightGrams, local: local === 'yes', registered: form === 'registered', returnReceipt },
    settings.postage,
  );
  const isLetterPost = isPosted && form === 'registered';
  const weightProblem =
    weightGrams === 0 ? say.missing('') : charges.ok ? undefined : t('post.tooHeavy', { most: settings.postage.maxGrams });
  const chargesFen = isLetterPost ? (charges.ok ? charges.totalFen : null) : isPosted ? parseYuan(paid) : 0;
  const number = checkPostalNumber(postalNumber, isLetterPost);
  const confirm = postedOn === '' ? null : confirmDueOn(postedOn, confirmCount, holidays);

  async function submit(): Promise<string> {
    const result = await run(
      postReply,
      {
        id: letter.id,
        form: online ? 'online' : form,
        postalNumber: isPosted ? postalNumber : '',
        receiptNumber: isPosted ? receiptNumber : '',
        postedOn,
        postOffice: isPosted ? postOffice : '',
        weightGrams: isPosted ? weightGrams : 0,
        chargesFen: chargesFen ?? 0,
        returnReceipt: isLetterPost && returnReceipt,
        onlineReason,
        onlineAddress,
      },
      { operationId, quiet: true },
    );
    return result.ok ? '' : result.text;
  }

  return (
    <FormModal
      {...modal}
      title={online ? t('action.sendOnline') : t('postTitle')}
      submit={online ? t('action.sendOnline') : t('action.post')}
      say={say}
      incomplete={postedOn === '' || number.errors.length > 0 || chargesFen === null || (online && onlineReason.trim() === '')}
      onSubmit={submit}
    >
      {online ? (
        <>
          <Textarea
            label={t('post.onlineReason')}
            withAsterisk
            value={onlineReason}
            error={say.missing(onlineReason)}
            onChange={(event) => set({ onlineReason: event.currentTarget.value })}
            data-autofocus
          />
          <TextInput
            label={t('post.onlineAddress')}
            value={onlineAddress}
            onChange={(event) => set({ onlineAddress: event.currentTarget.value })}
          />
        </>
      ) : (
        <ChoiceField
          label={t('post.form')}
          value={form}
          onChange={(chosen) => set({ form: chosen })}
          choices={TRACEABLE.map((value) => ({ value, label: t(`formName.${value}`) }))}
        />
      )}
      {isPosted && (
        <>
          <PostalNumberField
            registered={isLetterPost}
            required={say.missing('') !== undefined}
            value={postalNumber}
            onChange={(typed) => set({ postalNumber: typed })}
            postedReplyId={letter.id}
            today={today}
          />
          <TextInput
            label={t('post.receiptNumber')}
            value={receiptNumber}
            onChange={(event) => set({ receiptNumber: event.currentTarget.value })}
          />
        </>
      )}
      <DateField
        label={t(online ? 'post.sentOn' : 'post.postedOn')}
        withAsterisk
        value={postedOn}
        error={say.missing(postedOn)}
        keptAs="postedOn"
        onChange={(day) => set({ postedOn: day })}
      />
      {isPosted && (
        <TextInput label={t('post.postOffice')} value={postOffice} onChange={(event) => set({ postOffice: event.currentTarget.value })} />
      )}
      {isPosted && (
        <Group align="flex-start" gap="lg">
          <NumberInput
            label={t('post.weight')}
            w={110}
            min={1}
            allowDecimal={false}
            value={weightGrams}
            onChange={(grams) => set({ weightGrams: Number(grams) || 0 })}
            error={isLetterPost ? weightProblem : undefined}
          />
          {isLetterPost ? (
            <ChoiceField
              label={t('post.local')}
              value={local}
              onChange={(chosen) => set({ local: chosen })}
              choices={[
                { value: 'yes', label: t('post.localYes') },
                { value: 'no', label: t('post.localNo') },
              ]}
            />
          ) : (
            <YuanField
              label={t('post.charges')}
              w={150}
              value={paid}
              error={say.wrong(chargesFen === null, t('dispatch:moneyRule'))}
              onChange={(typed) => set({ charges: typed })}
            />
          )}
        </Group>
      )}
      {isLetterPost && (
        <>
          <Checkbox
            label={t('post.returnReceipt')}
            checked={returnReceipt}
            onChange={(event) => set({ returnReceipt: event.currentTarget.checked })}
          />
          <Text size="sm">{charges.ok && t('post.chargesAre', { sum: formatYuan(charges.totalFen) })}</Text>
        </>
      )}
      {confirm !== null && (
        <Alert color={confirm.beyondTable ? 'orange' : 'gray'} py={4}>
          {t(`post.confirmOn.${confirmCount}`, { on: confirm.date })} {confirm.beyondTable && t('post.beyond')}
        </Alert>
      )}
    </FormModal>
  );
}
