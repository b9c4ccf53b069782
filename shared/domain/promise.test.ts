import { describe, expect, it } from 'vitest';
import { asDue, correctedPromise, isPromised, promiseOrder, type DeskPromise } from './promise.ts';

type Owed = Pick<DeskPromise, 'customer' | 'nameRefused' | 'unit' | 'phone' | 'about' | 'forPersonId' | 'forName'>;

describe('asDue', () => {
  const CALLED = '2026-11-24T01:00:00.000Z';
  const NOON = '2026-11-24T04:00:00.000Z';
  it.each([
    ['has a time of its own: that one', { dueAt: NOON, waitsForId: '' }, [], NOON],
    ['waits for an open visit: none yet (2:3.1.5)', { dueAt: '', waitsForId: 'visit' }, ['visit', 'other'], ''],
    ['waited for a visit that was logged: the time that gave it', { dueAt: NOON, waitsForId: 'visit' }, [], NOON],
    ['waited for a visit that was given up: the call', { dueAt: '', waitsForId: 'visit' }, ['other'], CALLED],
    ['has no time and waits for nothing: none', { dueAt: '', waitsForId: '' }, [], ''],
  ])('what %s', (_what, promise, openVisits, dueAt) => {
    expect(asDue({ ...promise, createdAt: CALLED }, new Set(openVisits))).toEqual({ ...promise, createdAt: CALLED, dueAt });
  });
});

describe('correctedPromise', () => {
  const said = { customer: '单雄信', unit: '3-2-1502', phone: '13800138000', about: '漏水', forPersonId: 'zhou', forName: '周建国' };
  const right = { customer: '单雄心', unit: '3-2-1503', phone: '13900139000', about: '渗水', forPersonId: 'chen', forName: '陈静' };
  it.each([
    ['what it had from the entry is corrected', said, right, right],
    ['what was said of it alone stays', { ...said, phone: '110', about: '改约' }, right, { ...right, phone: '110', about: '改约' }],
    [
      'another colleague’s message stays theirs',
      { ...said, forPersonId: '', forName: '马师傅' },
      right,
      { ...right, forPersonId: '', forName: '马师傅' },
    ],
    [
      'a message written for another of the name stays theirs',
      { ...said, forPersonId: 'li' },
      right,
      { ...right, forPersonId: 'li', forName: '周建国' },
    ],
    ['a colleague who is only named', said, { ...right, forPersonId: '' }, { ...right, forPersonId: '' }],
    [
      'an entry that names no colleague any more leaves the message its own',
      said,
      { ...right, forPersonId: '', forName: '' },
      { ...right, forPersonId: 'zhou', forName: '周建国' },
    ],
  ])('%s', (_what, promise, after, corrected) => {
    expect(correctedPromise(promise, said, after)).toEqual(corrected);
  });
  const refused = { ...said, customer: '不愿留名', nameRefused: true };
  it.each([
    ['a name given after all takes the mark away', refused, refused, { ...right, nameRefused: false }, { ...right, nameRefused: false }],
    ['a name taken back brings it', said, said, refused, refused],
    ['of somebody else it stays as it is', { ...said, customer: '陈静' }, said, refused, { ...said, customer: '陈静' }],
  ])('of who would not leave a name: %s', (_what, promise, before, after, corrected) => {
    expect(correctedPromise<Owed>(promise, before, after)).toEqual(corrected);
  });
});

it('what waits for the end of a visit comes last, the rest by its time', () => {
  const due = (dueAt: string) => ({ dueAt });
  const [waits, late, soon] = [due(''), due('2026-11-24T01:00:00.000Z'), due('2026-11-24T02:00:00.000Z')];
  expect([waits, soon, late].toSorted(promiseOrder)).toEqual([late, soon, waits]);
  expect([soon, waits, late].toSorted(promiseOrder)).toEqual([late, soon, waits]);
});

describe('isPromised', () => {
  it.each([
    ['reply', [], false],
    ['reply', ['reply'], true],
    ['reply', ['callBack'], true],
    ['reply', ['message'], false],
    ['message', ['message'], true],
    ['message', ['callBack'], false],
  ] as const)('a %s by %o: %s', (needed, kinds, promised) => {
    expect(
      isPromised(
        needed,
        kinds.map((kind) => ({ kind })),
      ),
    ).toBe(promised);
  });
});
