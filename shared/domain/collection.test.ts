import { describe, expect, it } from 'vitest';
import { collectionRecord, contactDue, notHandedInFen, outstandingFen, type Collection } from './collection.ts';

const TODAY = '2026-11-24';
const receipts = (...rows: Partial<Collection['receipts'][number]>[]) =>
  collectionRecord.shape.receipts.parse(rows.map((row) => ({ on: TODAY, by: 'p', ...row })));
const talks = (...rows: Partial<Collection['contacts'][number]>[]) =>
  collectionRecord.shape.contacts.parse(rows.map((row) => ({ at: '2026-11-20T01:00:00.000Z', by: 'p', how: 'call', ...row })));

describe('what is owed, in fen', () => {
  it.each<[string, number, number, number[], number]>([
    ['nothing', 0, 0, [], 0],
    ['all of it', 1000, 0, [], 1000],
    ['less what was waived', 1000, 100, [], 900],
    ['less each receipt', 1000, 100, [300, 200], 400],
    ['nothing any more', 1000, 100, [900], 0],
    ['never less than nothing', 1000, 0, [1200], 0],
    ['waived beyond it', 1000, 2000, [], 0],
    ['a fen', 10_000_000_000, 0, [9_999_999_999], 1],
  ])('%s', (_what, dueFen, waivedFen, received, outstanding) => {
    const paid = receipts(...received.map((receivedFen) => ({ receivedFen })));
    expect(outstandingFen({ dueFen, waivedFen, receipts: paid })).toBe(outstanding);
  });
});

describe('what finance has not yet received, in fen (5:8)', () => {
  it.each([
    ['no receipt', [], 0],
    ['two not handed in', [{ receivedFen: 300 }, { receivedFen: 50 }], 350],
    ['one of two handed in', [{ receivedFen: 300, handedToFinanceOn: TODAY }, { receivedFen: 50 }], 50],
    ['all handed in', [{ receivedFen: 300, handedToFinanceOn: TODAY }], 0],
  ])('%s', (_what, rows, left) => {
    expect(notHandedInFen({ receipts: receipts(...rows) })).toBe(left);
  });
});

describe('somebody talks to the owner', () => {
  const owed = { dueFen: 1000, waivedFen: 0, receipts: [], contacts: [], dueOn: '2026-11-23', state: 'open' as const };
  it.each<[string, Partial<Parameters<typeof contactDue>[0]>, boolean]>([
    ['the day after it was due', {}, true],
    ['not on the day itself', { dueOn: TODAY }, false],
    ['not where no day was set', { dueOn: '' }, false],
    ['not once it is paid', { receipts: receipts({ receivedFen: 1000 }) }, false],
    ['where a fen is open', { receipts: receipts({ receivedFen: 999 }) }, true],
    ['not once it is closed', { state: 'paid' }, false],
    ['not once it is cancelled', { state: 'cancelled' }, false],
    ['on the day set for the next talk', { contacts: talks({ nextOn: TODAY }) }, true],
    ['not before it', { contacts: talks({ nextOn: '2026-11-25' }) }, false],
    ['not before it, whatever was promised', { contacts: talks({ nextOn: '2026-11-25', promisedOn: '2026-11-23' }) }, false],
    ['on the day payment was promised for', { contacts: talks({ promisedOn: TODAY }) }, true],
    ['not before that day', { contacts: talks({ promisedOn: '2026-11-25' }) }, false],
    ['where neither was said', { contacts: talks({}) }, true],
    ['by the last talk', { contacts: talks({ nextOn: TODAY }, { nextOn: '2026-12-01' }) }, false],
    ['also before the day it was due, as agreed', { dueOn: '2026-12-31', contacts: talks({ nextOn: TODAY }) }, true],
  ])('%s', (_when, fields, due) => {
    expect(contactDue({ ...owed, ...fields }, TODAY)).toBe(due);
  });
});
