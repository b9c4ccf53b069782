import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, type Page } from '@playwright/test';
import { CHAIN_START, scanSegment } from '../../electron/services/journal-segment.ts';
import type { JournalLine } from '../../shared/contract/host-calls.ts';
import { lineHash } from '../../shared/journal/line.ts';
import { operationPayloadSchema } from '../../shared/journal/operation-payload.ts';
import { readTables, type Row } from './page-store.ts';

/** Registers whose records carry a number from the start; a reply gets its own on approval. */
const NUMBERED = ['receptions', 'dispatchOrders', 'praises'] as const;
/** Registers that the page writes to for a fault test, see renderer/app/boot/test-hooks.ts. */
export const LOGGED_TABLES = [...NUMBERED, 'replies'] as const;

/** What a test heard of the entries it had logged. */
export interface Witness {
  begun: Map<string, { id: string; operationId: string }>;
  /** Operation id → sequence. */
  stored: Map<string, number>;
  acknowledged: Map<string, number>;
}

export function newWitness(): Witness {
  return { begun: new Map(), stored: new Map(), acknowledged: new Map() };
}

/** Every line of the journal on disk, in order; the chain must be whole. */
export function readJournal(folder: string): JournalLine[] {
  const journal = path.join(folder, 'journal');
  const lines: JournalLine[] = [];
  let end = CHAIN_START;
  const names = readdirSync(journal).filter((name) => /^journal-\d+\.txt$/.test(name));
  for (const name of names.toSorted()) {
    const scan = scanSegment(readFileSync(path.join(journal, name)), end, (line) => {
      lines.push(line);
      return true;
    });
    expect(scan.fault, `${name} is whole`).toBeNull();
    ({ end } = scan);
  }
  return lines;
}

/** The rows that the journal alone makes: its own replay, so that the product's is not asked about itself. */
export function rowsOfJournal(lines: readonly JournalLine[]): Map<string, Map<string, Row>> {
  const tables = new Map<string, Map<string, Row>>();
  for (const line of lines) {
    if (line.payload === null) continue;
    for (const { table, key, after } of operationPayloadSchema.parse(JSON.parse(line.payload)).changes) {
      const rows = tables.get(table) ?? new Map<string, Row>();
      tables.set(table, rows);
      if (after === null) rows.delete(key);
      else rows.set(key, { ...rows.get(key), ...after });
    }
  }
  return tables;
}

/** Waits until the gate has passed and everything the database holds has its journal line. */
export async function bookSettled(page: Page, timeout = 60_000): Promise<void> {
  await orScreen(
    page,
    page.waitForFunction(
      () => {
        const { stored, saved } = document.documentElement.dataset;
        return stored !== undefined && Number(stored) > 0 && stored === saved;
      },
      undefined,
      { timeout },
    ),
  );
}

/** What is waited for, or an error that tells what the page shows instead. */
export async function orScreen(page: Page, awaited: Promise<unknown>): Promise<void> {
  await awaited.catch(async (error: unknown) => {
    const shown = await page.evaluate(() => `${JSON.stringify(document.documentElement.dataset)} ${document.body.innerText}`);
    throw new Error(`it does not come; the page shows: ${shown}`, { cause: error });
  });
}

/** Passes the gate; where the recovery screen stands, rebuilds the book from the journal as a person would. */
export async function passGate(page: Page): Promise<'opened' | 'rebuilt'> {
  const rebuild = page.getByRole('radio', { name: /用安全副本重建/ });
  // A reload leaves the desk unlocked.
  const passed = page.getByRole('combobox', { name: '姓名' }).or(page.getByRole('navigation'));
  await orScreen(page, passed.or(rebuild).waitFor());
  if (!(await rebuild.isVisible())) return 'opened';
  await rebuild.press('Space');
  await page.getByRole('button', { name: '开始恢复' }).press('Enter');
  await orScreen(page, passed.waitFor());
  await bookSettled(page);
  return 'rebuilt';
}

/** Has the open desk read its store through, as it does by itself some time after a start: `whole`, or `damaged`. */
export async function lookThroughStore(page: Page, timeout = 60_000): Promise<string> {
  await bookSettled(page, timeout);
  await page.evaluate(() => {
    delete document.documentElement.dataset['store'];
    globalThis.dispatchEvent(new CustomEvent('qiantai-test-look'));
  });
  await orScreen(
    page,
    page.waitForFunction(() => document.documentElement.dataset['store'] !== undefined, undefined, { timeout }),
  );
  return page.evaluate(() => document.documentElement.dataset['store'] ?? '');
}

/**
 * After a crash: nothing acknowledged is lost, no number twice and none left out, sequences unbroken, database and journal
 * line for line the same, and every row what the journal says.
 * @param tables beside the operations; all of them when nothing is said
 */
export async function checkBook(page: Page, folder: string, witness: Witness, tables?: readonly string[]): Promise<void> {
  await bookSettled(page);
  const store = await readTables(page, tables === undefined ? [] : ['operations', ...tables]);
  const lines = readJournal(folder);
  const operations = store.get('operations') ?? [];
  expect(operations.map((row) => row['sequence'])).toEqual(operations.map((_row, at) => at + 1));
  expect(operations.map(({ sequence, hash, payload }) => ({ sequence, hash, payload }))).toEqual(
    lines.map((line) => ({ sequence: line.sequence, hash: lineHash(line), payload: line.payload })),
  );

  const sequenceOf = new Map(operations.map((row) => [String(row['id']), Number(row['sequence'])]));
  expect(sequenceOf.size, 'no operation twice').toBe(operations.length);
  for (const [heard, name] of [
    [witness.acknowledged, 'acknowledged'],
    [witness.stored, 'stored'],
  ] as const) {
    const lost = [...heard].filter(([operationId, sequence]) => sequenceOf.get(operationId) !== sequence);
    expect(lost, `every ${name} entry is there, where it was`).toEqual([]);
  }

  for (const table of NUMBERED) {
    const rows = store.get(table) ?? [];
    const serials = rows.map((row) => Number(row['numberSerial'])).toSorted((left, right) => left - right);
    expect(serials, `${table}: no number twice, none left out`).toEqual(rows.map((_row, at) => at + 1));
    expect(new Set(rows.map((row) => row['number'])).size, table).toBe(rows.length);
  }
  const begun = new Set([...witness.begun.values()].map(({ id }) => id));
  expect(
    LOGGED_TABLES.flatMap((table) => store.get(table) ?? []).filter((row) => !begun.has(String(row['id']))),
    'nothing that nobody wrote',
  ).toEqual([]);

  const rebuilt = rowsOfJournal(lines);
  for (const [table, rows] of store) {
    if (['operations', 'drafts', 'screenState'].includes(table)) continue;
    const expected = [...(rebuilt.get(table) ?? new Map<string, Row>()).values()];
    expect(byId(rows), `${table} as the journal says`).toEqual(byId(expected));
  }
}

function byId(rows: readonly Row[]): Row[] {
  return rows.toSorted((left, right) => String(left['id']).localeCompare(String(right['id'])));
}
