import { operationPayloadSchema, type Change, type OperationPayload } from '../../../shared/journal/operation-payload.ts';
import type { TableName } from '../../../shared/domain/record-tables.ts';
import type { BookDatabase } from '../database.ts';

/** One operation that touched a record, with what it did to it. */
export interface HistoryEntry {
  sequence: number;
  operation: OperationPayload;
  change: Change;
}

/** Every change of a record, oldest first: who, when, at which desk, before and after. Erased payloads are left out. */
export async function readHistory(database: BookDatabase, table: TableName, id: string): Promise<HistoryEntry[]> {
  const rows = await database.operations.where('records').equals(`${table}/${id}`).sortBy('sequence');
  return rows.flatMap((row) => {
    if (row.payload === null) return [];
    const operation = operationPayloadSchema.parse(JSON.parse(row.payload));
    return operation.changes
      .filter((change) => change.table === table && change.key === id)
      .map((change) => ({ sequence: row.sequence, operation, change }));
  });
}
