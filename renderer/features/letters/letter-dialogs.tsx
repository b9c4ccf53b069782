import { Alert, Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import type { Letter } from '../../../shared/domain/letter.ts';
import type { Department } from '../../../shared/domain/person.ts';
import { closeLetter } from '../../data/operations/close-letter.ts';
import { decideLetter } from '../../data/operations/decide-letter.ts';
import { handOverLetter } from '../../data/operations/hand-over-letter.ts';
import { ChooseDepartment, ChoosePerson } from '../../ui/choose.tsx';
import { DateField } from '../../ui/DateField.tsx';
import { DateTimeField } from '../../ui/DateTimeField.tsx';
import { DecideComplaint } from '../../ui/DecideComplaint.tsx';
import { FormModal } from '../../ui/FormModal.tsx';
import { useDesk } from '../../ui/session.tsx';
import { useKeptFields } from '../../ui/use-kept-fields.ts';
import { useOperation } from '../../ui/use-operation.ts';
import { useSayLacks } from '../../ui/use-say-lacks.ts';

interface LetterDialogProps {
  letter: Letter;
  onClose: () => void;
}

/** The assistant's decision on a complaint, with its reason (2:3.3.2). */
export function DecideLetter({ letter, onClose }: LetterDialogProps) {
  const { t } = useTranslation('letters');
  const run = useOperation();
  return (
    <DecideComplaint
      field="decision"
      title={t('decide')}
      again={letter.decision !== null}
      choices={[
        { value: 'issueForm', label: t('decideIssue') },
        { value: 'noForm', label: t('decideNo') },
      ]}
      decide={async (decision, why) => {
        const result = await run(decideLetter, { id: letter.id, ...decision }, { ...why, quiet: true });
        return result.ok ? '' : result.text;
      }}
      onClose={onClose}
    />
  );
}

function isAdministration(department: Department): boolean {
  return department.isAdministration;
}

const typedHandOver = z.object({
  departmentId: z.string(),
  to: z.string(),
  toPersonId: z.string(),
  at: z.string(),
  note: z.string(),
});

/** A work letter goes to administration: by whom, to whom, when (2:3.3.4). */
export function HandOverLetter({ letter, onClose }: LetterDialogProps) {
  const { t } = useTranslation('letters');
  const { departments, people } = useDesk();
  const run = useOperation();
  const say = useSayLacks();
  const administration = departments.filter((one) => one.active && isAdministration(one));
  const begun = { departmentId: administration[0]?.id ?? '', to: '', toPersonId: '', at: '', note: '' };
  const { values, set, operationId, modal } = useKeptFields(typedHandOver, begun, onClose);
  const { departmentId, to, toPersonId, at, note } = values;
  return (
    <FormModal
      {...modal}
      title={t('handOver')}
      submit={t('handOver')}
      say={say}
      incomplete={to.trim() === '' || departmentId === ''}
      onSubmit={async () => {
        const result = await run(handOverLetter, { id: letter.id, ...values }, { operationId, quiet: true });
        return result.ok ? '' : result.text;
      }}
    >
      {administration.length === 0 && (
        <Alert color="red" role="alert">
          {t('noAdministration')}
        </Alert>
      )}
      <ChooseDepartment
        label={t('handOverDepartment')}
        withAsterisk
        among={isAdministration}
        value={departmentId}
        error={say.missing(departmentId)}
        onChange={(chosen) => set({ departmentId: chosen })}
      />
      <TextInput
        label={t('handOverTo')}
        withAsterisk
        value={to}
        error={say.missing(to)}
        onChange={(event) => set({ to: event.currentTarget.value })}
        data-autofocus
      />
      <ChoosePerson
        label={t('handOverPerson')}
        value={toPersonId}
        onChange={(id) => {
          const name = people.find((one) => one.id === id)?.name;
          set({ toPersonId: id, ...(name !== undefined && { to: name }) });
        }}
      />
      <DateTimeField label={t('handOverAt')} value={at} keptAs="at" onChange={(time) => set({ at: time })} />
      <TextInput label={t('handOverNote')} value={note} onChange={(event) => set({ note: event.currentTarget.value })} />
    </FormModal>
  );
}

const typedClosing = z.object({ result: z.string(), replyNumber: z.string(), repliedOn: z.string(), keptWhere: z.string() });

/** Closes a letter once its step is done; a reply sent outside the app is noted here. */
export function CloseLetter({ letter, onClose }: LetterDialogProps) {
  const { t } = useTranslation('letters');
  const run = useOperation();
  const begun = { result: '', replyNumber: letter.replyNumber, repliedOn: letter.repliedOn, keptWhere: letter.keptWhere };
  const { values, set, operationId, modal } = useKeptFields(typedClosing, begun, onClose);
  return (
    <FormModal
      {...modal}
      title={t('close')}
      submit={t('close')}
      onSubmit={async () => {
        const performed = await run(closeLetter, { id: letter.id, ...values }, { operationId, quiet: true });
        return performed.ok ? '' : performed.text;
      }}
    >
      <Textarea
        label={t('field.result')}
        value={values.result}
        onChange={(event) => set({ result: event.currentTarget.value })}
        data-autofocus
      />
      {letter.replyNeeded === 'yes' && (
        <>
          <DateField
            label={t('field.repliedOn')}
            lean="past"
            withAsterisk
            value={values.repliedOn}
            keptAs="repliedOn"
            onChange={(day) => set({ repliedOn: day })}
          />
          <TextInput
            label={t('field.replyNumber')}
            value={values.replyNumber}
            onChange={(event) => set({ replyNumber: event.currentTarget.value })}
          />
        </>
      )}
      <TextInput
        label={t('field.keptWhere')}
        value={values.keptWhere}
        onChange={(event) => set({ keptWhere: event.currentTarget.value })}
      />
    </FormModal>
  );
}
