import { beforeAll, expect, it } from 'vitest';
import { sampleCall } from '../../../tests/support/sample-call.ts';
import { sampleDesk, type SampleDesk } from '../../../tests/support/sample-desk.ts';
import type { JournalLine } from '../../../shared/contract/host-calls.ts';
import { createHostApi, type HostInvoke } from '../../../shared/contract/host-api.ts';
import { failure, success, type Result } from '../../../shared/contract/result.ts';
import { operationPayloadSchema } from '../../../shared/journal/operation-payload.ts';
import { lastOperation } from '../../data/database.ts';
import { logReception } from '../../data/operations/log-reception.ts';
import { sendOrSayRefused } from './refused-lines.ts';

const DESK = '林晓燕';
let desk: SampleDesk;
/** Where the sample ends and seven entries begin. */
let start = 0;

beforeAll(async () => {
  desk = await sampleDesk();
  start = (await lastOperation(desk.session.database))?.sequence ?? 0;
  for (let entry = 1; entry <= 7; entry += 1) {
    await desk.as(DESK, logReception, { ...sampleCall(), id: `entry-${entry}` });
  }
});

type Answer = Result<unknown> | 'unreachable';

/** What is said when the host answers this to the lines it is sent; and the sequences it was sent. */
async function said(given: Answer | ((sent: readonly number[]) => Answer), after = start, batch?: number) {
  const sent: number[] = [];
  const invoke = (name: string, input: { lines: JournalLine[] }) => {
    expect(name).toBe('appendLines');
    sent.push(...input.lines.map((line) => line.sequence));
    const answer = typeof given === 'function' ? given(sent) : given;
    return answer === 'unreachable' ? Promise.reject(new Error('gone')) : Promise.resolve(answer);
  };
  // The dispatcher of a real host answers loosely typed too.
  const host = createHostApi(invoke as unknown as HostInvoke);
  return { refused: await sendOrSayRefused(desk.session.database, host, 'lease', after, batch), sent };
}

it('says from which entry on nothing is taken, why, and whose the first of them are', async () => {
  const problem = { code: 'actorNotUnlocked', parameters: { sequence: start + 2 } };
  const { refused, sent } = await said({ ok: false, error: problem });
  expect(sent).toEqual([1, 2, 3, 4, 5, 6, 7].map((entry) => start + entry));
  expect(refused).toMatchObject({ failure: problem, sequence: start + 2, count: 6 });
  expect(refused?.first).toHaveLength(5);
  const { at } = operationPayloadSchema.parse(JSON.parse((await desk.session.database.operations.get(start + 2))?.payload ?? ''));
  expect(refused?.first[0]).toEqual({
    sequence: start + 2,
    at,
    actor: DESK,
    operation: 'log-reception',
  });
});

it('looks at all that is missing, a batch at a time, not only at the first', async () => {
  const { refused, sent } = await said(
    (lines) => (lines.length < 7 ? success({ sequence: lines.at(-1), hash: '' }) : failure('badLine', { sequence: start + 7 })),
    start,
    3,
  );
  expect(sent).toHaveLength(7);
  expect(refused).toMatchObject({ sequence: start + 7, count: 1 });
});

it.each(['actorNotUnlocked', 'confirmationMissing', 'badLine'])('%s is for good', async (code) => {
  expect((await said(failure(code, { sequence: start + 7 }))).refused).toMatchObject({ count: 1, failure: { code } });
});

it.each<[string, Answer | (() => Answer)]>([
  ['took them', () => success({ sequence: start + 7, hash: '' })],
  ['has no room', failure('diskFull')],
  ['lost the lease', failure('leaseLost')],
  ['cannot be reached', 'unreachable'],
])('where the host %s, the desk is opened and the outbox goes on', async (_what, answer) => {
  expect((await said(answer)).refused).toBeNull();
});

it('asks nothing where nothing is missing', async () => {
  expect(await said(failure('actorNotUnlocked'), start + 7)).toEqual({ refused: null, sent: [] });
});
