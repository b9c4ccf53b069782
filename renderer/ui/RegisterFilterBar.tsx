import { Button, Group, Select } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { addDays, instantOf, localDateOf } from '../../shared/domain/due-time.ts';
import type { RegisterFilter } from '../data/queries/register-page.ts';
import { DateField } from './DateField.tsx';
import { useDesk } from './session.tsx';
import { useNow } from './use-now.ts';

export const RANGES = ['today', 'week', 'month', 'all', 'custom'] as const;

/** What a list remembers of how it was last looked at. */
export const listState = z.object({
  range: z.enum(RANGES),
  from: z.string(),
  until: z.string(),
  state: z.string(),
  category: z.string(),
  newestFirst: z.boolean(),
});
export type ListState = z.infer<typeof listState>;

export const INITIAL_LIST: ListState = { range: 'all', from: '', until: '', state: '', category: '', newestFirst: true };

/** Local dates of a list's range; `''` where it is open. */
export function rangeDates(list: ListState, today: string): { from: string; until: string } {
  switch (list.range) {
    case 'today':
      return { from: today, until: today };
    case 'week':
      return { from: addDays(today, -6), until: today };
    case 'month':
      return { from: `${today.slice(0, 8)}01`, until: today };
    case 'all':
      return { from: '', until: '' };
    case 'custom':
      return { from: list.from, until: list.until };
  }
}

/** The list's state as a filter over instants, in the desk's zone. */
export function useRegisterFilter(list: ListState | null): RegisterFilter | null {
  const { settings } = useDesk();
  const now = useNow();
  if (list === null) return null;
  const { zone } = settings.desk;
  const { from, until } = rangeDates(list, localDateOf(now, zone));
  return {
    from: from === '' ? '' : instantOf(from, '00:00', zone),
    until: until === '' ? '' : instantOf(addDays(until, 1), '00:00', zone),
    state: list.state,
    category: list.category,
    newestFirst: list.newestFirst,
  };
}

/** What a register can be narrowed to. */
export interface ListChoices {
  states: readonly { value: string; label: string }[];
  categories: readonly { value: string; label: string }[];
}

/** What a list is narrowed to beside its dates, in the words of its choices: a printed part must not pass for the whole. */
export function conditionsOf(list: ListState, { states, categories }: ListChoices): string {
  const chosen = [states.find(({ value }) => value === list.state), categories.find(({ value }) => value === list.category)];
  return chosen.flatMap((one) => (one === undefined ? [] : [one.label])).join(' · ');
}

interface RegisterFilterBarProps extends ListChoices {
  list: ListState;
  onChange: (list: ListState) => void;
  /** What the categories are called in this register, e.g. trade; *category* by default. */
  categoryLabel?: string;
  children?: ReactNode;
}

/** Date range, state, category and order of a register. */
export function RegisterFilterBar({ list, onChange, states, categories, categoryLabel, children }: RegisterFilterBarProps) {
  const { t } = useTranslation('common');
  const all = { value: '', label: t('all') };
  return (
    <Group gap="sm" align="flex-end">
      <Select
        label={t('range.label')}
        w={130}
        data={RANGES.map((value) => ({ value, label: t(`range.${value}`) }))}
        value={list.range}
        onChange={(range) => onChange({ ...list, range: RANGES.find((one) => one === range) ?? 'all' })}
      />
      {list.range === 'custom' && (
        <>
          <DateField label={t('from')} w={130} value={list.from} onChange={(from) => onChange({ ...list, from })} />
          <DateField label={t('until')} w={130} value={list.until} onChange={(until) => onChange({ ...list, until })} />
        </>
      )}
      <Select
        label={t('state')}
        w={130}
        data={[all, ...states]}
        value={list.state}
        onChange={(state) => onChange({ ...list, state: state ?? '' })}
      />
      {categories.length > 0 && (
        <Select
          label={categoryLabel ?? t('category')}
          w={130}
          data={[all, ...categories]}
          value={list.category}
          onChange={(category) => onChange({ ...list, category: category ?? '' })}
        />
      )}
      <Button variant="default" onClick={() => onChange({ ...list, newestFirst: !list.newestFirst })}>
        {t(list.newestFirst ? 'newestFirst' : 'oldestFirst')}
      </Button>
      {children}
    </Group>
  );
}
