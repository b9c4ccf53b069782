import { Alert, PasswordInput, Textarea, TextInput } from '@mantine/core';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { v7 as newId } from 'uuid';
import type { CoordinationForm } from '../../../shared/domain/coordination-form.ts';
import { localDateOf } from '../../../shared/domain/due-time.ts';
import { confirmCoordinationForm } from '../../data/operations/confirm-coordination-form.ts';
import { ChoiceField } from '../../ui/ChoiceField.tsx';
import { ChoosePerson } from '../../ui/choose.tsx';
import { DateField } from '../../ui/DateField.tsx';
import { FormModal } from '../../ui/FormModal.tsx';
import { useDesk } from '../../ui/session.tsx';
import { useFailureText } from '../../ui/use-failure-text.ts';
import { useOperation } from '../../ui/use-operation.ts';

/** The head's word: the head types the PIN at this desk, or it is recorded from paper with its filing place (4:职责4). */
export function HeadsWordDialog({ form, onClose }: { form: CoordinationForm; onClose: () => void }) {
  const { t } = useTranslation(['coordination', 'shell']);
  const { session, settings, departments } = useDesk();
  const run = useOperation();
  const failureText = useFailureText();
  const operationId = useRef(newId());
  const today = localDateOf(session.clock.now(), settings.desk.zone);
  const department = departments.find((one) => one.id === form.departmentId);
  const isHead = (one: { id: string; departmentId: string; roles: readonly string[] }) =>
    one.id === department?.headId || (one.departmentId === department?.id && one.roles.includes('departmentHead'));
  const [headId, setHeadId] = useState(department?.headId ?? '');
  const [by, setBy] = useState<'pin' | 'paper'>('pin');
  const [pin, setPin] = useState('');
  const [on, setOn] = useState(today);
  const [evidence, setEvidence] = useState('');
  const [opinion, setOpinion] = useState('');

  async function submit(): Promise<string> {
    const confirmations = [];
    if (by === 'pin') {
      const answer = await session.host.confirmByPin({ personId: headId, pin, operationId: operationId.current });
      setPin('');
      if (!answer.ok) return failureText(answer.error);
      const { outcome, waitMs } = answer.value;
      if (outcome === 'wait') return t('shell:waitPin', { seconds: Math.ceil(waitMs / 1000) });
      if (outcome !== 'unlocked') return t(outcome === 'noPin' ? 'shell:noPin' : 'shell:wrongPin');
      confirmations.push({ personId: headId, by: 'pin' as const, on: today, evidence: '' });
    }
    const input = { id: form.id, headId, by, on: by === 'pin' ? today : on, evidence, opinion };
    const result = await run(confirmCoordinationForm, input, { operationId: operationId.current, confirmations, quiet: true });
    return result.ok ? '' : result.text;
  }

  const incomplete = headId === '' || (by === 'pin' ? !/^\d{4,12}$/.test(pin) : evidence.trim() === '');
  return (
    <FormModal
      title={`${t('action.confirm')} ${form.number}`}
      submit={t('action.confirm')}
      onClose={onClose}
      disabled={incomplete}
      onSubmit={submit}
    >
      {department?.headId === '' && <Alert color="orange">{t('noHead')}</Alert>}
      <ChoosePerson label={t('head')} withAsterisk value={headId} onChange={setHeadId} among={isHead} />
      <ChoiceField
        label={t('headBy')}
        value={by}
        onChange={setBy}
        choices={[
          { value: 'pin', label: t('headPin') },
          { value: 'paper', label: t('headPaper') },
        ]}
      />
      {by === 'pin' ? (
        <PasswordInput
          label={t('headPinField')}
          withAsterisk
          inputMode="numeric"
          autoComplete="off"
          value={pin}
          onChange={(event) => setPin(event.currentTarget.value)}
          data-autofocus
        />
      ) : (
        <>
          <DateField label={t('headOn')} withAsterisk value={on} onChange={setOn} />
          <TextInput label={t('headEvidence')} withAsterisk value={evidence} onChange={(event) => setEvidence(event.currentTarget.value)} />
        </>
      )}
      <Textarea label={t('headOpinion')} value={opinion} onChange={(event) => setOpinion(event.currentTarget.value)} />
    </FormModal>
  );
}
