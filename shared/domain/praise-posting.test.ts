import { describe, expect, it } from 'vitest';
import {
  employeesNamedIn,
  praisedDepartments,
  praiseGaps,
  praiseRecord,
  praiseState,
  somethingHangs,
  thanksOpen,
  type Praise,
} from './praise-posting.ts';

const on = '2026-11-24';
const [employee] = praiseRecord.shape.employees.parse([{ name: '张强', departmentId: 'engineering' }]);
const original = praiseRecord.shape.original.parse({ place: '大堂', on });
const copyIn = (departmentId: string, hung: string = on) => praiseRecord.shape.copies.parse([{ departmentId, on: hung }]);
const praise = { employees: employee === undefined ? [] : [employee], departmentIds: [], original, copies: copyIn('engineering') };

describe('what still has to hang (2:3.3.3)', () => {
  it.each<[string, Partial<Praise>, ReturnType<typeof praiseGaps>]>([
    ['nothing', {}, []],
    ['the original', { original: null }, ['original']],
    ['an original without its day', { original: original && { ...original, on: '' } }, ['original']],
    ['the copy', { copies: [] }, [{ copyIn: 'engineering' }]],
    ['a copy without its day', { copies: copyIn('engineering', '') }, [{ copyIn: 'engineering' }]],
    ['the copy of this department', { copies: copyIn('security') }, [{ copyIn: 'engineering' }]],
    ['the copy of a department praised as such', { departmentIds: ['security'] }, [{ copyIn: 'security' }]],
    ['one copy for a department named twice', { departmentIds: ['engineering'], copies: [] }, [{ copyIn: 'engineering' }]],
    ['nobody knows where', { employees: [], copies: [] }, ['noDepartment']],
    [
      'where one of two works',
      { employees: [...praise.employees, { personId: '', name: '马䶮', departmentId: '' }] },
      [{ departmentOf: '马䶮' }],
    ],
  ])('%s', (_what, fields, gaps) => {
    const now = { ...praise, ...fields };
    expect(praiseGaps(now)).toEqual(gaps);
    expect(praiseState({ ...now, state: 'open' })).toBe(gaps.length === 0 ? 'closed' : 'open');
    expect(praiseState({ ...now, state: 'closed' })).toBe(gaps.length === 0 ? 'closed' : 'open');
    expect(praiseState({ ...now, state: 'cancelled' })).toBe('cancelled');
  });
  it('a department once, and none without a name', () => {
    const employees = [...praise.employees, ...praise.employees, { personId: '', name: '马䶮', departmentId: '' }];
    expect(praisedDepartments({ employees, departmentIds: ['', 'security', 'engineering'] })).toEqual(['engineering', 'security']);
  });
});

it.each([
  [null, [], false],
  [original, [], true],
  [null, copyIn('engineering'), true],
])('with original %o and copies %o something hangs: %s', (hung, copies, hangs) => {
  expect(somethingHangs({ original: hung, copies })).toBe(hangs);
});

it.each([
  ['open', '', '单雄信', true],
  ['closed', '', '单雄信', true],
  ['cancelled', '', '单雄信', false],
  ['open', '2026-11-24T01:00:00.000Z', '单雄信', false],
  ['open', '', '', false],
] as const)('%s, thanked %s, praised by %s: thanks are open: %s', (state, thankedAt, praisedBy, open) => {
  expect(thanksOpen({ state, thankedAt, praisedBy })).toBe(open);
});

describe('employeesNamedIn', () => {
  const people = ['王芳', '王芳芳', '张强', '高'].map((name) => ({ name, active: true }));
  const left = { name: '周建国', active: false };
  it.each([
    ['感谢张强师傅', ['张强']],
    ['保洁王芳、维修张强', ['王芳', '张强']],
    ['维修张强和保洁王芳', ['张强', '王芳']],
    ['王芳芳帮我拎东西', ['王芳芳']],
    ['王芳芳和王芳都很热心', ['王芳芳', '王芳']],
    ['王芳和王芳芳', ['王芳', '王芳芳']],
    ['周建国已离职', []],
    ['高主管', []],
    ['', []],
  ])('%s names %o', (text, names) => {
    expect(employeesNamedIn(text, [...people, left]).map(({ name }) => name)).toEqual(names);
  });
  it('names two colleagues of one name, for somebody to choose', () => {
    expect(employeesNamedIn('张强好', [...people, { name: '张强', active: true }])).toHaveLength(2);
  });
});
