import { Alert, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
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

/** A work letter goes to administration: by whom, to whom, when (2:3.3.4). */
export function HandOverLetter({ letter, onClose }: LetterDialogProps) {
  const { t } = useTranslation('letters');
  const { departments, people } = useDesk();
  const run = useOperation();
  const say = useSayLacks();
  const [to, setTo] = useState('');
  const [toPersonId, setToPersonId] = useState('');
  const administration = departments.filter((one) => one.active && isAdministration(one));
  const [departmentId, setDepartmentId] = useState(administration[0]?.id ?? '');
  const [at, setAt] = useState('');
  const [note, setNote] = useState('');
  return (
    <FormModal
      title={t('handOver')}
      submit={t('handOver')}
      onClose={onClose}
      say={say}
      incomplete={to.trim() === '' || departmentId === ''}
      onSubmit={async () => {
        const result = await run(handOverLetter, { id: letter.id, to, toPersonId, departmentId, at, note }, { quiet: true });
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
        onChange={setDepartmentId}
      />
      <TextInput
        label={t('handOverTo')}
        withAsterisk
        value={to}
        error={say.missing(to)}
        onChange={(event) => setTo(event.currentTarget.value)}
        data-autofocus
      />
      <ChoosePerson
        label={t('handOverPerson')}
        value={toPersonId}
        onChange={(id) => {
          setToPersonId(id);
          const name = people.find((one) => one.id === id)?.name;
          if (name !== undefined) setTo(name);
        }}
      />
      <DateTimeField label={t('handOverAt')} value={at} onChange={setAt} />
      <TextInput label={t('handOverNote')} value={note} onChange={(event) => setNote(event.currentTarget.value)} />
    </FormModal>
  );
}

/** Closes a letter once its step is done; a reply sent outside the app is noted here. */
export function CloseLetter({ letter, onClose }: LetterDialogProps) {
  const { t } = useTranslation('letters');
  const run = useOperation();
  const [result, setResult] = useState('');
  const [replyNumber, setReplyNumber] = useState(letter.replyNumber);
  const [repliedOn, setRepliedOn] = useState(letter.repliedOn);
  const [keptWhere, setKeptWhere] = useState(letter.keptWhere);
  return (
    <FormModal
      title={t('close')}
      submit={t('close')}
      onClose={onClose}
      onSubmit={async () => {
        const performed = await run(closeLetter, { id: letter.id, result, replyNumber, repliedOn, keptWhere }, { quiet: true });
        return performed.ok ? '' : performed.text;
      }}
    >
      <Textarea label={t('field.result')} value={result} onChange={(event) => setResult(event.currentTarget.value)} data-autofocus />
      {letter.replyNeeded === 'yes' && (
        <>
          <DateField label={t('field.repliedOn')} lean="past" withAsterisk value={repliedOn} onChange={setRepliedOn} />
          <TextInput label={t('field.replyNumber')} value={replyNumber} onChange={(event) => setReplyNumber(event.currentTarget.value)} />
        </>
      )}
      <TextInput label={t('field.keptWhere')} value={keptWhere} onChange={(event) => setKeptWhere(event.currentTarget.value)} />
    </FormModal>
  );
}
