import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { waitAfter } from '../../electron/services/wrong-tries.ts';
import { codeOf, FIRST_PERSON, openedDesk, startDesk, temporaryFolder, valueOf } from './test-host.ts';

const { personId, pin } = FIRST_PERSON;
const other = { personId: 'li', pin: '2468' };

async function twoPeople() {
  const desk = await openedDesk();
  valueOf(await desk.api.setPin({ ...other, mayManage: false }));
  return desk;
}

test('the first PIN of an empty folder makes a manager, who is at the desk', async () => {
  const { api } = await startDesk();
  valueOf(await api.setPin({ personId, pin, mayManage: false }));
  expect(valueOf(await api.pinState())).toEqual({ withPin: [personId], unlocked: personId, recoveryCodeExists: false });
  expect(codeOf(await api.makeRecoveryCode())).toBe('');
});

test('a first start that was cut short begins anew: the PIN of somebody whom no book knows is replaced', async () => {
  const { host, folder } = await openedDesk();
  await host.close();
  const again = await startDesk({ folder });
  valueOf(await again.api.setPin({ ...other, mayManage: true }));
  expect(valueOf(await again.api.pinState())).toMatchObject({ withPin: [other.personId], unlocked: other.personId });
});

test('a locked desk takes no PIN for anybody, asked before or after its book was opened', async () => {
  const { api, host, folder, lease, line } = await openedDesk();
  valueOf(await api.appendLines({ lease, lines: [line()] }));
  await host.close();
  const again = await startDesk({ folder });
  expect(codeOf(await again.api.setPin({ ...other, mayManage: true }))).toBe('notAllowed');
});

test('a locked desk takes no PIN for anybody', async () => {
  const { api, lease, line } = await openedDesk();
  valueOf(await api.appendLines({ lease, lines: [line()] }));
  valueOf(await api.lock());
  expect(codeOf(await api.setPin({ ...other, mayManage: true }))).toBe('notAllowed');
  expect(codeOf(await api.setPin({ personId, pin: '9999', mayManage: true }))).toBe('notAllowed');
});

test('who may not manage changes the own PIN only, and stays without that right', async () => {
  const { api } = await twoPeople();
  expect(valueOf(await api.unlock(other)).outcome).toBe('unlocked');
  expect(codeOf(await api.setPin({ personId, pin: '9999', mayManage: false }))).toBe('notAllowed');
  expect(codeOf(await api.removePin({ personId }))).toBe('notAllowed');
  expect(codeOf(await api.makeRecoveryCode())).toBe('notAllowed');
  valueOf(await api.setPin({ personId: other.personId, pin: '8642', mayManage: true }));
  expect(codeOf(await api.removePin({ personId }))).toBe('notAllowed');
  expect(valueOf(await api.unlock({ personId: other.personId, pin: '8642' })).outcome).toBe('unlocked');
});

test('the last manager cannot be lost', async () => {
  const { api } = await twoPeople();
  expect(codeOf(await api.removePin({ personId }))).toBe('lastManager');
  expect(codeOf(await api.setPin({ personId, pin, mayManage: false }))).toBe('lastManager');
});

test('a removed PIN locks its person out', async () => {
  const { api } = await twoPeople();
  valueOf(await api.unlock(FIRST_PERSON));
  valueOf(await api.removePin({ personId: other.personId }));
  expect(valueOf(await api.unlock(other)).outcome).toBe('noPin');
  expect(codeOf(await api.removePin({ personId: other.personId }))).toBe('noSuchPin');
});

test('no PIN and no code lies on the disk', async () => {
  const desk = await openedDesk();
  const { code } = valueOf(await desk.api.makeRecoveryCode());
  const text = readFileSync(path.join(desk.folder, 'desk', 'pins.json'), 'utf8');
  expect(text).not.toContain(pin);
  expect(text).not.toContain(code);
  valueOf(await desk.api.setPin({ personId: 'li', pin, mayManage: false }));
  const hashes = [...readFileSync(path.join(desk.folder, 'desk', 'pins.json'), 'utf8').matchAll(/"hash": "([^"]+)"/g)].map(
    (match) => match[1],
  );
  expect(new Set(hashes).size).toBe(3);
});

test('wrong tries are slowed, and neither a restart nor a set clock gives them back', async () => {
  const desk = await openedDesk();
  const wrong = { personId, pin: '0000' };
  expect(valueOf(await desk.api.unlock(wrong))).toEqual({ outcome: 'wrong', waitMs: 0 });
  expect(valueOf(await desk.api.unlock(wrong))).toEqual({ outcome: 'wrong', waitMs: 0 });
  expect(valueOf(await desk.api.unlock(wrong))).toEqual({ outcome: 'wrong', waitMs: 5000 });
  expect(valueOf(await desk.api.unlock(FIRST_PERSON))).toEqual({ outcome: 'wait', waitMs: 5000 });

  desk.clock.jump(3600_000);
  expect(valueOf(await desk.api.unlock(FIRST_PERSON)).outcome).toBe('wait');
  desk.clock.jump(-3600_000);

  await desk.host.close();
  const again = await startDesk({ folder: desk.folder, clock: desk.clock });
  expect(valueOf(await again.api.unlock(FIRST_PERSON))).toEqual({ outcome: 'wait', waitMs: 5000 });
  desk.clock.jump(-3600_000);
  expect(valueOf(await again.api.unlock(FIRST_PERSON))).toEqual({ outcome: 'wait', waitMs: 5000 });
  desk.clock.jump(3600_000);

  desk.clock.step(5000);
  expect(valueOf(await again.api.unlock(wrong))).toEqual({ outcome: 'wrong', waitMs: 15_000 });
  desk.clock.step(15_000);
  expect(valueOf(await again.api.unlock(FIRST_PERSON)).outcome).toBe('unlocked');
  expect(valueOf(await again.api.unlock(wrong))).toEqual({ outcome: 'wrong', waitMs: 0 });
});

test.each([
  [0, 0],
  [2, 0],
  [3, 5],
  [4, 15],
  [5, 30],
  [6, 60],
  [7, 300],
  [8, 300],
  [9, 300],
  [1000, 300],
])('after %i wrong tries the next waits %i s, and never less again', (count, seconds) => {
  expect(waitAfter(count)).toBe(seconds * 1000);
});

test('a clock that stood ahead at a wrong try, and was put right since, keeps nobody out for longer than the wait', async () => {
  const desk = await openedDesk();
  desk.clock.jump(365 * 24 * 3600_000);
  for (let count = 0; count < 3; count += 1) valueOf(await desk.api.unlock({ personId, pin: '0000' }));
  await desk.host.close();
  desk.clock.jump(-365 * 24 * 3600_000);
  const again = await startDesk({ folder: desk.folder, clock: desk.clock });
  expect(valueOf(await again.api.unlock(FIRST_PERSON))).toEqual({ outcome: 'wait', waitMs: 5000 });
  desk.clock.step(4000);
  expect(valueOf(await again.api.unlock(FIRST_PERSON))).toEqual({ outcome: 'wait', waitMs: 1000 });
  desk.clock.step(1000);
  expect(valueOf(await again.api.unlock(FIRST_PERSON)).outcome).toBe('unlocked');
});

test('parallel guesses do not slip past the counter', async () => {
  const { api } = await openedDesk();
  const outcomes = await Promise.all(Array.from({ length: 20 }, (_, index) => api.unlock({ personId, pin: String(1000 + index) })));
  expect(outcomes.map(valueOf).filter(({ outcome }) => outcome === 'wrong')).toHaveLength(3);
});

test('the recovery code works once, however it is typed, and makes a manager', async () => {
  const { api } = await openedDesk();
  const { code } = valueOf(await api.makeRecoveryCode());
  expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{5}-){3}[0-9A-HJKMNP-TV-Z]{5}$/);
  valueOf(await api.lock());
  const use = { code: code.toLowerCase().replaceAll('-', ' '), personId: 'new', newPin: '7777' };
  expect(valueOf(await api.useRecoveryCode({ ...use, code: '00000-00000-00000-00000' })).outcome).toBe('wrong');
  expect(valueOf(await api.useRecoveryCode(use)).outcome).toBe('unlocked');
  expect(valueOf(await api.pinState())).toMatchObject({ unlocked: 'new', recoveryCodeExists: false });
  expect(valueOf(await api.useRecoveryCode(use)).outcome).toBe('noPin');
  valueOf(await api.removePin({ personId }));
});

test('a new PIN by the recovery code is not slowed by wrong tries of the forgotten one', async () => {
  const { api } = await openedDesk();
  const { code } = valueOf(await api.makeRecoveryCode());
  for (let count = 0; count < 3; count += 1) valueOf(await api.unlock({ personId, pin: '0000' }));
  valueOf(await api.useRecoveryCode({ code, personId, newPin: '7777' }));
  valueOf(await api.lock());
  expect(valueOf(await api.unlock({ personId, pin: '7777' }))).toEqual({ outcome: 'unlocked', waitMs: 0 });
});

test('nor is a new PIN that a manager gives', async () => {
  const { api } = await twoPeople();
  for (let count = 0; count < 4; count += 1) valueOf(await api.confirmByPin({ ...other, pin: '0000', operationId: 'op-9' }));
  expect(valueOf(await api.unlock(other)).outcome).toBe('wait');
  valueOf(await api.setPin({ ...other, pin: '8642', mayManage: false }));
  expect(valueOf(await api.unlock({ ...other, pin: '8642' })).outcome).toBe('unlocked');
});

test('whose PIN is removed is at the desk no longer', async () => {
  const { api } = await openedDesk();
  valueOf(await api.setPin({ ...other, mayManage: true }));
  valueOf(await api.removePin({ personId }));
  expect(valueOf(await api.pinState()).unlocked).toBe('');
});

test('who may not manage changes neither how backups are kept nor their passphrase; a locked desk changes no setting', async () => {
  const { api, lease, line } = await twoPeople();
  valueOf(await api.appendLines({ lease, lines: [line()] }));
  const settings = valueOf(await api.readHostSettings());
  valueOf(await api.unlock(other));
  for (const change of [{ secondFolder: '/elsewhere' }, { snapshotEveryHours: 99 }, { keepDaily: 1 }, { keepMonthly: 0 }]) {
    expect(codeOf(await api.writeHostSettings({ ...settings, ...change }))).toBe('notAllowed');
  }
  expect(codeOf(await api.setSnapshotPassphrase({ passphrase: 'of my own choice' }))).toBe('notAllowed');
  valueOf(await api.writeHostSettings({ ...settings, printSilently: true }));
  valueOf(await api.lock());
  expect(codeOf(await api.writeHostSettings({ ...settings, printSilently: false }))).toBe('notAllowed');
  expect(valueOf(await api.readHostSettings())).toEqual({ ...settings, printSilently: true });
});

test('a lost PIN file beside a known recovery code is no way in', async () => {
  const desk = await openedDesk();
  valueOf(await desk.api.makeRecoveryCode());
  await desk.host.close();
  const file = path.join(desk.folder, 'desk', 'pins.json');
  writeFileSync(file, JSON.stringify({ ...JSON.parse(readFileSync(file, 'utf8')), people: [] }));
  const again = await startDesk({ folder: desk.folder, clock: desk.clock });
  expect(codeOf(await again.api.setPin({ ...other, mayManage: true }))).toBe('notAllowed');
});

test('a damaged PIN file stops the start instead of meaning "no PINs"', async () => {
  const desk = await openedDesk();
  await desk.host.close();
  writeFileSync(path.join(desk.folder, 'desk', 'pins.json'), '{"people":');
  await expect(startDesk({ folder: desk.folder })).rejects.toThrow('hostFileDamaged');
});

test('on a full disk people still unlock, guesses are still counted, and what was noted is written once there is room', async () => {
  const faults = path.join(temporaryFolder(), 'faults');
  writeFileSync(faults, '');
  const desk = await openedDesk({ faults: `@${faults}` });
  valueOf(await desk.api.lock());
  writeFileSync(faults, 'desk=ENOSPC');
  desk.clock.step(1000);
  for (let count = 0; count < 3; count += 1) valueOf(await desk.api.unlock({ personId, pin: '0000' }));
  expect(valueOf(await desk.api.unlock(FIRST_PERSON)).outcome).toBe('wait');
  desk.clock.step(5000);
  expect(valueOf(await desk.api.unlock(FIRST_PERSON)).outcome).toBe('unlocked');
  expect(codeOf(await desk.api.appendLines({ lease: desk.lease, lines: [desk.line()] }))).toBe('');
  const written = () => readFileSync(path.join(desk.folder, 'desk', 'presence.log'), 'utf8').split('\n').length - 1;
  expect(written()).toBe(2);
  writeFileSync(faults, '');
  valueOf(await desk.api.lock());
  expect(written()).toBe(4);
});

test('who may manage follows the roles that a manager gives', async () => {
  const { api, lease, line } = await twoPeople();
  const saved = (key: string, after: Record<string, unknown>) =>
    line({ name: 'save-person', changes: [{ table: 'people', key, before: {}, after }] });
  valueOf(await api.appendLines({ lease, lines: [saved(other.personId, { roles: ['receptionist', 'supervisor'] })] }));
  valueOf(await api.unlock(other));
  expect(codeOf(await api.makeRecoveryCode())).toBe('');
  const byOther = line({
    name: 'save-person',
    actor: other.personId,
    changes: [{ table: 'people', key: personId, before: {}, after: { active: false } }],
  });
  valueOf(await api.appendLines({ lease, lines: [byOther] }));
  valueOf(await api.unlock({ personId, pin }));
  expect(codeOf(await api.makeRecoveryCode())).toBe('notAllowed');
});

test('a person without a PIN is saved like any other, and gets none by it', async () => {
  const { api, lease, line } = await twoPeople();
  const changes = [{ table: 'people', key: 'new', before: null, after: { roles: ['supervisor'] } }];
  valueOf(await api.appendLines({ lease, lines: [line({ name: 'save-person', changes })] }));
  expect(valueOf(await api.pinState()).withPin.toSorted()).toEqual([other.personId, personId]);
});

test('nobody makes himself a manager, and the last one is never unmade', async () => {
  const { api, lease, line } = await twoPeople();
  const saved = (actor: string, key: string, after: Record<string, unknown>) =>
    line({ name: 'save-person', actor, changes: [{ table: 'people', key, before: {}, after }] });
  valueOf(await api.appendLines({ lease, lines: [saved(personId, personId, { roles: ['receptionist'] })] }));
  expect(codeOf(await api.makeRecoveryCode())).toBe('');
  valueOf(await api.unlock(other));
  valueOf(await api.appendLines({ lease, lines: [saved(other.personId, other.personId, { roles: ['supervisor'] })] }));
  expect(codeOf(await api.makeRecoveryCode())).toBe('notAllowed');
});

test('only the saving of a person changes who may manage, and only by what it says of people', async () => {
  const { api, lease, line } = await twoPeople();
  const after = { roles: ['receptionist', 'supervisor'], active: true };
  const send = (name: string, table: string) =>
    api.appendLines({ lease, lines: [line({ name, changes: [{ table, key: other.personId, before: {}, after }] })] });
  for (const [name, table] of [
    ['log-reception', 'people'],
    ['save-person', 'departments'],
  ] as const)
    valueOf(await send(name, table));
  valueOf(await api.unlock(other));
  expect(codeOf(await api.makeRecoveryCode())).toBe('notAllowed');
});
