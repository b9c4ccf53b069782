import { Text, Textarea, TextInput } from '@mantine/core';
import { useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { v7 as newId } from 'uuid';
import { localDateOf } from '../../shared/domain/due-time.ts';
import type { Person } from '../../shared/domain/person.ts';
import type { Confirmation } from '../../shared/journal/operation-payload.ts';
import { isPin } from '../../shared/domain/pin.ts';
import type { DecisionInput } from '../data/take-decision.ts';
import { ChoiceField } from './ChoiceField.tsx';
import { ChoosePerson } from './choose.tsx';
import { DateField } from './DateField.tsx';
import { PasswordField } from './PasswordField.tsx';
import { useDesk } from './session.tsx';
import { useFailureText } from './use-failure-text.ts';
import type { SayLacks } from './use-say-lacks.ts';

interface DecisionOptions {
  /** Whose decision it is, in words: 部门主管, 营销部经理. */
  whose: string;
  /** Who may be chosen. */
  among: (person: Person) => boolean;
  /** Chosen at first; `''` for nobody. */
  firstId: string;
  /** An opinion is asked for, e.g. when a letter is returned. */
  opinionRequired?: boolean;
}

/** What the operation gets besides its own input. */
export interface TakenDecision {
  decision: DecisionInput;
  confirmations: Confirmation[];
  operationId: string;
}

export interface DecisionForm {
  fields: (say: SayLacks) => ReactNode;
  decidedBy: string;
  /** The day it was taken, as far as it can be read. */
  on: string;
  incomplete: boolean;
  /** Has the PIN checked by the host where one is needed. Returns what went wrong in words, or the decision. */
  take(): Promise<{ ok: true; value: TakenDecision } | { ok: false; text: string }>;
}

/**
 * Fields of a decision by somebody who need not be at this PC (DOMAIN §1): that person types the PIN here, or it is
 * recorded from paper with the place where the paper lies. Whoever is unlocked has typed the PIN already.
 */
export function useDecision({ whose, among, firstId, opinionRequired = false }: DecisionOptions): DecisionForm {
  const { t } = useTranslation(['common', 'shell']);
  const { session, settings, person } = useDesk();
  const failureText = useFailureText();
  const operationId = useRef(newId());
  const today = localDateOf(session.clock.now(), settings.desk.zone);
  const [decidedBy, setDecidedBy] = useState(firstId);
  const [by, setBy] = useState<'pin' | 'paper'>('pin');
  const [pin, setPin] = useState('');
  const [on, setOn] = useState(today);
  const [evidence, setEvidence] = useState('');
  const [opinion, setOpinion] = useState('');
  const isSelf = decidedBy === person.id;
  const needsPin = by === 'pin' && !isSelf;

  /** A PIN that was typed for somebody else is not this one's: sent, it would count as a wrong try, and shown it would be seen. */
  function decideBy(id: string): void {
    if (id !== decidedBy) setPin('');
    setDecidedBy(id);
  }

  async function take(): ReturnType<DecisionForm['take']> {
    const confirmations: Confirmation[] = [];
    if (needsPin) {
      const answer = await session.host.confirmByPin({ personId: decidedBy, pin, operationId: operationId.current });
      setPin('');
      if (!answer.ok) return { ok: false, text: failureText(answer.error) };
      const { outcome, waitMs } = answer.value;
      if (outcome === 'wait') return { ok: false, text: t('shell:waitPin', { seconds: Math.ceil(waitMs / 1000) }) };
      if (outcome !== 'unlocked') return { ok: false, text: t(outcome === 'noPin' ? 'shell:noPin' : 'shell:wrongPin') };
      confirmations.push({ personId: decidedBy, by: 'pin', on: today, evidence: '' });
    }
    const decision = { decidedBy, by, on: by === 'pin' ? today : on, evidence: by === 'paper' ? evidence : '', opinion };
    return { ok: true, value: { decision, confirmations, operationId: operationId.current } };
  }

  const fields = (say: SayLacks) => (
    <>
      <ChoosePerson label={whose} withAsterisk value={decidedBy} error={say.missing(decidedBy)} onChange={decideBy} among={among} />
      <ChoiceField
        label={t('decision.by')}
        value={by}
        onChange={setBy}
        choices={[
          { value: 'pin', label: t('decision.pin') },
          { value: 'paper', label: t('decision.paper') },
        ]}
      />
      {needsPin && (
        <PasswordField
          label={t('decision.pinField', { whose })}
          withAsterisk
          inputMode="numeric"
          autoComplete="off"
          value={pin}
          error={say.missing(pin) ?? say.wrong(!isPin(pin), t('shell:pinRule'))}
          onChange={(event) => setPin(event.currentTarget.value)}
          data-autofocus
        />
      )}
      {by === 'pin' && isSelf && (
        <Text size="sm" c="gray.7">
          {t('decision.self')}
        </Text>
      )}
      {by === 'paper' && (
        <>
          <DateField label={t('decision.on')} withAsterisk value={on} error={say.missing(on)} onChange={setOn} />
          <TextInput
            label={t('decision.evidence')}
            withAsterisk
            value={evidence}
            error={say.missing(evidence)}
            onChange={(event) => setEvidence(event.currentTarget.value)}
          />
        </>
      )}
      <Textarea
        label={t('decision.opinion')}
        withAsterisk={opinionRequired}
        value={opinion}
        error={opinionRequired ? say.missing(opinion) : undefined}
        onChange={(event) => setOpinion(event.currentTarget.value)}
        // The dialog's cursor, where no PIN field above asks for it.
        data-autofocus
      />
    </>
  );
  const incomplete =
    decidedBy === '' ||
    (needsPin && !isPin(pin)) ||
    (by === 'paper' && (on === '' || evidence.trim() === '')) ||
    (opinionRequired && opinion.trim() === '');
  return { fields, decidedBy, on: by === 'pin' ? today : on, incomplete, take };
}
