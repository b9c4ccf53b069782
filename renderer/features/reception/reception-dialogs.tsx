import { Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import type { Reception } from '../../../shared/domain/reception.ts';
import { checkReception } from '../../data/operations/check-reception.ts';
import { closeReception } from '../../data/operations/close-reception.ts';
import { decideComplaint } from '../../data/operations/decide-complaint.ts';
import { DecideComplaint } from '../../ui/DecideComplaint.tsx';
import { FormModal } from '../../ui/FormModal.tsx';
import { useKeptFields } from '../../ui/use-kept-fields.ts';
import { useOperation } from '../../ui/use-operation.ts';

interface EntryDialogProps {
  entry: Reception;
  onClose: () => void;
}

/** Closes an entry with its result. */
export function CloseEntry({ entry, onClose }: EntryDialogProps) {
  const { t } = useTranslation('reception');
  const run = useOperation();
  const { values, set, operationId, modal } = useKeptFields(z.object({ result: z.string() }), { result: '' }, onClose);
  const { result } = values;
  return (
    <FormModal
      {...modal}
      title={t('closeTitle')}
      submit={t('close')}
      onSubmit={async () => {
        const outcome = await run(closeReception, { id: entry.id, result }, { operationId, quiet: true });
        return outcome.ok ? '' : outcome.text;
      }}
    >
      <Textarea label={t('closeResult')} value={result} onChange={(event) => set({ result: event.currentTarget.value })} data-autofocus />
    </FormModal>
  );
}

/** The assistant's daily reading (3:3.2). */
export function CheckEntry({ entry, onClose }: EntryDialogProps) {
  const { t } = useTranslation('reception');
  const run = useOperation();
  const begun = { checkRemark: entry.checkRemark };
  const { values, set, operationId, modal } = useKeptFields(z.object({ checkRemark: z.string() }), begun, onClose);
  const { checkRemark: remark } = values;
  return (
    <FormModal
      {...modal}
      title={t('check')}
      submit={t('check')}
      onSubmit={async () => {
        const outcome = await run(checkReception, { id: entry.id, remark }, { operationId, quiet: true });
        return outcome.ok ? '' : outcome.text;
      }}
    >
      <Textarea
        label={t('checkRemark')}
        value={remark}
        onChange={(event) => set({ checkRemark: event.currentTarget.value })}
        data-autofocus
      />
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
