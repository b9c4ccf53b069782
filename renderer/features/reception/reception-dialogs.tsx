import { Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Reception } from '../../../shared/domain/reception.ts';
import { checkReception } from '../../data/operations/check-reception.ts';
import { closeReception } from '../../data/operations/close-reception.ts';
import { decideComplaint } from '../../data/operations/decide-complaint.ts';
import { DecideComplaint } from '../../ui/DecideComplaint.tsx';
import { FormModal } from '../../ui/FormModal.tsx';
import { useOperation } from '../../ui/use-operation.ts';

interface EntryDialogProps {
  entry: Reception;
  onClose: () => void;
}

/** Closes an entry with its result. */
export function CloseEntry({ entry, onClose }: EntryDialogProps) {
  const { t } = useTranslation('reception');
  const run = useOperation();
  const [result, setResult] = useState('');
  return (
    <FormModal
      title={t('closeTitle')}
      submit={t('close')}
      onClose={onClose}
      onSubmit={async () => {
        const outcome = await run(closeReception, { id: entry.id, result }, { quiet: true });
        return outcome.ok ? '' : outcome.text;
      }}
    >
      <Textarea label={t('closeResult')} value={result} onChange={(event) => setResult(event.currentTarget.value)} data-autofocus />
    </FormModal>
  );
}

/** The assistant's daily reading (3:3.2). */
export function CheckEntry({ entry, onClose }: EntryDialogProps) {
  const { t } = useTranslation('reception');
  const run = useOperation();
  const [remark, setRemark] = useState(entry.checkRemark);
  return (
    <FormModal
      title={t('check')}
      submit={t('check')}
      onClose={onClose}
      onSubmit={async () => {
        const outcome = await run(checkReception, { id: entry.id, remark }, { quiet: true });
        return outcome.ok ? '' : outcome.text;
      }}
    >
      <Textarea label={t('checkRemark')} value={remark} onChange={(event) => setRemark(event.currentTarget.value)} data-autofocus />
    </FormModal>
  );
}

/** The assistant decides whether a complaint is followed up (2:3.3.2). */
export function DecideEntry({ entry, onClose }: EntryDialogProps) {
  const { t } = useTranslation('reception');
  const run = useOperation();
  return (
    <DecideComplaint
      field="complaint"
      title={t('decide')}
      again={entry.complaint !== null}
      choices={[
        { value: 'followUp', label: t('decideFollowUp') },
        { value: 'noFollowUp', label: t('decideNo') },
      ]}
      decide={async (decision, why) => {
        const result = await run(decideComplaint, { id: entry.id, ...decision }, { ...why, quiet: true });
        return result.ok ? '' : result.text;
      }}
      onClose={onClose}
    />
  );
}
