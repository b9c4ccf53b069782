import { describe, expect, it } from 'vitest';
import { headsDepartment, holdsRole, mayAnswerCalls, type Role } from './person.ts';

describe('holdsRole', () => {
  const roles: Role[] = ['receptionist', 'supervisor'];
  it.each([
    ['one of several roles', { roles, active: true }, 'supervisor', true],
    ['another role', { roles, active: true }, 'assistant', false],
    ['no role at all', { roles: [], active: true }, 'supervisor', false],
    ['somebody who left', { roles, active: false }, 'supervisor', false],
  ] as const)('%s', (_name, person, role, holds) => {
    expect(holdsRole(person, role)).toBe(holds);
  });
});

describe('mayAnswerCalls (2:3.1.7)', () => {
  it.each([
    [true, true, true],
    [true, false, false],
    [false, true, false],
  ])('on the roster: %s, cleared: %s', (active, clearedForDuty, may) => {
    expect(mayAnswerCalls({ active, clearedForDuty })).toBe(may);
  });
});

describe('headsDepartment (4:职责4)', () => {
  const named = { id: 'p', departmentId: '', roles: [] as Role[], active: true };
  const byRole = { id: 'q', departmentId: 'engineering', roles: ['departmentHead'] as Role[], active: true };
  it.each([
    ['named as its head', named, true],
    ['named as its head, but left', { ...named, active: false }, false],
    ['a head by role in it', byRole, true],
    ['a head by role in it, but left', { ...byRole, active: false }, false],
    ['a head by role elsewhere', { ...byRole, departmentId: 'security' }, false],
    ['somebody else in it', { ...byRole, roles: ['lawyer'] as Role[] }, false],
  ])('%s', (_name, person, heads) => {
    expect(headsDepartment(person, { id: 'engineering', headId: 'p' })).toBe(heads);
  });
});
