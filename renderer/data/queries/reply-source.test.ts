import { beforeEach, expect, it } from 'vitest';
import { coordinationInput } from '../../../shared/domain/coordination-form.ts';
import { dispatchInput, TRADES, type Trade } from '../../../shared/domain/dispatch-order.ts';
import { letterInput } from '../../../shared/domain/letter.ts';
import { ok } from '../../../tests/support/desk-checks.ts';
import { sampleDesk, type SampleDesk } from '../../../tests/support/sample-desk.ts';
import { advanceDispatchOrder } from '../operations/advance-dispatch-order.ts';
import { decideLetter } from '../operations/decide-letter.ts';
import { issueCoordinationForm } from '../operations/issue-coordination-form.ts';
import { issueDispatchOrder } from '../operations/issue-dispatch-order.ts';
import { registerLetter } from '../operations/register-letter.ts';
import { replyFromSource } from './reply-source.ts';

const DESK = '林晓燕';
let desk: SampleDesk;
let unit: { unit: string; unitId: string };

/** Who would handle a reply to this, and whether it concerns the property side. */
async function handled(table: string, id: string): Promise<[string, boolean]> {
  const settings = await desk.session.database.settings.get('settings');
  if (settings === undefined) throw new Error('no settings');
  const { input } = await replyFromSource(desk.session.database, settings, { table, id }, '2026-11-24');
  return [input.handledBy, input.concernsProperty];
}

async function order(id: string, trade: Trade, source: { sourceTable: string; sourceId: string }): Promise<void> {
  await ok(desk.as(DESK, issueDispatchOrder, { ...dispatchInput.parse({ ...unit, ...source, content: '漏水', trade }), id }));
}

beforeEach(async () => {
  desk = await sampleDesk();
  const flat = await desk.session.database.units.filter((one) => one.handoverDate !== '').first();
  if (flat === undefined) throw new Error('no flat was handed over');
  unit = { unit: flat.name, unitId: flat.id };
  const letter = letterInput.parse({ ...unit, category: 'complaint', sender: '单雄信', subject: '漏水' });
  await ok(desk.as(DESK, registerLetter, { ...letter, id: 'l1' }));
  await ok(desk.as('苏敏', decideLetter, { id: 'l1', outcome: 'issueForm', reason: '核实' }));
  const form = coordinationInput.parse({ ...unit, sourceTable: 'letters', sourceId: 'l1', subject: '漏水' });
  await ok(desk.as(DESK, issueCoordinationForm, { ...form, departmentId: desk.department('工程部'), id: 'x1' }));
});

it('a complaint whose repair was dispatched is handled by the property company once the flat was handed over (1:3.7.1)', async () => {
  expect(await handled('letters', 'l1')).toEqual(['marketingCustomerCentre', false]);
  await order('o1', 'plumbing', { sourceTable: 'coordinationForms', sourceId: 'x1' });
  for (const [table, id] of [
    ['letters', 'l1'],
    ['coordinationForms', 'x1'],
    ['dispatchOrders', 'o1'],
  ] as const) {
    expect(await handled(table, id)).toEqual(['propertyCompany', true]);
  }
  await ok(desk.as(DESK, advanceDispatchOrder, { action: 'cancel', id: 'o1', reason: '重复' }));
  expect(await handled('letters', 'l1')).toEqual(['marketingCustomerCentre', false]);
});

it('before the flat was handed over the customer centre handles it', async () => {
  await desk.session.database.units.update(unit.unitId, { handoverDate: '2026-11-25' });
  await order('o1', 'plumbing', { sourceTable: 'letters', sourceId: 'l1' });
  expect(await handled('letters', 'l1')).toEqual(['marketingCustomerCentre', true]);
});

it.each(TRADES)('of the trades, %s is an engineering repair or it is none', async (trade) => {
  await order('o1', trade, { sourceTable: 'letters', sourceId: 'l1' });
  const repairs: readonly Trade[] = ['plumbing', 'electric', 'building', 'doorsWindows'];
  const handler = repairs.includes(trade) ? 'propertyCompany' : 'marketingCustomerCentre';
  expect(await handled('dispatchOrders', 'o1')).toEqual([handler, true]);
});
