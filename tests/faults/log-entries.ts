import type { Page } from '@playwright/test';
import { z } from 'zod';
import { SAMPLE_PIN } from '../support/desk-driver.ts';
import type { Witness } from './logged-book.ts';
import { readTables } from './page-store.ts';

/** Where the page is stopped for good, see renderer/app/boot/test-hooks.ts. */
export type PageStop = 'none' | 'prepared' | 'inTransaction' | 'committed';

const heardSchema = z.object({
  step: z.enum(['begun', 'stored', 'acknowledged', 'stopped', 'failed', 'read', 'done']),
  id: z.string().default(''),
  operationId: z.string().default(''),
  sequence: z.int().default(0),
  code: z.string().default(''),
  /** Milliseconds it took, where a bench asks. */
  ms: z.number().default(0),
});
export type Heard = z.infer<typeof heardSchema>;

export interface LogOrder {
  count: number;
  /** Entries before the stop. */
  after?: number;
  stop?: PageStop;
  /** Only the reception log; otherwise every register takes its turn. */
  receptionsOnly?: boolean;
  /** For a bench: told of at the end, and nothing noted in the witness. */
  timed?: boolean;
  again?: readonly { id: string; operationId: string }[];
}

/** Somebody of the sample estate who may log: the first receptionist. */
export async function receptionistOf(page: Page): Promise<string> {
  const people = (await readTables(page, ['people'])).get('people') ?? [];
  const found = people.find((row) => z.array(z.string()).parse(row['roles']).includes('receptionist'));
  if (found === undefined) throw new Error('expected a receptionist in the sample estate');
  return String(found['id']);
}

/** Lets the page log entries and notes in the witness what it says of each; every step is also handed on. */
export async function logEntries(
  page: Page,
  personId: string,
  witness: Witness,
  order: LogOrder,
  onStep: (heard: Heard) => void = () => {},
): Promise<void> {
  await page.exposeFunction('qiantaiTestStep', (said: unknown) => {
    const heard = heardSchema.parse(said);
    const { step, id, operationId, sequence } = heard;
    if (step === 'begun') witness.begun.set(operationId, { id, operationId });
    if (step === 'stored') witness.stored.set(operationId, sequence);
    if (step === 'acknowledged') witness.acknowledged.set(operationId, sequence);
    onStep(heard);
  });
  const detail = {
    personId,
    pin: SAMPLE_PIN,
    after: order.after ?? 0,
    stop: order.stop ?? 'none',
    count: order.count,
    again: order.again ?? [],
    receptionsOnly: order.receptionsOnly ?? false,
    timed: order.timed ?? false,
  };
  await page.evaluate((given) => {
    dispatchEvent(new CustomEvent('qiantai-test-log', { detail: given }));
  }, detail);
}
