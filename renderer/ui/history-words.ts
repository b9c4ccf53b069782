import type { i18n } from 'i18next';
import { z } from 'zod';
import type { Department, Person } from '../../shared/domain/person.ts';
import { formatYuan } from '../../shared/domain/money.ts';
import { maskIdNumber, maskPhone } from '../../shared/domain/phone.ts';
import type { TableName } from '../../shared/domain/record-tables.ts';
import { formatDateTime } from './format.ts';

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
};

/** Fields that are stored under another name than the form shows. */
const ALIASES: Record<string, string> = {
  departmentId: 'department',
  passedToDepartmentId: 'passedToDepartment',
  passedToPersonId: 'passedToPerson',
  colleagueId: 'colleague',
  headsWord: 'headsWord',
  state: 'state',
  complaint: 'checked',
  number: 'number',
};

/** Maskable fields: history is read over the shoulder like any list. */
const PHONES = new Set(['phone', 'callingNumber', 'numberLeft', 'emergencyPhone']);

/** A field's name as its form words it; the stored name where no form shows it. */
export function fieldLabel(language: i18n, table: TableName, key: string): string {
  const namespace = NAMESPACES[table] ?? 'common';
  const name = ALIASES[key] ?? key;
  const candidates = [`${namespace}:field.${name}`, `common:${name}`, `history:field.${name}`];
  const found = candidates.find((candidate) => language.exists(candidate));
  return found === undefined ? key : language.t(found, { defaultValue: key });
}

/**
 * The word of a field a check names by its place (`departmentId`, `numbers.letter.prefix`, `materials.0.name`), of whichever
 * register it is; `''` where no form shows it.
 */
export function fieldWord(language: i18n, path: string): string {
  const keys = path.split('.').filter((key) => !/^\d+$/.test(key));
  for (const key of keys.toReversed()) {
    const names = [ALIASES[key] ?? key, key.replace(/Ids?$/, '')];
    const places = ['common', ...new Set(Object.values(NAMESPACES))];
    const found = places
      .flatMap((namespace) => names.map((name) => `${namespace}:field.${name}`))
      .concat(names.map((name) => `common:${name}`))
      .find((candidate) => language.exists(candidate));
    if (found !== undefined) return language.t(found, { defaultValue: '' });
  }
  return '';
}

interface Words {
  i18n: i18n;
  people: readonly Person[];
  departments: readonly Department[];
  zone: string;
}

const decided = z.object({ decidedBy: z.string(), on: z.string(), opinion: z.string() });
/** People of a praise, and what hangs where. */
const named = z.array(z.object({ name: z.string(), departmentId: z.string() })).min(1);
const hung = z.object({ place: z.string(), on: z.string(), departmentId: z.string().default(''), takenDownOn: z.string() });
const linked = z.array(z.object({ number: z.string() }));
/** Materials of an order. */
const listed = z.array(z.object({ name: z.string() })).min(1);
/** Hops of an order: the last one says what the change was. */
const hops = z.array(z.object({ action: z.string(), at: z.string() }));
const paid = z.object({ means: z.string(), receivedFen: z.number(), receiptNumber: z.string() });
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/;

/** A value as a person reads it: names for ids, words for codes, local time for instants, phones masked. */
export function valueText({ i18n: language, people, departments, zone }: Words, table: TableName, key: string, value: unknown): string {
  const nothing = language.t('history:nothing', { defaultValue: '' });
  if (value === null || value === undefined || value === '') return nothing;
  if (typeof value === 'boolean') return language.t(value ? 'common:yes' : 'common:no', { defaultValue: '' });
  if (typeof value === 'number') return key.endsWith('Fen') ? formatYuan(value) : String(value);
  if (typeof value === 'string') {
    if (PHONES.has(key)) return maskPhone(value);
    if (key === 'idNumber') return maskIdNumber(value);
    if (INSTANT.test(value)) return formatDateTime(value, zone);
    const person = people.find((one) => one.id === value);
    const department = departments.find((one) => one.id === value);
    if (person !== undefined) return person.name;
    if (department !== undefined) return department.name;
    const namespace = NAMESPACES[table] ?? 'common';
    const group = key === 'state' ? 'stateName' : key;
    for (const word of [`${namespace}:${group}.${value}`, `common:${group}.${value}`, `common:${value}`]) {
      if (language.exists(word)) return language.t(word, { defaultValue: value });
    }
    return value;
  }
  const decision = decided.safeParse(value);
  if (decision.success) {
    const name = people.find((one) => one.id === decision.data.decidedBy)?.name ?? '';
    return [decision.data.on, name, decision.data.opinion].filter((part) => part !== '').join(' ');
  }
  const links = linked.safeParse(value);
  if (links.success) return links.data.length === 0 ? nothing : links.data.map((one) => one.number).join(', ');
  const departmentOf = (id: string) => departments.find((one) => one.id === id)?.name ?? '';
  const praised = named.safeParse(value);
  if (praised.success) return praised.data.map((one) => `${one.name} ${departmentOf(one.departmentId)}`.trim()).join(', ');
  const hangings = z
    .array(hung)
    .min(1)
    .safeParse(Array.isArray(value) ? value : [value]);
  if (hangings.success) {
    const words = hangings.data.map((one) => [
      departmentOf(one.departmentId),
      one.place,
      one.on,
      one.takenDownOn && `– ${one.takenDownOn}`,
    ]);
    return words.map((parts) => parts.filter((part) => part !== '').join(' ')).join(', ');
  }
  const payment = paid.safeParse(value);
  if (payment.success) {
    const { means, receivedFen, receiptNumber } = payment.data;
    if (receivedFen === 0) return nothing;
    const by = language.t(`dispatch:means.${means}`, { defaultValue: means });
    return [by, formatYuan(receivedFen), receiptNumber].filter((part) => part !== '').join(' ');
  }
  const trail = hops.safeParse(value);
  const last = trail.success ? trail.data.at(-1) : undefined;
  if (last !== undefined) {
    return `${language.t(`dispatch:hop.${last.action}`, { defaultValue: last.action })} ${formatDateTime(last.at, zone)}`;
  }
  const names = listed.safeParse(value);
  if (names.success) return names.data.map((one) => one.name).join(', ');
  const texts = z.array(z.string()).safeParse(value);
  if (texts.success) return texts.data.map((text) => departments.find((one) => one.id === text)?.name ?? text).join(', ');
  const counted = Array.isArray(value) ? value.length : Object.keys(value).length;
  return language.t('history:fields', { count: counted, defaultValue: '' });
}
