import { beforeAll, describe, expect, it } from 'vitest';
import { ASSISTANT_AND_SUPERVISOR, lastPayload, refusal, repeated, rolesLetIn, THE_DESK } from '../../../tests/support/desk-checks.ts';
import { sampleDesk, type SampleDesk } from '../../../tests/support/sample-desk.ts';
import { letterInput, type Letter, type LetterCategory, type LetterInput } from '../../../shared/domain/letter.ts';
import { coordinationFromSource } from '../queries/form-source.ts';
import { praiseFromSource } from '../queries/praise-source.ts';
import { readToday } from '../queries/today.ts';
import { advanceCoordinationForm } from './advance-coordination-form.ts';
import { changeLetter } from './change-letter.ts';
import { closeLetter } from './close-letter.ts';
import { decideLetter } from './decide-letter.ts';
import { handOverLetter } from './hand-over-letter.ts';
import { issueCoordinationForm } from './issue-coordination-form.ts';
import { openPraisePosting } from './open-praise-posting.ts';
import { registerLetter } from './register-letter.ts';

const DESK = '林晓燕';
const ASSISTANT = '苏敏';
const LONG_AGO = '2026-01-02T01:00:00.000Z';
const TOMORROW = '2026-11-25T01:00:00.000Z';

let desk: SampleDesk;
let made = 0;

beforeAll(async () => {
  // 09:00 at the desk, a Tuesday.
  desk = await sampleDesk('2026-11-24T01:00:00.000Z');
  await register();
});

function written(fields: Partial<LetterInput> = {}): LetterInput {
  return letterInput.parse({ means: 'post', sender: '马䶮骏', subject: '车位漏水', summary: 'B2-117顶板滴水', ...fields });
}

async function register(fields: Partial<LetterInput> = {}): Promise<string> {
  made += 1;
  const id = `letter-${made}`;
  const code = await desk.as(DESK, registerLetter, { ...written(fields), id });
  if (code !== '') throw new Error(code);
  return id;
}

async function letter(id: string): Promise<Letter> {
  const found = await desk.session.database.letters.get(id);
  if (found === undefined) throw new Error(`no letter ${id}`);
  return found;
}

const decide = (id: string, outcome: 'issueForm' | 'noForm') => desk.as(ASSISTANT, decideLetter, { id, outcome, reason: '须查明' });

/** What the coordination form of the letter would be. */
async function formOf(id: string) {
  const filled = await coordinationFromSource(desk.session.database, 'letters', id);
  return { ...filled, id: `form-of-${id}`, departmentId: desk.department('工程部') };
}

function handOver(id: string) {
  return { id, to: '陈静', toPersonId: desk.person('陈静'), departmentId: desk.department('行政部') };
}

describe('register-letter (2:3.3.1)', () => {
  it('numbers every letter of the house and names who received it', async () => {
    const id = await register({ unit: '12栋801', phone: '138 0013 8000', receivedAt: '2026-11-23T16:30:00.000Z' });
    expect(await letter('letter-1')).toMatchObject({ number: 'LH-2026-0001' });
    expect(await letter(id)).toMatchObject({
      number: 'LH-2026-0002',
      unit: '12-801',
      // Half past midnight at the desk: the day that has begun there.
      receivedOn: '2026-11-24',
      receivedBy: desk.person(DESK),
      createdBy: desk.person(DESK),
      state: 'open',
      decision: null,
      handedOver: null,
      closedOn: '',
      links: [],
    });
    expect((await letter(id)).keys).toEqual(expect.arrayContaining(['马䶮骏', '13800138000']));
  });

  it('names another as the one who received it', async () => {
    const id = await register({ receivedBy: desk.person('周婷') });
    expect(await letter(id)).toMatchObject({ receivedBy: desk.person('周婷'), createdBy: desk.person(DESK) });
  });

  it.each<[string, Partial<LetterInput>, string]>([
    ['five working days after today', { replyNeeded: 'yes' }, '2026-12-01'],
    [
      'the National Day holiday and its make-up Saturday counted',
      { replyNeeded: 'yes', receivedAt: '2026-09-29T01:00:00.000Z' },
      '2026-10-12',
    ],
    ['from the local day of receipt', { replyNeeded: 'yes', receivedAt: '2026-11-20T17:00:00.000Z' }, '2026-11-27'],
    ['the day given', { replyNeeded: 'yes', replyDueOn: '2026-11-26' }, '2026-11-26'],
    ['none where no reply is needed', { replyNeeded: 'no', replyDueOn: '2026-11-26' }, ''],
    ['none where nobody said', {}, ''],
  ])('has the reply due: %s (DOMAIN §14)', async (_name, fields, due) => {
    expect((await letter(await register(fields))).replyDueOn).toBe(due);
  });

  it('follows an earlier letter, which then shows it beside others', async () => {
    const earlier = await register();
    const later = [await register({ followsId: earlier }), await register({ followsId: earlier })];
    const links = await Promise.all(later.map(async (id) => ({ table: 'letters', id, number: (await letter(id)).number })));
    expect((await letter(earlier)).links).toEqual(links);
  });

  it.each<[string, object, object]>([
    ['a letter that is there already', { id: 'letter-1' }, { code: 'recordExists' }],
    ['a receipt to come', { receivedAt: TOMORROW }, { code: 'inTheFuture', parameters: { field: 'receivedAt' } }],
    ['an earlier letter that is not there, though a number was drawn', { followsId: 'nobody' }, { code: 'recordMissing' }],
    ['means that are none', { means: 'pigeon' }, { code: 'inputInvalid', parameters: { field: 'means' } }],
  ])('refuses %s and changes nothing', async (_name, fields, failure) => {
    expect(await refusal(desk, DESK, registerLetter, { ...written(), id: 'refused', ...fields })).toMatchObject(failure);
  });
});

describe('the way of a letter by its category (2:3.3.2–3.3.4)', () => {
  async function waitsFor(id: string, step: string): Promise<void> {
    expect(await refusal(desk, DESK, closeLetter, { id })).toEqual({ code: 'stepOpen', parameters: { step } });
  }
  async function closes(id: string): Promise<void> {
    expect(await desk.as(DESK, closeLetter, { id, result: '办结', keptWhere: '档案柜 2' })).toBe('');
    expect(await letter(id)).toMatchObject({ state: 'closed', closedOn: '2026-11-24', result: '办结', keptWhere: '档案柜 2' });
    expect(await refusal(desk, DESK, closeLetter, { id })).toEqual({ code: 'alreadyClosed' });
  }

  it('unsorted: is sorted first', async () => {
    const failure = { code: 'stepOpen', parameters: { step: 'classify' } };
    expect(await refusal(desk, DESK, closeLetter, { id: await register() })).toEqual(failure);
  });

  it('a report: a coordination form is issued', async () => {
    const id = await register({ category: 'report' });
    await waitsFor(id, 'issueForm');
    expect(await desk.as(DESK, issueCoordinationForm, await formOf(id))).toBe('');
    expect((await letter(id)).links).toEqual([
      { table: 'coordinationForms', id: `form-of-${id}`, number: expect.stringMatching(/^XT-2026-/) },
    ]);
    await closes(id);
  });

  it('a complaint: the assistant decides on a form; decision, reason and date are kept', async () => {
    const id = await register({ category: 'complaint' });
    await waitsFor(id, 'decide');
    expect(await refusal(desk, DESK, issueCoordinationForm, await formOf(id))).toEqual({ code: 'decisionMissing' });
    expect(await decide(id, 'issueForm')).toBe('');
    const by = desk.person(ASSISTANT);
    const kept = { decidedBy: by, recordedBy: by, by: 'pin', on: '2026-11-24', evidence: '', opinion: '须查明' };
    expect((await letter(id)).decision).toEqual({ outcome: 'issueForm', ...kept });
    await waitsFor(id, 'issueForm');
    expect(await desk.as(DESK, issueCoordinationForm, await formOf(id))).toBe('');
    // What a form was issued on stands.
    const again = { id, outcome: 'noForm' as const, reason: '不必了' };
    expect(await refusal(desk, ASSISTANT, decideLetter, again, { reason: '改主意' })).toMatchObject({ code: 'noSuchStep' });
    await closes(id);
  });

  it('a complaint that is not followed up: gets no form and may be closed', async () => {
    const id = await register({ category: 'complaint' });
    expect(await decide(id, 'noForm')).toBe('');
    expect(await refusal(desk, DESK, issueCoordinationForm, await formOf(id))).toEqual({ code: 'decisionMissing' });
    await closes(id);
  });

  it('a praise letter: its posting is opened', async () => {
    const id = await register({ category: 'praise' });
    await waitsFor(id, 'openPosting');
    const filled = await praiseFromSource(desk.session.database, 'letters', id, 'Asia/Shanghai');
    expect(await desk.as(DESK, openPraisePosting, { ...filled, id: `praise-of-${id}` })).toBe('');
    await closes(id);
  });

  it.each<LetterCategory>(['workContact', 'other'])('%s: is handed over to administration, by whom, to whom, when', async (category) => {
    const id = await register({ category });
    await waitsFor(id, 'handOver');
    expect(await desk.as(DESK, handOverLetter, { ...handOver(id), note: '原件' })).toBe('');
    const row = await letter(id);
    const { to, toPersonId, departmentId } = handOver(id);
    const kept = { by: desk.person(DESK), to, toPersonId, departmentId, at: row.changedAt, note: '原件' };
    expect(row).toMatchObject({ departmentId, handedOver: kept });
    expect(await refusal(desk, DESK, handOverLetter, handOver(id))).toEqual({ code: 'notForHandingOver' });
    await closes(id);
  });

  it('what needs a reply is closed once the reply is noted, with its number and day', async () => {
    const id = await register({ category: 'complaint', replyNeeded: 'yes' });
    expect(await decide(id, 'noForm')).toBe('');
    expect(await refusal(desk, DESK, closeLetter, { id, replyNumber: '客函〔2026〕9号' })).toEqual({ code: 'replyOpen' });
    const early = { code: 'inTheFuture', parameters: { field: 'repliedOn' } };
    expect(await refusal(desk, DESK, closeLetter, { id, repliedOn: '2026-11-25' })).toEqual(early);
    const before = { code: 'dateTooEarly', parameters: { field: 'repliedOn', earliest: '2026-11-24' } };
    expect(await refusal(desk, DESK, closeLetter, { id, repliedOn: '2026-11-23' })).toEqual(before);
    expect(await desk.as(DESK, closeLetter, { id, replyNumber: '客函〔2026〕9号', repliedOn: '2026-11-24' })).toBe('');
    expect(await letter(id)).toMatchObject({ state: 'closed', replyNumber: '客函〔2026〕9号', repliedOn: '2026-11-24' });
  });
});

describe('what is refused', () => {
  it.each<[string, LetterCategory | '', object, object]>([
    ['to be handed over: a report', 'report', {}, { code: 'notForHandingOver' }],
    ['to be handed over: a praise letter', 'praise', {}, { code: 'notForHandingOver' }],
    ['to be handed over: what nobody has sorted', '', {}, { code: 'notForHandingOver' }],
    ['to be handed over tomorrow', 'other', { at: TOMORROW }, { code: 'inTheFuture', parameters: { field: 'at' } }],
    ['to be handed over before it came', 'other', { at: LONG_AGO }, { code: 'beforePreviousStep', parameters: { field: 'at' } }],
    ['to be handed over to a department that is not there', 'other', { departmentId: 'nobody' }, { code: 'recordMissing' }],
    ['to be handed over to nobody', 'other', { to: ' ' }, { code: 'inputInvalid', parameters: { field: 'to', rule: 'required' } }],
  ])('%s', async (_name, category, fields, failure) => {
    const id = await register({ category });
    expect(await refusal(desk, DESK, handOverLetter, { ...handOver(id), ...fields })).toMatchObject(failure);
  });

  it('to decide on what is no complaint, without a reason, or once it is closed', async () => {
    const input = { id: 'letter-1', outcome: 'noForm' as const, reason: '须查明' };
    expect(await refusal(desk, ASSISTANT, decideLetter, input)).toEqual({ code: 'notAComplaint' });
    expect(await refusal(desk, ASSISTANT, decideLetter, { ...input, reason: ' ' })).toMatchObject({ code: 'inputInvalid' });
    const id = await register({ category: 'complaint' });
    expect(await decide(id, 'noForm')).toBe('');
    expect(await desk.as(DESK, closeLetter, { id })).toBe('');
    expect(await refusal(desk, ASSISTANT, decideLetter, { ...input, id })).toEqual({ code: 'alreadyClosed' });
  });
});

describe('change-letter', () => {
  it('completes an open letter without a reason; number and receiver stay, the reply is due anew', async () => {
    const id = await register({ receivedBy: desk.person('周婷') });
    const { number, receivedAt } = await letter(id);
    expect(await desk.as(ASSISTANT, changeLetter, { ...written({ sender: '马䶮骏、王芳', replyNeeded: 'yes' }), id })).toBe('');
    const receivedBy = desk.person('周婷');
    expect(await letter(id)).toMatchObject({ sender: '马䶮骏、王芳', number, receivedAt, receivedBy, replyDueOn: '2026-12-01' });
    const earlier = written({ replyNeeded: 'yes', receivedAt: '2026-11-20T17:00:00.000Z' });
    expect(await desk.as(DESK, changeLetter, { ...earlier, id })).toBe('');
    expect(await letter(id)).toMatchObject({ receivedOn: '2026-11-21', replyDueOn: '2026-11-27' });
  });

  it.each<[string, LetterCategory, (id: string) => Promise<string>]>([
    ['decided on', 'complaint', (id) => decide(id, 'noForm')],
    ['handed over', 'other', (id) => desk.as(DESK, handOverLetter, handOver(id))],
    [
      'closed',
      'report',
      async (id) => (await desk.as(DESK, issueCoordinationForm, await formOf(id))) + (await desk.as(DESK, closeLetter, { id })),
    ],
  ])('corrects what was %s only with a reason, which is kept (DOMAIN §15)', async (_name, category, settle) => {
    const id = await register({ category });
    expect(await settle(id)).toBe('');
    const corrected = { ...written({ category, subject: '车位渗水' }), id };
    expect(await refusal(desk, DESK, changeLetter, corrected, { reason: ' ' })).toEqual({ code: 'reasonMissing' });
    const { decision, handedOver, state } = await letter(id);
    expect(await desk.as(DESK, changeLetter, corrected, { reason: '写错' })).toBe('');
    expect(await letter(id)).toMatchObject({ subject: '车位渗水', decision, handedOver, state });
    expect(await lastPayload(desk)).toMatchObject({ name: 'change-letter', reason: '写错', actor: desk.person(DESK) });
  });

  it('forgets the decision on what is no complaint any more', async () => {
    const id = await register({ category: 'complaint' });
    expect(await decide(id, 'issueForm')).toBe('');
    expect(await desk.as(DESK, changeLetter, { ...written({ category: 'other' }), id }, { reason: '分错类' })).toBe('');
    expect((await letter(id)).decision).toBeNull();
  });

  it.each<[string, object, string]>([
    ['a receipt to come', { id: 'letter-1', receivedAt: TOMORROW }, 'inTheFuture'],
    ['a letter that is not there', { id: 'nobody' }, 'recordMissing'],
  ])('refuses %s and changes nothing', async (_name, fields, code) => {
    expect(await refusal(desk, DESK, changeLetter, { ...written(), id: '', ...fields })).toMatchObject({ code });
  });
});

describe('whoever', () => {
  it('writes at the desk may keep the register; deciding on complaints is the assistant’s (DOMAIN §1)', async () => {
    const id = 'nobody';
    expect(await rolesLetIn(desk, registerLetter, { ...written({ followsId: id }), id: 'refused' })).toEqual(THE_DESK);
    expect(await rolesLetIn(desk, changeLetter, { ...written(), id })).toEqual(THE_DESK);
    expect(await rolesLetIn(desk, decideLetter, { id, outcome: 'noForm', reason: '因为' })).toEqual(ASSISTANT_AND_SUPERVISOR);
    expect(await rolesLetIn(desk, handOverLetter, handOver(id))).toEqual(THE_DESK);
    expect(await rolesLetIn(desk, closeLetter, { id })).toEqual(THE_DESK);
  });

  it('presses twice writes once', async () => {
    const [complaint, other] = ['twice-complaint', 'twice-other'];
    await repeated(desk, DESK, registerLetter, { ...written({ category: 'complaint', followsId: 'letter-1' }), id: complaint });
    await repeated(desk, ASSISTANT, decideLetter, { id: complaint, outcome: 'noForm', reason: '因为' });
    await repeated(
      desk,
      DESK,
      changeLetter,
      { ...written({ category: 'complaint', followsId: 'letter-1' }), id: complaint },
      { reason: '补' },
    );
    await repeated(desk, DESK, closeLetter, { id: complaint });
    await repeated(desk, DESK, registerLetter, { ...written({ category: 'other' }), id: other });
    await repeated(desk, DESK, handOverLetter, handOver(other));
    expect([(await letter(complaint)).state, (await letter(other)).state]).toEqual(['closed', 'open']);
    expect((await letter('letter-1')).links.filter((to) => to.id === complaint)).toHaveLength(1);
  });
});

it('on Today letters stand by what is due first: the authority’s day, the hours of Settings until handing over', async () => {
  const early = await register({ category: 'other', receivedAt: '2026-11-20T01:00:00.000Z' });
  const byDay = await register({ category: 'report', answerBy: '2026-11-22', receivedAt: '2026-11-19T01:00:00.000Z' });
  const { letters } = await readToday(desk.session.database, '2026-11-24T01:00:00.000Z', '2026-11-24');
  const due = (id: string) => letters.find((open) => open.letter.id === id)?.due;
  const ids = letters.map((open) => open.letter.id);
  expect(ids.filter((id) => id === early || id === byDay)).toEqual([early, byDay]);
  expect(due(early)).toEqual({ at: '2026-11-21T01:00:00.000Z', on: '' });
  expect(due(byDay)).toEqual({ at: '2026-11-22T16:00:00.000Z', on: '2026-11-22' });
});

it('a closed letter whose form is cancelled waits for one again, and gets it (2:3.3.2)', async () => {
  const id = await register({ category: 'report' });
  const form = await formOf(id);
  expect(await desk.as(DESK, issueCoordinationForm, form)).toBe('');
  expect(await desk.as(DESK, closeLetter, { id })).toBe('');
  expect(await desk.as(DESK, advanceCoordinationForm, { action: 'cancel', id: form.id, reason: '部门不对' })).toBe('');
  expect(await letter(id)).toMatchObject({ state: 'open', closedOn: '', links: [] });
  expect(await desk.as(DESK, issueCoordinationForm, { ...form, id: `${form.id}-2` })).toBe('');
  expect(await desk.as(DESK, closeLetter, { id })).toBe('');
  const complaint = { ...written({ category: 'complaint' }), id };
  expect(await desk.as(DESK, changeLetter, complaint, { reason: '实为投诉' })).toBe('');
  expect(await letter(id)).toMatchObject({ state: 'open', closedOn: '', decision: null });
});

it.each(['letterDate', 'postmarkDate'] as const)('no letter has a %s to come', async (field) => {
  const failure = { code: 'dateTooLate', parameters: { field, latest: '2026-11-24' } };
  expect(await refusal(desk, DESK, registerLetter, { ...written({ [field]: '2026-11-25' }), id: 'to-come' })).toEqual(failure);
  const id = await register({ [field]: '2026-11-24' });
  expect(await refusal(desk, DESK, changeLetter, { ...written({ [field]: '2026-12-30' }), id })).toEqual(failure);
});

it('hands a work letter to administration alone (2:3.3.4)', async () => {
  const id = await register({ category: 'workContact' });
  const elsewhere = { ...handOver(id), departmentId: desk.department('工程部') };
  const failure = { code: 'notAdministration', parameters: { field: 'departmentId', name: '工程部' } };
  expect(await refusal(desk, DESK, handOverLetter, elsewhere)).toEqual(failure);
});

it('a letter corrected to follow another is linked from that one, and from that one alone (DOMAIN §3)', async () => {
  const [first, second, id] = [await register(), await register(), await register()];
  const { number } = await letter(id);
  const follow = (followsId: string) => desk.as(DESK, changeLetter, { ...written({ followsId }), id });
  const link = { table: 'letters', id, number };
  expect(await follow(first)).toBe('');
  expect((await letter(first)).links).toEqual([link]);
  expect(await follow(second)).toBe('');
  expect((await letter(first)).links).toEqual([]);
  expect((await letter(second)).links).toEqual([link]);
  expect(await refusal(desk, DESK, changeLetter, { ...written({ followsId: id }), id })).toMatchObject({ code: 'followsItself' });
  expect(await follow('')).toBe('');
  expect((await letter(second)).links).toEqual([]);
});
