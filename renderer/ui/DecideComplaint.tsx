import { Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ChoiceField } from './ChoiceField.tsx';
import { FormModal } from './FormModal.tsx';
import { useSayLacks } from './use-say-lacks.ts';

interface DecideComplaintProps<Outcome extends string> {
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
export function DecideComplaint<Outcome extends string>({ title, again, choices, decide, onClose }: DecideComplaintProps<Outcome>) {
  const say = useSayLacks();
  const { t } = useTranslation('common');
  const [outcome, setOutcome] = useState(choices[0].value);
  const [reason, setReason] = useState('');
  return (
    <FormModal
      title={again ? t('complaint.again') : title}
      submit={t('confirm')}
      onClose={onClose}
      say={say}
      incomplete={reason.trim() === ''}
      onSubmit={() => decide({ outcome, reason }, { reason: again ? reason : '' })}
    >
      <ChoiceField label={t('complaint.outcome')} value={outcome} onChange={setOutcome} choices={choices} />
      <Textarea
        label={t('complaint.reason')}
        withAsterisk
        value={reason}
        error={say.missing(reason)}
        onChange={(event) => setReason(event.currentTarget.value)}
        data-autofocus
      />
    </FormModal>
  );
}
