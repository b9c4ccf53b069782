import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { openedDesk, valueOf } from './test-host.ts';

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

test('what was noted before the host closed is in its log', async () => {
  const { host, folder } = await openedDesk();
  const notes = Array.from({ length: 40 }, (_none, at) => `note ${at}`);
  for (const note of notes) host.log.note('test', note);
  await host.close();
  const lines = readFileSync(path.join(folder, 'log/host.log'), 'utf8').trim().split('\n');
  expect(lines.slice(-notes.length).map((line) => line.split('\t')[2])).toEqual(notes);
});

test('a check of the journal that is under way when the host closes ends with it, and no other follows', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const { host, api, lease, line } = await openedDesk({ segmentBytes: 600 });
  valueOf(await api.appendLines({ lease, lines: [line(), line()] }));
  for (let at = 0; at < 20; at += 1) valueOf(await api.appendLines({ lease, lines: [line()] }));
  const noted = vi.spyOn(host.log, 'note');
  vi.advanceTimersByTime(60_000);
  await host.close();
  expect(vi.getTimerCount()).toBe(0);
  expect(noted).not.toHaveBeenCalled();
});
