import { Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { scans } from '../../../shared/domain/fields.ts';
import { THANKED_HOW, type Praise } from '../../../shared/domain/praise-posting.ts';
import { cancelPraisePosting } from '../../data/operations/cancel-praise-posting.ts';
import { filePraisePosting } from '../../data/operations/file-praise-posting.ts';
import { thankPraiseCustomer } from '../../data/operations/thank-praise-customer.ts';
import { ChoiceField } from '../../ui/ChoiceField.tsx';
import { DateTimeField } from '../../ui/DateTimeField.tsx';
import { FormModal } from '../../ui/FormModal.tsx';
import { ScanField } from '../../ui/ScanField.tsx';
import { useKeptFields } from '../../ui/use-kept-fields.ts';
import { useOperation } from '../../ui/use-operation.ts';
import { useSayLacks } from '../../ui/use-say-lacks.ts';

interface PraiseDialogProps {
  praise: Praise;
  onClose: () => void;
}

const thanks = z.object({ thankedHow: z.enum(THANKED_HOW), thankedAt: z.string() });
const NOT_THANKED: z.output<typeof thanks> = { thankedHow: 'call', thankedAt: '' };

/** How and when the customer was thanked. */
export function ThankCustomer({ praise, onClose }: PraiseDialogProps) {
  const { t } = useTranslation('praise');
  const run = useOperation();
  const { values, set, operationId, modal } = useKeptFields(thanks, NOT_THANKED, onClose);
  return (
    <FormModal
      {...modal}
      title={`${t('thank')} ${praise.number}`}
      submit={t('thank')}
      onSubmit={async () => {
        const thanked = { id: praise.id, how: values.thankedHow, at: values.thankedAt };
        const result = await run(thankPraiseCustomer, thanked, { operationId, quiet: true });
        return result.ok ? '' : result.text;
      }}
    >
      <ChoiceField
        label={t('field.thankedHow')}
        value={values.thankedHow}
        onChange={(thankedHow) => set({ thankedHow })}
        choices={THANKED_HOW.map((value) => ({ value, label: t(`thankedHow.${value}`) }))}
      />
      <DateTimeField
        label={t('field.thankedAt')}
        value={values.thankedAt}
        keptAs="thankedAt"
        onChange={(thankedAt) => set({ thankedAt })}
        data-autofocus
      />
    </FormModal>
  );
}

const filing = z.object({ rewardNoticeNumber: z.string(), keptWhere: z.string(), photos: scans });

/** Reward notice, where the original is kept, photos: known only after the posting. */
export function FilePraise({ praise, onClose }: PraiseDialogProps) {
  const { t } = useTranslation(['praise', 'common']);
  const run = useOperation();
  const begun = { rewardNoticeNumber: praise.rewardNoticeNumber, keptWhere: praise.keptWhere, photos: praise.photos };
  const { values, set, operationId, modal } = useKeptFields(filing, begun, onClose);
  return (
    <FormModal
      {...modal}
      title={`${t('filing')} ${praise.number}`}
      submit={t('common:save')}
      onSubmit={async () => {
        const result = await run(filePraisePosting, { id: praise.id, ...values }, { operationId, quiet: true });
        return result.ok ? '' : result.text;
      }}
    >
      <TextInput
        label={t('field.rewardNoticeNumber')}
        value={values.rewardNoticeNumber}
        onChange={(event) => set({ rewardNoticeNumber: event.currentTarget.value })}
        data-autofocus
      />
      <TextInput
        label={t('field.keptWhere')}
        value={values.keptWhere}
        onChange={(event) => set({ keptWhere: event.currentTarget.value })}
      />
      <ScanField label={t('field.photos')} scans={values.photos} onChange={(change) => set(({ photos }) => ({ photos: change(photos) }))} />
    </FormModal>
  );
}

/** Cancels a posting opened by mistake; it keeps its number. */
export function CancelPraise({ praise, onClose }: PraiseDialogProps) {
  const { t } = useTranslation('praise');
  const run = useOperation();
  const say = useSayLacks();
  const { values, set, operationId, modal } = useKeptFields(z.object({ cancelReason: z.string() }), { cancelReason: '' }, onClose);
  const { cancelReason } = values;
  return (
    <FormModal
      {...modal}
      title={`${t('cancel')} ${praise.number}`}
      submit={t('cancel')}
      say={say}
      incomplete={cancelReason.trim() === ''}
      onSubmit={async () => {
        const result = await run(cancelPraisePosting, { id: praise.id, cancelReason }, { operationId, quiet: true });
        return result.ok ? '' : result.text;
      }}
    >
      <Textarea
        label={t('field.cancelReason')}
        withAsterisk
        value={cancelReason}
        error={say.missing(cancelReason)}
        onChange={(event) => set({ cancelReason: event.currentTarget.value })}
        data-autofocus
      />
    </FormModal>
  );
}
