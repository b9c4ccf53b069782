import { beforeAll, describe, expect, it } from 'vitest';
import { refusal, repeated, rolesLetIn, THE_DESK } from '../../../tests/support/desk-checks.ts';
import { sampleCall } from '../../../tests/support/sample-call.ts';
import { sampleDesk, type SampleDesk } from '../../../tests/support/sample-desk.ts';
import {
  COORDINATION_ACTIONS,
  COORDINATION_STATES,
  coordinationInput,
  type CoordinationAction,
  type CoordinationForm,
  type CoordinationState,
} from '../../../shared/domain/coordination-form.ts';
import { readToday } from '../queries/today.ts';
import { advanceCoordinationForm, type CoordinationStep } from './advance-coordination-form.ts';
import { changeCoordinationForm } from './change-coordination-form.ts';
import { confirmCoordinationForm } from './confirm-coordination-form.ts';
import { logReception } from './log-reception.ts';
import { issueCoordinationForm } from './issue-coordination-form.ts';
import { remindCoordinationForm } from './remind-coordination-form.ts';
import { savePerson } from './save-person.ts';

const DESK = '林晓燕';
/** Head of 工程部, which the forms go to. */
const HEAD = '周建国';
const TODAY = '2026-11-24';
const YESTERDAY = '2026-11-23T01:00:00.000Z';
const TOMORROW = '2026-11-25T01:00:00.000Z';

let desk: SampleDesk;
let made = 0;

beforeAll(async () => {
  // 09:00 at the desk.
  desk = await sampleDesk('2026-11-24T01:00:00.000Z');
});

function leak(fields: object = {}) {
  return { ...coordinationInput.parse({ content: '漏水' }), subject: '漏水', departmentId: desk.department('工程部'), id: '', ...fields };
}

async function issue(fields: object = {}): Promise<string> {
  made += 1;
  const input = leak({ id: `form-${made}`, ...fields });
  expect(await desk.as(DESK, issueCoordinationForm, input)).toBe('');
  return input.id;
}

async function form(id: string): Promise<CoordinationForm> {
  const found = await desk.session.database.coordinationForms.get(id);
  if (found === undefined) throw new Error(`no form ${id}`);
  return found;
}

/** A step with everything it must say. */
function step(action: CoordinationAction, id: string): CoordinationStep {
  switch (action) {
    case 'receive':
      return { action, id, receivedByName: '周建国' };
    case 'finish':
      return { action, id, measures: '更换阀门', handledBy: '张强' };
    case 'tellCustomer':
      return { action, id, toldHow: 'call', followUpResult: '满意' };
    case 'archive':
      return { action, id };
    case 'cancel':
      return { action, id, reason: '重复' };
  }
}

const take = (action: CoordinationAction, id: string) => desk.as(DESK, advanceCoordinationForm, step(action, id));

/** The head's word from paper, which needs nobody at the desk. */
function onPaper(id: string, name = HEAD) {
  return { id, decidedBy: desk.person(name), by: 'paper' as const, on: TODAY, evidence: '柜 2', opinion: '可以归档' };
}

const WAY: Record<CoordinationState, CoordinationAction[]> = {
  issued: [],
  received: ['receive'],
  done: ['receive', 'finish'],
  customerTold: ['receive', 'finish', 'tellCustomer'],
  archived: ['receive', 'finish', 'tellCustomer', 'archive'],
  cancelled: ['receive', 'cancel'],
};

/** A form of 客户中心 itself, which needs no head's word, brought to a state. */
async function ownFormIn(state: CoordinationState): Promise<string> {
  const id = await issue({ departmentId: desk.department('客户中心') });
  for (const action of WAY[state]) expect(await take(action, id)).toBe('');
  return id;
}

/** A form of another department, brought to a state before the archive. */
async function formIn(state: Exclude<CoordinationState, 'archived'>): Promise<string> {
  const id = await issue();
  for (const action of WAY[state]) expect(await take(action, id)).toBe('');
  return id;
}

describe('advance-coordination-form', () => {
  it('issued → received → done → customer told → archived, each with who and when (DOMAIN §4)', async () => {
    const id = await issue();
    expect(
      await desk.as(DESK, advanceCoordinationForm, { action: 'receive', id, receivedByName: '周建国', at: '2026-11-24T00:30:00.000Z' }),
    ).toBe('');
    expect(await form(id)).toMatchObject({ state: 'received', receivedByName: '周建国', receivedAt: '2026-11-24T00:30:00.000Z' });
    expect(await take('finish', id)).toBe('');
    const done = await form(id);
    expect(done).toMatchObject({ state: 'done', measures: '更换阀门', handledBy: '张强', doneAt: done.changedAt });
    expect(await take('tellCustomer', id)).toBe('');
    const told = await form(id);
    expect(told).toMatchObject({ state: 'customerTold', toldHow: 'call', followUpResult: '满意', toldAt: told.changedAt });
    expect(await desk.as(DESK, confirmCoordinationForm, onPaper(id))).toBe('');
    expect(await desk.as('苏敏', advanceCoordinationForm, step('archive', id))).toBe('');
    const archived = await form(id);
    expect(archived).toMatchObject({ state: 'archived', archivedBy: desk.person('苏敏'), archivedAt: archived.changedAt });
  });

  it('is cancelled with its reason, keeps its number and leaves Today', async () => {
    const id = await formIn('received');
    const { number } = await form(id);
    const shown = async () =>
      (await readToday(desk.session.database, desk.session.clock.now(), TODAY)).forms.some((open) => open.form.id === id);
    expect(await shown()).toBe(true);
    expect(await take('cancel', id)).toBe('');
    expect(await form(id)).toMatchObject({ state: 'cancelled', cancelReason: '重复', number });
    expect(await shown()).toBe(false);
  });

  const STEPS: [CoordinationState, CoordinationAction, CoordinationState][] = [
    ['issued', 'receive', 'received'],
    ['issued', 'cancel', 'cancelled'],
    ['received', 'finish', 'done'],
    ['received', 'cancel', 'cancelled'],
    ['done', 'tellCustomer', 'customerTold'],
    ['customerTold', 'archive', 'archived'],
  ];
  const NO_STEPS = COORDINATION_STATES.flatMap((state) =>
    COORDINATION_ACTIONS.filter((action) => !STEPS.some((one) => one[0] === state && one[1] === action)).map((action) => ({
      state,
      action,
    })),
  );

  it.each(STEPS)('%s, %s → %s', async (state, action, next) => {
    const id = await ownFormIn(state);
    expect(await take(action, id)).toBe('');
    expect((await form(id)).state).toBe(next);
  });

  it.each(NO_STEPS)('$state, $action: no such step', async ({ state, action }) => {
    const input = step(action, await ownFormIn(state));
    expect(await refusal(desk, DESK, advanceCoordinationForm, input)).toEqual({ code: 'noSuchStep', parameters: { state, action } });
  });

  it.each<[string, CoordinationState, object, object]>([
    ['nobody named', 'issued', { action: 'receive', receivedByName: ' ' }, { field: 'receivedByName', rule: 'required' }],
    ['no measures', 'received', { action: 'finish', measures: '', handledBy: '张强' }, { field: 'measures', rule: 'required' }],
    ['no handler', 'received', { action: 'finish', measures: '修', handledBy: '' }, { field: 'handledBy', rule: 'required' }],
    ['no result', 'done', { action: 'tellCustomer', toldHow: 'call', followUpResult: '' }, { field: 'followUpResult', rule: 'required' }],
    ['no means', 'done', { action: 'tellCustomer', toldHow: '', followUpResult: '满意' }, { field: 'toldHow' }],
    ['no reason', 'issued', { action: 'cancel', reason: '' }, { field: 'reason', rule: 'required' }],
  ])('asks for what a step must say: %s', async (_name, state, said, parameters) => {
    const input: CoordinationStep = JSON.parse(JSON.stringify({ ...said, id: await ownFormIn(state) }));
    expect(await refusal(desk, DESK, advanceCoordinationForm, input)).toMatchObject({ code: 'inputInvalid', parameters });
  });

  it.each([
    { state: 'issued', said: { action: 'receive', receivedByName: '周建国' } },
    { state: 'received', said: { action: 'finish', measures: '修', handledBy: '张强' } },
    { state: 'done', said: { action: 'tellCustomer', toldHow: 'call', followUpResult: '满意' } },
  ] as const)('takes no step that has yet to happen: $said.action tomorrow', async ({ state, said }) => {
    const input: CoordinationStep = { ...said, id: await ownFormIn(state), at: TOMORROW };
    const failure = { code: 'inTheFuture', parameters: { field: 'at' } };
    expect(await refusal(desk, DESK, advanceCoordinationForm, input)).toEqual(failure);
  });

  it.each([
    { state: 'received', said: { action: 'finish', measures: '修', handledBy: '张强' } },
    { state: 'done', said: { action: 'tellCustomer', toldHow: 'call', followUpResult: '满意' } },
  ] as const)('takes no step before the one before it: $said.action yesterday', async ({ state, said }) => {
    const input: CoordinationStep = { ...said, id: await ownFormIn(state), at: YESTERDAY };
    const failure = { code: 'beforePreviousStep', parameters: { field: 'at' } };
    expect(await refusal(desk, DESK, advanceCoordinationForm, input)).toEqual(failure);
  });

  it('takes a step of the very minute of the one before it: times are typed to the minute', async () => {
    const id = await ownFormIn('received');
    const { receivedAt } = await form(id);
    const typed = `${receivedAt.slice(0, 16)}:00.000Z`;
    expect(await desk.as(DESK, advanceCoordinationForm, { action: 'finish', id, measures: '修', handledBy: '张强', at: typed })).toBe('');
    expect(await form(id)).toMatchObject({ doneAt: receivedAt });
  });

  it('cancelled, it leaves the entry it came from, which may get another', async () => {
    expect(await desk.as(DESK, logReception, { ...sampleCall({ category: 'report' }), id: 'entry' })).toBe('');
    const linked = async () => (await desk.session.database.receptions.get('entry'))?.links.map((to) => to.id);
    const id = await issue({ sourceTable: 'receptions', sourceId: 'entry' });
    expect(await linked()).toEqual([id]);
    expect(await take('cancel', id)).toBe('');
    expect(await linked()).toEqual([]);
    const another = await issue({ sourceTable: 'receptions', sourceId: 'entry' });
    expect(await linked()).toEqual([another]);
  });
});

describe('confirm-coordination-form: the head’s word before the archive (4:职责4)', () => {
  it('another department’s form waits for it, the desk’s own does not', async () => {
    const [others, own] = [await formIn('customerTold'), await ownFormIn('customerTold')];
    expect(await refusal(desk, DESK, advanceCoordinationForm, step('archive', others))).toEqual({ code: 'headsWordMissing' });
    expect(await desk.as(DESK, confirmCoordinationForm, onPaper(others))).toBe('');
    expect(await take('archive', others)).toBe('');
    expect(await take('archive', own)).toBe('');
  });

  it('is recorded from paper with the day it bears and the place it lies at; both names are kept', async () => {
    const id = await formIn('done');
    expect(await desk.as(DESK, confirmCoordinationForm, onPaper(id))).toBe('');
    expect((await form(id)).headsWord).toEqual({
      decidedBy: desk.person(HEAD),
      recordedBy: desk.person(DESK),
      by: 'paper',
      on: TODAY,
      evidence: '柜 2',
      opinion: '可以归档',
      onBehalfOf: '',
    });
  });

  it('may be given by a deputy in the head’s name: both are kept, with where the authorisation lies', async () => {
    const id = await formIn('customerTold');
    const deputy = { ...onPaper(id, '张强'), onBehalfOf: desk.person(HEAD) };
    expect(await refusal(desk, DESK, confirmCoordinationForm, { ...deputy, evidence: ' ' })).toEqual({ code: 'deputyEvidenceMissing' });
    const forAnother = { ...deputy, onBehalfOf: desk.person('王志刚') };
    expect(await refusal(desk, DESK, confirmCoordinationForm, forAnother)).toEqual({ code: 'notHead', parameters: { name: '王志刚' } });
    const ownDeputy = { ...deputy, decidedBy: desk.person(HEAD) };
    expect(await refusal(desk, DESK, confirmCoordinationForm, ownDeputy)).toEqual({ code: 'ownDeputy', parameters: { name: HEAD } });
    expect(await desk.as(DESK, confirmCoordinationForm, deputy)).toBe('');
    expect((await form(id)).headsWord).toMatchObject({ decidedBy: desk.person('张强'), onBehalfOf: desk.person(HEAD), evidence: '柜 2' });
    expect(await take('archive', id)).toBe('');
  });

  it('is taken at the desk with the head’s own PIN, today whatever the form says', async () => {
    const id = await formIn('done');
    const word = { ...onPaper(id), by: 'pin' as const, on: '2026-11-01', evidence: '' };
    const pinOf = (name: string) => ({ confirmations: [{ personId: desk.person(name), by: 'pin' as const, on: TODAY, evidence: '' }] });
    expect(await refusal(desk, DESK, confirmCoordinationForm, word)).toEqual({ code: 'pinMissing' });
    expect(await refusal(desk, DESK, confirmCoordinationForm, word, pinOf('王志刚'))).toEqual({ code: 'pinMissing' });
    expect(await desk.as(DESK, confirmCoordinationForm, word, pinOf(HEAD))).toBe('');
    expect((await form(id)).headsWord).toMatchObject({ by: 'pin', on: TODAY, decidedBy: desk.person(HEAD) });
  });

  it.each<[string, object, object]>([
    ['paper that lies nowhere', { evidence: ' ' }, { code: 'evidenceMissing' }],
    ['paper older than the form', { on: '2026-11-23' }, { code: 'dateTooEarly', parameters: { field: 'on', earliest: TODAY } }],
    ['paper of tomorrow', { on: '2026-11-25' }, { code: 'inTheFuture', parameters: { field: 'on' } }],
    ['somebody who is not there', { decidedBy: 'nobody' }, { code: 'recordMissing', parameters: { table: 'people' } }],
    ['nobody', { decidedBy: '' }, { code: 'inputInvalid', parameters: { field: 'decidedBy', rule: 'required' } }],
  ])('is not taken from %s', async (_name, fields, failure) => {
    const input = { ...onPaper(await formIn('done')), ...fields };
    expect(await refusal(desk, DESK, confirmCoordinationForm, input)).toEqual(failure);
  });

  it.each(['王志刚', '张强', '沈国华'])('is not %s’s to give: no head of this department', async (name) => {
    const input = onPaper(await formIn('done'), name);
    expect(await refusal(desk, DESK, confirmCoordinationForm, input)).toEqual({ code: 'notHead', parameters: { name } });
  });

  it.each(['issued', 'received', 'cancelled'] as const)('comes after the work, not while the form is %s', async (state) => {
    const failure = { code: 'noSuchStep', parameters: { state, action: 'confirm' } };
    expect(await refusal(desk, DESK, confirmCoordinationForm, onPaper(await formIn(state)))).toEqual(failure);
  });

  it.each([{ subject: '另一件事' }, { content: '另一处' }])('no longer holds once the matter is another: %o', async (fields) => {
    const id = await formIn('customerTold');
    expect(await desk.as(DESK, confirmCoordinationForm, onPaper(id))).toBe('');
    expect(await desk.as(DESK, changeCoordinationForm, leak({ id, ...fields }), { reason: '写错' })).toBe('');
    expect((await form(id)).headsWord).toBeNull();
  });

  it('no longer holds once the form is another department’s', async () => {
    const id = await formIn('customerTold');
    expect(await desk.as(DESK, confirmCoordinationForm, onPaper(id))).toBe('');
    expect(await desk.as(DESK, changeCoordinationForm, leak({ id, note: '补' }), { reason: '补' })).toBe('');
    expect((await form(id)).headsWord).not.toBeNull();
    const moved = leak({ id, departmentId: desk.department('保安部') });
    expect(await desk.as(DESK, changeCoordinationForm, moved, { reason: '实为保安部' })).toBe('');
    // Work that is done stays with whoever did it.
    expect(await form(id)).toMatchObject({ state: 'customerTold', receivedByName: '周建国' });
    expect(await refusal(desk, DESK, advanceCoordinationForm, step('archive', id))).toEqual({ code: 'headsWordMissing' });
    expect(await desk.as(DESK, confirmCoordinationForm, onPaper(id, '王志刚'))).toBe('');
    expect(await take('archive', id)).toBe('');
  });
});

describe('a form that is finished with', () => {
  it.each(['archived', 'cancelled'] as const)('is %s: corrected no more', async (state) => {
    const input = leak({ id: await ownFormIn(state) });
    expect(await refusal(desk, DESK, changeCoordinationForm, input, { reason: '更正' })).toEqual({ code: 'alreadyClosed' });
  });
});

describe('remind-coordination-form 催办 (4:职权1)', () => {
  it.each(['issued', 'received'] as const)('notes every reminder of a form that is %s: when, by whom, to whom', async (state) => {
    const id = await ownFormIn(state);
    expect(await desk.as(DESK, remindCoordinationForm, { id, to: HEAD, note: '客户在等' })).toBe('');
    expect(await desk.as('苏敏', remindCoordinationForm, { id })).toBe('');
    const row = await form(id);
    expect(row).toMatchObject({
      state,
      reminders: [
        { by: desk.person(DESK), to: HEAD, note: '客户在等' },
        { by: desk.person('苏敏'), to: '', note: '', at: row.changedAt },
      ],
    });
  });

  it.each(['done', 'customerTold', 'archived', 'cancelled'] as const)('reminds nobody of a form that is %s', async (state) => {
    const failure = { code: 'noSuchStep', parameters: { state, action: 'remind' } };
    expect(await refusal(desk, DESK, remindCoordinationForm, { id: await ownFormIn(state) })).toEqual(failure);
  });
});

describe('whoever', () => {
  it('writes at the desk may take the steps; a form that is not there is refused (DOMAIN §1)', async () => {
    for (const action of COORDINATION_ACTIONS) {
      expect(await rolesLetIn(desk, advanceCoordinationForm, step(action, 'nobody'))).toEqual(THE_DESK);
    }
    expect(await rolesLetIn(desk, remindCoordinationForm, { id: 'nobody' })).toEqual(THE_DESK);
    expect(await rolesLetIn(desk, confirmCoordinationForm, onPaper('nobody'))).toEqual(THE_DESK);
  });

  it('presses twice writes once', async () => {
    const id = await issue();
    await repeated(desk, DESK, remindCoordinationForm, { id });
    for (const action of WAY.customerTold) await repeated(desk, DESK, advanceCoordinationForm, step(action, id));
    await repeated(desk, DESK, confirmCoordinationForm, onPaper(id));
    await repeated(desk, DESK, advanceCoordinationForm, step('archive', id));
    expect(await form(id)).toMatchObject({ state: 'archived', reminders: [{ by: desk.person(DESK) }] });
  });

  it('was head and has left gives no word any more', async () => {
    const id = await formIn('done');
    const row = await desk.session.database.people.get(desk.person(HEAD));
    if (row === undefined) throw new Error('nobody');
    expect(await desk.as('沈国华', savePerson, { ...row, active: false })).toBe('');
    expect(await refusal(desk, DESK, confirmCoordinationForm, onPaper(id))).toEqual({ code: 'notHead', parameters: { name: HEAD } });
  });
});
