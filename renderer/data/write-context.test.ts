import { expect, it } from 'vitest';
import { z } from 'zod';
import year2026 from '../../resources/holidays/2026.json';
import type { Department } from '../../shared/domain/person.ts';
import { sampleDesk } from '../../tests/support/sample-desk.ts';
import { memorySession } from '../../tests/support/memory-session.ts';
import { lastOperation } from './database.ts';
import { defineOperation, nothingToPrepare, perform } from './perform.ts';
import { loadSample } from './operations/load-sample.ts';
import { buildSampleEstate } from './sample/sample-estate.ts';
import { changedFields } from './write-context.ts';

it('a row written while it is also being read is read as written from then on', async () => {
  const estate = buildSampleEstate('zh', [year2026]);
  const session = await memorySession();
  session.become(estate.input.people.find((person) => person.name === '沈国华')?.id ?? '');
  expect(await perform(session, loadSample, estate.input)).toMatchObject({ ok: true });
  const [first] = await session.database.departments.toArray();
  if (first === undefined) throw new Error('expected a department');
  const seen: (string | undefined)[] = [];
  const renameTwice = defineOperation({
    name: 'save-department',
    input: z.object({}),
    tables: ['departments'],
    prepare: nothingToPrepare,
    async run(context) {
      // Neither waits for the other: the answer to the second question comes after the first has written.
      await Promise.all([context.put('departments', { ...first, name: '绿化部' }), context.find('departments', first.id)]);
      seen.push((await context.find('departments', first.id))?.name);
      await context.put('departments', { ...first, name: '园艺部' });
      return first.id;
    },
  });
  expect(await perform(session, renameTwice, {})).toMatchObject({ ok: true });
  expect(seen).toEqual(['绿化部']);
  expect((await session.database.departments.get(first.id))?.name).toBe('园艺部');
});

/** Puts rows into the departments, as an operation of the sample estate would; the failure's code, or what its line says of them. */
async function putting(change: (first: Department) => Department): Promise<unknown> {
  const { session, person } = await sampleDesk();
  session.become(person('沈国华'));
  const [first] = await session.database.departments.toArray();
  if (first === undefined) throw new Error('expected a department');
  const put = defineOperation({
    name: 'save-department',
    input: z.object({}),
    tables: ['departments'],
    prepare: nothingToPrepare,
    run: async (context) => (await context.put('departments', change({ ...first, changedAt: context.now }))).id,
  });
  const result = await perform(session, put, {});
  expect((await session.database.departments.get(first.id))?.name).toBe(first.name);
  return result.ok ? JSON.parse((await lastOperation(session.database))?.payload ?? '').changes : result.error;
}

it('a row that is put as it stands is no change, but for the time', async () => {
  const changes = await putting((first) => first);
  expect(changes).toEqual([expect.objectContaining({ table: 'departments', after: { changedAt: expect.any(String) } })]);
});

it('a row that is none of its table’s is refused, by the field that is wrong, and nothing is written', async () => {
  const refused = await putting((first) => ({ ...first, name: 7 as never }));
  expect(refused).toEqual({ code: 'recordInvalid', parameters: { table: 'departments', field: 'name' } });
});

it('fields that do not differ are no change', () => {
  expect(changedFields({ a: [1], b: 2 }, { a: [1], b: 2 })).toBeNull();
  expect(changedFields({ a: [1], b: 2, c: 3 }, { a: [1, 2], b: 2 })).toEqual({ before: { a: [1], c: 3 }, after: { a: [1, 2], c: null } });
});
