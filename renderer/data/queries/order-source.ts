import { dispatchInput, type DispatchInput } from '../../../shared/domain/dispatch-order.ts';
import { phoneOf, reachedAt, type PhoneFrom } from '../../../shared/domain/known-number.ts';
import { reachableNumber } from '../../../shared/domain/reception.ts';
import type { BookDatabase } from '../database.ts';

/** A new order as its source fills it in, and the department the source already named. */
export interface OrderStart extends PhoneFrom {
  order: DispatchInput;
  departmentId: string;
}

const EMPTY: OrderStart = { order: dispatchInput.parse({}), departmentId: '', phoneFrom: null };

/** A new order filled from where it comes from, so that nothing is typed twice; empty for an order of its own. */
export async function orderFromSource(database: BookDatabase, table: string, id: string): Promise<OrderStart> {
  switch (table) {
    case 'receptions':
      return fromReception(database, id);
    case 'letters':
      return fromLetter(database, id);
    case 'coordinationForms':
      return fromForm(database, id);
    case 'dispatchOrders':
      return fromOrder(database, id);
    default:
      return EMPTY;
  }
}

async function fromReception(database: BookDatabase, id: string): Promise<OrderStart> {
  const entry = await database.receptions.get(id);
  if (entry === undefined) return EMPTY;
  const order = dispatchInput.parse({
    source: entry.channel,
    sourceTable: 'receptions',
    sourceId: id,
    sourceNumber: entry.number,
    unit: entry.unit,
    unitId: entry.unitId,
    householdId: entry.householdId,
    customer: entry.customer,
    customerReading: entry.customerReading,
    phone: reachableNumber(entry),
    reportedAt: entry.occurredAt,
    content: entry.content,
    urgency: entry.urgency,
  });
  return { order, departmentId: entry.passedToDepartmentId, phoneFrom: reachedAt(entry) };
}

async function fromLetter(database: BookDatabase, id: string): Promise<OrderStart> {
  const letter = await database.letters.get(id);
  if (letter === undefined) return EMPTY;
  const order = dispatchInput.parse({
    source: 'letter',
    sourceTable: 'letters',
    sourceId: id,
    sourceNumber: letter.number,
    unit: letter.unit,
    unitId: letter.unitId,
    householdId: letter.householdId,
    customer: letter.sender,
    customerReading: letter.senderReading,
    phone: letter.phone,
    reportedAt: letter.receivedAt,
    content: letter.summary === '' ? letter.subject : letter.summary,
  });
  return { order, departmentId: letter.departmentId, phoneFrom: phoneOf('letters', letter) };
}

async function fromForm(database: BookDatabase, id: string): Promise<OrderStart> {
  const form = await database.coordinationForms.get(id);
  if (form === undefined) return EMPTY;
  const order = dispatchInput.parse({
    source: 'form',
    sourceTable: 'coordinationForms',
    sourceId: id,
    sourceNumber: form.number,
    unit: form.unit,
    unitId: form.unitId,
    customer: form.customer,
    phone: form.phone,
    reportedAt: form.issuedAt,
    content: form.content === '' ? form.subject : form.content,
  });
  return { order, departmentId: form.departmentId, phoneFrom: phoneOf('coordinationForms', form) };
}

/** Rework of a finished order: the same place and trade, reported now. */
async function fromOrder(database: BookDatabase, id: string): Promise<OrderStart> {
  const earlier = await database.dispatchOrders.get(id);
  if (earlier === undefined) return EMPTY;
  const { unit, unitId, publicArea, householdId, customer, customerReading, phone, content, trade, urgency } = earlier;
  const order = dispatchInput.parse({
    unit,
    unitId,
    publicArea,
    householdId,
    customer,
    customerReading,
    phone,
    content,
    trade,
    urgency,
    reworkOfId: id,
    reworkOfNumber: earlier.number,
  });
  return { order, departmentId: earlier.departmentId, phoneFrom: phoneOf('dispatchOrders', earlier) };
}
