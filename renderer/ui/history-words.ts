import type { i18n } from 'i18next';
import { formatYuan } from '../../shared/domain/money.ts';
import { maskIdNumber, maskPhone } from '../../shared/domain/phone.ts';
import type { TableName } from '../../shared/domain/record-tables.ts';
import type { OperationPayload } from '../../shared/journal/operation-payload.ts';
import { formatDateTime } from './format.ts';

/** What words are made with. */
export interface HistoryWords {
  i18n: i18n;
  /** People, departments and buildings by their ids. */
  names: ReadonlyMap<string, string>;
  zone: string;
}

/** Namespace in which a register words its fields and choices. */
const NAMESPACES: Partial<Record<TableName, string>> = {
  receptions: 'reception',
  promises: 'reception',
  letters: 'letters',
  coordinationForms: 'coordination',
  dispatchOrders: 'dispatch',
  followUps: 'dispatch',
  replies: 'replies',
  letterTemplates: 'replies',
  postingLists: 'replies',
  praises: 'praise',
  people: 'directory',
  departments: 'directory',
  buildings: 'directory',
  units: 'directory',
  households: 'directory',
  outsideNumbers: 'directory',
  settings: 'settings',
  holidays: 'settings',
};

/** Fields that are stored under another name than the form shows. */
const ALIASES: Record<string, string> = {
  departmentId: 'department',
  passedToDepartmentId: 'passedToDepartment',
  passedToPersonId: 'passedToPerson',
};

/** Fields that another register of the same words calls the same and means something else. */
const NAMES_OF: Partial<Record<TableName, Record<string, string>>> = { followUps: { means: 'followUpMeans' } };

/** Choices whose words stand under another name than the field. */
const CHOICES: Record<string, string> = { state: 'stateName', roles: 'role', as: 'role' };

/** Maskable fields: history is read over the shoulder like any list. */
const PHONES = new Set(['phone', 'callingNumber', 'numberLeft', 'emergencyPhone']);

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/;

/** Fields that only the machine needs, or that every change touches. */
const SILENT = new Set([
  'id',
  'changedAt',
  'createdAt',
  'createdBy',
  'desk',
  'keys',
  'numberYear',
  'numberDesk',
  'numberSerial',
  'sortKey',
  'canonical',
  'names',
  'pinyin',
  'initials',
  'phones',
  'sha256',
  'type',
  'bytes',
  'textHash',
  // Compared on the letter's own page.
  'versions',
  'table',
  // Ids stand beside the name or number they belong to; local dates beside their instant.
  'unitId',
  'householdId',
  'workerId',
  'forPersonId',
  'personId',
  'colleagueId',
  'sourceId',
  'sourceTable',
  'reworkOfId',
  'reworkOrderId',
  'orderId',
  'formId',
  'letterId',
  'followsId',
  'replyId',
  'templateId',
  'postingListId',
  'waitsForId',
  'proposalForId',
  'occurredOn',
  'reportedOn',
  'issuedOn',
  'finishedOn',
  'archivedOn',
  'cancelledOn',
  'doneOn',
  // Rules of registers whose screens are still to come: no form sets them.
  'mailHandOverHours',
  'mailReturnDays',
  'serviceRecordsBy',
  'retentionReceptionYears',
  'retentionLetterYears',
]);

type Fields = Record<string, unknown>;

/** A field's name as its form words it; the stored name where no form shows it. */
export function fieldLabel(language: i18n, table: TableName, key: string): string {
  const namespace = NAMESPACES[table] ?? 'common';
  const name = NAMES_OF[table]?.[key] ?? ALIASES[key] ?? key;
  return firstWord(language, [`${namespace}:field.${name}`, `history:field.${name}`, `common:${name}`]) ?? key;
}

/** What a stored name says behind the name that a form types the same amount under (`labourFen`, `quantityThousandths`). */
const TYPED_AS = ['Fen', 'Thousandths'] as const;

/** A field's name by what it is called in a form, where amounts are typed under a name of their own. */
export function typedFieldLabel(language: i18n, table: TableName, field: string): string {
  const names = [field, ...TYPED_AS.map((unit) => `${field}${unit}`)];
  const found = names.map((name) => ({ name, label: fieldLabel(language, table, name) })).find(({ name, label }) => label !== name);
  // What a dialog asks for is often part of a group of the record's, whose words stand inside a sentence.
  const part = partWord(language, table, field);
  return found?.label ?? (part === undefined ? field : part.charAt(0).toUpperCase() + part.slice(1));
}

/**
 * The word of a field a check names by its place (`departmentId`, `numbers.letter.prefix`, `materials.0.name`), of whichever
 * register it is; `''` where no form shows it.
 */
export function fieldWord(language: i18n, path: string): string {
  const namespaces = ['common', ...new Set(Object.values(NAMESPACES))];
  const keys = path.split('.').filter((key) => !/^\d+$/.test(key));
  for (const key of keys.toReversed()) {
    const names = [ALIASES[key] ?? key, key.replace(/Ids?$/, '')];
    const places = namespaces.flatMap((namespace) => names.map((name) => `${namespace}:field.${name}`));
    const found = firstWord(language, [...places, ...names.map((name) => `common:${name}`)]);
    if (found !== undefined) return found;
  }
  return '';
}

/**
 * Why an operation was done. A showing of a masked number is kept as its field and the reason, which is a code where no person
 * typed it (`OUTGOING_CALL`).
 */
export function reasonText(language: i18n, table: TableName, { name, reason }: Pick<OperationPayload, 'name' | 'reason'>): string {
  const [, field, why] = (name === 'reveal-personal-data' ? /^(\w+): (.+)$/s.exec(reason) : null) ?? [];
  if (field === undefined || why === undefined) return reason;
  const value = why.startsWith('#') ? (firstWord(language, [`history:shownFor.${why.slice(1)}`]) ?? why) : why;
  return language.t('history:labelled', { label: fieldLabel(language, table, field), value, defaultValue: reason });
}

/** The fields of a change that say something to a reader, in the order they are stored. */
export function tellingFields({ before, after }: { before: Fields | null; after: Fields }): string[] {
  return Object.keys(after).filter((key) => !SILENT.has(key) && (before !== null || !isEmpty(after[key])));
}

/** Both sides of a changed field in words; of lists and groups of fields only what differs. */
export function changeText(
  words: HistoryWords,
  table: TableName,
  key: string,
  sides: { before: unknown; after: unknown },
): { before: string; after: string } {
  const { before, after } = sides;
  function told(side: unknown, other: unknown): string {
    const differs = without(side, other);
    if (isFields(differs) && isFields(other)) return fieldsText(words, table, differs, tellsNothing) || nothing(words);
    return valueText(words, table, key, differs);
  }
  return { before: told(before, after), after: told(after, before) };
}

/** A value as a person reads it: names for ids, words for codes, local time for instants, phones masked. */
export function valueText(words: HistoryWords, table: TableName, key: string, value: unknown): string {
  const { i18n: language } = words;
  if (isFields(value)) return fieldsText(words, table, value) || nothing(words);
  if (Array.isArray(value)) {
    const items = value.filter((item) => !isEmpty(item)).map((item) => valueText(words, table, key, item));
    return items.join(language.t('history:nextItem', { defaultValue: '; ' })) || nothing(words);
  }
  if (value === null || value === undefined || value === '') return nothing(words);
  if (typeof value === 'boolean') return language.t(value ? 'common:yes' : 'common:no', { defaultValue: '' });
  if (typeof value === 'number') return numberText(key, value);
  return plainText(words, table, key, String(value));
}

function nothing({ i18n: language }: HistoryWords): string {
  return language.t('history:nothing', { defaultValue: '' });
}

function numberText(key: string, value: number): string {
  if (key.endsWith('Fen') || key === 'feeArrears') return formatYuan(value);
  if (key.endsWith('Hundredths')) return String(value / 100);
  if (key.endsWith('Thousandths')) return String(value / 1000);
  return String(value);
}

function plainText({ i18n: language, names, zone }: HistoryWords, table: TableName, key: string, value: string): string {
  if (PHONES.has(key)) return maskPhone(value);
  if (key === 'idNumber') return maskIdNumber(value);
  if (INSTANT.test(value)) return formatDateTime(value, zone);
  const name = names.get(value);
  if (name !== undefined) return name;
  const namespace = NAMESPACES[table] ?? 'common';
  const group = CHOICES[key] ?? key;
  const places = [`${namespace}:${group}.${value}`, `history:value.${group}.${value}`, `common:${group}.${value}`];
  if (value === 'yes' || value === 'no') places.push(`common:${value}`);
  return firstWord(language, places) ?? value;
}

/** `{a: 1, b: 2}` as "A: 1, B: 2"; of a link only its number, of a scan only the name of its file. */
function fieldsText(words: HistoryWords, table: TableName, fields: Fields, leftOut = isEmpty): string {
  const { i18n: language } = words;
  const parts = Object.entries(fields)
    .filter(([key, value]) => !SILENT.has(key) && !leftOut(value))
    .map(([key, value]) => ({ key: partName(fields, key), text: valueText(words, table, partName(fields, key), value) }));
  const [only] = parts;
  if (parts.length === 1 && only !== undefined && (only.key === 'number' || 'sha256' in fields)) return only.text;
  return parts
    .map(({ key, text }) => language.t('history:labelled', { label: partLabel(language, table, key), value: text, defaultValue: text }))
    .join(language.t('history:nextPart', { defaultValue: ', ' }));
}

/** A decision's `by` says by which way it was taken; everywhere else it is a person. */
function partName(fields: Fields, key: string): string {
  return key === 'by' && 'decidedBy' in fields ? 'decidedHow' : key;
}

/** Fields inside a group have general names: their words come before those of the form's own fields. */
function partLabel(language: i18n, table: TableName, key: string): string {
  return partWord(language, table, key) ?? fieldLabel(language, table, key);
}

function partWord(language: i18n, table: TableName, key: string): string | undefined {
  const namespace = NAMESPACES[table] ?? 'common';
  const places = [key, ...TYPED_AS.map((unit) => `${key}${unit}`)].flatMap((name) => [
    `history:part.${table}.${name}`,
    `history:part.${name}`,
    `${namespace}:registers.${name}`,
    `${namespace}:mark.${name}`,
  ]);
  return firstWord(language, places);
}

function firstWord(language: i18n, places: readonly string[]): string | undefined {
  for (const place of places) {
    // A group of words comes as an object: it is no word.
    const word: unknown = language.exists(place) ? language.t(place, { returnObjects: true, defaultValue: '' }) : '';
    if (typeof word === 'string' && word !== '') return word;
  }
  return undefined;
}

/** What `other` has not: items of a list, fields of a group; any other value whole. */
function without(value: unknown, other: unknown): unknown {
  if (Array.isArray(value) && Array.isArray(other)) return itemsWithout(value, other);
  if (isFields(value) && isFields(other)) {
    return Object.fromEntries(
      Object.entries(value)
        .filter(([key, part]) => JSON.stringify(part) !== JSON.stringify(other[key]))
        .map(([key, part]) => [key, without(part, other[key])]),
    );
  }
  return value;
}

/** A list that has the same items in another order is told whole: the order is what changed. */
function itemsWithout(items: readonly unknown[], others: readonly unknown[]): readonly unknown[] {
  const written = items.map((item) => JSON.stringify(item));
  const left = others.map((item) => JSON.stringify(item));
  const isRenamed = (place: number) =>
    items.length === others.length &&
    !others.some((other) => JSON.stringify(other) === written[place]) &&
    !written.includes(JSON.stringify(others[place])) &&
    isUnderOneNumber(items[place], others[place]);
  const more = items.flatMap((item, place) => {
    const at = isRenamed(place) ? left.indexOf(JSON.stringify(others[place])) : left.indexOf(written[place] ?? '');
    if (at !== -1) left.splice(at, 1);
    if (isRenamed(place)) return [without(item, others[place])];
    return at === -1 ? [item] : [];
  });
  return more.length === 0 && left.length === 0 ? items : more;
}

/** Somebody whose name was corrected: by the number the same person, by the name another. */
function isUnderOneNumber(one: unknown, other: unknown): boolean {
  if (!isFields(one) || !isFields(other)) return false;
  return one['phone'] === other['phone'] && !isEmpty(one['phone']) && one['name'] !== other['name'];
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** In a group that was changed a zero and a "no" are what the field was changed to, or from. */
function tellsNothing(value: unknown): boolean {
  return value !== false && value !== 0 && isEmpty(value);
}

function isEmpty(value: unknown): boolean {
  if (isFields(value)) return Object.values(value).every(isEmpty);
  return (
    value === '' || value === null || value === undefined || value === false || value === 0 || (Array.isArray(value) && value.length === 0)
  );
}
