import { maskPhone } from '../../../shared/domain/phone.ts';
import type { BookDatabase } from '../database.ts';
import type { SearchGroup } from '../search/book-search.ts';
import { SEARCHED_TABLES, type SearchedTable } from '../search/search-text.ts';
import { householdOfUnit } from './find-household.ts';

export interface SearchHit {
  table: SearchedTable;
  id: string;
  title: string;
  /** Numbers masked: a hit list is read over the shoulder. */
  detail: string;
  path: string;
}

type Describe = (database: BookDatabase, id: string, listSeparator: string) => Promise<Pick<SearchHit, 'title' | 'detail' | 'path'> | null>;

const named = (names: readonly string[]) => names.filter((name) => name !== '').join(' · ');

/** How a record of each table is shown among the hits, and where it opens. */
const DESCRIBE: Record<SearchedTable, Describe> = {
  households: async (database, id, listSeparator) => {
    const row = await database.households.get(id);
    if (row === undefined || row.state === 'past') return null;
    const unit = await database.units.get(row.unitId);
    const members = row.members.map((member) => named([member.name, maskPhone(member.phone)]));
    return {
      title: named([unit?.name ?? '', row.members[0]?.name ?? '']),
      detail: members.join(listSeparator),
      path: `/directory/households/${id}`,
    };
  },
  units: async (database, id, listSeparator) => {
    const row = await database.units.get(id);
    if (row === undefined) return null;
    const household = await householdOfUnit(database, id);
    const names = household?.members.map((member) => member.name).join(listSeparator) ?? '';
    return { title: row.name, detail: named([row.aliases.join(listSeparator), names]), path: `/directory/units/${id}` };
  },
  receptions: async (database, id) => {
    const row = await database.receptions.get(id);
    if (row === undefined) return null;
    return { title: named([row.number, row.unit, row.customer]), detail: row.content, path: `/reception/${id}` };
  },
  letters: async (database, id) => {
    const row = await database.letters.get(id);
    if (row === undefined) return null;
    return { title: named([row.number, row.unit, row.sender]), detail: named([row.subject, row.summary]), path: `/letters/${id}` };
  },
  coordinationForms: async (database, id) => {
    const row = await database.coordinationForms.get(id);
    if (row === undefined) return null;
    return { title: named([row.number, row.unit, row.customer]), detail: named([row.subject, row.content]), path: `/coordination/${id}` };
  },
  dispatchOrders: async (database, id) => {
    const row = await database.dispatchOrders.get(id);
    if (row === undefined) return null;
    const place = row.unit === '' ? row.publicArea : row.unit;
    return { title: named([row.number, place, row.customer]), detail: named([row.worker, row.content]), path: `/dispatch/${id}` };
  },
  replies: async (database, id) => {
    const row = await database.replies.get(id);
    if (row === undefined) return null;
    return { title: named([row.number, row.unit, row.customer]), detail: named([row.title, row.body]), path: `/replies/${id}` };
  },
  praises: async (database, id, listSeparator) => {
    const row = await database.praises.get(id);
    if (row === undefined) return null;
    const praised = row.employees.map((employee) => employee.name).join(listSeparator);
    return { title: named([row.number, row.unit, row.praisedBy]), detail: named([praised, row.whatFor]), path: `/praise/${id}` };
  },
  postingLists: async (database, id, listSeparator) => {
    const row = await database.postingLists.get(id);
    if (row === undefined) return null;
    const addressees = row.rows.map((letter) => letter.addressee).join(listSeparator);
    return { title: named([row.number, row.postOffice]), detail: named([row.postedOn, addressees]), path: `/replies/postings/${id}` };
  },
  followUps: async (database, id) => {
    const row = await database.followUps.get(id);
    if (row === undefined) return null;
    // It stands on the page of what was asked about.
    const path = row.orderId === '' ? `/coordination/${row.formId}` : `/dispatch/${row.orderId}`;
    return { title: named([row.number, row.unit, row.spokenTo]), detail: named([row.orderNumber, row.opinion]), path };
  },
  people: async (database, id) => {
    const row = await database.people.get(id);
    if (row === undefined) return null;
    const department = await database.departments.get(row.departmentId);
    return { title: row.name, detail: named([department?.name ?? '', row.title]), path: `/directory/people/${id}` };
  },
  departments: async (database, id) => {
    const row = await database.departments.get(id);
    return row === undefined ? null : { title: row.name, detail: row.phone, path: `/directory/departments/${id}` };
  },
  outsideNumbers: async (database, id) => {
    const row = await database.outsideNumbers.get(id);
    return row === undefined ? null : { title: row.name, detail: named([row.phone, row.contact]), path: `/directory/outside/${id}` };
  },
};

/**
 * Reads what is shown of the hits; the register whose number was typed in full comes first.
 * @param listSeparator between names of one record, as the screen's language writes it
 */
export async function readSearchHits(
  database: BookDatabase,
  groups: readonly SearchGroup[],
  typed: string,
  listSeparator: string,
): Promise<SearchHit[]> {
  const describe = (): Promise<(Pick<SearchHit, 'table' | 'id'> & { shown: Awaited<ReturnType<Describe>> })[]> =>
    Promise.all(
      groups.flatMap(({ table, ids }) => ids.map(async (id) => ({ table, id, shown: await DESCRIBE[table](database, id, listSeparator) }))),
    );
  // One transaction for all of them: each by itself would make its own.
  const hits = groups.length === 0 ? [] : await database.transaction('r', SEARCHED_TABLES, describe);
  const number = typed.normalize('NFKC').trim().toUpperCase();
  return hits
    .flatMap(({ table, id, shown }) => (shown === null ? [] : [{ table, id, ...shown }]))
    .toSorted((left, right) => Number(right.title.startsWith(`${number} `)) - Number(left.title.startsWith(`${number} `)));
}
