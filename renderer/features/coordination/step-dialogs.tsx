import { Text, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CoordinationAction, CoordinationForm } from '../../../shared/domain/coordination-form.ts';
import { advanceCoordinationForm, type CoordinationStep } from '../../data/operations/advance-coordination-form.ts';
import { remindCoordinationForm } from '../../data/operations/remind-coordination-form.ts';
import { ChoiceField } from '../../ui/ChoiceField.tsx';
import { DateTimeField } from '../../ui/DateTimeField.tsx';
import { FormModal } from '../../ui/FormModal.tsx';
import { useOperation } from '../../ui/use-operation.ts';
import { useSayLacks } from '../../ui/use-say-lacks.ts';

interface StepDialogProps {
  form: CoordinationForm;
  action: CoordinationAction;
  onClose: () => void;
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
      case 'finish':
        return { action, id, measures: text, handledBy: who, at };
      case 'tellCustomer':
        return { action, id, toldHow: told, followUpResult: text, at };
      case 'archive':
        return { action, id };
      case 'cancel':
        return { action, id, reason: text };
    }
  }

  const needsWho = action === 'receive' || action === 'finish';
  const needsText = action === 'finish' || action === 'tellCustomer' || action === 'cancel';
  const incomplete = (needsWho && who.trim() === '') || (needsText && text.trim() === '');
  const textLabel = action === 'finish' ? t('field.measures') : action === 'cancel' ? t('field.cancelReason') : t('field.followUpResult');
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
          label={action === 'receive' ? t('field.receivedByName') : t('field.handledBy')}
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
          data-autofocus={needsWho ? undefined : true}
        />
      )}
      {action !== 'archive' && action !== 'cancel' && <DateTimeField label={t('field.at')} value={at} onChange={setAt} />}
    </FormModal>
  );
}

/** 催办: notes a reminder. */
export function RemindDialog({ form, onClose }: { form: CoordinationForm; onClose: () => void }) {
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
