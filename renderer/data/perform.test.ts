import { Dexie } from 'dexie';
import { expect, it } from 'vitest';
import { sampleCall } from '../../tests/support/sample-call.ts';
import { sampleDesk } from '../../tests/support/sample-desk.ts';
import { logReception } from './operations/log-reception.ts';
import { perform } from './perform.ts';

const DESK = '林晓燕';

it.each([
  ['left the desk', ''],
  ['made way for somebody else', '周婷'],
])('writes nothing for a person who %s while the save waited', async (_how, next) => {
  const { session, as, person } = await sampleDesk('2026-11-24T01:00:00.000Z');
  expect(await as(DESK, logReception, { ...sampleCall(), id: 'before' })).toBe('');
  session.become(person(DESK));
  const { database } = session;
  let saving: ReturnType<typeof perform> | undefined;
  // As a snapshot or another save does: it holds the tables while the save is waiting.
  await database.transaction('rw', database.tables, async () => {
    saving = Dexie.ignoreTransaction(() => perform(session, logReception, { ...sampleCall(), id: 'waiting' }));
    for (let turn = 0; turn < 20; turn += 1) await database.operations.count();
    session.become(next === '' ? '' : person(next));
  });
  expect(await saving).toMatchObject({ ok: false, error: { code: 'nobodyUnlocked' } });
  expect(await database.receptions.get('waiting')).toBeUndefined();
});

it('writes nothing while nobody is at the desk, and says so', async () => {
  const { session } = await sampleDesk('2026-11-24T01:00:00.000Z');
  session.become('');
  const before = await session.database.operations.count();
  expect(await perform(session, logReception, { ...sampleCall(), id: 'nobody' })).toEqual({ ok: false, error: { code: 'nobodyUnlocked' } });
  expect(await session.database.operations.count()).toBe(before);
});
