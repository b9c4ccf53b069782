import type { Role } from './person.ts';

/** One row of a register's state table: from which state, by which action, who may, to which state. */
export interface Transition<State extends string, Action extends string> {
  from: State;
  action: Action;
  who: readonly Role[];
  to: State;
}

export type StateTable<State extends string, Action extends string> = readonly Transition<State, Action>[];

/** The row that allows this step, or `null`: there is no way around the table. */
export function findTransition<State extends string, Action extends string>(
  table: StateTable<State, Action>,
  from: State,
  action: Action,
  roles: readonly Role[],
): Transition<State, Action> | null {
  return table.find((row) => row.from === from && row.action === action && row.who.some((role) => roles.includes(role))) ?? null;
}

/** The actions open to somebody with these roles in this state, in the table's order. */
export function openActions<State extends string, Action extends string>(
  table: StateTable<State, Action>,
  from: State,
  roles: readonly Role[],
): Action[] {
  const actions = table.filter((row) => row.from === from && row.who.some((role) => roles.includes(role)));
  return [...new Set(actions.map((row) => row.action))];
}
