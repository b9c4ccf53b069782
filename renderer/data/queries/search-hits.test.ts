import { beforeEach, expect, it } from 'vitest';
import { sampleDesk, type SampleDesk } from '../../../tests/support/sample-desk.ts';
import { coordinationInput } from '../../../shared/domain/coordination-form.ts';
import { dispatchInput } from '../../../shared/domain/dispatch-order.ts';
import { followUpInput } from '../../../shared/domain/follow-up.ts';
import { issueCoordinationForm } from '../operations/issue-coordination-form.ts';
import { issueDispatchOrder } from '../operations/issue-dispatch-order.ts';
import { recordFollowUp } from '../operations/record-follow-up.ts';
import { openBookSearch } from '../search/book-search.ts';
import { readSearchHits, type SearchHit } from './search-hits.ts';

let desk: SampleDesk;

beforeEach(async () => {
  desk = await sampleDesk('2026-11-24T01:00:00.000Z');
});

async function hitsOf(typed: string): Promise<SearchHit[]> {
  const { database } = desk.session;
  const search = await openBookSearch(database);
  return readSearchHits(database, await search.search(typed, 6), typed, '、');
}

it('a follow-up is found by its number and by what was said, and opens with what was asked about', async () => {
  const order = dispatchInput.parse({ unit: '3-2-1502', content: '堵了', trade: 'plumbing' });
  const form = coordinationInput.parse({ departmentId: desk.department('工程部'), subject: '漏水', unit: '12-801' });
  const answered = { means: 'call', outcome: 'reached', marks: {} } as const;
  const ofOrder = { ...answered, orderId: 'o1', spokenTo: '单雄信', overall: 'notSatisfied', opinion: '师傅没穿鞋套' };
  const ofForm = { ...answered, formId: 'x1', spokenTo: '尉迟恭', overall: 'satisfied', spotCheck: true, agreesWithDepartment: 'yes' };
  const failed = [
    await desk.as('林晓燕', issueDispatchOrder, { ...order, id: 'o1' }),
    await desk.as('林晓燕', issueCoordinationForm, { ...form, id: 'x1' }),
  ];
  await desk.session.database.dispatchOrders.update('o1', { state: 'finished' });
  await desk.session.database.coordinationForms.update('x1', { state: 'done' });
  failed.push(
    await desk.as('林晓燕', recordFollowUp, { ...followUpInput.parse(ofOrder), id: 'f1' }),
    await desk.as('林晓燕', recordFollowUp, { ...followUpInput.parse(ofForm), id: 'f2' }),
  );
  expect(failed).toEqual(['', '', '', '']);
  const first = {
    table: 'followUps',
    id: 'f1',
    title: 'HF-2026-000001 · 3-2-1502 · 单雄信',
    detail: 'PG-2026-000001 · 师傅没穿鞋套',
    path: '/dispatch/o1',
  };
  expect(await hitsOf('hf-2026-000001')).toEqual([first]);
  expect(await hitsOf('没穿鞋套')).toEqual([first]);
  expect(await hitsOf('HF-2026-000002')).toMatchObject([{ id: 'f2', path: '/coordination/x1' }]);
});
