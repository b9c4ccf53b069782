import { Alert } from '@mantine/core';
import { z } from 'zod';
import { headsDepartment, type Person } from '../../shared/domain/person.ts';
import type { DecisionInput } from '../data/take-decision.ts';
import { FormModal } from './FormModal.tsx';
import { useDesk } from './session.tsx';
import { deputyFields, NO_DEPUTY, useDeputy } from './use-deputy.tsx';
import { decisionFields, useBeginDecision, useDecision, type TakenDecision } from './use-decision.tsx';
import { useKeptGroup } from './use-kept-group.ts';
import { useSayLacks } from './use-say-lacks.ts';

interface HeadsWordModalProps {
  departmentId: string;
  title: string;
  submit: string;
  /** What the head is called, and what is said when the department has none. */
  words: { head: string; noHead: string };
  /** Runs the operation with the word; returns what went wrong in words, or `''`. */
  send: (taken: TakenDecision & { decision: DecisionInput & { onBehalfOf: string } }) => Promise<string>;
  onClose: () => void;
}

const typedWord = z.object({ ...decisionFields.shape, ...deputyFields.shape });

/** The head's word: the head or a deputy types the PIN at this desk, or it is recorded from paper with its filing place (4:职责4). */
export function HeadsWordModal({ departmentId, title, submit, words, send, onClose }: HeadsWordModalProps) {
  const say = useSayLacks();
  const { departments } = useDesk();
  const department = departments.find((one) => one.id === departmentId);
  const heads = (one: Person) => department !== undefined && headsDepartment(one, department);
  const begun = { ...useBeginDecision()(department?.headId ?? ''), ...NO_DEPUTY };
  const kept = useKeptGroup('headsWord', typedWord, begun, onClose);
  const deputy = useDeputy(heads, kept);
  const decision = useDecision({
    whose: deputy.whose(words.head),
    among: (one) => deputy.on || heads(one),
    kept,
  });

  async function take(): Promise<string> {
    const taken = await decision.take();
    return taken.ok ? send({ ...taken.value, decision: deputy.onBehalf(taken.value.decision) }) : taken.text;
  }

  return (
    <FormModal
      {...kept.modal}
      title={title}
      submit={submit}
      say={say}
      incomplete={decision.incomplete || deputy.incomplete(decision.decidedBy)}
      onSubmit={take}
    >
      {department?.headId === '' && <Alert color="orange">{words.noHead}</Alert>}
      {decision.fields(say)}
      {deputy.fields(say, decision.decidedBy)}
    </FormModal>
  );
}
