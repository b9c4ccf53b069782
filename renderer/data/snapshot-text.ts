import type { Table } from 'dexie';
import { FailureError } from '../../shared/contract/result.ts';
import { ORIGIN_HASH } from '../../shared/journal/line.ts';
import { lastOperation, recordTables, type BookDatabase } from './database.ts';
import type { Row } from './missing-fields.ts';
import { createUndoList, type UndoList } from './undo-list.ts';

/** Rows read in one transaction: a save that meets it waits a few hundredths of a second. */
const PAGE = 250;

/** A look at the book as it stands after its last operation, that lasts while the book goes on. */
export interface BookThen {
  /** The operation it stands after. */
  sequence: number;
  hash: string;
  rowCounts: Record<string, number>;
  /** The whole of it as dexie-export-import would write it, in pieces. Fails with `snapshotDamaged` where it contradicts `rowCounts`. */
  text(): AsyncGenerator<string>;
}

/**
 * Looks at the book now. One transaction over all of it would let nobody save for as long as it takes to write a large
 * book out, so each page is read in a short one of its own, and what operations have changed since is taken back.
 * @param page rows read in one transaction
 */
export async function lookAtBook(database: BookDatabase, page = PAGE): Promise<BookThen> {
  const { last, operations } = await database.transaction('r', database.operations, async () => ({
    last: await lastOperation(database),
    operations: await database.operations.count(),
  }));
  const sequence = last?.sequence ?? 0;
  const undo = createUndoList(sequence);
  const rowCounts: Record<string, number> = { operations };
  for (const name of recordTables(database)) {
    const now = await readWith(database, undo, database.table(name), (table) => table.count());
    rowCounts[name] = undo.countThen(name, now);
  }
  return { sequence, hash: last?.hash ?? ORIGIN_HASH, rowCounts, text: () => writeBook({ database, undo, page }, sequence, rowCounts) };
}

/** Reads something of a table together with the operations that came since, so that both tell of the same moment. */
function readWith<Read>(database: BookDatabase, undo: UndoList, table: Table, read: (table: Table) => PromiseLike<Read>): Promise<Read> {
  // Dexie follows native awaits only from a function it can see is async.
  return database.transaction('r', [table, database.operations], async () => {
    const found = await read(table);
    undo.follow(await database.operations.where('sequence').above(undo.seen()).toArray());
    return found;
  });
}

interface Reading {
  database: BookDatabase;
  undo: UndoList;
  page: number;
}

async function* writeBook(reading: Reading, sequence: number, rowCounts: Readonly<Record<string, number>>): AsyncGenerator<string> {
  const { database } = reading;
  const names = ['operations', ...recordTables(database)];
  const tables = names.map((name) => ({ name, schema: schemaText(database.table(name)), rowCount: rowCounts[name] ?? 0 }));
  const head = JSON.stringify({
    formatName: 'dexie',
    formatVersion: 1,
    data: { databaseName: database.name, databaseVersion: database.verno, tables, data: [] },
  });
  const end = ']}}';
  yield head.slice(0, -end.length);
  for (const [at, { name, rowCount }] of tables.entries()) {
    yield `${at === 0 ? '' : ','}{"tableName":${JSON.stringify(name)},"inbound":true,"rows":[`;
    let written = 0;
    const pages = name === 'operations' ? operationPages(reading, sequence) : recordPages(reading, name);
    for await (const rows of pages) {
      if (rows.length === 0) continue;
      yield `${written === 0 ? '' : ','}${JSON.stringify(rows).slice(1, -1)}`;
      written += rows.length;
    }
    if (written !== rowCount) throw new FailureError('snapshotDamaged', { name });
    yield ']}';
  }
  yield end;
}

/** How dexie-export-import writes a table's keys. */
function schemaText({ schema }: Table): string {
  return [schema.primKey, ...schema.indexes].map((index) => index.src).join(',');
}

/** Operations only ever come behind the others. */
async function* operationPages({ database, page }: Reading, sequence: number): AsyncGenerator<readonly object[]> {
  let after = 0;
  while (after < sequence) {
    const rows = await database.operations.where('sequence').between(after, sequence, false, true).limit(page).toArray();
    yield rows;
    if (rows.length < page) return;
    after = rows.at(-1)?.sequence ?? sequence;
  }
}

async function* recordPages({ database, undo, page }: Reading, name: string): AsyncGenerator<readonly object[]> {
  let after = '';
  for (;;) {
    const from = after;
    const rows = await readWith<Row[]>(database, undo, database.table(name), (table) =>
      table.where(':id').above(from).limit(page).toArray(),
    );
    const upTo = rows.length < page ? null : String(rows.at(-1)?.['id']);
    yield undo.rowsThen(name, rows, from, upTo);
    if (upTo === null) return;
    after = upTo;
  }
}
