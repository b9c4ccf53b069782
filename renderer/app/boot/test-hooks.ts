import { v7 as newId } from 'uuid';
import { z } from 'zod';
import type { Result } from '../../../shared/contract/result.ts';
import { issueDispatchOrder } from '../../data/operations/issue-dispatch-order.ts';
import { logReception } from '../../data/operations/log-reception.ts';
import { openPraisePosting } from '../../data/operations/open-praise-posting.ts';
import { saveReply } from '../../data/operations/save-reply.ts';
import { perform, type Performed } from '../../data/perform.ts';
import { readRegister, type RegisterFilter } from '../../data/queries/register-page.ts';
import type { Outbox } from '../../data/outbox.ts';
import type { OpenBook } from './open-book.ts';

declare const __TEST_BUILD__: boolean;

/** Where on the way of a write the page may be stopped for good; the host has its own points (electron/services/faults.ts). */
const stopSchema = z.enum(['none', 'prepared', 'inTransaction', 'committed']);

const orderSchema = z.object({
  personId: z.string(),
  pin: z.string(),
  /** Entries that are logged before the stop. */
  after: z.int(),
  stop: stopSchema,
  /** Ends after this many entries. */
  count: z.int(),
  /** Only the reception log; otherwise every register takes its turn. */
  receptionsOnly: z.boolean().default(false),
  /** For a bench: nothing is told before the end, because telling takes time too. */
  timed: z.boolean().default(false),
  /** Entries whose fate the last kill left open: asked for once more, under the ids they had. */
  again: z.array(z.object({ id: z.string(), operationId: z.string() })).default([]),
});
type Order = z.infer<typeof orderSchema>;

/** What the test hears of each entry, through a function that it put into the page. */
type Step = 'begun' | 'stored' | 'acknowledged' | 'stopped' | 'failed' | 'read' | 'done';

/**
 * Lets a fault test log entries one after the other, as the form does, and hear of every step before it kills the desk;
 * and see, on the page's root, up to which sequence the book is stored and saved, and what came of a look through the store. In the product the call is compiled away.
 */
export function offerTestHooks(book: OpenBook): void {
  if (!__TEST_BUILD__) return;
  showProgress(book.outbox);
  book.outbox.subscribe(() => showProgress(book.outbox));
  globalThis.addEventListener('qiantai-test-log', (event) => {
    if (event instanceof CustomEvent) void logEntries(book, orderSchema.parse(event.detail));
  });
  globalThis.addEventListener('qiantai-test-look', () => {
    void book.watch.look().then(() => {
      document.documentElement.dataset['store'] = book.watch.state();
    });
  });
  globalThis.addEventListener('qiantai-test-list', (event) => {
    if (event instanceof CustomEvent) void timeFirstPages(book, z.int().parse(event.detail));
  });
}

const WHOLE_LOG: RegisterFilter = { from: '', until: '', state: '', category: '', newestFirst: true };

/** Reads the first page of the reception log again and again, and tells how long each took. */
async function timeFirstPages(book: OpenBook, count: number): Promise<void> {
  for (let read = 0; read < count; read += 1) {
    const started = performance.now();
    await readRegister(book.database, 'receptions', WHOLE_LOG, 100);
    await tell('read', { ms: performance.now() - started });
  }
  await tell('done');
}

function showProgress(outbox: Outbox): void {
  const { stored, saved } = outbox.state();
  document.documentElement.dataset['stored'] = String(stored);
  document.documentElement.dataset['saved'] = String(saved);
}

interface Details {
  id?: string;
  operationId?: string;
  sequence?: number;
  code?: string;
  ms?: number;
}

async function tell(step: Step, details: Details = {}): Promise<void> {
  const listen: unknown = Reflect.get(globalThis, 'qiantaiTestStep');
  if (typeof listen === 'function') await listen({ step, ...details });
}

async function logEntries(book: OpenBook, order: Order): Promise<void> {
  const unlocked = await book.host.unlock({ personId: order.personId, pin: order.pin });
  if (!unlocked.ok || unlocked.value.outcome !== 'unlocked') return void tell('failed', { code: 'notUnlocked' });
  book.setActor(order.personId);
  let logged = 0;
  const atStop = (stop: Order['stop']): boolean => order.stop === stop && logged === order.after;

  book.database.operations.hook('creating', () => {
    if (atStop('inTransaction')) holdForGood();
  });
  const send = book.outbox.stored;
  book.outbox.stored = (row) => {
    if (atStop('committed')) void tell('stopped');
    else send(row);
  };

  const kept: { step: Step; details: Details }[] = [];
  const say = (step: Step, details: Details): void => {
    if (order.timed) kept.push({ step, details });
    else void tell(step, details);
  };
  for (; logged < order.count; logged += 1) {
    const { id, operationId } = order.again[logged] ?? { id: newId(), operationId: newId() };
    // Only what the test has heard of may be stored: a kill could swallow the word.
    if (!order.timed) await tell('begun', { id, operationId });
    if (atStop('prepared')) return void tell('stopped');
    const started = performance.now();
    const result = await write(book, { id, operationId, at: logged, receptionsOnly: order.receptionsOnly });
    if (!result.ok) return void tell('failed', { code: result.error.code });
    say('stored', { id, operationId, sequence: result.value.sequence, ms: performance.now() - started });
    await result.value.saved;
    say('acknowledged', { id, operationId, sequence: result.value.sequence, ms: performance.now() - started });
  }
  for (const { step, details } of kept) await tell(step, details);
  void tell('done');
}

interface Entry {
  id: string;
  operationId: string;
  at: number;
  receptionsOnly: boolean;
}

/** One write of a register. Which one follows from the id: asked for once more, it is the same again. */
function write(book: OpenBook, { id, operationId, at, receptionsOnly }: Entry): Promise<Result<Performed>> {
  const words = `${id} ${at}`;
  const turn = receptionsOnly ? 0 : Number.parseInt(id.slice(-1), 16) % 4;
  switch (turn) {
    case 1:
      return perform(book, issueDispatchOrder, { id, publicArea: words, content: words, trade: 'plumbing' }, { operationId });
    case 2:
      return perform(book, openPraisePosting, { id, praisedBy: words, whatFor: words, form: 'inPerson' }, { operationId });
    case 3:
      return perform(book, saveReply, { id, customer: words, title: words, body: words }, { operationId });
    default:
      return perform(book, logReception, entryOf(id, at), { operationId });
  }
}

function entryOf(id: string, at: number) {
  const words = `${id} ${at}`;
  return {
    id,
    channel: 'visit' as const,
    customer: words,
    category: 'enquiry' as const,
    content: words,
    answeredOnSpot: 'yes' as const,
    answer: words,
  };
}

/** The transaction must stay open until the kill: a page that waited for anything would let it commit. */
function holdForGood(): void {
  void tell('stopped');
  for (;;);
}
