import { beforeEach, expect, it } from 'vitest';
import { ok } from '../../../tests/support/desk-checks.ts';
import { sampleDesk, type SampleDesk } from '../../../tests/support/sample-desk.ts';
import { householdInput, householdMember, type Household } from '../../../shared/domain/property.ts';
import { saveHousehold } from '../operations/save-household.ts';
import { asItStands } from './proposal.ts';

const STEWARD = '何志强';
let desk: SampleDesk;
let lived: Household;

const input = (fields: object) => ({ ...householdInput.parse({ ...lived, ...fields }), id: lived.id });

async function proposal(): Promise<Household> {
  const all = await desk.session.database.households.where('unitId').equals(lived.unitId).toArray();
  const found = all.find((household) => household.state === 'proposed');
  if (found === undefined) throw new Error('nothing was proposed');
  return asItStands(desk.session.database, found);
}

beforeEach(async () => {
  desk = await sampleDesk();
  const { database } = desk.session;
  const unitId = (await database.units.toCollection().first())?.id ?? '';
  await database.households.clear();
  await ok(desk.as('林晓燕', saveHousehold, { ...householdInput.parse({ unitId, postalName: '单雄信' }), id: 'home' }));
  const home = await database.households.get('home');
  if (home === undefined) throw new Error('nobody lives here');
  lived = home;
});

it('a proposal takes back nothing that the duty room has put right since (5:1)', async () => {
  await ok(desk.as(STEWARD, saveHousehold, input({ note: '养狗', postcode: '310012' })));
  expect(await proposal()).toMatchObject({ state: 'proposed', proposalForId: lived.id, note: '养狗', postalName: lived.postalName });
  await ok(desk.as('林晓燕', saveHousehold, input({ postalName: '单雄信 先生', note: '养猫' })));
  expect(await proposal()).toMatchObject({ note: '养狗', postcode: '310012', postalName: '单雄信 先生' });
  await ok(desk.as(STEWARD, saveHousehold, { ...input({ note: '养狗', emergencyContact: '女儿' }), id: (await proposal()).id }));
  await ok(desk.as('林晓燕', saveHousehold, input({ emergencyContact: '儿子', tenancyUntil: '2027-01-31' })));
  expect(await proposal()).toMatchObject({ note: '养狗', emergencyContact: '女儿', tenancyUntil: '2027-01-31' });
});

it('a proposal about one member takes back nothing of the others (5:1)', async () => {
  const [shan, lian] = [{ name: '单雄信', phone: '13805710001' }, { name: '廉颇' }].map((member) => householdMember.parse(member));
  await ok(desk.as('林晓燕', saveHousehold, input({ members: [shan, lian] })));
  await ok(desk.as(STEWARD, saveHousehold, input({ members: [shan, lian, householdMember.parse({ name: '马䶮' })] })));
  await ok(desk.as('林晓燕', saveHousehold, input({ members: [{ ...shan, phone: '13805710009' }, lian] })));
  expect((await proposal()).members).toMatchObject([{ name: '单雄信', phone: '13805710009' }, { name: '廉颇' }, { name: '马䶮' }]);
});

it('a proposal of a household that is new stands as it is', async () => {
  const free = (await desk.session.database.units.toArray()).find((unit) => unit.id !== lived.unitId);
  const alone = { ...householdInput.parse({ unitId: free?.id ?? '', members: [{ name: '新' }] }), id: 'new' };
  await ok(desk.as(STEWARD, saveHousehold, alone));
  const stored = await desk.session.database.households.get('new');
  expect(stored === undefined ? null : await asItStands(desk.session.database, stored)).toEqual(stored);
});
