import { expect, it } from 'vitest';
import { z } from 'zod';
import year2026 from '../../resources/holidays/2026.json';
import { memorySession } from '../../tests/support/memory-session.ts';
import { defineOperation, nothingToPrepare, perform } from './perform.ts';
import { loadSample } from './operations/load-sample.ts';
import { buildSampleEstate } from './sample/sample-estate.ts';

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
