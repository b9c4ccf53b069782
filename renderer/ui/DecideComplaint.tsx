import { Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import type { OperationName } from '../../shared/domain/permissions.ts';
import type { DraftRow } from '../data/database.ts';
import { ChoiceField } from './ChoiceField.tsx';
import { DraftGate } from './drafts.tsx';
import { FormModal } from './FormModal.tsx';
import { May } from './may.tsx';
import { useDialogDraft } from './use-dialog-draft.ts';
import { useSayLacks } from './use-say-lacks.ts';

/** Where a decision that is half-typed is kept, and stands open again. */
interface HalfDecided {
  /** Its name among the drafts. */
  form: string;
  recordId: string;
  /** The record's field that holds the decision. */
  field: string;
  path: string;
  run: OperationName;
}

interface DecideComplaintProps<Outcome extends string> {
  half: HalfDecided;
  title: string;
  /** Whether it takes the place of a decision taken before: the change of it says why. */
  again: boolean;
  /** The first one is chosen at the start. */
  choices: readonly [{ value: Outcome; label: string }, ...{ value: Outcome; label: string }[]];
  /** Answers with what went wrong in words, `''` when nothing did. */
  decide: (decision: { outcome: Outcome; reason: string }, why: { reason: string }) => Promise<string>;
  onClose: () => void;
}

/** The assistant decides whether a complaint is followed up, and says why (2:3.3.2). */
export function DecideComplaint<Outcome extends string>(props: DecideComplaintProps<Outcome>) {
  const { form, recordId, run } = props.half;
  return (
    <May run={run}>
      <DraftGate dialog id={`${form}-${recordId}`} form={form}>
        {(draft) => <DecisionForm {...props} draft={draft} />}
      </DraftGate>
    </May>
  );
}

const typedDecision = z.object({ outcome: z.string(), reason: z.string() });

function DecisionForm<Outcome extends string>(props: DecideComplaintProps<Outcome> & { draft: DraftRow }) {
  const { half, title, again, choices, decide, onClose, draft } = props;
  const say = useSayLacks();
  const { t } = useTranslation('common');
  const { keeper, kept, close } = useDialogDraft(draft, half.path, onClose);
  const [before] = useState(() => typedDecision.safeParse(draft.values[half.field]).data);
  const [outcome, setOutcome] = useState(choices.find(({ value }) => value === before?.outcome)?.value ?? choices[0].value);
  const [reason, setReason] = useState(before?.reason ?? '');
  const keep = (typed: z.output<typeof typedDecision>) =>
    keeper.keep({ [half.field]: typed }, { [half.field]: { outcome: choices[0].value, reason: '' } });
  return (
    <FormModal
      title={again ? t('complaint.again') : title}
      submit={t('confirm')}
      kept={kept}
      onClose={close}
      say={say}
      incomplete={reason.trim() === ''}
      onSubmit={() => decide({ outcome, reason }, { reason: again ? reason : '' })}
    >
      <ChoiceField
        label={t('complaint.outcome')}
        value={outcome}
        onChange={(chosen) => {
          setOutcome(chosen);
          keep({ outcome: chosen, reason });
        }}
        choices={choices}
      />
      <Textarea
        label={t('complaint.reason')}
        withAsterisk
        value={reason}
        error={say.missing(reason)}
        onChange={({ currentTarget: { value } }) => {
          setReason(value);
          keep({ outcome, reason: value });
        }}
        data-autofocus
      />
    </FormModal>
  );
}
