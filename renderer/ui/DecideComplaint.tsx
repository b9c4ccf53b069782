import { Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { ChoiceField } from './ChoiceField.tsx';
import { FormModal } from './FormModal.tsx';
import { useKeptFields } from './use-kept-fields.ts';
import { useSayLacks } from './use-say-lacks.ts';

interface DecideComplaintProps<Outcome extends string> {
  /** The record's field that holds the decision. */
  field: string;
  title: string;
  /** Whether it takes the place of a decision taken before: the change of it says why. */
  again: boolean;
  /** The first one is chosen at the start. */
  choices: readonly [{ value: Outcome; label: string }, ...{ value: Outcome; label: string }[]];
  /** Answers with what went wrong in words, `''` when nothing did. */
  decide: (decision: { outcome: Outcome; reason: string }, why: { reason: string; operationId: string }) => Promise<string>;
  onClose: () => void;
}

const typedDecision = z.object({ outcome: z.string(), reason: z.string() });

/** The assistant decides whether a complaint is followed up, and says why (2:3.3.2). */
export function DecideComplaint<Outcome extends string>(props: DecideComplaintProps<Outcome>) {
  const { field, title, again, choices, decide, onClose } = props;
  const say = useSayLacks();
  const { t } = useTranslation('common');
  const begun = { outcome: choices[0].value, reason: '' };
  const { values, set, operationId, modal } = useKeptFields(z.object({ [field]: typedDecision }), { [field]: begun }, onClose);
  const typed = values[field] ?? begun;
  const { reason } = typed;
  const outcome = choices.find(({ value }) => value === typed.outcome)?.value ?? choices[0].value;
  return (
    <FormModal
      {...modal}
      title={again ? t('complaint.again') : title}
      submit={t('confirm')}
      say={say}
      incomplete={reason.trim() === ''}
      onSubmit={() => decide({ outcome, reason }, { reason: again ? reason : '', operationId })}
    >
      <ChoiceField
        label={t('complaint.outcome')}
        value={outcome}
        onChange={(chosen) => set({ [field]: { outcome: chosen, reason } })}
        choices={choices}
      />
      <Textarea
        label={t('complaint.reason')}
        withAsterisk
        value={reason}
        error={say.missing(reason)}
        onChange={(event) => set({ [field]: { outcome, reason: event.currentTarget.value } })}
        data-autofocus
      />
    </FormModal>
  );
}
