import { Checkbox, TextInput } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Person } from '../../shared/domain/person.ts';
import type { DecisionInput } from '../data/take-decision.ts';
import { ChoosePerson } from './choose.tsx';
import { useDesk } from './session.tsx';
import type { SayLacks } from './use-say-lacks.ts';

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

/** Somebody else speaks for the one entitled: both names, and where the authorisation lies (DOMAIN §1). */
export function useDeputy(entitled: (person: Person) => boolean): Deputy {
  const { t } = useTranslation('common');
  const { people } = useDesk();
  const [on, setOn] = useState(false);
  const first = people.find((one) => one.active && entitled(one))?.id ?? '';
  const [chosen, setChosen] = useState('');
  const [evidence, setEvidence] = useState('');
  const represented = people.find((one) => one.id === (chosen === '' ? first : chosen) && entitled(one))?.id ?? first;
  const fields = (say: SayLacks, decidedBy: string) => (
    <>
      <Checkbox label={t('decision.deputy')} checked={on} onChange={(event) => setOn(event.currentTarget.checked)} />
      {on && (
        <>
          <ChoosePerson
            label={t('decision.deputyFor')}
            withAsterisk
            value={represented}
            error={say.missing(represented) ?? say.wrong(represented === decidedBy, t('decision.deputyIsSelf'))}
            onChange={setChosen}
            among={entitled}
          />
          <TextInput
            label={t('decision.deputyEvidence')}
            withAsterisk
            value={evidence}
            error={say.missing(evidence)}
            onChange={(event) => setEvidence(event.currentTarget.value)}
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
