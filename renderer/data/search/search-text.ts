import { normalisePhone } from '../../../shared/domain/phone.ts';
import type { RecordOf } from '../../../shared/domain/record-tables.ts';
import { replyBarcode } from '../../../shared/domain/reply-letter.ts';
import { canonicalUnit } from '../../../shared/domain/unit-notation.ts';

/** Tables the search box looks through, in the order their hits are shown. */
export const SEARCHED_TABLES = [
  'households',
  'units',
  'receptions',
  'letters',
  'coordinationForms',
  'dispatchOrders',
  'replies',
  'praises',
  'postingLists',
  'followUps',
  'people',
  'departments',
  'outsideNumbers',
] as const;
export type SearchedTable = (typeof SEARCHED_TABLES)[number];

type Texts = { [Table in SearchedTable]: (row: RecordOf<Table>) => readonly string[] };

/** What a record of each table is found by. Units stand in short form, numbers as digits, so that any notation meets them. */
const TEXTS: Texts = {
  households: (row) => [...row.keys, ...row.phones, row.postalName, row.postalAddress, row.emergencyContact, row.careMind, row.note],
  units: (row) => [row.name, ...row.names, row.layout, row.note],
  receptions: (row) => [
    row.number,
    canonicalUnit(row.unit),
    row.customer,
    ...row.keys,
    row.colleagueName,
    row.content,
    row.answer,
    row.complaint?.opinion ?? '',
    row.result,
    row.checkRemark,
    row.note,
  ],
  letters: (row) => [
    row.number,
    canonicalUnit(row.unit),
    row.sender,
    ...row.keys,
    row.postalNumber,
    row.subject,
    row.summary,
    row.decision?.opinion ?? '',
    row.replyNumber,
    row.result,
    row.note,
  ],
  coordinationForms: (row) => [
    row.number,
    row.sourceNumber,
    canonicalUnit(row.unit),
    row.customer,
    ...row.keys,
    row.subject,
    row.content,
    row.measures,
    row.handledBy,
    row.followUpResult,
    row.headsWord?.opinion ?? '',
    row.cancelReason,
    row.note,
  ],
  dispatchOrders: (row) => [
    row.number,
    row.sourceNumber,
    canonicalUnit(row.unit),
    row.publicArea,
    row.customer,
    ...row.keys,
    row.content,
    row.worker,
    row.done,
    row.payment.receiptNumber,
    ...row.materials.map((material) => material.name),
    row.unfinishedReason,
    row.cancelReason,
    // What a follow-up heard stands in its own record.
    ...row.hops.filter(({ action }) => action !== 'followUp').map(({ opinion }) => opinion),
    row.note,
  ],
  replies: (row) => [
    row.number,
    replyBarcode(row),
    ...row.answers.map((answer) => answer.number),
    canonicalUnit(row.unit),
    row.customer,
    row.postalName,
    ...row.keys,
    row.title,
    row.body,
    ...row.postings.flatMap((posting) => [posting.postalNumber, posting.receiptNumber]),
    ...row.reviews.map(({ opinion }) => opinion),
    row.approval?.opinion ?? '',
    row.archive?.number ?? '',
    row.withdrawReason,
    row.note,
  ],
  praises: (row) => [
    row.number,
    row.letterNumber,
    canonicalUnit(row.unit),
    row.praisedBy,
    ...row.keys,
    ...row.employees.map((employee) => employee.name),
    row.whatFor,
    row.rewardNoticeNumber,
    row.note,
  ],
  postingLists: (row) => [
    row.number,
    row.postOffice,
    ...row.rows.flatMap(({ letterNumber, postalNumber, addressee }) => [letterNumber, postalNumber, addressee]),
  ],
  followUps: (row) => [row.number, canonicalUnit(row.unit), row.spokenTo, row.opinion, row.note],
  people: (row) => [row.name, row.pinyin, row.initials, row.staffNumber, row.title, normalisePhone(row.phone)],
  departments: (row) => [row.name, row.pinyin, row.initials, normalisePhone(row.phone)],
  outsideNumbers: (row) => [row.name, row.pinyin, row.initials, normalisePhone(row.phone), row.phone, row.contact, row.note],
};

/** Who moved out, and a proposal that was confirmed, are no hits, and must not take the places of those that are. */
function isPast(row: object): boolean {
  return 'state' in row && row.state === 'past';
}

/** One field a line, half-width and lower case; a query is brought into the same form. `''` for what is never found. */
export function searchText<Table extends SearchedTable>(table: Table, row: RecordOf<Table>): string {
  if (isPast(row)) return '';
  const texts = TEXTS[table](row).filter((text) => text !== '');
  return texts.join('\n').normalize('NFKC').toLowerCase();
}
