import { appendFileSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { createFaults } from '../../electron/services/faults.ts';
import { createJournal } from '../../electron/services/journal.ts';
import { journalFiles, lastFile, restart } from './journal-folder.ts';
import { codeOf, leaseOf, openedDesk, startDesk, valueOf } from './test-host.ts';

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

test('a file that is removed while the desk runs takes no line: it would be gone with it', async () => {
  const desk = await openedDesk();
  valueOf(await desk.api.appendLines({ lease: desk.lease, lines: [desk.line()] }));
  rmSync(lastFile(desk.folder));
  expect(codeOf(await desk.api.appendLines({ lease: desk.lease, lines: [desk.line()] }))).toBe('journalGap');
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
