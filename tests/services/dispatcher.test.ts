import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createClock } from '../../electron/services/clock.ts';
import { createDispatch, type Route } from '../../electron/services/dispatcher.ts';
import { createFaults } from '../../electron/services/faults.ts';
import { refuse } from '../../electron/services/refuse.ts';
import { hostFailureCodes } from '../../shared/contract/failure-codes.ts';
import { hostCalls, type HostCallName } from '../../shared/contract/host-calls.ts';
import { codeOf, startDesk } from './test-host.ts';

const names = Object.keys(hostCalls);
const known = new Set<string>(hostFailureCodes);

test.each(['', 'toString', '__proto__', 'constructor', 'OpenBook'])('%j is no call', async (name) => {
  const { host } = await startDesk();
  expect(codeOf(await host.dispatch(name, undefined))).toBe('unknownCall');
});

test.each(names.filter((name) => name !== 'startEmpty'))('%s refuses a payload that is none of its own', async (name) => {
  const { host } = await startDesk();
  for (const input of [null, 7, 'x', [], { lease: 7 }, { sha256: '../../etc/passwd' }]) {
    expect(codeOf(await host.dispatch(name, input))).toBe('badPayload');
  }
});

test('whatever is sent, every call answers with a known code and the host lives on', async () => {
  const { host } = await startDesk();
  const words = fc.constantFrom(
    'lease',
    'lines',
    'personId',
    'pin',
    'name',
    'offset',
    'bytes',
    'id',
    'chunk',
    'html',
    'token',
    'at',
    'code',
  );
  const value = fc.anything({ withBigInt: true, withDate: true, withMap: true, withTypedArray: true, key: fc.oneof(words, fc.string()) });
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...names), fc.oneof(value, fc.dictionary(words, value)), async (name, input) => {
      const answer = await host.dispatch(name, input);
      expect(answer.ok || known.has(answer.error.code)).toBe(true);
    }),
    { numRuns: 1000 },
  );
  expect((await host.dispatch('describeHost', undefined)).ok).toBe(true);
});

/** Every call served by one that fails as the test says, and what is noted of it. */
function failing(fail: () => never) {
  const route: Route = { run: () => Promise.resolve().then(fail) };
  const routes = Object.fromEntries(names.map((name) => [name, route])) as Record<HostCallName, Route>;
  const notes: string[] = [];
  const log = { note: (event: string, detail = '') => void notes.push(`${event} ${detail}`), written: () => Promise.resolve() };
  return { dispatch: createDispatch(routes, log), notes };
}

test.each([
  ['ENOSPC', { code: 'diskFull' }],
  ['EROFS', { code: 'notWritable' }],
  ['EIO', { code: 'hostError', parameters: { call: 'lock', detail: 'EIO' } }],
])('what the system refuses with %s is told as such, and noted without a word of what was typed', async (code, told) => {
  const { dispatch, notes } = failing(() => {
    throw Object.assign(new Error(`${code}: 陈婷 13805712236`), { code });
  });
  expect(await dispatch('lock', undefined)).toEqual({ ok: false, error: told });
  expect(notes).toEqual([expect.stringMatching(new RegExp(`^callFailed lock ${code} Error at `))]);
  expect(notes.join('')).not.toMatch(/陈婷|13805712236/);
});

test.each([
  ['at save (/home/chenting/desk (old)/main/desk.cjs:7:12)', 'at save (desk.cjs:7:12)'],
  ['at /home/chenting/desk (old)/main/desk.cjs:7:12', 'at desk.cjs:7:12'],
  ['at async file:///home/chenting/main/desk.cjs:7:12', 'at async desk.cjs:7:12'],
  ['at C:\\Users\\chenting\\main\\desk.cjs:7:12', 'at desk.cjs:7:12'],
  ['at async Promise.all (index 0)', 'at async Promise.all (index 0)'],
])('of a place in the program the log holds no folder: %s', async (frame, noted) => {
  const { dispatch, notes } = failing(() => {
    const message = 'two lines:\n    at 陈婷';
    throw Object.assign(new Error(message), { stack: `Error: ${message}\n    ${frame}\n    at next (/x/y.cjs:1:1)` });
  });
  await dispatch('lock', undefined);
  expect(notes).toEqual([`callFailed lock  Error ${noted}`]);
});

test('what a service refuses is answered with its parameters, and is nothing for the log', async () => {
  const { dispatch, notes } = failing(() => refuse('scanTooLarge', { megabytes: 25 }));
  expect(await dispatch('storeScan', {})).toEqual({ ok: false, error: { code: 'scanTooLarge', parameters: { megabytes: 25 } } });
  expect(notes).toEqual([]);
});

test('the clock is set in test builds only', async () => {
  const real = await startDesk({
    testBuild: false,
    clock: Object.assign(createClock(false), { step: () => undefined, jump: () => undefined }),
  });
  expect(codeOf(await real.api.setClock({ at: '2030-01-01T00:00:00Z' }))).toBe('notATestBuild');
  expect(createClock(false, '2030-01-01T00:00:00Z').offsetMs()).toBe(0);
  const moved = createClock(true, '2030-01-01T00:00:00Z');
  expect(new Date(moved.now()).getUTCFullYear()).toBe(2030);
});

test('faults are injected in test builds only', async () => {
  expect(() => createFaults(false, 'append=ENOSPC').reach('append')).not.toThrow();
  expect(() => createFaults(true, 'append=ENOSPC').reach('append')).toThrow('ENOSPC');
});
