import { expect, it } from 'vitest';
import { memorySession } from '../../../tests/support/memory-session.ts';
import { householdRecord, outsideNumberRecord } from '../../../shared/domain/property.ts';
import { lastOperation } from '../database.ts';
import { loadSample } from '../operations/load-sample.ts';
import { saveOutsideNumber } from '../operations/save-outside-number.ts';
import { perform } from '../perform.ts';
import { buildSampleEstate } from '../sample/sample-estate.ts';
import { openBookSearch } from './book-search.ts';

const AT = '2026-11-24T01:00:00.000Z';

function entry(at: number) {
  const id = `n${String(at).padStart(5, '0')}`;
  return outsideNumberRecord.parse({ id, createdAt: AT, changedAt: AT, desk: 'A', name: `物业${at}号`, phone: '12345' });
}

it.each([1, 1999, 2000, 2001, 4000, 4001])('finds the first and the last of %i records', async (count) => {
  const { database } = await memorySession();
  await database.outsideNumbers.bulkAdd(Array.from({ length: count }, (_, at) => entry(at)));
  const search = await openBookSearch(database);
  for (const at of [0, Math.floor(count / 2), count - 1]) {
    expect(await search.search(`物业${at}号`, 5)).toEqual([{ table: 'outsideNumbers', ids: [entry(at).id] }]);
  }
  // The newest first, and no more than were asked for.
  const newest = Array.from({ length: Math.min(count, 3) }, (_, at) => entry(count - 1 - at).id);
  expect(await search.search('物业', 3)).toEqual([{ table: 'outsideNumbers', ids: newest }]);
});

it('follows what is stored, changed and taken away after it was opened, in the order of the registers', async () => {
  const session = await memorySession();
  const { input } = buildSampleEstate('zh', []);
  session.become(input.people[0]?.id ?? '');
  await perform(session, loadSample, { ...input, units: [], households: [] });
  const search = await openBookSearch(session.database);
  expect(await search.search('', 5)).toEqual([]);
  expect(await search.search('白蚁', 5)).toEqual([]);

  for (const id of ['o1', 'o2']) await perform(session, saveOutsideNumber, { id, name: '白蚁防治所', phone: '88001122' });
  expect(await search.search('白蚁', 5)).toEqual([{ table: 'outsideNumbers', ids: ['o2', 'o1'] }]);
  await perform(session, saveOutsideNumber, { id: 'o1', name: '白蚁防治站', phone: '88001122' });
  expect(await search.search('白蚁', 5)).toEqual([{ table: 'outsideNumbers', ids: ['o1', 'o2'] }]);

  const last = await lastOperation(session.database);
  if (last === undefined) throw new Error('nothing was stored');
  await session.database.outsideNumbers.delete('o2');
  await session.database.operations.add({ ...last, sequence: last.sequence + 1, id: 'taken', records: ['outsideNumbers/o2', 'prints/p'] });
  expect(await search.search('白蚁', 5)).toEqual([{ table: 'outsideNumbers', ids: ['o1'] }]);

  const engineering = await search.search('工程', 5);
  expect(engineering.map(({ table }) => table)).toEqual(['people', 'departments']);
});

it('who moved out takes no place among the hits, before the search was opened and after', async () => {
  const { database } = await memorySession();
  const household = (id: string, state: 'inForce' | 'past') =>
    householdRecord.parse({ id, createdAt: AT, changedAt: AT, desk: 'A', unitId: 'u', keys: ['单雄信'], phones: [], state });
  await database.households.bulkAdd([household('h1', 'inForce'), household('h2', 'past'), household('h3', 'past')]);
  const search = await openBookSearch(database);
  expect(await search.search('单雄信', 1)).toEqual([{ table: 'households', ids: ['h1'] }]);
  await database.households.put(household('h1', 'past'));
  const change = { previousHash: '', payloadHash: '', hash: '', payload: null, resultId: '' };
  await database.operations.add({ ...change, sequence: 1, id: 'moved', records: ['households/h1'] });
  expect(await search.search('单雄信', 1)).toEqual([]);
});
