import { Checkbox, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import type { Person } from '../../shared/domain/person.ts';
import type { DecisionInput } from '../data/take-decision.ts';
import { ChoosePerson } from './choose.tsx';
import { useDesk } from './session.tsx';
import type { SayLacks } from './use-say-lacks.ts';

/** What is filled in of a deputy. */
export const deputyFields = z.object({ deputy: z.boolean(), onBehalfOf: z.string(), authorisation: z.string() });
type DeputyFields = z.output<typeof deputyFields>;
export const NO_DEPUTY: DeputyFields = { deputy: false, onBehalfOf: '', authorisation: '' };

export interface Deputy {
  /** @param decidedBy who speaks, who is no deputy of himself */
  fields: (say: SayLacks, decidedBy: string) => ReactNode;
  /** A deputy speaks: anybody may be chosen as the one who decides. */
  on: boolean;
  /** What the one who decides is called: as given, or a deputy. */
  whose: (entitledAs: string) => string;
  /** Whether something is missing still for a decision by this person, who is no deputy of himself. */
  incomplete: (decidedBy: string) => boolean;
  /** The decision with whom it is taken for, and where the authorisation lies. */
  onBehalf<Decided extends DecisionInput>(decision: Decided): Decided & { onBehalfOf: string };
}

/**
 * Somebody else speaks for the one entitled: both names, and where the authorisation lies (DOMAIN §1).
 * @param kept where the dialog keeps what is typed
 */
export function useDeputy(
  entitled: (person: Person) => boolean,
  kept: { values: DeputyFields; set(change: Partial<DeputyFields>): void },
): Deputy {
  const { t } = useTranslation('common');
  const { people } = useDesk();
  const { values, set } = kept;
  const { deputy: on, onBehalfOf: chosen, authorisation: evidence } = values;
  const first = people.find((one) => one.active && entitled(one))?.id ?? '';
  const represented = people.find((one) => one.id === (chosen === '' ? first : chosen) && entitled(one))?.id ?? first;
  const fields = (say: SayLacks, decidedBy: string) => (
    <>
      <Checkbox label={t('decision.deputy')} checked={on} onChange={(event) => set({ deputy: event.currentTarget.checked })} />
      {on && (
        <>
          <ChoosePerson
            label={t('decision.deputyFor')}
            withAsterisk
            value={represented}
            error={say.missing(represented) ?? say.wrong(represented === decidedBy, t('decision.deputyIsSelf'))}
            onChange={(id) => set({ onBehalfOf: id })}
            among={entitled}
          />
          <TextInput
            label={t('decision.deputyEvidence')}
            withAsterisk
            value={evidence}
            error={say.missing(evidence)}
            onChange={(event) => set({ authorisation: event.currentTarget.value })}
          />
        </>
      )}
    </>
  );
  return {
    fields,
    on,
    whose: (entitledAs) => (on ? t('decision.deputyName') : entitledAs),
    incomplete: (decidedBy) => on && (represented === '' || represented === decidedBy || evidence.trim() === ''),
    onBehalf: (decision) =>
      on
        ? {
            ...decision,
            onBehalfOf: represented,
            evidence: [evidence, decision.evidence].filter((part) => part !== '').join(' '),
          }
        : { ...decision, onBehalfOf: '' },
  };
}
