import { Text, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import type { CoordinationAction, CoordinationForm } from '../../../shared/domain/coordination-form.ts';
import { advanceCoordinationForm, type CoordinationStep } from '../../data/operations/advance-coordination-form.ts';
import { remindCoordinationForm } from '../../data/operations/remind-coordination-form.ts';
import { ChoiceField } from '../../ui/ChoiceField.tsx';
import { DateTimeField } from '../../ui/DateTimeField.tsx';
import { FormModal } from '../../ui/FormModal.tsx';
import { useKeptFields } from '../../ui/use-kept-fields.ts';
import { useOperation } from '../../ui/use-operation.ts';
import { useSayLacks } from '../../ui/use-say-lacks.ts';

interface DialogProps {
  form: CoordinationForm;
  onClose: () => void;
}

interface StepDialogProps extends DialogProps {
  action: Exclude<CoordinationAction, 'finish'>;
}

const TOLD_HOW = ['call', 'visit', 'letter', 'message'] as const;

/** Takes a form one step on, with what the step must say. */
export function StepDialog({ form, action, onClose }: StepDialogProps) {
  const { t } = useTranslation('coordination');
  const run = useOperation();
  const say = useSayLacks();
  const [who, setWho] = useState('');
  const [text, setText] = useState('');
  const [told, setTold] = useState<(typeof TOLD_HOW)[number]>('call');
  const [at, setAt] = useState('');
  const { id } = form;

  function step(): CoordinationStep {
    switch (action) {
      case 'receive':
        return { action, id, receivedByName: who, at };
      case 'tellCustomer':
        return { action, id, toldHow: told, followUpResult: text, at };
      case 'archive':
        return { action, id };
      case 'cancel':
        return { action, id, reason: text };
    }
  }

  const needsWho = action === 'receive';
  const needsText = action === 'tellCustomer' || action === 'cancel';
  const incomplete = (needsWho && who.trim() === '') || (needsText && text.trim() === '');
  const textLabel = action === 'cancel' ? t('field.cancelReason') : t('field.followUpResult');
  return (
    <FormModal
      title={`${t(`action.${action}`)} ${form.number}`}
      submit={t(`action.${action}`)}
      onClose={onClose}
      say={say}
      incomplete={incomplete}
      onSubmit={async () => {
        const result = await run(advanceCoordinationForm, step(), { quiet: true });
        return result.ok ? '' : result.text;
      }}
    >
      {action === 'archive' && <Text>{form.subject}</Text>}
      {needsWho && (
        <TextInput
          label={t('field.receivedByName')}
          withAsterisk
          value={who}
          error={say.missing(who)}
          onChange={(event) => setWho(event.currentTarget.value)}
          data-autofocus
        />
      )}
      {action === 'tellCustomer' && (
        <ChoiceField
          label={t('field.toldHow')}
          value={told}
          onChange={setTold}
          choices={TOLD_HOW.map((value) => ({ value, label: t(`toldHow.${value}`) }))}
        />
      )}
      {needsText && (
        <Textarea
          label={textLabel}
          withAsterisk
          value={text}
          error={say.missing(text)}
          onChange={(event) => setText(event.currentTarget.value)}
          data-autofocus
        />
      )}
      {action !== 'archive' && action !== 'cancel' && <DateTimeField label={t('field.at')} value={at} onChange={setAt} />}
    </FormModal>
  );
}

const doneValues = z.object({ handledBy: z.string(), measures: z.string(), at: z.string() });

/** 完成: what the department says it did. It is long, and often told on the phone. */
export function FinishDialog({ form, onClose }: DialogProps) {
  const { t } = useTranslation('coordination');
  const run = useOperation();
  const say = useSayLacks();
  const { values, set, operationId, modal } = useKeptFields(doneValues, { handledBy: '', measures: '', at: '' }, onClose);
  return (
    <FormModal
      {...modal}
      title={`${t('action.finish')} ${form.number}`}
      submit={t('action.finish')}
      say={say}
      incomplete={values.handledBy.trim() === '' || values.measures.trim() === ''}
      onSubmit={async () => {
        const result = await run(advanceCoordinationForm, { action: 'finish', id: form.id, ...values }, { operationId, quiet: true });
        return result.ok ? '' : result.text;
      }}
    >
      <TextInput
        label={t('field.handledBy')}
        withAsterisk
        value={values.handledBy}
        error={say.missing(values.handledBy)}
        onChange={(event) => set({ handledBy: event.currentTarget.value })}
        data-autofocus
      />
      <Textarea
        label={t('field.measures')}
        withAsterisk
        value={values.measures}
        error={say.missing(values.measures)}
        onChange={(event) => set({ measures: event.currentTarget.value })}
      />
      <DateTimeField label={t('field.at')} value={values.at} keptAs="at" onChange={(at) => set({ at })} />
    </FormModal>
  );
}

/** 催办: notes a reminder. */
export function RemindDialog({ form, onClose }: DialogProps) {
  const { t } = useTranslation('coordination');
  const run = useOperation();
  const [to, setTo] = useState('');
  const [note, setNote] = useState('');
  return (
    <FormModal
      title={`${t('action.remind')} ${form.number}`}
      submit={t('action.remind')}
      onClose={onClose}
      onSubmit={async () => {
        const result = await run(remindCoordinationForm, { id: form.id, to, note }, { quiet: true });
        return result.ok ? '' : result.text;
      }}
    >
      <TextInput label={t('remindTo')} value={to} onChange={(event) => setTo(event.currentTarget.value)} data-autofocus />
      <TextInput label={t('remindNote')} value={note} onChange={(event) => setNote(event.currentTarget.value)} />
    </FormModal>
  );
}
