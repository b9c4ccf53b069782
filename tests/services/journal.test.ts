import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { open, type FileHandle } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { hashText, ORIGIN_HASH } from '../../shared/journal/line.ts';
import { appendOnlyHandles } from './append-only.ts';
import { journalFiles, lastFile, restart } from './journal-folder.ts';
import { codeOf, endOf, leaseOf, lineMaker, openedDesk, startDesk, valueOf } from './test-host.ts';

afterEach(() => vi.restoreAllMocks());

test('an empty folder reports an absent journal', async () => {
  const { api } = await startDesk();
  const { journal } = valueOf(await api.openBook());
  expect(journal).toEqual({ state: 'absent', sequence: 0, hash: ORIGIN_HASH, book: '', lastAt: '', brokenAt: '' });
});

test('what was acknowledged is there after a restart, with the watermark of its last line', async () => {
  const desk = await openedDesk();
  const lines = [desk.line(), desk.line(), desk.line()];
  const answer = valueOf(await desk.api.appendLines({ lease: desk.lease, lines }));
  const { sequence, hash } = endOf(lines);
  expect(answer).toEqual({ sequence, hash });

  const again = await restart(desk);
  const { journal } = valueOf(await again.api.openBook());
  expect(journal).toMatchObject({
    state: 'healthy',
    sequence: 3,
    hash,
    book: 'book-1',
    lastAt: '2026-03-02T01:00:00.000Z',
  });
  expect(valueOf(await again.api.readLines({ from: 2, limit: 10 })).lines).toEqual(lines.slice(1));
});

test.runIf(process.platform === 'linux')('a file whose name the disk refused is given it before a line in it is acknowledged', async () => {
  const desk = await openedDesk();
  const folder = path.join(desk.folder, 'journal');
  const handles = await appendOnlyHandles();
  const { sync } = handles;
  const synced: string[] = [];
  let failures = 1;
  vi.spyOn(handles, 'sync').mockImplementation(function note(this: FileHandle) {
    const place = readlinkSync(`/proc/self/fd/${this.fd}`);
    if (place === folder && failures > 0) {
      failures -= 1;
      return Promise.reject(Object.assign(new Error('EIO'), { code: 'EIO', syscall: 'fsync' }));
    }
    synced.push(path.relative(folder, place));
    return sync.call(this);
  });
  const lines = [desk.line()];
  expect(codeOf(await desk.api.appendLines({ lease: desk.lease, lines }))).toBe('hostError');
  expect(valueOf(await desk.api.appendLines({ lease: desk.lease, lines }))).toEqual(endOf(lines));
  expect(valueOf(await desk.api.appendLines({ lease: desk.lease, lines: [desk.line()] })).sequence).toBe(2);
  expect(synced.filter((name) => !name.startsWith('..'))).toEqual(['', 'journal-000000000001.txt', 'journal-000000000001.txt']);
});

test('a gap is refused and nothing of it written', async () => {
  const desk = await openedDesk();
  desk.line();
  const answer = await desk.api.appendLines({ lease: desk.lease, lines: [desk.line()] });
  expect(answer).toEqual({ ok: false, error: { code: 'journalGap', parameters: { expected: 1, received: 2 } } });
  expect(valueOf(await desk.api.openBook()).journal.state).toBe('absent');
});

test('the same line again is a no-op, another line in its place diverges', async () => {
  const desk = await openedDesk();
  const lines = [desk.line(), desk.line()];
  valueOf(await desk.api.appendLines({ lease: desk.lease, lines }));
  const size = readFileSync(lastFile(desk.folder)).length;
  expect(valueOf(await desk.api.appendLines({ lease: desk.lease, lines })).sequence).toBe(2);
  expect(readFileSync(lastFile(desk.folder)).length).toBe(size);

  const { line } = await openedDesk({ clock: desk.clock });
  const other = [line({ name: 'other' })];
  expect(codeOf(await desk.api.appendLines({ lease: desk.lease, lines: other }))).toBe('journalDiverged');
});

test('a line with another predecessor diverges', async () => {
  const desk = await openedDesk();
  valueOf(await desk.api.appendLines({ lease: desk.lease, lines: [desk.line()] }));
  const stray = desk.line({}, { previousHash: 'ab'.repeat(32) });
  expect(codeOf(await desk.api.appendLines({ lease: desk.lease, lines: [stray] }))).toBe('journalDiverged');
});

test('lines before a refused one get their safety copy', async () => {
  const desk = await openedDesk();
  const lines = [desk.line(), desk.line(), desk.line({ actor: 'nobody' })];
  expect(codeOf(await desk.api.appendLines({ lease: desk.lease, lines }))).toBe('actorNotUnlocked');
  expect(valueOf(await desk.api.openBook()).journal.sequence).toBe(2);
});

test('the journal is cut into files, and reading crosses them', async () => {
  const desk = await openedDesk({ segmentBytes: 900 });
  const lines = Array.from({ length: 12 }, () => desk.line());
  for (const line of lines) valueOf(await desk.api.appendLines({ lease: desk.lease, lines: [line] }));
  expect(journalFiles(desk.folder).length).toBeGreaterThan(3);
  expect(valueOf(await desk.api.readLines({ from: 1, limit: 5000 })).lines).toEqual(lines);
  expect(valueOf(await desk.api.readLines({ from: 5, limit: 3 })).lines).toEqual(lines.slice(4, 7));

  const again = await restart(desk, { segmentBytes: 900 });
  expect(valueOf(await again.api.openBook()).journal).toMatchObject({ state: 'healthy', sequence: 12 });
});

test('every line is on the disk, not only in memory, before it is acknowledged', async () => {
  const desk = await openedDesk();
  const handle = await open(path.join(desk.folder, 'probe'), 'w');
  const sync = vi.spyOn(Object.getPrototypeOf(handle), 'sync');
  await handle.close();
  try {
    valueOf(await desk.api.appendLines({ lease: desk.lease, lines: [desk.line()] }));
    sync.mockClear();
    valueOf(await desk.api.appendLines({ lease: desk.lease, lines: [desk.line(), desk.line()] }));
    expect(sync).toHaveBeenCalledTimes(1);
  } finally {
    sync.mockRestore();
  }
});

test('a full disk refuses the line, keeps the journal whole, and takes the line once there is room', async () => {
  const desk = await openedDesk({ faults: 'append=ENOSPC@1' });
  valueOf(await desk.api.appendLines({ lease: desk.lease, lines: [desk.line()] }));
  const lost = desk.line();
  expect(codeOf(await desk.api.appendLines({ lease: desk.lease, lines: [lost] }))).toBe('diskFull');
  const again = await restart(desk);
  expect(valueOf(await again.api.openBook()).journal).toMatchObject({ state: 'healthy', sequence: 1 });
  const lease = await leaseOf(again.api);
  expect(valueOf(await again.api.appendLines({ lease, lines: [lost] })).sequence).toBe(2);
});

test.each(['appendHalf', 'appendWritten'])('a disk that fails at %s leaves no part of the line', async (point) => {
  const desk = await openedDesk({ faults: `${point}=EIO@1` });
  valueOf(await desk.api.appendLines({ lease: desk.lease, lines: [desk.line()] }));
  const size = readFileSync(lastFile(desk.folder)).length;
  expect(codeOf(await desk.api.appendLines({ lease: desk.lease, lines: [desk.line()] }))).toBe('hostError');
  expect(readFileSync(lastFile(desk.folder)).length).toBe(size);
});

test.runIf(process.platform === 'linux')('part of a line is cut off also where append handles cannot cut', async () => {
  const desk = await openedDesk({ faults: 'appendHalf=EIO@1' });
  valueOf(await desk.api.appendLines({ lease: desk.lease, lines: [desk.line()] }));
  const size = readFileSync(lastFile(desk.folder)).length;
  await appendOnlyHandles();
  expect(codeOf(await desk.api.appendLines({ lease: desk.lease, lines: [desk.line()] }))).toBe('hostError');
  vi.restoreAllMocks();
  expect(readFileSync(lastFile(desk.folder)).length).toBe(size);
});

test('without the lease nothing is written', async () => {
  const desk = await openedDesk();
  expect(codeOf(await desk.api.appendLines({ lease: 'another', lines: [desk.line()] }))).toBe('leaseLost');
});

test('starting empty keeps everything aside and begins a new book', async () => {
  const desk = await openedDesk();
  valueOf(await desk.api.appendLines({ lease: desk.lease, lines: [desk.line()] }));
  valueOf(await desk.api.switchDatabase({ lease: desk.lease, database: 'qiantai-a', schemaVersion: 2 }));
  const { keptIn } = valueOf(await desk.api.startEmpty({ lease: desk.lease, typed: 'EMPTY', why: 'empty' }));
  expect(readdirSync(keptIn).sort()).toEqual(['aside.json', 'journal', 'pins.json']);
  expect(valueOf(await desk.api.openBook())).toMatchObject({ database: '', schemaVersion: 2, journal: { state: 'absent' } });
  expect(valueOf(await desk.api.pinState())).toEqual({ withPin: [], unlocked: '', recoveryCodeExists: false });
});

test('for a line of the book that begins then, neither who was here before nor a backup looked at before speaks', async () => {
  const desk = await openedDesk();
  const byFirst = desk.line();
  const byStranger = lineMaker(desk.clock)({ actor: 'stranger' });
  valueOf(await desk.api.rewriteJournal({ lease: desk.lease, book: 'book-1', ...endOf([byStranger]) }));
  desk.clock.step(60_000);
  valueOf(await desk.api.startEmpty({ lease: desk.lease, typed: 'EMPTY', why: 'empty' }));
  desk.clock.step(60_000);
  for (const line of [byFirst, byStranger]) {
    expect(codeOf(await desk.api.appendLines({ lease: desk.lease, lines: [line] }))).toBe('actorNotUnlocked');
  }
});

test('data of a newer version is a barrier', async () => {
  const desk = await openedDesk();
  valueOf(await desk.api.switchDatabase({ lease: desk.lease, database: 'qiantai-a', schemaVersion: 5 }));
  expect(codeOf(await desk.api.switchDatabase({ lease: desk.lease, database: 'qiantai-a', schemaVersion: 4 }))).toBe('dataNewer');
});

test('a payload that would become two lines of the file is refused', async () => {
  const desk = await openedDesk();
  const first = desk.line();
  for (const gap of ['\n', '\r', '\t']) {
    const payload = String(first.payload).replace('{', `{${gap}`);
    const line = { ...first, payload, payloadHash: hashText(payload) };
    expect(codeOf(await desk.api.appendLines({ lease: desk.lease, lines: [line] }))).toBe('badLine');
  }
  expect(valueOf(await desk.api.openBook()).journal.state).toBe('absent');
});
