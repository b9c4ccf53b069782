import { Text, Textarea, TextInput } from '@mantine/core';
import type { ChangeEvent } from 'react';
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
  action: Exclude<CoordinationAction, 'finish' | 'archive'>;
}

const TOLD_HOW = ['call', 'visit', 'letter', 'message'] as const;

const stepValues = z.object({
  receivedByName: z.string(),
  toldHow: z.enum(TOLD_HOW),
  followUpResult: z.string(),
  cancelReason: z.string(),
  at: z.string(),
});
const NOTHING_SAID: z.output<typeof stepValues> = { receivedByName: '', toldHow: 'call', followUpResult: '', cancelReason: '', at: '' };

/** What a step must say, in which field. */
const SAYS = { receive: 'receivedByName', tellCustomer: 'followUpResult', cancel: 'cancelReason' } as const;

/** Takes a form one step on, with what the step must say. */
export function StepDialog({ form, action, onClose }: StepDialogProps) {
  const { t } = useTranslation('coordination');
  const run = useOperation();
  const say = useSayLacks();
  const { values, set, operationId, modal } = useKeptFields(stepValues, NOTHING_SAID, onClose);
  const { id } = form;
  const asked = SAYS[action];

  function step(): CoordinationStep {
    const { receivedByName, toldHow, followUpResult, cancelReason, at } = values;
    switch (action) {
      case 'receive':
        return { action, id, receivedByName, at };
      case 'tellCustomer':
        return { action, id, toldHow, followUpResult, at };
      case 'cancel':
        return { action, id, reason: cancelReason };
    }
  }

  const said = {
    label: t(`field.${asked}`),
    withAsterisk: true,
    value: values[asked],
    error: say.missing(values[asked]),
    onChange: (event: ChangeEvent<HTMLInputElement | HTMLTextAreaElement>) => set({ [asked]: event.currentTarget.value }),
    'data-autofocus': true,
  };
  return (
    <FormModal
      {...modal}
      title={`${t(`action.${action}`)} ${form.number}`}
      submit={t(`action.${action}`)}
      say={say}
      incomplete={values[asked].trim() === ''}
      onSubmit={async () => {
        const result = await run(advanceCoordinationForm, step(), { operationId, quiet: true });
        return result.ok ? '' : result.text;
      }}
    >
      {action === 'tellCustomer' && (
        <ChoiceField
          label={t('field.toldHow')}
          value={values.toldHow}
          onChange={(toldHow) => set({ toldHow })}
          choices={TOLD_HOW.map((value) => ({ value, label: t(`toldHow.${value}`) }))}
        />
      )}
      {action === 'receive' ? <TextInput {...said} /> : <Textarea {...said} />}
      {action !== 'cancel' && <DateTimeField label={t('field.at')} value={values.at} keptAs="at" onChange={(at) => set({ at })} />}
    </FormModal>
  );
}

/** 归档: nothing is said, only asked. */
export function ArchiveDialog({ form, onClose }: DialogProps) {
  const { t } = useTranslation('coordination');
  const run = useOperation();
  return (
    <FormModal
      title={`${t('action.archive')} ${form.number}`}
      submit={t('action.archive')}
      onClose={onClose}
      onSubmit={async () => {
        const result = await run(advanceCoordinationForm, { action: 'archive', id: form.id }, { quiet: true });
        return result.ok ? '' : result.text;
      }}
    >
      <Text>{form.subject}</Text>
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

const reminding = z.object({ remindTo: z.string(), note: z.string() });

/** 催办: notes a reminder. */
export function RemindDialog({ form, onClose }: DialogProps) {
  const { t } = useTranslation('coordination');
  const run = useOperation();
  const { values, set, operationId, modal } = useKeptFields(reminding, { remindTo: '', note: '' }, onClose);
  return (
    <FormModal
      {...modal}
      title={`${t('action.remind')} ${form.number}`}
      submit={t('action.remind')}
      onSubmit={async () => {
        const result = await run(
          remindCoordinationForm,
          { id: form.id, to: values.remindTo, note: values.note },
          { operationId, quiet: true },
        );
        return result.ok ? '' : result.text;
      }}
    >
      <TextInput
        label={t('remindTo')}
        value={values.remindTo}
        onChange={(event) => set({ remindTo: event.currentTarget.value })}
        data-autofocus
      />
      <TextInput label={t('remindNote')} value={values.note} onChange={(event) => set({ note: event.currentTarget.value })} />
    </FormModal>
  );
}
