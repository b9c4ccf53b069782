import { Text, Textarea, TextInput } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
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

/** What is filled in of a decision, as far as it may be kept: the PIN is not among it. */
export const decisionFields = z.object({
  decidedBy: z.string(),
  by: z.enum(['pin', 'paper']),
  on: z.string(),
  evidence: z.string(),
  opinion: z.string(),
});
type DecisionFields = z.output<typeof decisionFields>;

/** A decision as it begins: by this person (`''` for nobody), here and now. */
export function useBeginDecision(): (decidedBy: string) => DecisionFields {
  const { session, settings } = useDesk();
  return (decidedBy) => ({
    decidedBy,
    by: 'pin',
    on: localDateOf(session.clock.now(), settings.desk.zone),
    evidence: '',
    opinion: '',
  });
}

interface DecisionOptions {
  /** Whose decision it is, in words: 部门主管, 营销部经理. */
  whose: string;
  /** Who may be chosen. */
  among: (person: Person) => boolean;
  /** An opinion is asked for, e.g. when a letter is returned. */
  opinionRequired?: boolean;
  /** Where the dialog keeps what is typed, by the id of its operation. */
  kept: { values: DecisionFields; set(change: Partial<DecisionFields>): void; operationId: string };
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
export function useDecision({ whose, among, opinionRequired = false, kept }: DecisionOptions): DecisionForm {
  const { t } = useTranslation(['common', 'shell']);
  const { session, settings, person } = useDesk();
  const failureText = useFailureText();
  const today = localDateOf(session.clock.now(), settings.desk.zone);
  const { values, set, operationId } = kept;
  const { decidedBy, by, on, evidence, opinion } = values;
  const [pin, setPin] = useState('');
  const [pinOf, setPinOf] = useState(decidedBy);
  // A PIN that was typed for somebody else is not this one's: sent, it would count as a wrong try, and shown it would be seen.
  if (pinOf !== decidedBy) {
    setPinOf(decidedBy);
    setPin('');
  }
  const isSelf = decidedBy === person.id;
  const needsPin = by === 'pin' && !isSelf;

  async function take(): ReturnType<DecisionForm['take']> {
    const confirmations: Confirmation[] = [];
    if (needsPin) {
      const answer = await session.host.confirmByPin({ personId: decidedBy, pin, operationId });
      setPin('');
      if (!answer.ok) return { ok: false, text: failureText(answer.error) };
      const { outcome, waitMs } = answer.value;
      if (outcome === 'wait') return { ok: false, text: t('shell:waitPin', { seconds: Math.ceil(waitMs / 1000) }) };
      if (outcome !== 'unlocked') return { ok: false, text: t(outcome === 'noPin' ? 'shell:noPin' : 'shell:wrongPin') };
      confirmations.push({ personId: decidedBy, by: 'pin', on: today, evidence: '' });
    }
    const decision = { decidedBy, by, on: by === 'pin' ? today : on, evidence: by === 'paper' ? evidence : '', opinion };
    return { ok: true, value: { decision, confirmations, operationId } };
  }

  const fields = (say: SayLacks) => (
    <>
      <ChoosePerson
        label={whose}
        withAsterisk
        value={decidedBy}
        error={say.missing(decidedBy)}
        onChange={(id) => set({ decidedBy: id })}
        among={among}
      />
      <ChoiceField
        label={t('decision.by')}
        value={by}
        onChange={(chosen) => set({ by: chosen })}
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
          <DateField
            label={t('decision.on')}
            withAsterisk
            value={on}
            error={say.missing(on)}
            keptAs="on"
            onChange={(day) => set({ on: day })}
          />
          <TextInput
            label={t('decision.evidence')}
            withAsterisk
            value={evidence}
            error={say.missing(evidence)}
            onChange={(event) => set({ evidence: event.currentTarget.value })}
          />
        </>
      )}
      <Textarea
        label={t('decision.opinion')}
        withAsterisk={opinionRequired}
        value={opinion}
        error={opinionRequired ? say.missing(opinion) : undefined}
        onChange={(event) => set({ opinion: event.currentTarget.value })}
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
