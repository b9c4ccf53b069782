import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import type { HostOptions } from '../../electron/services/host.ts';
import type { KeptEntry } from '../../shared/contract/host-calls.ts';
import {
  codeOf,
  endOf,
  FIRST_PERSON,
  leaseOf,
  lineMaker,
  openedDesk,
  startDesk,
  temporaryFolder,
  valueOf,
  type TestDesk,
} from './test-host.ts';
import { take } from './take-snapshot.ts';

const DATABASE = { database: 'qiantai-1', schemaVersion: 1 };

/** A desk with three lines, a database in force and a recovery code. */
async function deskWithBook(options: Pick<Partial<HostOptions>, 'faults'> = {}) {
  const desk = await openedDesk(options);
  const lines = [desk.line(), desk.line(), desk.line()];
  valueOf(await desk.api.appendLines({ lease: desk.lease, lines }));
  valueOf(await desk.api.switchDatabase({ lease: desk.lease, ...DATABASE }));
  const { code } = valueOf(await desk.api.makeRecoveryCode());
  return { ...desk, lines, code };
}

function journalFile(folder: string): string {
  return path.join(folder, 'journal', 'journal-000000000001.txt');
}

async function kept({ api }: TestDesk): Promise<KeptEntry[]> {
  return valueOf(await api.listKept());
}

async function onlyKept(desk: TestDesk): Promise<KeptEntry> {
  const [entry, ...others] = await kept(desk);
  if (entry === undefined || others.length > 0) throw new Error(`expected one entry, received ${others.length + 1}`);
  return entry;
}

test('nothing is listed where nothing was put aside, nor a torn piece of a line', async () => {
  const desk = await openedDesk();
  writeFileSync(path.join(desk.folder, 'kept', 'torn-x-journal-000000000001.txt'), 'half a line');
  expect(await kept(desk)).toEqual([]);
});

test('what was put aside for a backup is listed, and comes back whole with its PINs, code and database', async () => {
  const desk = await deskWithBook();
  const before = readFileSync(journalFile(desk.folder));
  valueOf(await desk.api.startEmpty({ lease: desk.lease, typed: 'EMPTY', why: 'backup' }));
  valueOf(await desk.api.switchDatabase({ lease: desk.lease, database: 'qiantai-2', schemaVersion: 1 }));
  const entry = await onlyKept(desk);
  expect(entry).toMatchObject({ why: 'backup', at: '2026-03-02T01:00:00.000Z', sequence: 3, lastAt: '2026-03-02T01:00:00.000Z' });
  expect(entry).toMatchObject({ brokenAt: '', withPins: true });
  expect(entry.bytes).toBe(before.length);

  valueOf(await desk.api.putBack({ lease: desk.lease, name: entry.name }));
  const { sequence, hash } = endOf(desk.lines);
  expect(valueOf(await desk.api.openBook())).toMatchObject({ ...DATABASE, journal: { state: 'healthy', sequence, hash } });
  expect(readFileSync(journalFile(desk.folder)).equals(before)).toBe(true);
  expect(valueOf(await desk.api.pinState())).toEqual({ withPin: [FIRST_PERSON.personId], unlocked: '', recoveryCodeExists: true });
  expect(valueOf(await desk.api.unlock(FIRST_PERSON)).outcome).toBe('unlocked');
  expect(valueOf(await desk.api.appendLines({ lease: desk.lease, lines: [desk.line()] })).sequence).toBe(4);
  expect(readdirSync(path.join(desk.folder, 'kept'))).toHaveLength(1);
  // The empty book lies aside in its turn, and leads back to its own database.
  const other = await onlyKept(desk);
  expect(other).toMatchObject({ why: 'putBack', sequence: 0, bytes: 0 });
  valueOf(await desk.api.putBack({ lease: desk.lease, name: other.name }));
  expect(valueOf(await desk.api.openBook())).toMatchObject({ database: 'qiantai-2', journal: { state: 'absent' } });
  expect(valueOf(await desk.api.pinState()).withPin).toEqual([]);
});

test('put back twice at once, it is in force once, and the other call is told that it is no longer aside', async () => {
  const desk = await deskWithBook();
  valueOf(await desk.api.startEmpty({ lease: desk.lease, typed: 'EMPTY', why: 'backup' }));
  const { name } = await onlyKept(desk);
  const back = { lease: desk.lease, name };
  const answers = await Promise.all([desk.api.putBack(back), desk.api.putBack(back)]);
  expect(answers.map(codeOf)).toEqual(['', 'keptMissing']);
  const { sequence, hash } = endOf(desk.lines);
  expect(valueOf(await desk.api.openBook())).toMatchObject({ ...DATABASE, journal: { state: 'healthy', sequence, hash } });
});

test('a backup that was read in between vouches for no line of what is put back', async () => {
  const desk = await deskWithBook();
  const entry = valueOf(await take(desk.api, desk.lease, { sequence: 9 }));
  valueOf(await desk.api.startEmpty({ lease: desk.lease, typed: 'EMPTY', why: 'backup' }));
  valueOf(await desk.api.readSnapshot({ name: entry.name, place: 'main', offset: 0, passphrase: '' }));
  valueOf(await desk.api.putBack({ lease: desk.lease, name: (await onlyKept(desk)).name }));
  const stranger = desk.line({ actor: 'stranger' });
  expect(codeOf(await desk.api.appendLines({ lease: desk.lease, lines: [stranger] }))).toBe('actorNotUnlocked');
});

test('nor does who was unlocked in between write a line of it, once its book is open', async () => {
  const desk = await deskWithBook();
  valueOf(await desk.api.startEmpty({ lease: desk.lease, typed: 'EMPTY', why: 'empty' }));
  const { name } = await onlyKept(desk);
  desk.clock.step(60_000);
  valueOf(await desk.api.setPin({ personId: 'stranger', pin: '1111', mayManage: true }));
  const line = desk.line({ actor: 'stranger' });
  desk.clock.step(60_000);
  valueOf(await desk.api.putBack({ lease: desk.lease, name }));
  desk.clock.step(60_000);
  valueOf(await desk.api.openBook());
  expect(codeOf(await desk.api.appendLines({ lease: desk.lease, lines: [line] }))).toBe('actorNotUnlocked');
});

test('put back under another host, it is built anew from its journal: its database lies out of reach', async () => {
  const desk = await deskWithBook();
  valueOf(await desk.api.startEmpty({ lease: desk.lease, typed: 'EMPTY', why: 'empty' }));
  const { name } = await onlyKept(desk);
  await desk.host.close();
  const moved = await startDesk({ folder: desk.folder, clock: desk.clock, store: 'app://qiantai 2' });
  valueOf(await moved.api.putBack({ lease: await leaseOf(moved.api), name }));
  expect(valueOf(await moved.api.openBook())).toMatchObject({ database: '', journal: { sequence: 3 } });
});

test('a damaged journal comes back as damaged as it was', async () => {
  const desk = await deskWithBook();
  writeFileSync(journalFile(desk.folder), readFileSync(journalFile(desk.folder), 'utf8').replace('log-call', 'log-cull'));
  const damaged = readFileSync(journalFile(desk.folder));
  await desk.host.close();
  const again = await startDesk({ folder: desk.folder, clock: desk.clock });
  const lease = await leaseOf(again.api);
  valueOf(await again.api.openBook());
  valueOf(await again.api.startEmpty({ lease, typed: 'EMPTY', why: 'backup' }));
  const entry = await onlyKept(again);
  expect(entry.brokenAt).toBe('journal-000000000001.txt:1');
  valueOf(await again.api.putBack({ lease, name: entry.name }));
  expect(valueOf(await again.api.openBook()).journal).toMatchObject({ state: 'broken', brokenAt: entry.brokenAt });
  expect(readFileSync(journalFile(desk.folder)).equals(damaged)).toBe(true);
});

test('two books change places, and each is opened by its own PINs only', async () => {
  const desk = await deskWithBook();
  valueOf(await desk.api.startEmpty({ lease: desk.lease, typed: 'EMPTY', why: 'empty' }));
  desk.clock.step(60_000);
  valueOf(await desk.api.setPin({ personId: 'li', pin: '2468', mayManage: true }));
  const line = lineMaker(desk.clock);
  valueOf(await desk.api.appendLines({ lease: desk.lease, lines: [line({ book: 'book-2', actor: 'li' })] }));
  const first = await onlyKept(desk);
  valueOf(await desk.api.putBack({ lease: desk.lease, name: first.name }));
  expect(valueOf(await desk.api.openBook()).journal.book).toBe('book-1');
  expect(valueOf(await desk.api.unlock({ personId: 'li', pin: '2468' })).outcome).toBe('noPin');
  const second = await onlyKept(desk);
  expect(second).toMatchObject({ why: 'putBack', sequence: 1 });
  valueOf(await desk.api.unlock(FIRST_PERSON));
  valueOf(await desk.api.putBack({ lease: desk.lease, name: second.name }));
  expect(valueOf(await desk.api.pinState()).unlocked).toBe('');
  expect(valueOf(await desk.api.openBook()).journal.book).toBe('book-2');
  expect(valueOf(await desk.api.unlock({ personId: 'li', pin: '2468' })).outcome).toBe('unlocked');
});

test('lines that a backup vouched for are still taken after it was put aside half brought', async () => {
  const desk = await openedDesk();
  const lines = [desk.line(), desk.line({ actor: 'gone' }), desk.line({ actor: 'gone' })];
  valueOf(await desk.api.rewriteJournal({ lease: desk.lease, book: 'book-1', ...endOf(lines) }));
  valueOf(await desk.api.appendLines({ lease: desk.lease, lines: lines.slice(0, 2) }));
  desk.clock.step(1000);
  valueOf(await desk.api.startEmpty({ lease: desk.lease, typed: 'EMPTY', why: 'empty' }));
  const entry = (await kept(desk)).find(({ why }) => why === 'empty');
  valueOf(await desk.api.putBack({ lease: desk.lease, name: entry?.name ?? '' }));
  expect(valueOf(await desk.api.appendLines({ lease: desk.lease, lines })).sequence).toBe(3);
});

test('only who may manage puts data back while somebody is unlocked; the lease is asked for', async () => {
  const desk = await deskWithBook();
  valueOf(await desk.api.setPin({ personId: 'li', pin: '2468', mayManage: false }));
  valueOf(await desk.api.rewriteJournal({ lease: desk.lease, book: 'book-1', ...endOf(desk.lines) }));
  const { name } = await onlyKept(desk);
  valueOf(await desk.api.lock());
  valueOf(await desk.api.unlock({ personId: 'li', pin: '2468' }));
  expect(codeOf(await desk.api.putBack({ lease: desk.lease, name }))).toBe('notAllowed');
  expect(codeOf(await desk.api.putBack({ lease: 'another', name }))).toBe('leaseLost');
  expect(await kept(desk)).toHaveLength(1);
});

test('what is no longer there is said, and the present data stay', async () => {
  const desk = await deskWithBook();
  expect(codeOf(await desk.api.putBack({ lease: desk.lease, name: 'book-nothing' }))).toBe('keptMissing');
  expect(codeOf(await desk.api.putBack({ lease: desk.lease, name: 'book-/../../journal' }))).toBe('badPayload');
  expect(valueOf(await desk.api.openBook()).journal.sequence).toBe(3);
  expect(await kept(desk)).toEqual([]);
});

test('a folder of an older program comes back with its PINs, and without them it is listed only', async () => {
  const desk = await deskWithBook();
  valueOf(await desk.api.startEmpty({ lease: desk.lease, typed: 'EMPTY', why: 'backup' }));
  const { name } = await onlyKept(desk);
  const folder = path.join(desk.folder, 'kept', name);
  rmSync(path.join(folder, 'aside.json'));
  expect(await onlyKept(desk)).toMatchObject({ why: 'empty', sequence: 0, withPins: true });
  const pins = path.join(folder, 'pins.json');
  renameSync(pins, `${pins}.away`);
  expect(await onlyKept(desk)).toMatchObject({ why: 'rewritten', withPins: false });
  expect(codeOf(await desk.api.putBack({ lease: desk.lease, name }))).toBe('keptWithoutPins');
  renameSync(`${pins}.away`, pins);
  valueOf(await desk.api.putBack({ lease: desk.lease, name }));
  // No database was named: the page builds one from the journal.
  expect(valueOf(await desk.api.openBook())).toMatchObject({ database: '', journal: { sequence: 3 } });
});

test('a disk that fails between putting aside and putting back leaves both listed, and a second call finishes it', async () => {
  const faults = path.join(temporaryFolder(), 'faults');
  const desk = await deskWithBook({ faults: `@${faults}` });
  const before = readFileSync(journalFile(desk.folder));
  valueOf(await desk.api.startEmpty({ lease: desk.lease, typed: 'EMPTY', why: 'backup' }));
  const { name } = await onlyKept(desk);
  desk.clock.step(1000);
  writeFileSync(faults, 'pointer=ENOSPC');
  expect(codeOf(await desk.api.putBack({ lease: desk.lease, name }))).toBe('diskFull');
  expect((await kept(desk)).map(({ why }) => why)).toEqual(['putBack', 'backup']);
  writeFileSync(faults, '');
  await desk.host.close();
  const again = await startDesk({ folder: desk.folder, clock: desk.clock });
  const lease = await leaseOf(again.api);
  valueOf(await again.api.putBack({ lease, name }));
  expect(valueOf(await again.api.openBook())).toMatchObject({ ...DATABASE, journal: { state: 'healthy', sequence: 3 } });
  expect(readFileSync(journalFile(desk.folder)).equals(before)).toBe(true);
  expect(valueOf(await again.api.unlock(FIRST_PERSON)).outcome).toBe('unlocked');
});

test('a file of somebody’s beside the journal goes and comes with it', async () => {
  const desk = await deskWithBook();
  writeFileSync(path.join(desk.folder, 'journal', 'note.txt'), 'read me');
  valueOf(await desk.api.startEmpty({ lease: desk.lease, typed: 'EMPTY', why: 'backup' }));
  const { name } = await onlyKept(desk);
  valueOf(await desk.api.putBack({ lease: desk.lease, name }));
  expect(readFileSync(path.join(desk.folder, 'journal', 'note.txt'), 'utf8')).toBe('read me');
});

test('folders without a journal are what a crash left before anything was moved', async () => {
  const desk = await openedDesk();
  mkdirSync(path.join(desk.folder, 'kept', 'book-half'));
  expect(await kept(desk)).toEqual([]);
  expect(readdirSync(path.join(desk.folder, 'kept'))).toEqual(['book-half']);
});
