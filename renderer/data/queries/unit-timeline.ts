import { z } from 'zod';
import type { Unit } from '../../../shared/domain/property.ts';
import type { RecordOf } from '../../../shared/domain/record-tables.ts';
import { tableOf, type BookDatabase } from '../database.ts';
import { withSpellings } from '../unit-spellings.ts';
import { readHistory } from './record-history.ts';

/** Kinds of what happens at a unit, in the order the filter shows them. */
export const TIMELINE_KINDS = ['reception', 'promise', 'letter', 'form', 'order', 'followUp', 'reply', 'praise'] as const;
export type TimelineKind = (typeof TIMELINE_KINDS)[number];

interface TimelineTables {
  reception: 'receptions';
  promise: 'promises';
  letter: 'letters';
  form: 'coordinationForms';
  order: 'dispatchOrders';
  followUp: 'followUps';
  reply: 'replies';
  praise: 'praises';
}

/** One thing that happened: the record itself, so that the screen words it in its language. */
export type TimelineEvent = {
  [Kind in TimelineKind]: { kind: Kind; id: string; at: string; number: string; path: string; record: RecordOf<TimelineTables[Kind]> };
}[TimelineKind];

/** Registers that keep the unit in an index of their own. */
type ByUnit = 'receptions' | 'letters' | 'coordinationForms' | 'dispatchOrders' | 'replies' | 'praises';

const withNames = z.object({ names: z.array(z.string()) });

/** Every name and alias the unit has or once had, in every spelling: an entry keeps the one that was typed. */
async function namesEver(database: BookDatabase, unit: Pick<Unit, 'id' | 'names'>): Promise<string[]> {
  const history = await readHistory(database, 'units', unit.id);
  const former = history.flatMap(({ change }) => withNames.safeParse(change.before).data?.names ?? []);
  return withSpellings(database, [...unit.names, ...former]);
}

/**
 * Everything that happened at a unit, newest first: found by the index of the unit in each register, under every name and
 * alias it ever had, however it was typed, but for what was entered for another unit of that name; orders of a public place by
 * the place as well; promises, follow-ups and spot checks by the records they belong to.
 */
export async function readUnitTimeline(database: BookDatabase, unit: Pick<Unit, 'id' | 'names'>): Promise<TimelineEvent[]> {
  const names = await namesEver(database, unit);
  const isHere = (row: { unitId: string }) => row.unitId === '' || row.unitId === unit.id;
  const at = <Name extends ByUnit>(name: Name): Promise<RecordOf<Name>[]> =>
    tableOf(database, name).where('unit').anyOf(names).filter(isHere).toArray();
  const [receptions, letters, forms, inUnit, inArea, replies, praises] = await Promise.all([
    at('receptions'),
    at('letters'),
    at('coordinationForms'),
    at('dispatchOrders'),
    database.dispatchOrders.where('publicArea').anyOf(names).filter(isHere).toArray(),
    at('replies'),
    at('praises'),
  ]);
  // One may name both, a flat and the stairs before it.
  const orders = [...new Map([...inUnit, ...inArea].map((order) => [order.id, order])).values()];
  const idsOf = (rows: readonly { id: string }[]) => rows.map(({ id }) => id);
  const [promises, followUps, spotChecks] = await Promise.all([
    database.promises
      .where('sourceId')
      .anyOf(idsOf([...receptions, ...letters]))
      .toArray(),
    database.followUps.where('orderId').anyOf(idsOf(orders)).toArray(),
    database.followUps.where('formId').anyOf(idsOf(forms)).toArray(),
  ]);
  const events: TimelineEvent[] = [
    ...receptions.map((record) => ({ kind: 'reception' as const, at: record.occurredAt, path: `/reception/${record.id}`, record })),
    ...promises.map((record) => ({
      kind: 'promise' as const,
      at: record.createdAt,
      path: `/${record.sourceTable === 'letters' ? 'letters' : 'reception'}/${record.sourceId}`,
      record,
    })),
    ...letters.map((record) => ({ kind: 'letter' as const, at: record.receivedAt, path: `/letters/${record.id}`, record })),
    ...forms.map((record) => ({ kind: 'form' as const, at: record.issuedAt, path: `/coordination/${record.id}`, record })),
    ...orders.map((record) => ({ kind: 'order' as const, at: record.reportedAt, path: `/dispatch/${record.id}`, record })),
    ...followUps.map((record) => ({ kind: 'followUp' as const, at: record.at, path: `/dispatch/${record.orderId}`, record })),
    ...spotChecks.map((record) => ({ kind: 'followUp' as const, at: record.at, path: `/coordination/${record.formId}`, record })),
    ...replies.map((record) => ({ kind: 'reply' as const, at: record.createdAt, path: `/replies/${record.id}`, record })),
    ...praises.map((record) => ({ kind: 'praise' as const, at: record.createdAt, path: `/praise/${record.id}`, record })),
  ].map((event) => ({ ...event, id: event.record.id, number: 'number' in event.record ? event.record.number : event.record.sourceNumber }));
  return events.toSorted((left, right) => right.at.localeCompare(left.at) || right.id.localeCompare(left.id));
}
