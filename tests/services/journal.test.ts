import {
  appendFileSync,
  copyFileSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { open, type FileHandle } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { createFaults } from '../../electron/services/faults.ts';
import { createJournal } from '../../electron/services/journal.ts';
import { hashText, ORIGIN_HASH } from '../../shared/journal/line.ts';
import type { TestDesk } from './test-host.ts';
import { appendOnlyHandles } from './append-only.ts';
import { codeOf, endOf, leaseOf, openedDesk, startDesk, valueOf } from './test-host.ts';

afterEach(() => vi.restoreAllMocks());

function journalFiles(folder: string): string[] {
  return readdirSync(path.join(folder, 'journal'))
    .filter((name) => name.startsWith('journal-'))
    .map((name) => path.join(folder, 'journal', name));
}

function lastFile(folder: string): string {
  const file = journalFiles(folder).at(-1);
  if (file === undefined) throw new Error('no journal file');
  return file;
}

/** The same folder after the host has ended. */
async function restart(desk: TestDesk, options = {}): Promise<TestDesk> {
  await desk.host.close();
  return startDesk({ folder: desk.folder, clock: desk.clock, ...options });
}

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

test('a torn last line is cut, kept aside and said', async () => {
  const desk = await openedDesk();
  const lines = [desk.line(), desk.line()];
  valueOf(await desk.api.appendLines({ lease: desk.lease, lines }));
  const torn = readFileSync(lastFile(desk.folder)).subarray(0, 200);
  appendFileSync(lastFile(desk.folder), torn);

  const again = await restart(desk);
  expect(valueOf(await again.api.openBook()).journal).toMatchObject({ state: 'tornCut', sequence: 2 });
  const kept = readdirSync(path.join(desk.folder, 'kept'));
  expect(kept.filter((name) => name.startsWith('torn-')).map((name) => readFileSync(path.join(desk.folder, 'kept', name)))).toEqual([torn]);
  const lease = await leaseOf(again.api);
  expect(valueOf(await again.api.appendLines({ lease, lines: [desk.line()] })).sequence).toBe(3);
});

test.each([
  ['without its line feed', (file: string) => truncateSync(file, readFileSync(file).length - 1), 1],
  ['of NUL bytes where the disk gave room but no data', (file: string) => appendFileSync(file, Buffer.alloc(4096)), 2],
  ['of NUL bytes up to a line feed', (file: string) => appendFileSync(file, Buffer.concat([Buffer.alloc(4096), Buffer.from('\n')])), 2],
])('a last line %s is torn', async (_name, damage, sequence) => {
  const desk = await openedDesk();
  valueOf(await desk.api.appendLines({ lease: desk.lease, lines: [desk.line(), desk.line()] }));
  damage(lastFile(desk.folder));
  const again = await restart(desk);
  expect(valueOf(await again.api.openBook()).journal).toMatchObject({ state: 'tornCut', sequence });
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

test('a break inside is reported with its place, and nothing is written', async () => {
  const desk = await openedDesk();
  valueOf(await desk.api.appendLines({ lease: desk.lease, lines: [desk.line(), desk.line(), desk.line()] }));
  const file = lastFile(desk.folder);
  const text = readFileSync(file, 'utf8').split('\n');
  writeFileSync(file, text.map((line, index) => (index === 1 ? line.replace('log-call', 'log-cull') : line)).join('\n'));
  const before = readFileSync(file);

  const again = await restart(desk);
  expect(valueOf(await again.api.openBook()).journal).toMatchObject({ state: 'broken', sequence: 1, brokenAt: `${path.basename(file)}:2` });
  const lease = await leaseOf(again.api);
  expect(codeOf(await again.api.appendLines({ lease, lines: [desk.line()] }))).toBe('journalBroken');
  expect(readFileSync(file)).toEqual(before);
});

test.each([
  [
    'a changed last line that was whole',
    (files: string[]) => {
      const file = files.at(-1) ?? '';
      writeFileSync(file, readFileSync(file, 'utf8').replace(/log-call(?!.*log-call)/s, 'log-cull'));
    },
  ],
  ['a missing file', (files: string[]) => rmSync(files[1] ?? '')],
  [
    'a missing file before an empty one',
    (files: string[]) => {
      rmSync(files.at(-2) ?? '');
      writeFileSync(files.at(-1) ?? '', '');
    },
  ],
  ['a torn end of an earlier file', (files: string[]) => truncateSync(files[0] ?? '', readFileSync(files[0] ?? '').length - 5)],
  [
    'two files changed for one another',
    (files: string[]) => {
      const [one = '', other = ''] = files;
      const text = readFileSync(one);
      writeFileSync(one, readFileSync(other));
      writeFileSync(other, text);
    },
  ],
])('%s is a break', async (_name, damage) => {
  const desk = await openedDesk({ segmentBytes: 900 });
  for (let count = 0; count < 9; count += 1) valueOf(await desk.api.appendLines({ lease: desk.lease, lines: [desk.line()] }));
  damage(journalFiles(desk.folder));
  const found = journalFiles(desk.folder).map((file) => readFileSync(file));
  const again = await restart(desk);
  expect(valueOf(await again.api.openBook()).journal.state).toBe('broken');
  expect(journalFiles(desk.folder).map((file) => readFileSync(file))).toEqual(found);
});

test('a file changed under the running app is noticed before the next line', async () => {
  const desk = await openedDesk();
  valueOf(await desk.api.appendLines({ lease: desk.lease, lines: [desk.line(), desk.line()] }));
  truncateSync(lastFile(desk.folder), 10);
  const answer = await desk.api.appendLines({ lease: desk.lease, lines: [desk.line()] });
  expect(codeOf(answer)).toBe('journalGap');
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

test('data of a newer version is a barrier', async () => {
  const desk = await openedDesk();
  valueOf(await desk.api.switchDatabase({ lease: desk.lease, database: 'qiantai-a', schemaVersion: 5 }));
  expect(codeOf(await desk.api.switchDatabase({ lease: desk.lease, database: 'qiantai-a', schemaVersion: 4 }))).toBe('dataNewer');
});

test('closed files are not read again at every start, but all of them a while after it', async () => {
  const desk = await openedDesk({ segmentBytes: 900 });
  for (let count = 0; count < 9; count += 1) valueOf(await desk.api.appendLines({ lease: desk.lease, lines: [desk.line()] }));
  await desk.host.close();
  const [first = ''] = journalFiles(desk.folder);
  utimesSync(first, 1000, 1000);
  const known = await restart(desk);
  valueOf(await known.api.openBook());
  await known.host.close();
  // A bit that flips on the disk changes neither size nor time.
  writeFileSync(first, readFileSync(first, 'utf8').replace('log-call', 'log-cull'));
  utimesSync(first, 1000, 1000);
  const journal = await createJournal({
    folder: path.join(desk.folder, 'journal'),
    kept: path.join(desk.folder, 'kept'),
    faults: createFaults(false, ''),
  });
  expect((await journal.open()).state).toBe('healthy');
  expect(await journal.verifyAll()).toMatchObject({ state: 'broken', brokenAt: `${path.basename(first)}:1` });
  await expect(journal.append([desk.line()], () => Promise.resolve())).rejects.toThrow('journalBroken');
  await journal.close();
  // The next start does not take it as checked any more.
  const again = await startDesk({ folder: desk.folder });
  expect(valueOf(await again.api.openBook()).journal.state).toBe('broken');
});

test('a file that is removed while the desk runs takes no line: it would be gone with it', async () => {
  const desk = await openedDesk();
  valueOf(await desk.api.appendLines({ lease: desk.lease, lines: [desk.line()] }));
  rmSync(lastFile(desk.folder));
  expect(codeOf(await desk.api.appendLines({ lease: desk.lease, lines: [desk.line()] }))).toBe('journalGap');
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

test('a torn line stays reported to the page that loads anew', async () => {
  const desk = await openedDesk();
  valueOf(await desk.api.appendLines({ lease: desk.lease, lines: [desk.line()] }));
  await desk.host.close();
  appendFileSync(lastFile(desk.folder), '2\thalf');
  const { api } = await startDesk({ folder: desk.folder });
  const states = [valueOf(await api.openBook()).journal.state, valueOf(await api.openBook()).journal.state];
  expect(states).toEqual(['tornCut', 'tornCut']);
});

test('what is saved while the whole journal is looked through does not wait for all of it', async () => {
  const desk = await openedDesk({ segmentBytes: 900 });
  for (let count = 0; count < 12; count += 1) valueOf(await desk.api.appendLines({ lease: desk.lease, lines: [desk.line()] }));
  await desk.host.close();
  const journal = await createJournal({
    folder: path.join(desk.folder, 'journal'),
    kept: path.join(desk.folder, 'kept'),
    faults: createFaults(false, ''),
    segmentBytes: 900,
  });
  await journal.open();
  const ended: string[] = [];
  const looked = journal.verifyAll().then((report) => {
    ended.push('looked');
    return report;
  });
  const saved = journal.append([desk.line()], () => Promise.resolve()).then(() => ended.push('saved'));
  await saved;
  // The line that came in between belongs to what is looked through.
  expect(await looked).toMatchObject({ state: 'healthy', sequence: 13, brokenAt: '' });
  expect(ended).toEqual(['saved', 'looked']);
  await journal.close();
});

test.each(['removed', 'added'])('a file that is %s while the desk runs is found when the journal is looked through', async (how) => {
  const desk = await openedDesk({ segmentBytes: 900 });
  for (let count = 0; count < 12; count += 1) valueOf(await desk.api.appendLines({ lease: desk.lease, lines: [desk.line()] }));
  await desk.host.close();
  const [first = '', second = '', third = ''] = journalFiles(desk.folder);
  expect(third).not.toBe('');
  const folder = path.dirname(first);
  const journal = await createJournal({ folder, kept: path.join(desk.folder, 'kept'), faults: createFaults(false, ''), segmentBytes: 900 });
  await journal.open();
  if (how === 'removed') rmSync(second);
  else copyFileSync(first, path.join(folder, 'journal-000000000099.txt'));
  expect((await journal.verifyAll()).state).toBe('broken');
  await journal.close();
});

test('a journal that is closed while it is looked through is read no further: its folder may be another’s by then', async () => {
  const desk = await openedDesk({ segmentBytes: 900 });
  for (let count = 0; count < 12; count += 1) valueOf(await desk.api.appendLines({ lease: desk.lease, lines: [desk.line()] }));
  await desk.host.close();
  const folder = path.join(desk.folder, 'journal');
  const journal = await createJournal({ folder, kept: path.join(desk.folder, 'kept'), faults: createFaults(false, ''), segmentBytes: 900 });
  await journal.open();
  const looked = journal.verifyAll();
  await journal.close();
  rmSync(folder, { recursive: true });
  expect(await looked).toMatchObject({ state: 'healthy', sequence: 12 });
});

test('a journal that cannot be brought back leaves the empty one in its place', async () => {
  const desk = await startDesk();
  await desk.host.close();
  const folder = path.join(desk.folder, 'journal');
  const journal = await createJournal({ folder, kept: path.join(desk.folder, 'kept'), faults: createFaults(false, '') });
  await journal.open();
  await expect(journal.bringBack(path.join(desk.folder, 'kept', 'gone'))).rejects.toMatchObject({ code: 'ENOENT' });
  expect(await journal.open()).toMatchObject({ state: 'absent', sequence: 0 });
  await journal.close();
});
