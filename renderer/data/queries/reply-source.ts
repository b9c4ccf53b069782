import { isEngineeringRepair, type DispatchOrder } from '../../../shared/domain/dispatch-order.ts';
import { localDateOf } from '../../../shared/domain/due-time.ts';
import type { Link } from '../../../shared/domain/fields.ts';
import { phoneOf, reachedAt, type PhoneFrom } from '../../../shared/domain/known-number.ts';
import { addresseeOf, type Household, type Unit } from '../../../shared/domain/property.ts';
import { reachableNumber } from '../../../shared/domain/reception.ts';
import { defaultHandler, replyInput, type ReplyInput } from '../../../shared/domain/reply-letter.ts';
import type { Settings } from '../../../shared/domain/settings.ts';
import { canonicalUnit } from '../../../shared/domain/unit-notation.ts';
import type { BookDatabase } from '../database.ts';
import { householdOfUnit } from './find-household.ts';

/** What a draft begins with, and what its template is filled with. */
export interface ReplySource {
  input: ReplyInput & PhoneFrom;
  /** Facts by the names that templates use. */
  facts: Record<string, string>;
  /** Subject of what is answered; the title is worded from it in the letter's language. */
  subject: string;
  /** Day by which the letter answered wants its reply; `''` for none. */
  replyDueOn: string;
  /** The household has no postal address on file: the estate's and the unit stand in for it. */
  addressFromEstate: boolean;
}

interface Origin extends PhoneFrom {
  link: { table: string; id: string; number: string };
  customer: string;
  /** The customer would not leave a name: nobody of the household is addressed in their stead. */
  anonymous: boolean;
  reading: string;
  unit: string;
  unitId: string;
  householdId: string;
  phone: string;
  subject: string;
  letterDate: string;
  receivedOn: string;
  /** Departments the matter was given to. */
  departmentIds: readonly string[];
  replyDueOn: string;
  /** Orders that the matter led to: what the property company did about it. */
  orders: readonly DispatchOrder[];
}

const NOTHING: Origin = {
  link: { table: '', id: '', number: '' },
  customer: '',
  anonymous: false,
  reading: '',
  unit: '',
  unitId: '',
  householdId: '',
  phone: '',
  phoneFrom: null,
  subject: '',
  letterDate: '',
  receivedOn: '',
  departmentIds: [],
  replyDueOn: '',
  orders: [],
};

/** The orders of a letter, entry or form: linked with it, or issued from it or from a form of its own; cancelled ones are none. */
async function ordersOf(database: BookDatabase, id: string, links: readonly Link[]): Promise<DispatchOrder[]> {
  const idsIn = (table: string) => links.filter((to) => to.table === table).map((to) => to.id);
  const [linked, issued] = await Promise.all([
    database.dispatchOrders.bulkGet(idsIn('dispatchOrders')),
    database.dispatchOrders
      .where('sourceId')
      .anyOf([id, ...idsIn('coordinationForms')])
      .toArray(),
  ]);
  return [...linked, ...issued].flatMap((order) => (order === undefined || order.state === 'cancelled' ? [] : [order]));
}

/** The departments in charge of the forms that were issued from a letter or an entry; cancelled forms give a matter to nobody. */
async function departmentsOf(database: BookDatabase, id: string): Promise<string[]> {
  const forms = await database.coordinationForms.where('sourceId').equals(id).toArray();
  return forms.filter(({ state }) => state !== 'cancelled').map(({ departmentId }) => departmentId);
}

async function originOf(database: BookDatabase, table: string, id: string, zone: string): Promise<Origin> {
  switch (table) {
    case 'letters': {
      const letter = await database.letters.get(id);
      if (letter === undefined) return NOTHING;
      const { number, sender, senderReading, unit, unitId, householdId, phone, subject, letterDate, receivedOn, departmentId, replyDueOn } =
        letter;
      const link = { table, id, number };
      return {
        ...NOTHING,
        link,
        customer: sender,
        reading: senderReading,
        unit,
        unitId,
        householdId,
        phone,
        phoneFrom: phoneOf('letters', letter),
        subject,
        letterDate,
        receivedOn,
        departmentIds: [departmentId, ...(await departmentsOf(database, id))],
        replyDueOn,
        orders: await ordersOf(database, id, letter.links),
      };
    }
    case 'receptions': {
      const entry = await database.receptions.get(id);
      if (entry === undefined) return NOTHING;
      const { number, customer, customerReading, unit, unitId, householdId, occurredAt, passedToDepartmentId } = entry;
      const anonymous = entry.nameRefused === true;
      const on = localDateOf(occurredAt, zone);
      const link = { table, id, number };
      const phone = reachableNumber(entry);
      return {
        ...NOTHING,
        link,
        // The words that stand for a name in the log are none to write to.
        customer: anonymous ? '' : customer,
        anonymous,
        reading: customerReading,
        unit,
        unitId,
        householdId,
        phone,
        phoneFrom: reachedAt(entry),
        letterDate: on,
        receivedOn: on,
        departmentIds: [passedToDepartmentId, ...(await departmentsOf(database, id))],
        orders: await ordersOf(database, id, entry.links),
      };
    }
    case 'dispatchOrders': {
      const order = await database.dispatchOrders.get(id);
      if (order === undefined) return NOTHING;
      const { number, customer, customerReading, unit, unitId, householdId, phone, reportedOn, departmentId } = order;
      const link = { table, id, number };
      return {
        ...NOTHING,
        link,
        customer,
        reading: customerReading,
        unit,
        unitId,
        householdId,
        phone,
        phoneFrom: phoneOf('dispatchOrders', order),
        letterDate: reportedOn,
        receivedOn: reportedOn,
        departmentIds: [departmentId],
        orders: [order],
      };
    }
    case 'coordinationForms': {
      const form = await database.coordinationForms.get(id);
      if (form === undefined) return NOTHING;
      const { number, customer, unit, unitId, phone, subject, issuedOn, departmentId } = form;
      return {
        ...NOTHING,
        link: { table, id, number },
        customer,
        unit,
        unitId,
        phone,
        phoneFrom: phoneOf('coordinationForms', form),
        subject,
        letterDate: issuedOn,
        receivedOn: issuedOn,
        departmentIds: [departmentId],
        orders: await ordersOf(database, id, []),
      };
    }
    default:
      return NOTHING;
  }
}

/** The unit that was chosen, or that goes by the name that was typed. */
async function unitOf(database: BookDatabase, { unit, unitId }: Origin): Promise<Unit | undefined> {
  if (unitId !== '') return database.units.get(unitId);
  const name = canonicalUnit(unit);
  return name === '' ? undefined : database.units.where('names').equals(name).first();
}

async function householdOf(database: BookDatabase, origin: Origin, unit: Unit | undefined): Promise<Household | null> {
  const named = origin.householdId === '' ? undefined : await database.households.get(origin.householdId);
  if (named !== undefined) return named;
  return unit === undefined ? null : householdOfUnit(database, unit.id);
}

/** Postal address of a household, or the estate's with the unit where none is on file; who moved out is not found there any more. */
export function postalAddressOf(
  household: Pick<Household, 'postalAddress' | 'postcode' | 'state'> | null,
  unit: string,
  estate: Pick<Settings['estate'], 'estateAddress' | 'estate' | 'postcode'>,
): { postalAddress: string; postcode: string; fromEstate: boolean } {
  if (household !== null && household.postalAddress !== '') {
    return { postalAddress: household.postalAddress, postcode: household.postcode, fromEstate: false };
  }
  const livesThere = unit !== '' && household?.state !== 'past';
  if (!livesThere || estate.estateAddress === '') return { postalAddress: '', postcode: '', fromEstate: false };
  return { postalAddress: `${estate.estateAddress}${estate.estate}${unit}`, postcode: estate.postcode, fromEstate: true };
}

/**
 * A new reply filled from the letter, entry, order or form it answers, so that nothing is typed twice: customer, address,
 * reference, who handles it (1:3.7.1). Empty for a letter of its own.
 */
export async function replyFromSource(
  database: BookDatabase,
  settings: Pick<Settings, 'estate' | 'desk'>,
  source: { table: string; id: string },
  today: string,
): Promise<ReplySource> {
  const { estate, desk } = settings;
  const origin = await originOf(database, source.table, source.id, desk.zone);
  const unit = await unitOf(database, origin);
  const household = await householdOf(database, origin, unit);
  const unitName = unit?.name ?? origin.unit;
  const address = postalAddressOf(household, unitName, estate);
  const matter = { engineeringRepair: origin.orders.some(isEngineeringRepair), handoverDate: unit?.handoverDate ?? '' };
  const handledBy = defaultHandler(matter, today);
  const input = replyInput.parse({
    handledBy,
    language: household?.letterLanguage ?? 'zh',
    answers: origin.link.id === '' ? [] : [origin.link],
    customer: origin.customer,
    customerReading: origin.reading,
    unit: unitName,
    unitId: unit?.id ?? origin.unitId,
    householdId: household?.id ?? origin.householdId,
    phone: origin.phone,
    postalName: origin.anonymous ? '' : addresseeOf(household, origin.customer),
    postalAddress: address.postalAddress,
    postcode: address.postcode,
    concernsProperty: handledBy === 'propertyCompany' || origin.orders.length > 0,
    departmentIds: [...new Set(origin.departmentIds)].filter((one) => one !== ''),
  });
  const facts = {
    customer: origin.customer,
    unit: unitName,
    subject: origin.subject,
    letterNumber: origin.link.number,
    letterDate: origin.letterDate === '' ? origin.receivedOn : origin.letterDate,
    receivedOn: origin.receivedOn,
    estate: estate.estate,
    developer: estate.developer,
    propertyCompany: estate.propertyCompany,
    deskPhone: estate.deskPhone,
  };
  return {
    input: { ...input, phoneFrom: origin.phoneFrom },
    facts,
    subject: origin.subject,
    replyDueOn: origin.replyDueOn,
    addressFromEstate: address.fromEstate,
  };
}
