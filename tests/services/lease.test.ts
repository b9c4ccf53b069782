import { expect, test } from 'vitest';
import { header } from './take-snapshot.ts';
import { codeOf, leaseOf, openedDesk, startDesk, valueOf } from './test-host.ts';

test('a second page is told that the desk is open elsewhere', async () => {
  const { api } = await startDesk();
  await leaseOf(api);
  expect(valueOf(await api.takeLease())).toEqual({ heldElsewhere: true });
});

test('a released lease is free at once', async () => {
  const { api } = await startDesk();
  const token = await leaseOf(api);
  valueOf(await api.releaseLease({ token: 'another' }));
  expect(valueOf(await api.takeLease())).toEqual({ heldElsewhere: true });
  valueOf(await api.releaseLease({ token }));
  expect(await leaseOf(api)).not.toBe(token);
});

test('a page that falls silent for fifteen seconds may be replaced, and learns of it', async () => {
  const { api, clock } = await startDesk();
  const first = await leaseOf(api);
  clock.step(14_999);
  expect(valueOf(await api.takeLease())).toEqual({ heldElsewhere: true });
  clock.step(1);
  const second = await leaseOf(api);
  expect(valueOf(await api.renewLease({ token: first }))).toMatchObject({ held: false });
  expect(codeOf(await api.switchDatabase({ lease: first, database: 'qiantai-a', schemaVersion: 1 }))).toBe('leaseLost');
  expect(codeOf(await api.switchDatabase({ lease: second, database: 'qiantai-a', schemaVersion: 1 }))).toBe('');
});

test('a page without the lease moves nothing of the book', async () => {
  const { api, lease: held, line } = await openedDesk();
  valueOf(await api.appendLines({ lease: held, lines: [line()] }));
  const before = valueOf(await api.openBook());
  const lease = 'lost';
  const refused = [
    await api.startEmpty({ lease, typed: 'EMPTY', why: 'empty' }),
    await api.rewriteJournal({ lease, book: 'book-1', sequence: before.journal.sequence, hash: before.journal.hash }),
    await api.putBack({ lease, name: 'book-1' }),
    await api.switchDatabase({ lease, database: 'qiantai-a', schemaVersion: 1 }),
    await api.beginSnapshot({ lease, header }),
    await api.appendLines({ lease, lines: [line()] }),
  ];
  expect(refused.map(codeOf)).toEqual(refused.map(() => 'leaseLost'));
  expect(valueOf(await api.listKept())).toEqual([]);
  expect(valueOf(await api.openBook())).toEqual({ ...before, freeBytes: expect.any(Number) });
});

test('silence alone takes nothing away', async () => {
  const { api, clock } = await startDesk();
  const token = await leaseOf(api);
  clock.step(3600_000);
  expect(valueOf(await api.renewLease({ token }))).toMatchObject({ held: true });
  expect(valueOf(await api.takeLease())).toEqual({ heldElsewhere: true });
});

test('setting the PC’s clock neither ends nor stretches a lease', async () => {
  const { api, clock } = await startDesk();
  await leaseOf(api);
  clock.jump(86_400_000);
  expect(valueOf(await api.takeLease())).toEqual({ heldElsewhere: true });
  clock.jump(-86_400_000 * 2);
  clock.step(15_000);
  expect(valueOf(await api.takeLease())).toHaveProperty('token');
});

test('a page that is gone for certain keeps nobody waiting', async () => {
  const { api, host } = await startDesk();
  await leaseOf(api);
  host.lease.drop();
  expect(valueOf(await api.takeLease())).toHaveProperty('token');
});

test('behind a page that died without a word the desk is locked; behind one that was loaded again it is not', async () => {
  const { api, clock } = await startDesk();
  valueOf(await api.setPin({ personId: 'p', pin: '246810', mayManage: true }));
  const unlocked = async (): Promise<string> => valueOf(await api.pinState()).unlocked;
  const first = await leaseOf(api);
  valueOf(await api.releaseLease({ token: first }));
  await leaseOf(api);
  expect(await unlocked()).toBe('p');
  clock.step(14_999);
  expect(valueOf(await api.takeLease())).toEqual({ heldElsewhere: true });
  expect(await unlocked()).toBe('p');
  clock.step(1);
  await leaseOf(api);
  expect(await unlocked()).toBe('');
});
