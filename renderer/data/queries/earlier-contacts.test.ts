import { v7 as newId } from 'uuid';
import { expect, it } from 'vitest';
import { sampleCall } from '../../../tests/support/sample-call.ts';
import { sampleDesk } from '../../../tests/support/sample-desk.ts';
import { logReception } from '../operations/log-reception.ts';
import { earlierContacts } from './earlier-contacts.ts';

it('finds the newest of a unit and of a number, and reads no more than it may show, however many there are', async () => {
  const desk = await sampleDesk();
  const { database } = desk.session;
  for (let at = 0; at < 120; at += 1) {
    const occurredAt = new Date(Date.parse('2026-11-23T00:00:00.000Z') + at * 60_000).toISOString();
    const caller = at % 2 === 0 ? { unit: '3-2-1502', callingNumber: '' } : { unit: '', callingNumber: '13805712236' };
    expect(await desk.as('林晓燕', logReception, { ...sampleCall({ occurredAt, content: `第 ${at} 次`, ...caller }), id: newId() })).toBe(
      '',
    );
  }
  let read = 0;
  database.receptions.hook('reading', (entry) => {
    read += 1;
    return entry;
  });
  const found = await earlierContacts(database, { unit: '3栋2单元1502', phones: ['138 0571 2236'], exceptId: '' });
  expect(found.map((entry) => entry.content)).toEqual(Array.from({ length: 12 }, (_one, at) => `第 ${119 - at} 次`));
  expect(read).toBeLessThanOrEqual(2 * 36);
});
