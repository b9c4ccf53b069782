import { describe, expect, it } from 'vitest';
import { RECORD_SCHEMAS, type TableName } from '../../../shared/domain/record-tables.ts';
import { MIGRATIONS } from './all.ts';

const OWN = ['operations', 'drafts', 'screenState'];
/** Schema text by table after the last step. */
const STORES: Record<string, string | null> = Object.assign({}, ...MIGRATIONS.map(({ stores }) => stores));

describe('the format of today', () => {
  it('has a table for every record, and no other', () => {
    expect(Object.keys(STORES).toSorted()).toEqual([...OWN, ...Object.keys(RECORD_SCHEMAS)].toSorted());
  });
  it('indexes only fields that the records have', () => {
    const unknown: string[] = [];
    for (const table of Object.keys(RECORD_SCHEMAS).filter((name): name is TableName => name in RECORD_SCHEMAS)) {
      const fields = Object.keys(RECORD_SCHEMAS[table].shape);
      const indexed = (STORES[table] ?? '').split(/[,+]/).map((part) => part.replaceAll(/[&*[\]\s]/g, ''));
      unknown.push(...indexed.filter((field) => !fields.includes(field)).map((field) => `${table}.${field}`));
    }
    expect(unknown).toEqual([]);
  });
});
