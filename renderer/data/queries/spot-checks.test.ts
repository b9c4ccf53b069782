import { expect, it } from 'vitest';
import { coordinationInput } from '../../../shared/domain/coordination-form.ts';
import { ok } from '../../../tests/support/desk-checks.ts';
import { sampleDesk } from '../../../tests/support/sample-desk.ts';
import { advanceCoordinationForm } from '../operations/advance-coordination-form.ts';
import { issueCoordinationForm } from '../operations/issue-coordination-form.ts';
import { recordFollowUp } from '../operations/record-follow-up.ts';
import { spotChecksOf } from './spot-checks.ts';

const DESK = '林晓燕';
const marks = { inTime: '', quality: '', manner: '', chargeAsAgreed: '', leftClean: '' } as const;
const asked = { orderId: '', spokenTo: '单雄信', means: 'call', outcome: 'reached', overall: 'satisfied', marks } as const;
const spotCheck = { ...asked, spotCheck: true, agreesWithDepartment: 'yes' } as const;

it('a form has its own spot checks, by when the customer was asked', async () => {
  const desk = await sampleDesk('2026-11-24T02:00:00.000Z');
  const { database } = desk.session;
  for (const id of ['x1', 'x2']) {
    const form = coordinationInput.parse({ departmentId: desk.department('工程部'), subject: '漏水', unit: '3-2-1502' });
    await ok(desk.as(DESK, issueCoordinationForm, { ...form, id }));
  }
  expect(await spotChecksOf(database, 'x1')).toEqual([]);
  for (const id of ['x1', 'x2']) {
    const at = '2026-11-24T01:00:00.000Z';
    await ok(desk.as(DESK, advanceCoordinationForm, { action: 'receive', id, receivedByName: '周建国', at }));
    await ok(desk.as(DESK, advanceCoordinationForm, { action: 'finish', id, measures: '已修', handledBy: '周建国', at }));
  }
  await ok(desk.as(DESK, recordFollowUp, { ...spotCheck, id: 'f1', formId: 'x1', at: '2026-11-24T01:30:00.000Z' }));
  await ok(desk.as(DESK, recordFollowUp, { ...spotCheck, id: 'f2', formId: 'x2', at: '2026-11-24T01:00:00.000Z' }));
  await ok(desk.as(DESK, recordFollowUp, { ...spotCheck, id: 'f3', formId: 'x1', at: '2026-11-24T01:00:00.000Z' }));
  const found = await spotChecksOf(database, 'x1');
  expect(found.map(({ id, unit }) => [id, unit])).toEqual([
    ['f3', '3-2-1502'],
    ['f1', '3-2-1502'],
  ]);
});
