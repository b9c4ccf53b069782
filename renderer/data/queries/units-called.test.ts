import { beforeAll, expect, it } from 'vitest';
import { sampleCall } from '../../../tests/support/sample-call.ts';
import { sampleDesk, type SampleDesk } from '../../../tests/support/sample-desk.ts';
import { dispatchInput } from '../../../shared/domain/dispatch-order.ts';
import { unitInput } from '../../../shared/domain/property.ts';
import { issueDispatchOrder } from '../operations/issue-dispatch-order.ts';
import { logReception } from '../operations/log-reception.ts';
import { registerLetter } from '../operations/register-letter.ts';
import { saveUnit } from '../operations/save-unit.ts';
import { repeatedOf } from './dispatch-orders.ts';
import { earlierContacts } from './earlier-contacts.ts';
import { earlierLetters } from './find-letters.ts';
import { namesOfPlace, unitsCalled } from './units-called.ts';

const DESK = '林晓燕';
const OTHER = '9-9-901';
let desk: SampleDesk;

/** One call, one letter and one order under each name of the flat, and under another's. */
beforeAll(async () => {
  desk = await sampleDesk();
  const building = await desk.session.database.buildings.toCollection().first();
  const unit = unitInput.parse({ buildingId: building?.id ?? '', name: '9栋2单元902', aliases: ['云顶902', '复式'] });
  const failed = [await desk.as('沈国华', saveUnit, { ...unit, id: 'u1' })];
  for (const name of ['9-2-902', '云顶902', OTHER]) {
    const order = dispatchInput.parse({ unit: name, content: '漏水', trade: 'plumbing' });
    failed.push(
      await desk.as(DESK, logReception, { ...sampleCall({ unit: name, callingNumber: '', numberLeft: '' }), id: `call ${name}` }),
      await desk.as(DESK, registerLetter, { id: `letter ${name}`, unit: name }),
      await desk.as(DESK, issueDispatchOrder, { ...order, id: `order ${name}` }),
    );
  }
  if (failed.some((code) => code !== '')) throw new Error(failed.join());
});

it.each([['9栋2单元902'], ['9-2-902'], ['云顶 902'], ['复式']])(
  'what is on record of %s is found by any name of the flat',
  async (typed) => {
    const { database } = desk.session;
    const expected = (what: string) => [`${what} 9-2-902`, `${what} 云顶902`].toSorted();
    const idsOf = (rows: readonly { id: string }[]) => rows.map(({ id }) => id).toSorted();
    expect(idsOf(await earlierContacts(database, { unit: typed, phones: [], exceptId: '' }))).toEqual(expected('call'));
    expect(idsOf(await earlierLetters(database, typed, ''))).toEqual(expected('letter'));
    const report = { id: 'new', unit: typed, unitId: '', publicArea: '', trade: 'plumbing', reportedAt: '2026-11-24T03:00:00.000Z' };
    expect(idsOf(await repeatedOf(database, report, 30, 'Asia/Shanghai'))).toEqual(expected('order'));
  },
);

it.each<[string, string[]]>([
  ['', []],
  [' ', []],
  ['9-9-901', [OTHER]],
  ['9栋9单元901', [OTHER, '9栋9单元901']],
  ['没有这个地方', ['没有这个地方']],
  ['云顶902', ['云顶902', '9-2-902', '复式']],
])('%s is called %o', async (typed, names) => {
  expect(await namesOfPlace(desk.session.database, typed)).toEqual(names);
});

it('a flat that was named before its notation was known is found by it still', async () => {
  const { database } = desk.session;
  const unit = await database.units.get('u1');
  if (unit === undefined) throw new Error('no unit');
  await database.units.put({ ...unit, id: 'old', name: '8号702', names: ['8号702'], canonical: '8号702', aliases: [] });
  expect((await unitsCalled(database, '8号7', 8)).map(({ id }) => id)).toEqual(['old']);
  expect(await namesOfPlace(database, '8号702')).toEqual(['8-702', '8号702']);
});
