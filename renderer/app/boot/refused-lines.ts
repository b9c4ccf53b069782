import type { HostApi } from '../../../shared/contract/host-calls.ts';
import type { Failure } from '../../../shared/contract/result.ts';
import { isRefusedForGood } from '../../../shared/journal/refusals.ts';
import { operationPayloadSchema } from '../../../shared/journal/operation-payload.ts';
import type { BookDatabase, OperationRow } from '../../data/database.ts';
import { toJournalLine } from '../../data/outbox.ts';

/** What a person has to know of an entry to say whose it is. */
export interface RefusedLine {
  sequence: number;
  at: string;
  /** Name on the roster; the id where the roster has none. */
  actor: string;
  operation: string;
}

/** Entries that the database has and the host takes into the journal at no try. */
export interface RefusedLines {
  failure: Failure;
  sequence: number;
  count: number;
  first: RefusedLine[];
}

const BATCH = 200;
const SHOWN = 5;

/**
 * Sends what the journal lacks, as the outbox would. One line that is refused for good keeps all after it from ever being
 * saved: then it is said before anybody goes on writing. `null` when there is no such line.
 * @param after the journal's last sequence
 */
export async function sendOrSayRefused(
  database: BookDatabase,
  host: HostApi,
  lease: string,
  after: number,
  batch = BATCH,
): Promise<RefusedLines | null> {
  const rows = await database.operations.where('sequence').above(after).limit(batch).toArray();
  if (rows.length === 0) return null;
  // A host that cannot be reached refuses nothing.
  const answer = await host.appendLines({ lease, lines: rows.map(toJournalLine) }).catch(() => null);
  if (answer?.ok === true) return sendOrSayRefused(database, host, lease, answer.value.sequence, batch);
  if (answer === null || !isRefusedForGood(answer.error)) return null;
  const sequence = Number(answer.error.parameters?.['sequence'] ?? after + 1);
  const refused = database.operations.where('sequence').aboveOrEqual(sequence);
  const count = await refused.count();
  const first = await Promise.all(
    rows
      .filter((row) => row.sequence >= sequence)
      .slice(0, SHOWN)
      .map((row) => told(database, row)),
  );
  return { failure: answer.error, sequence, count, first };
}

async function told(database: BookDatabase, { sequence, payload }: OperationRow): Promise<RefusedLine> {
  const read = operationPayloadSchema.safeParse(payload === null ? null : jsonOf(payload));
  if (!read.success) return { sequence, at: '', actor: '', operation: '' };
  const { at, actor, name } = read.data;
  const person = await database.people.get(actor);
  return { sequence, at, actor: person?.name ?? actor, operation: name };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
