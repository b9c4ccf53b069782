import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { codeOf, FIRST_PERSON, leaseOf, lineMaker, openedDesk, startDesk, temporaryFolder, valueOf } from './test-host.ts';

const other = { personId: 'li', pin: '2468' };
const MINUTE = 60_000;

async function twoPeople() {
  const desk = await openedDesk();
  valueOf(await desk.api.setPin({ ...other, mayManage: false }));
  const send = (line: ReturnType<typeof desk.line>) => desk.api.appendLines({ lease: desk.lease, lines: [line] });
  return { ...desk, send };
}

test('a line by somebody who was never unlocked here is refused', async () => {
  const { send, line } = await twoPeople();
  expect(codeOf(await send(line({ actor: other.personId })))).toBe('actorNotUnlocked');
});

test('a line stored before the desk was locked is still taken, one stored after is not', async () => {
  const { api, send, line, clock } = await twoPeople();
  clock.step(MINUTE);
  const before = line();
  valueOf(await api.lock());
  clock.step(MINUTE);
  const after = line();
  expect(codeOf(await send(before))).toBe('');
  expect(codeOf(await send(after))).toBe('actorNotUnlocked');
});

test('a line stored before a crash is taken after it', async () => {
  const desk = await openedDesk();
  desk.clock.step(MINUTE);
  const line = desk.line();
  // No close: the host just ends.
  desk.clock.step(MINUTE);
  const again = await startDesk({ folder: desk.folder, clock: desk.clock });
  expect(valueOf(await again.api.pinState()).unlocked).toBe('');
  const lease = await leaseOf(again.api);
  expect(codeOf(await again.api.appendLines({ lease, lines: [line] }))).toBe('');
});

test("once a colleague's line was taken, nobody writes under the name of before", async () => {
  const { api, send, line, clock } = await twoPeople();
  const at = new Date(clock.now()).toISOString();
  expect(codeOf(await send(line()))).toBe('');
  clock.step(MINUTE);
  valueOf(await api.unlock(other));
  clock.step(MINUTE);
  expect(codeOf(await send(line({ actor: other.personId })))).toBe('');
  expect(codeOf(await send(line({ actor: FIRST_PERSON.personId, at })))).toBe('actorNotUnlocked');
});

test('that stays so after a restart', async () => {
  const desk = await twoPeople();
  const at = new Date(desk.clock.now()).toISOString();
  desk.clock.step(MINUTE);
  valueOf(await desk.api.unlock(other));
  desk.clock.step(MINUTE);
  expect(codeOf(await desk.send(desk.line({ actor: other.personId })))).toBe('');
  await desk.host.close();
  const again = await startDesk({ folder: desk.folder, clock: desk.clock });
  valueOf(await again.api.openBook());
  const lease = await leaseOf(again.api);
  const forged = desk.line({ actor: FIRST_PERSON.personId, at });
  expect(codeOf(await again.api.appendLines({ lease, lines: [forged] }))).toBe('actorNotUnlocked');
});

test('lines of two people come again in the same order when the disk refused them', async () => {
  const faults = path.join(temporaryFolder(), 'faults');
  writeFileSync(faults, 'append=ENOSPC');
  const desk = await openedDesk({ faults: `@${faults}` });
  valueOf(await desk.api.setPin({ ...other, mayManage: false }));
  const first = desk.line();
  desk.clock.step(MINUTE);
  valueOf(await desk.api.unlock(other));
  desk.clock.step(MINUTE);
  const lines = [first, desk.line({ actor: other.personId })];
  expect(codeOf(await desk.api.appendLines({ lease: desk.lease, lines }))).toBe('diskFull');
  writeFileSync(faults, '');
  expect(codeOf(await desk.api.appendLines({ lease: desk.lease, lines }))).toBe('');
});

test.each([
  ['back', -3600_000],
  ['forward', 3600_000],
])('a clock set %s while somebody works refuses nothing', async (_name, step) => {
  const { send, line, clock } = await twoPeople();
  expect(codeOf(await send(line()))).toBe('');
  clock.step(MINUTE);
  const before = line();
  clock.jump(step);
  clock.step(MINUTE);
  const after = line();
  expect(codeOf(await send(before))).toBe('');
  expect(codeOf(await send(after))).toBe('');
});

test('the first line of a book may be a moment older than the first PIN', async () => {
  const { api, clock } = await startDesk();
  const line = lineMaker(clock)();
  clock.step(MINUTE);
  valueOf(await api.setPin({ ...FIRST_PERSON, mayManage: true }));
  const lease = await leaseOf(api);
  expect(codeOf(await api.appendLines({ lease, lines: [line] }))).toBe('');
});

test('a PIN decision must have been taken here, for this very operation', async () => {
  const { api, send, line } = await twoPeople();
  const confirmations = [{ personId: other.personId, by: 'pin' as const, on: '2026-03-02', evidence: '' }];
  const claimed = line({ confirmations });
  expect(codeOf(await send(claimed))).toBe('confirmationMissing');
  expect(valueOf(await api.confirmByPin({ ...other, operationId: 'op-2' })).outcome).toBe('unlocked');
  expect(codeOf(await send(claimed))).toBe('confirmationMissing');
  expect(valueOf(await api.confirmByPin({ ...other, pin: '0000', operationId: 'op-1' })).outcome).toBe('wrong');
  expect(codeOf(await send(claimed))).toBe('confirmationMissing');
  valueOf(await api.confirmByPin({ ...other, operationId: 'op-1' }));
  expect(codeOf(await send(claimed))).toBe('');
  // Confirming is not unlocking.
  expect(valueOf(await api.pinState()).unlocked).toBe(FIRST_PERSON.personId);
});

test('a decision recorded from paper needs no PIN', async () => {
  const { send, line } = await twoPeople();
  const confirmations = [{ personId: 'gone', by: 'paper' as const, on: '2026-03-02', evidence: 'file 3' }];
  expect(codeOf(await send(line({ confirmations })))).toBe('');
});

test('a remembered decision survives a crash', async () => {
  const desk = await twoPeople();
  valueOf(await desk.api.confirmByPin({ ...other, operationId: 'op-1' }));
  const line = desk.line({ confirmations: [{ personId: other.personId, by: 'pin', on: '2026-03-02', evidence: '' }] });
  const again = await startDesk({ folder: desk.folder, clock: desk.clock });
  const lease = await leaseOf(again.api);
  expect(codeOf(await again.api.appendLines({ lease, lines: [line] }))).toBe('');
});

test.each([
  ['another book', { book: 'book-2' }, 'otherBook'],
  ['another sequence inside than outside', { sequence: 7 }, 'badLine'],
  ['no time', { at: 'yesterday' }, 'badLine'],
])('a line of %s is refused', async (_name, changes, code) => {
  const { send, line } = await twoPeople();
  expect(codeOf(await send(line()))).toBe('');
  expect(codeOf(await send(line(changes)))).toBe(code);
});

test('a line that names no book is none', async () => {
  const { send, line } = await twoPeople();
  expect(codeOf(await send(line({ book: '' })))).toBe('badLine');
});

test('only the boot gate’s own operations come without a person', async () => {
  const { send, line } = await twoPeople();
  expect(codeOf(await send(line({ actor: 'system', name: 'migrate-database' })))).toBe('');
  expect(codeOf(await send(line({ actor: 'system', name: 'log-call' })))).toBe('actorNotUnlocked');
});
