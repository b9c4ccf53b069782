import { expect, it } from 'vitest';
import { sampleDesk, type SampleDesk } from '../../../tests/support/sample-desk.ts';
import { householdInput } from '../../../shared/domain/property.ts';
import { saveHousehold } from '../operations/save-household.ts';
import { saveUnit } from '../operations/save-unit.ts';
import { findHousehold } from './find-household.ts';
import { unitsCalled } from './units-called.ts';

/** Families of one name that lived in these flats one after the other; only the last one lives in the last of them now. */
async function moveInAndOut(desk: SampleDesk, count: number): Promise<string> {
  const units = await desk.session.database.units.orderBy('sortKey').limit(count).toArray();
  let lastId = '';
  for (const [at, unit] of units.entries()) {
    lastId = `wang-${String(at).padStart(3, '0')}`;
    const members = [{ name: '王芳', phone: `1380571${String(1000 + at)}` }];
    const input = { ...householdInput.parse({ unitId: unit.id, members, movedOut: at < count - 1 ? '2026-11-01' : '' }), id: lastId };
    for (const household of await desk.session.database.households.where('unitId').equals(unit.id).toArray()) {
      await desk.session.database.households.delete(household.id);
    }
    expect(await desk.as('林晓燕', saveHousehold, input)).toBe('');
  }
  return lastId;
}

it.each(['王芳', 'wangfang', 'wf', '138 0571'])(
  '%s finds who lives there now behind any number of families that moved out',
  async (typed) => {
    const desk = await sampleDesk();
    const lastId = await moveInAndOut(desk, 12);
    const hits = await findHousehold(desk.session.database, typed);
    expect(hits.map((hit) => hit.household?.id)).toContain(lastId);
  },
);

it('counts a family once, under however many of its keys it is found', async () => {
  const desk = await sampleDesk();
  const units = await desk.session.database.units.orderBy('sortKey').limit(8).toArray();
  await desk.session.database.households.clear();
  for (const [at, unit] of units.entries()) {
    const members = ['Ann', 'Ben', 'Cid'].map((name) => ({ name: `Wu${at} ${name}` }));
    expect(await desk.as('林晓燕', saveHousehold, { ...householdInput.parse({ unitId: unit.id, members }), id: unit.id })).toBe('');
  }
  expect(await findHousehold(desk.session.database, 'w')).toHaveLength(8);
});

it.each([
  ['6栋地', ['6栋地下室']],
  ['6栋地下室', ['6栋地下室']],
  ['3栋商铺1', ['3栋商铺12']],
  ['3#商铺12', []],
])('a place whose name begins like a flat’s is found by its own words: %s', async (typed, names) => {
  const desk = await sampleDesk();
  for (const name of ['6栋地下室', '3栋商铺12']) {
    expect(await desk.as('林晓燕', saveUnit, { id: name, name, kind: 'publicPlace' })).toBe('');
  }
  expect((await unitsCalled(desk.session.database, typed, 20)).map((unit) => unit.name)).toEqual(names);
  expect((await findHousehold(desk.session.database, typed)).map((hit) => hit.unit.name)).toEqual(names);
});

it('a public place of a building hides none of its flats', async () => {
  const desk = await sampleDesk();
  for (const name of ['99栋大堂', '99-1-101']) expect(await desk.as('林晓燕', saveUnit, { id: name, name })).toBe('');
  expect((await findHousehold(desk.session.database, '99栋')).map((hit) => hit.unit.name)).toEqual(['99-1-101', '99栋大堂']);
});

it.each([
  ['oynn', ['欧阳娜娜', '尉迟恭']],
  ['ouyang', ['欧阳娜娜', '尉迟恭']],
  ['欧阳', ['欧阳娜娜', '尉迟恭']],
  ['138 0571 0099', ['欧阳娜娜', '尉迟恭']],
  ['yuchi', ['尉迟恭', '欧阳娜娜']],
  ['13905710311', ['尉迟恭', '欧阳娜娜']],
  ['7-1-301', ['尉迟恭', '欧阳娜娜']],
])('whoever is meant by %s stands first in the household', async (typed, names) => {
  const desk = await sampleDesk();
  expect(await desk.as('林晓燕', saveUnit, { id: 'let', name: '7-1-301' })).toBe('');
  const members = [
    { name: '尉迟恭', reading: 'yu chi gong', phone: '13905710311' },
    { name: '欧阳娜娜', phone: '138 0571 0099', relation: 'tenant' as const },
  ];
  expect(await desk.as('林晓燕', saveHousehold, { ...householdInput.parse({ unitId: 'let', members }), id: 'family' })).toBe('');
  const hits = await findHousehold(desk.session.database, typed);
  expect(hits.find(({ unit }) => unit.name === '7-1-301')?.members.map(({ name }) => name)).toEqual(names);
});
