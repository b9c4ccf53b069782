import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import year2026 from '../../../resources/holidays/2026.json';
import { letterInput } from '../../../shared/domain/letter.ts';
import { praiseGaps, praiseInput, type Praise } from '../../../shared/domain/praise-posting.ts';
import { receptionInput } from '../../../shared/domain/reception.ts';
import { memorySession, type MemorySession } from '../../../tests/support/memory-session.ts';
import { perform, type Operation, type PerformOptions } from '../perform.ts';
import { readOpenPraises } from '../queries/praise-board.ts';
import { praiseFromSource } from '../queries/praise-source.ts';
import { buildSampleEstate } from '../sample/sample-estate.ts';
import { cancelPraisePosting } from './cancel-praise-posting.ts';
import { changePraisePosting } from './change-praise-posting.ts';
import { filePraisePosting } from './file-praise-posting.ts';
import { loadSample } from './load-sample.ts';
import { logReception } from './log-reception.ts';
import { openPraisePosting } from './open-praise-posting.ts';
import { postPraiseCopy } from './post-praise-copy.ts';
import { postPraiseOriginal } from './post-praise-original.ts';
import { registerLetter } from './register-letter.ts';
import { takeDownPraise } from './take-down-praise.ts';
import { thankPraiseCustomer } from './thank-praise-customer.ts';
import type { z } from 'zod';

const ZONE = 'Asia/Shanghai';
const TODAY = '2026-11-23';
const estate = buildSampleEstate('zh', [year2026]);
let session: MemorySession;
let made = 0;

const personCalled = (name: string) => estate.input.people.find((person) => person.name === name)?.id ?? '';
const department = (name: string) => estate.input.departments.find((one) => one.name === name)?.id ?? '';

function nextId(kind: string): string {
  made += 1;
  return `${kind}-${made}`;
}

async function run<Input extends z.ZodType, Prepared>(
  operation: Operation<Input, Prepared>,
  input: z.input<Input>,
  options?: PerformOptions,
): Promise<string> {
  const result = await perform(session, operation, input, options);
  return result.ok ? '' : result.error.code;
}

async function praiseOf(id: string): Promise<Praise> {
  const praise = await session.database.praises.get(id);
  if (praise === undefined) throw new Error(`no praise ${id}`);
  return praise;
}

const ofTwo = () =>
  praiseInput.parse({
    receivedOn: TODAY,
    praisedBy: '李淑芬',
    unit: '9-2-602',
    employees: ['张强', '王磊'].map((name) => ({
      personId: personCalled(name),
      name,
      departmentId: department(name === '张强' ? '工程部' : '保安部'),
    })),
    whatFor: '夜里帮助送急病老人去医院',
  });

async function openOne(input = ofTwo()): Promise<string> {
  const id = nextId('praise');
  expect(await run(openPraisePosting, { ...input, id })).toBe('');
  return id;
}

beforeAll(async () => {
  session = await memorySession('2026-11-23T02:00:00.000Z');
  session.become(personCalled('沈国华'));
  const loaded = await perform(session, loadSample, estate.input);
  if (!loaded.ok) throw new Error(loaded.error.code);
  session.become(personCalled('林晓燕'));
});

describe('a praise posting', () => {
  it('is filled from its letter, with the colleagues the letter names, and the letter goes on to its closing', async () => {
    const letterId = nextId('letter');
    const letter = letterInput.parse({
      receivedAt: '2026-11-23T01:40:00.000Z',
      sender: '李淑芬',
      unit: '9栋2单元602',
      category: 'praise',
      subject: '表扬维修工张强、保安王磊',
      summary: '11月15日夜里帮助送急病老人去医院',
    });
    expect(await run(registerLetter, { ...letter, id: letterId })).toBe('');
    const filled = await praiseFromSource(session.database, 'letters', letterId, ZONE);
    expect(filled).toMatchObject({ praisedBy: '李淑芬', unit: '9-2-602', form: 'letter', receivedOn: TODAY, whatFor: letter.summary });
    expect(filled.employees.map((employee) => [employee.name, employee.departmentId])).toEqual([
      ['张强', department('工程部')],
      ['王磊', department('保安部')],
    ]);
    const id = await openOne(filled);
    const praise = await praiseOf(id);
    expect(praise.number).toMatch(/^BY-2026-\d{3}$/);
    expect((await session.database.letters.get(letterId))?.links).toEqual([{ table: 'praises', id, number: praise.number }]);
    expect(await run(openPraisePosting, { ...filled, id: nextId('praise') })).toBe('praisePostingExists');
    expect(await run(cancelPraisePosting, { id, cancelReason: '开错' })).toBe('');
    expect((await session.database.letters.get(letterId))?.links).toEqual([]);
    await openOne(filled);
  });

  it('is filled from a call, and from nothing but a praise', async () => {
    const [praising, asking] = [nextId('entry'), nextId('entry')];
    const entry = { channel: 'call', occurredAt: '2026-11-23T01:00:00.000Z', customer: '陈女士', content: '谢谢赵桂花' } as const;
    expect(await run(logReception, { ...receptionInput.parse({ ...entry, category: 'praise' }), id: praising })).toBe('');
    expect(await run(logReception, { ...receptionInput.parse({ ...entry, category: 'enquiry' }), id: asking })).toBe('');
    const filled = await praiseFromSource(session.database, 'receptions', praising, ZONE);
    expect(filled).toMatchObject({ form: 'call', praisedBy: '陈女士', whatFor: '谢谢赵桂花' });
    expect(filled.employees.map((employee) => employee.name)).toEqual(['赵桂花']);
    await openOne(filled);
    const wrong = await praiseFromSource(session.database, 'receptions', asking, ZONE);
    expect(await run(openPraisePosting, { ...wrong, id: nextId('praise') })).toBe('notAPraise');
  });

  it('stays open until the last copy hangs', async () => {
    const id = await openOne();
    const [engineering, security] = [department('工程部'), department('保安部')];
    expect(await run(postPraiseOriginal, { id, place: '客户中心公告栏', on: TODAY })).toBe('');
    expect(await run(postPraiseCopy, { id, place: '班组看板', departmentId: engineering })).toBe('');
    expect(await praiseOf(id)).toMatchObject({ state: 'open', original: { by: personCalled('林晓燕'), on: TODAY } });
    expect(praiseGaps(await praiseOf(id))).toEqual([{ copyIn: security }]);
    expect(await run(postPraiseCopy, { id, place: '岗亭', departmentId: department('财务部') })).toBe('notPraisedHere');
    expect(await run(postPraiseCopy, { id, place: '岗亭', departmentId: security, by: personCalled('王志刚') })).toBe('');
    expect((await praiseOf(id)).state).toBe('closed');
    expect((await readOpenPraises(session.database, session.clock.now())).find((one) => one.praise.id === id)?.thanks).toBe(true);
    expect(await run(thankPraiseCustomer, { id, how: 'call' })).toBe('');
    expect((await readOpenPraises(session.database, session.clock.now())).some((one) => one.praise.id === id)).toBe(false);
  });

  it.each([
    ['tomorrow', '2026-11-24', 'inTheFuture'],
    ['before the letter came', '2026-11-22', 'dateTooEarly'],
  ])('cannot hang %s', async (_when, on, code) => {
    const id = await openOne();
    expect(await run(postPraiseOriginal, { id, place: '公告栏', on })).toBe(code);
    expect((await praiseOf(id)).original).toBeNull();
  });

  it('is corrected only with a reason once something hangs, and a department more opens it again', async () => {
    const id = await openOne({ ...ofTwo(), employees: ofTwo().employees.slice(0, 1) });
    expect(await run(changePraisePosting, { ...ofTwo(), id, employees: ofTwo().employees.slice(0, 1), note: '补' })).toBe('');
    expect(await run(postPraiseOriginal, { id, place: '公告栏' })).toBe('');
    expect(await run(postPraiseOriginal, { id, place: '大厅' })).toBe('reasonMissing');
    expect(await run(postPraiseOriginal, { id, place: '大厅' }, { reason: '写错位置' })).toBe('');
    expect(await run(postPraiseCopy, { id, place: '看板', departmentId: department('工程部') })).toBe('');
    expect((await praiseOf(id)).state).toBe('closed');
    expect(await run(changePraisePosting, { ...ofTwo(), id })).toBe('reasonMissing');
    expect(await run(changePraisePosting, { ...ofTwo(), id }, { reason: '漏了王磊' })).toBe('');
    expect((await praiseOf(id)).state).toBe('open');
    expect(await run(cancelPraisePosting, { id, cancelReason: '' })).toBe('inputInvalid');
    expect(await run(cancelPraisePosting, { id, cancelReason: '重复' })).toBe('');
    expect(await run(postPraiseCopy, { id, place: '岗亭', departmentId: department('保安部') })).toBe('alreadyCancelled');
    expect(await run(filePraisePosting, { id })).toBe('alreadyCancelled');
    expect(await run(thankPraiseCustomer, { id, how: 'call' })).toBe('alreadyCancelled');
  });

  it('is taken down once, not before it hung, and stays closed', async () => {
    const id = await openOne({ ...ofTwo(), receivedOn: '2026-11-20', employees: [], departmentIds: [department('保洁部')] });
    expect(await run(takeDownPraise, { id })).toBe('notHanging');
    expect(await run(postPraiseOriginal, { id, place: '公告栏', on: '2026-11-22' })).toBe('');
    expect(await run(postPraiseCopy, { id, place: '更衣室', departmentId: department('保洁部') })).toBe('');
    expect(await run(takeDownPraise, { id, on: '2026-11-21' })).toBe('dateTooEarly');
    expect(await run(takeDownPraise, { id })).toBe('');
    expect(await run(takeDownPraise, { id })).toBe('notHanging');
    expect(await run(takeDownPraise, { id, departmentId: department('保洁部') })).toBe('');
    expect(await praiseOf(id)).toMatchObject({ state: 'closed', original: { takenDownOn: TODAY }, copies: [{ takenDownOn: TODAY }] });
  });

  it('keeps reward notice, place and photos without a reason; a steward may not write it', async () => {
    const id = await openOne();
    expect(await run(filePraisePosting, { id, rewardNoticeNumber: '奖2026-18', keptWhere: '档案柜 3' })).toBe('');
    expect(await praiseOf(id)).toMatchObject({ rewardNoticeNumber: '奖2026-18', keptWhere: '档案柜 3' });
    session.become(personCalled('何志强'));
    expect(await run(filePraisePosting, { id, keptWhere: '别处' })).toBe('notAllowed');
    session.become(personCalled('林晓燕'));
  });
});

describe('any order of steps', () => {
  const departments = ['工程部', '保安部', '保洁部'];
  const step = fc.oneof(
    fc.record({ do: fc.constant('original' as const), on: fc.constantFrom('', TODAY, '2026-11-24', '2026-11-01') }),
    fc.record({ do: fc.constant('copy' as const), where: fc.constantFrom(...departments) }),
    fc.record({ do: fc.constant('down' as const), where: fc.constantFrom('', ...departments) }),
    fc.record({ do: fc.constant('change' as const), where: fc.subarray(departments), reason: fc.constantFrom('', '更正') }),
    fc.record({ do: fc.constant('cancel' as const) }),
    fc.record({ do: fc.constant('thank' as const) }),
  );

  it('leaves a praise closed exactly when nothing is missing, and the numbers without gap or twin', async () => {
    await fc.assert(
      fc.asyncProperty(fc.subarray(departments), fc.array(step, { maxLength: 10 }), async (first, steps) => {
        const named = (names: string[]) => ({ ...ofTwo(), employees: [], departmentIds: names.map(department) });
        const id = await openOne(named(first));
        for (const one of steps) {
          if (one.do === 'original') await run(postPraiseOriginal, { id, place: '公告栏', on: one.on });
          if (one.do === 'copy') await run(postPraiseCopy, { id, place: '看板', departmentId: department(one.where) });
          if (one.do === 'down') await run(takeDownPraise, { id, departmentId: one.where === '' ? '' : department(one.where) });
          if (one.do === 'change') await run(changePraisePosting, { ...named(one.where), id }, { reason: one.reason });
          if (one.do === 'cancel') await run(cancelPraisePosting, { id, cancelReason: '试' });
          if (one.do === 'thank') await run(thankPraiseCustomer, { id, how: 'call' });
          const praise = await praiseOf(id);
          const hangsIn = praise.copies.map((copy) => copy.departmentId);
          const whole =
            praise.original !== null && praise.departmentIds.length > 0 && praise.departmentIds.every((to) => hangsIn.includes(to));
          expect(praise.state).toBe(praise.state === 'cancelled' ? 'cancelled' : whole ? 'closed' : 'open');
        }
      }),
      { numRuns: 40 },
    );
    const serials = (await session.database.praises.toArray()).map((praise) => praise.numberSerial).toSorted((a, b) => a - b);
    expect(serials).toEqual(serials.map((_serial, index) => index + 1));
  });
});
