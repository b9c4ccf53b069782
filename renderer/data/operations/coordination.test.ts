import { beforeAll, describe, expect, it } from 'vitest';
import { lastPayload, refusal, repeated, rolesLetIn, THE_DESK } from '../../../tests/support/desk-checks.ts';
import { sampleCall } from '../../../tests/support/sample-call.ts';
import { sampleDesk, type SampleDesk } from '../../../tests/support/sample-desk.ts';
import { coordinationInput, type CoordinationForm } from '../../../shared/domain/coordination-form.ts';
import { addHours } from '../../../shared/domain/due-time.ts';
import { letterInput, type LetterCategory } from '../../../shared/domain/letter.ts';
import { coordinationFromSource } from '../queries/form-source.ts';
import { advanceCoordinationForm } from './advance-coordination-form.ts';
import { changeCoordinationForm } from './change-coordination-form.ts';
import { closeLetter } from './close-letter.ts';
import { decideComplaint } from './decide-complaint.ts';
import { issueCoordinationForm } from './issue-coordination-form.ts';
import { logReception } from './log-reception.ts';
import { recordPrint } from './record-print.ts';
import { reportFailedPrint } from './report-failed-print.ts';
import { registerLetter } from './register-letter.ts';

const DESK = '林晓燕';
const ASSISTANT = '苏敏';
const NOW = '2026-11-24T01:00:00.000Z';

let desk: SampleDesk;
let made = 0;

beforeAll(async () => {
  // 09:00 at the desk, a Tuesday.
  desk = await sampleDesk(NOW);
  await issue();
});

function freshId(kind: string): string {
  made += 1;
  return `${kind}-${made}`;
}

function leak(fields: object = {}) {
  const complete = { customer: '单雄信', unit: '3栋2单元1502', phone: '13800138000', content: '电梯厅漏水', dueOn: '' };
  return { ...coordinationInput.parse(complete), subject: '漏水', departmentId: desk.department('工程部'), id: freshId('form'), ...fields };
}

async function issue(fields: object = {}): Promise<string> {
  const input = leak(fields);
  expect(await desk.as(DESK, issueCoordinationForm, input)).toBe('');
  return input.id;
}

async function form(id: string): Promise<CoordinationForm> {
  const found = await desk.session.database.coordinationForms.get(id);
  if (found === undefined) throw new Error(`no form ${id}`);
  return found;
}

async function letterOf(category: LetterCategory): Promise<string> {
  const id = freshId('letter');
  const letter = letterInput.parse({ sender: '马䶮骏', subject: '漏水', category });
  expect(await desk.as(DESK, registerLetter, { ...letter, id })).toBe('');
  return id;
}

async function callOf(category: 'report' | 'complaint'): Promise<string> {
  const id = freshId('call');
  expect(await desk.as(DESK, logReception, { ...sampleCall({ category, unit: '3-2-1502' }), id })).toBe('');
  return id;
}

/** A form of its source, nothing retyped. */
async function formFrom(table: string, id: string) {
  const filled = await coordinationFromSource(desk.session.database, table, id);
  return { ...filled, id: freshId('form'), departmentId: desk.department('工程部') };
}

describe('issue-coordination-form', () => {
  it('numbers the form, keeps the estate’s name of the day, and is due in three working days, taken up in four hours', async () => {
    const row = await form('form-1');
    const second = await issue({ departmentId: desk.department('保安部') });
    expect(row).toMatchObject({
      number: 'XT-2026-0001',
      estate: '桂苑花园',
      unit: '3-2-1502',
      state: 'issued',
      issuedOn: '2026-11-24',
      issuedBy: desk.person(DESK),
      dueOn: '2026-11-27',
      receiptDueAt: addHours(row.issuedAt, 4),
      headsWord: null,
      reminders: [],
      timesPrinted: 0,
    });
    expect(row.issuedAt >= NOW).toBe(true);
    expect(row.keys).toEqual(expect.arrayContaining(['单雄信', '13800138000']));
    expect((await form(second)).number).toBe('XT-2026-0002');
  });

  it('counts working days over the National Day holiday (DOMAIN §14), or keeps the day given', async () => {
    desk.setClock('2026-09-29T01:00:00.000Z');
    const id = await issue();
    desk.setClock(NOW);
    expect((await form(id)).dueOn).toBe('2026-10-09');
    expect((await form(await issue({ dueOn: '2026-12-24' }))).dueOn).toBe('2026-12-24');
  });

  it.each(['receptions', 'letters'] as const)('is made from a report among the %s in one step, and linked there', async (table) => {
    const source = table === 'letters' ? await letterOf('report') : await callOf('report');
    const input = await formFrom(table, source);
    expect(await desk.as(DESK, issueCoordinationForm, input)).toBe('');
    const row = await form(input.id);
    const from = await desk.session.database[table].get(source);
    expect(row).toMatchObject({ sourceTable: table, sourceId: source, sourceNumber: from?.number });
    expect(from?.links).toEqual([{ table: 'coordinationForms', id: row.id, number: row.number }]);
  });

  it('waits for the assistant’s word on a complaint in the log, and for one that says so (2:3.3.2)', async () => {
    const [followed, left] = [await callOf('complaint'), await callOf('complaint')];
    expect(await refusal(desk, DESK, issueCoordinationForm, await formFrom('receptions', followed))).toEqual({ code: 'decisionMissing' });
    expect(await desk.as(ASSISTANT, decideComplaint, { id: followed, outcome: 'followUp', reason: '须查' })).toBe('');
    expect(await desk.as(ASSISTANT, decideComplaint, { id: left, outcome: 'noFollowUp', reason: '已说明' })).toBe('');
    expect(await desk.as(DESK, issueCoordinationForm, await formFrom('receptions', followed))).toBe('');
    expect(await refusal(desk, DESK, issueCoordinationForm, await formFrom('receptions', left))).toEqual({ code: 'decisionMissing' });
    // Its form is out: what that was issued on stands.
    const again = { id: followed, outcome: 'noFollowUp' as const, reason: '不必了' };
    expect(await refusal(desk, ASSISTANT, decideComplaint, again, { reason: '改主意' })).toMatchObject({ code: 'noSuchStep' });
    const other = { id: left, outcome: 'followUp' as const, reason: '又来电' };
    expect(await desk.as(ASSISTANT, decideComplaint, other, { reason: '客户又来电' })).toBe('');
  });

  it.each<[LetterCategory, string]>([
    ['complaint', 'decisionMissing'],
    ['praise', 'noFormForThisLetter'],
    ['workContact', 'noFormForThisLetter'],
    ['other', 'noFormForThisLetter'],
  ])('is not made from a letter of the kind %s (2:3.3.2–3.3.4)', async (category, code) => {
    const input = await formFrom('letters', await letterOf(category));
    expect(await refusal(desk, DESK, issueCoordinationForm, input)).toEqual({ code });
  });

  it('is not made from a report that is closed', async () => {
    const id = await letterOf('report');
    expect(await desk.as(DESK, issueCoordinationForm, await formFrom('letters', id))).toBe('');
    expect(await desk.as(DESK, closeLetter, { id })).toBe('');
    expect(await refusal(desk, DESK, issueCoordinationForm, await formFrom('letters', id))).toEqual({ code: 'noFormForThisLetter' });
  });

  it.each<[string, object, object]>([
    ['a form that is there already', { id: 'form-1' }, { code: 'recordExists' }],
    ['a department that is not there', { departmentId: 'nobody' }, { code: 'recordMissing', parameters: { table: 'departments' } }],
    ['no department', { departmentId: '' }, { code: 'inputInvalid', parameters: { field: 'departmentId', rule: 'required' } }],
    ['no subject', { subject: ' ' }, { code: 'inputInvalid', parameters: { field: 'subject', rule: 'required' } }],
    ['a letter that is not there', { sourceTable: 'letters', sourceId: 'nobody' }, { code: 'recordMissing' }],
    ['an entry that is not there', { sourceTable: 'receptions', sourceId: 'nobody' }, { code: 'recordMissing' }],
    ['a source no form comes from, though a number was drawn', { sourceTable: 'units', sourceId: 'x' }, { code: 'sourceUnknown' }],
  ])('refuses %s and changes nothing', async (_name, fields, failure) => {
    expect(await refusal(desk, DESK, issueCoordinationForm, leak({ id: 'refused', ...fields }))).toMatchObject(failure);
  });
});

describe('change-coordination-form', () => {
  const reason = '楼层写错';

  it('corrects always with a reason, which is kept; number, source and due day stay (DOMAIN §15)', async () => {
    const input = await formFrom('receptions', await callOf('report'));
    expect(await desk.as(DESK, issueCoordinationForm, input)).toBe('');
    const before = await form(input.id);
    const corrected = leak({ id: input.id, content: '16楼漏水', unit: '12栋801', source: 'patrol', sourceTable: 'letters', sourceId: 'x' });
    expect(await refusal(desk, DESK, changeCoordinationForm, corrected, { reason: ' ' })).toEqual({ code: 'reasonMissing' });
    expect(await desk.as(DESK, changeCoordinationForm, corrected, { reason })).toBe('');
    const { number, source, sourceTable, sourceId, sourceNumber, dueOn, state } = before;
    const kept = { number, source, sourceTable, sourceId, sourceNumber, dueOn, state };
    expect(await form(input.id)).toMatchObject({ content: '16楼漏水', unit: '12-801', ...kept });
    expect(await lastPayload(desk)).toMatchObject({ name: 'change-coordination-form', reason });
  });

  it('marks what was printed before as superseded, once', async () => {
    const [id, other] = [await issue(), await issue()];
    for (const recordId of [id, other]) {
      expect(await desk.as(DESK, recordPrint, { printout: 'coordinationForm', table: 'coordinationForms', recordId })).toBe('');
    }
    const marks = async (recordId: string) =>
      (await desk.session.database.prints.where('recordId').equals(recordId).toArray()).map((print) => print.supersededAt);
    expect(await desk.as(DESK, changeCoordinationForm, leak({ id }), { reason })).toBe('');
    const first = (await form(id)).changedAt;
    expect(await marks(id)).toEqual([first]);
    expect(await marks(other)).toEqual(['']);
    expect(await desk.as(DESK, changeCoordinationForm, leak({ id, note: '再改' }), { reason })).toBe('');
    expect(await marks(id)).toEqual([first]);
  });

  it('that sends a form to another department has it received there, in the time from now', async () => {
    const id = await issue();
    expect(await desk.as(DESK, advanceCoordinationForm, { action: 'receive', id, receivedByName: '周建国' })).toBe('');
    const departmentId = desk.department('保安部');
    expect(await desk.as(DESK, changeCoordinationForm, leak({ id, note: '补' }), { reason })).toBe('');
    expect(await form(id)).toMatchObject({ state: 'received', receivedByName: '周建国' });
    desk.setClock('2026-11-24T08:00:00.000Z');
    expect(await desk.as(DESK, changeCoordinationForm, leak({ id, departmentId }), { reason: '实为保安部' })).toBe('');
    desk.setClock(NOW);
    const moved = await form(id);
    const { formReceiptHours } = (await desk.session.database.settings.toArray())[0]?.rules ?? {};
    expect(moved).toMatchObject({ state: 'issued', receivedByName: '', receivedAt: '', departmentId });
    expect(moved.receiptDueAt).toBe(addHours(moved.changedAt, formReceiptHours ?? Number.NaN));
    expect(await desk.as(DESK, advanceCoordinationForm, { action: 'receive', id, receivedByName: '王志刚' })).toBe('');
  });

  it.each<[string, object, string]>([
    ['a form that is not there', { id: 'nobody' }, 'recordMissing'],
    ['a department that is not there', { id: 'form-1', departmentId: 'nobody' }, 'recordMissing'],
  ])('refuses %s and changes nothing', async (_name, fields, code) => {
    expect(await refusal(desk, DESK, changeCoordinationForm, leak(fields), { reason })).toMatchObject({ code });
  });
});

describe('whoever', () => {
  it('writes at the desk may issue forms and correct them (DOMAIN §1)', async () => {
    expect(await rolesLetIn(desk, issueCoordinationForm, leak({ id: 'refused', departmentId: 'nobody' }))).toEqual(THE_DESK);
    expect(await rolesLetIn(desk, changeCoordinationForm, leak({ id: 'nobody' }))).toEqual(THE_DESK);
  });

  it('presses twice writes once', async () => {
    const input = await formFrom('receptions', await callOf('report'));
    await repeated(desk, DESK, issueCoordinationForm, input);
    await repeated(desk, DESK, changeCoordinationForm, { ...input, note: '补' }, { reason: '补' });
    expect((await desk.session.database.receptions.get(input.sourceId))?.links).toHaveLength(1);
  });
});

it('nothing is to be done before the form was issued', async () => {
  const failure = { code: 'dateTooEarly', parameters: { field: 'dueOn', earliest: '2026-11-24' } };
  expect(await refusal(desk, DESK, issueCoordinationForm, leak({ dueOn: '2026-01-05' }))).toEqual(failure);
  const id = await issue({ dueOn: '2026-11-24' });
  expect(await refusal(desk, DESK, changeCoordinationForm, leak({ id, dueOn: '2026-11-23' }), { reason: '改期' })).toEqual(failure);
});

it('counts a print that came out; one reported as failed is taken back, once', async () => {
  const id = await issue();
  const print = { printout: 'coordinationForm', table: 'coordinationForms', recordId: id } as const;
  expect(await desk.as(DESK, recordPrint, print)).toBe('');
  expect(await desk.as(DESK, recordPrint, print)).toBe('');
  const failed = { id: (await lastPayload(desk)).resultId };
  expect((await form(id)).timesPrinted).toBe(2);
  expect(await desk.as(DESK, reportFailedPrint, failed)).toBe('');
  expect(await desk.as(DESK, reportFailedPrint, failed)).toBe('');
  expect((await form(id)).timesPrinted).toBe(1);
});

it('takes back a print for whoever printed it only, and for nobody once it was printed again', async () => {
  const id = await issue();
  const print = { printout: 'coordinationForm', table: 'coordinationForms', recordId: id } as const;
  expect(await desk.as(DESK, recordPrint, print)).toBe('');
  const first = { id: (await lastPayload(desk)).resultId };
  expect(await refusal(desk, ASSISTANT, reportFailedPrint, first)).toEqual({ code: 'printedByAnother' });
  expect(await desk.as(ASSISTANT, recordPrint, print)).toBe('');
  expect(await refusal(desk, DESK, reportFailedPrint, first)).toEqual({ code: 'printedAgain' });
  expect(await desk.as(ASSISTANT, reportFailedPrint, { id: (await lastPayload(desk)).resultId })).toBe('');
  expect(await desk.as(DESK, reportFailedPrint, first)).toBe('');
  expect((await form(id)).timesPrinted).toBe(0);
});
