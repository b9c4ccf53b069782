import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach } from 'vitest';
import type { Clock } from '../../electron/services/clock.ts';
import { createHost, type Host, type HostOptions } from '../../electron/services/host.ts';
import type { Printing } from '../../electron/services/printing.ts';
import type { HostApi, JournalLine } from '../../shared/contract/host-calls.ts';
import { createHostApi } from '../../shared/contract/host-api.ts';
import type { Result } from '../../shared/contract/result.ts';
import { hashText, lineHash, ORIGIN_HASH } from '../../shared/journal/line.ts';
import type { OperationPayload } from '../../shared/journal/operation-payload.ts';

const folders: string[] = [];
const hosts: Host[] = [];

afterEach(async () => {
  for (const host of hosts.splice(0)) await host.close();
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

export function temporaryFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'qiantai-test-'));
  folders.push(folder);
  return folder;
}

/** A clock that only moves when told: `step` is time passing, `jump` is somebody setting the PC's clock. */
export interface ManualClock extends Clock {
  step(ms: number): void;
  jump(ms: number): void;
}

export function manualClock(startAt = '2026-03-02T01:00:00.000Z'): ManualClock {
  let wall = Date.parse(startAt);
  let monotonic = 0;
  return {
    now: () => wall,
    monotonic: () => monotonic,
    offsetMs: () => 0,
    set: (at) => {
      wall = Date.parse(at);
    },
    step: (ms) => {
      wall += ms;
      monotonic += ms;
    },
    jump: (ms) => {
      wall += ms;
    },
  };
}

const noPrinting: Printing = {
  listPrinters: () => Promise.resolve([]),
  savePdf: () => Promise.resolve({ file: 'page', pdf: new Uint8Array([0x25, 0x50, 0x44, 0x46]) }),
  printPaper: () => Promise.resolve({ paper: 'cancelled', url: '' }),
};

export interface TestDesk {
  host: Host;
  api: HostApi;
  clock: ManualClock;
  folder: string;
}

/** A host on a temp folder, with quick hashes; the same folder again is a restart. */
export async function startDesk(options: Partial<HostOptions> & { clock?: ManualClock } = {}): Promise<TestDesk> {
  const folder = options.folder ?? temporaryFolder();
  const clock = options.clock ?? manualClock();
  const host = await createHost({
    kind: 'browser',
    sample: false,
    store: 'http://127.0.0.1:1',
    appVersion: '0.0.0',
    testBuild: true,
    printing: noPrinting,
    scryptCost: 16,
    sealWorkFactor: 4,
    ...options,
    folder,
    clock,
  });
  hosts.push(host);
  // The dispatcher answers `unknown`: over a border the page trusts its host, as these tests do.
  const api = createHostApi((name, input) => host.dispatch(name, input) as Promise<Result<never>>);
  return { host, api, clock, folder };
}

/** The value of an answer; a failure ends the test with its code. */
export function valueOf<Value>(result: Result<Value>): Value {
  if (!result.ok) throw new Error(`expected a value, received failure ${JSON.stringify(result.error)}`);
  return result.value;
}

/** The failure code of an answer, or `''`. */
export function codeOf(result: Result<unknown>): string {
  return result.ok ? '' : result.error.code;
}

export async function leaseOf(api: HostApi): Promise<string> {
  const taken = valueOf(await api.takeLease());
  if (!('token' in taken)) throw new Error('the lease is held elsewhere');
  return taken.token;
}

export const FIRST_PERSON = { personId: 'zhang', pin: '1357' };

/** Makes journal lines that follow one another. */
export function lineMaker(clock: Clock, start = { sequence: 0, hash: ORIGIN_HASH }) {
  let { sequence, hash } = start;
  return function next(changes: Partial<OperationPayload> = {}, chain: Partial<JournalLine> = {}): JournalLine {
    sequence += 1;
    const payload = JSON.stringify({
      id: `op-${sequence}`,
      book: 'book-1',
      sequence,
      at: new Date(clock.now()).toISOString(),
      actor: FIRST_PERSON.personId,
      desk: 'A',
      name: 'log-call',
      reason: '',
      confirmations: [],
      changes: [],
      resultId: 'r',
      ...changes,
    });
    const line = { sequence, previousHash: hash, payloadHash: hashText(payload), payload, ...chain };
    hash = lineHash(line);
    return line;
  };
}

/** Where the chain stands after these lines. */
export function endOf(lines: readonly JournalLine[]): { sequence: number; hash: string } {
  const last = lines.at(-1);
  if (last === undefined) throw new Error('no lines');
  return { sequence: last.sequence, hash: lineHash(last) };
}

/** A desk where the first person has set the PIN, the lease is taken, and lines can be made. */
export async function openedDesk(options: Partial<HostOptions> & { clock?: ManualClock } = {}) {
  const desk = await startDesk(options);
  valueOf(await desk.api.setPin({ ...FIRST_PERSON, mayManage: true }));
  const lease = await leaseOf(desk.api);
  valueOf(await desk.api.openBook());
  return { ...desk, lease, line: lineMaker(desk.clock) };
}
