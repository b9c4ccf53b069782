import { Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { THANKED_HOW, type Praise } from '../../../shared/domain/praise-posting.ts';
import { cancelPraisePosting } from '../../data/operations/cancel-praise-posting.ts';
import { filePraisePosting } from '../../data/operations/file-praise-posting.ts';
import { thankPraiseCustomer } from '../../data/operations/thank-praise-customer.ts';
import { ChoiceField } from '../../ui/ChoiceField.tsx';
import { DateTimeField } from '../../ui/DateTimeField.tsx';
import { FormModal } from '../../ui/FormModal.tsx';
import { ScanField } from '../../ui/ScanField.tsx';
import { useOperation } from '../../ui/use-operation.ts';
import { useSayLacks } from '../../ui/use-say-lacks.ts';

interface PraiseDialogProps {
  praise: Praise;
  onClose: () => void;
}

/** How and when the customer was thanked. */
export function ThankCustomer({ praise, onClose }: PraiseDialogProps) {
  const { t } = useTranslation('praise');
  const run = useOperation();
  const [how, setHow] = useState<(typeof THANKED_HOW)[number]>('call');
  const [at, setAt] = useState('');
  return (
    <FormModal
      title={`${t('thank')} ${praise.number}`}
      submit={t('thank')}
      onClose={onClose}
      onSubmit={async () => {
        const result = await run(thankPraiseCustomer, { id: praise.id, how, at }, { quiet: true });
        return result.ok ? '' : result.text;
      }}
    >
      <ChoiceField
        label={t('field.thankedHow')}
        value={how}
        onChange={setHow}
        choices={THANKED_HOW.map((value) => ({ value, label: t(`thankedHow.${value}`) }))}
      />
      <DateTimeField label={t('field.thankedAt')} value={at} onChange={setAt} data-autofocus />
    </FormModal>
  );
}

/** Reward notice, where the original is kept, photos: known only after the posting. */
export function FilePraise({ praise, onClose }: PraiseDialogProps) {
  const { t } = useTranslation(['praise', 'common']);
  const run = useOperation();
  const [rewardNoticeNumber, setRewardNoticeNumber] = useState(praise.rewardNoticeNumber);
  const [keptWhere, setKeptWhere] = useState(praise.keptWhere);
  const [photos, setPhotos] = useState(praise.photos);
  return (
    <FormModal
      title={`${t('filing')} ${praise.number}`}
      submit={t('common:save')}
      onClose={onClose}
      onSubmit={async () => {
        const result = await run(filePraisePosting, { id: praise.id, rewardNoticeNumber, keptWhere, photos }, { quiet: true });
        return result.ok ? '' : result.text;
      }}
    >
      <TextInput
        label={t('field.rewardNoticeNumber')}
        value={rewardNoticeNumber}
        onChange={(event) => setRewardNoticeNumber(event.currentTarget.value)}
        data-autofocus
      />
      <TextInput label={t('field.keptWhere')} value={keptWhere} onChange={(event) => setKeptWhere(event.currentTarget.value)} />
      <ScanField label={t('field.photos')} scans={photos} onChange={setPhotos} />
    </FormModal>
  );
}

/** Cancels a posting opened by mistake; it keeps its number. */
export function CancelPraise({ praise, onClose }: PraiseDialogProps) {
  const { t } = useTranslation('praise');
  const run = useOperation();
  const say = useSayLacks();
  const [cancelReason, setCancelReason] = useState('');
  return (
    <FormModal
      title={`${t('cancel')} ${praise.number}`}
      submit={t('cancel')}
      onClose={onClose}
      say={say}
      incomplete={cancelReason.trim() === ''}
      onSubmit={async () => {
        const result = await run(cancelPraisePosting, { id: praise.id, cancelReason }, { quiet: true });
        return result.ok ? '' : result.text;
      }}
    >
      <Textarea
        label={t('field.cancelReason')}
        withAsterisk
        value={cancelReason}
        error={say.missing(cancelReason)}
        onChange={(event) => setCancelReason(event.currentTarget.value)}
        data-autofocus
      />
    </FormModal>
  );
}
