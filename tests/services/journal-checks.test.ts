import { copyFileSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { createFaults } from '../../electron/services/faults.ts';
import { createJournal } from '../../electron/services/journal.ts';
import { journalFiles, restart } from './journal-folder.ts';
import { openedDesk, startDesk, valueOf } from './test-host.ts';

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
