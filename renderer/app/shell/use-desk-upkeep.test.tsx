// @vitest-environment happy-dom
import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { HostApi, HostSettings } from '../../../shared/contract/host-calls.ts';
import { failure, success, type Result } from '../../../shared/contract/result.ts';
import { createClock } from '../../data/clock.ts';
import type { OpenBook } from '../boot/open-book.ts';
import { useDeskUpkeep } from './use-desk-upkeep.ts';

const LOOK_MS = 5 * 60_000;
const DAY_MS = 24 * 3600_000;

/** How often the desk has had its store read through. */
let looks: number;
let settings: Result<Pick<HostSettings, 'snapshotEveryHours' | 'secondFolder'>>;
let root: Root;
const place = document.createElement('div');

/** As much of a host as the upkeep asks; one that cannot say its settings takes no backup. */
const host = {
  renewLease: () => Promise.resolve(success({ held: true, journalBrokenAt: '' })),
  freeSpace: () => Promise.resolve(success({ freeBytes: 1e12 })),
  readHostSettings: () => Promise.resolve(settings),
  listSnapshots: () =>
    Promise.resolve(success([{ book: 'b', place: 'main', damaged: false, takenAt: new Date(Date.now() - 1).toISOString() }])),
};

function Desk({ book }: { book: OpenBook }) {
  const { backupProblem, readBackupProblem } = useDeskUpkeep(book);
  return <button onClick={readBackupProblem}>{backupProblem?.failure.code}</button>;
}

beforeEach(async () => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  vi.useFakeTimers({ now: new Date(2026, 10, 25, 23, 50) });
  settings = failure('hostError');
  looks = 0;
  const watch: OpenBook['watch'] = {
    state: () => 'whole',
    subscribe: () => () => undefined,
    look: () => {
      looks += 1;
      return Promise.resolve();
    },
  };
  // The rest of a book is not asked for while no backup can be taken.
  const book = { host: host as unknown as HostApi, book: 'b', clock: createClock(), watch } as OpenBook;
  document.body.append(place);
  root = createRoot(place);
  await act(() => root.render(<Desk book={book} />));
});
afterEach(async () => {
  await act(() => root.unmount());
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

async function pass(ms: number): Promise<void> {
  await act(() => vi.advanceTimersByTimeAsync(ms));
}

async function read(): Promise<void> {
  await act(() => place.querySelector('button')?.click());
}

/** Code of the failure that is told; `''` for none. */
const told = (): string => place.textContent;

it('a backup that fails is told until it was read, and again the next day while it still fails', async () => {
  expect(told()).toBe('');
  await pass(LOOK_MS);
  expect(told()).toBe('hostError');
  await read();
  expect(told()).toBe('');
  await pass(LOOK_MS);
  expect(new Date().getDate(), 'the day has turned').toBe(26);
  expect(told()).toBe('hostError');
  await read();
  await pass(DAY_MS / 2);
  expect(told(), 'read for today').toBe('');
});

it('stands until it is over, and another one is told at once', async () => {
  await pass(LOOK_MS);
  await read();
  settings = failure('diskFull');
  await pass(LOOK_MS);
  expect(told()).toBe('diskFull');
  await pass(DAY_MS);
  expect(told()).toBe('diskFull');
  settings = success({ snapshotEveryHours: 4, secondFolder: '' });
  await pass(LOOK_MS);
  expect(told()).toBe('');
});

it('the store is read through a while after the start, and every few hours', async () => {
  await pass(60_000);
  expect(looks).toBe(0);
  await pass(60_000);
  expect(looks).toBe(1);
  await pass(DAY_MS);
  expect(looks).toBe(5);
});
