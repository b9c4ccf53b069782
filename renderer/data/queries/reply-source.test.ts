import { beforeEach, expect, it } from 'vitest';
import { coordinationInput } from '../../../shared/domain/coordination-form.ts';
import { dispatchInput, TRADES, type Trade } from '../../../shared/domain/dispatch-order.ts';
import { letterInput } from '../../../shared/domain/letter.ts';
import { householdInput } from '../../../shared/domain/property.ts';
import { receptionInput } from '../../../shared/domain/reception.ts';
import { parseUnit } from '../../../shared/domain/unit-notation.ts';
import { ok } from '../../../tests/support/desk-checks.ts';
import { sampleDesk, type SampleDesk } from '../../../tests/support/sample-desk.ts';
import { advanceCoordinationForm } from '../operations/advance-coordination-form.ts';
import { advanceDispatchOrder } from '../operations/advance-dispatch-order.ts';
import { decideLetter } from '../operations/decide-letter.ts';
import { issueCoordinationForm } from '../operations/issue-coordination-form.ts';
import { issueDispatchOrder } from '../operations/issue-dispatch-order.ts';
import { logReception } from '../operations/log-reception.ts';
import { registerLetter } from '../operations/register-letter.ts';
import { saveHousehold } from '../operations/save-household.ts';
import { replyFromSource } from './reply-source.ts';

const DESK = '林晓燕';
let desk: SampleDesk;
let unit: { unit: string; unitId: string };

/** The draft a reply to this begins with. */
async function draftOf(table: string, id: string): ReturnType<typeof replyFromSource> {
  const settings = await desk.session.database.settings.get('settings');
  if (settings === undefined) throw new Error('no settings');
  return replyFromSource(desk.session.database, settings, { table, id }, '2026-11-24');
}

/** Who would handle a reply to this, and whether it concerns the property side. */
async function handled(table: string, id: string): Promise<[string, boolean]> {
  const { input } = await draftOf(table, id);
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

it('asks the department that the letter’s form was issued to, beside the letter’s own; one of a cancelled form is not asked (DOMAIN §5, 2)', async () => {
  const asked = async () => (await draftOf('letters', 'l1')).input.departmentIds;
  expect(await asked()).toEqual([desk.department('工程部')]);
  const { database } = desk.session;
  await database.letters.update('l1', { departmentId: desk.department('保洁部') });
  expect(await asked()).toEqual([desk.department('保洁部'), desk.department('工程部')]);
  await database.letters.update('l1', { departmentId: desk.department('工程部') });
  expect(await asked()).toEqual([desk.department('工程部')]);
  await ok(desk.as(DESK, advanceCoordinationForm, { action: 'cancel', id: 'x1', reason: '误开' }));
  await database.letters.update('l1', { departmentId: '' });
  expect(await asked()).toEqual([]);
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

it('goes to the address on file of a household whose flat was typed and not chosen', async () => {
  const { database } = desk.session;
  const flat = await database.units.filter((one) => parseUnit(one.name) !== null).first();
  if (flat === undefined) throw new Error('the estate has no flat');
  const members = [{ name: '单雄信' }];
  const address = { postalAddress: '上海市长宁区愚园路1号', postcode: '200050' };
  await ok(
    desk.as(DESK, saveHousehold, { ...householdInput.parse({ unitId: flat.id, members, ...address, letterLanguage: 'en' }), id: 'h1' }),
  );
  const visit = receptionInput.parse({ channel: 'visit', customer: '单雄信', unit: `${flat.name}室`, content: '漏水' });
  await ok(desk.as(DESK, logReception, { ...visit, id: 'j1' }));
  const { input, addressFromEstate } = await draftOf('receptions', 'j1');
  expect(input).toMatchObject({ unit: flat.name, unitId: flat.id, householdId: 'h1', language: 'en' });
  expect(input).toMatchObject(address);
  expect(addressFromEstate).toBe(false);
});

it('leaves a place that is on no file as it was typed', async () => {
  const visit = receptionInput.parse({ channel: 'visit', customer: '路人', unit: '99-9-999' });
  await ok(desk.as(DESK, logReception, { ...visit, id: 'j1' }));
  expect((await draftOf('receptions', 'j1')).input).toMatchObject({ unit: '99-9-999', unitId: '', householdId: '' });
});

it.each([
  ['尉迟恭', '尉迟恭 先生'],
  ['欧阳娜娜', '欧阳娜娜'],
  ['尉迟敏', '尉迟敏'],
  ['过路人', '过路人'],
])('a letter to %s of a household whose owner has its letters is addressed to %s', async (sender, addressee) => {
  const members = [
    { name: '尉迟恭', relation: 'owner' as const },
    { name: '欧阳娜娜', relation: 'tenant' as const },
    { name: '尉迟敏', relation: 'family' as const },
  ];
  const home = householdInput.parse({ unitId: unit.unitId, members, postalName: '尉迟恭 先生' });
  await ok(desk.as(DESK, saveHousehold, { ...home, id: 'h1' }));
  const letter = letterInput.parse({ ...unit, householdId: 'h1', sender, subject: '漏水' });
  await ok(desk.as(DESK, registerLetter, { ...letter, id: 'l2' }));
  expect((await draftOf('letters', 'l2')).input).toMatchObject({ customer: sender, postalName: addressee });
});

it('addresses nobody where the customer would not leave a name', async () => {
  const home = householdInput.parse({ unitId: unit.unitId, members: [{ name: '尉迟恭' }], postalName: '尉迟恭' });
  await ok(desk.as(DESK, saveHousehold, { ...home, id: 'h1' }));
  const call = receptionInput.parse({
    ...unit,
    householdId: 'h1',
    channel: 'visit',
    nameRefused: true,
    customer: '不愿留名',
    content: '漏水',
  });
  await ok(desk.as(DESK, logReception, { ...call, id: 'j1' }));
  const { input, facts } = await draftOf('receptions', 'j1');
  expect(input).toMatchObject({ customer: '', postalName: '', unit: unit.unit });
  expect(facts).toMatchObject({ customer: '' });
});

it('of a household that moved out and left no address it is asked for, not taken for the flat they left', async () => {
  const home = householdInput.parse({ unitId: unit.unitId, members: [{ name: '尉迟恭' }] });
  await ok(desk.as(DESK, saveHousehold, { ...home, id: 'h1' }));
  const letter = letterInput.parse({ ...unit, householdId: 'h1', sender: '尉迟恭', subject: '漏水' });
  await ok(desk.as(DESK, registerLetter, { ...letter, id: 'l2' }));
  expect(await draftOf('letters', 'l2')).toMatchObject({ addressFromEstate: true });
  await ok(desk.as(DESK, saveHousehold, { ...home, id: 'h1', movedOut: '2026-11-20' }));
  expect(await draftOf('letters', 'l2')).toMatchObject({ addressFromEstate: false, input: { postalAddress: '', postcode: '' } });
});
