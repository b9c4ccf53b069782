import { describe, expect, it } from 'vitest';
import { employeesNamedIn } from './praise-posting.ts';

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
