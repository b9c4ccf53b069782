import { expect } from 'vitest';
import type { z } from 'zod';
import { lastOperation } from '../../renderer/data/database.ts';
import { perform, type Operation, type PerformOptions } from '../../renderer/data/perform.ts';
import type { Failure } from '../../shared/contract/result.ts';
import type { OperationPayload } from '../../shared/journal/operation-payload.ts';
import { ROLES, type Role } from '../../shared/domain/person.ts';
import type { SampleDesk } from './sample-desk.ts';

/** Every row of every table as text: the registers, the series of numbers, the operations. */
async function dumpBook({ session }: SampleDesk): Promise<Map<string, string>> {
  const rows = session.database.tables.map(async (table) => [table.name, JSON.stringify(await table.toArray())] as const);
  return new Map(await Promise.all(rows));
}

/** The tables that are not row for row what they were. Whole books side by side would tell nobody anything. */
async function changedSince(desk: SampleDesk, before: Map<string, string>): Promise<string[]> {
  const now = await dumpBook(desk);
  return [...now].flatMap(([name, rows]) => (rows === before.get(name) ? [] : [name]));
}

/** What the last operation says of itself: who, when, why, and every row before and after. */
export async function lastPayload({ session }: SampleDesk): Promise<OperationPayload> {
  const row = await lastOperation(session.database);
  if (row?.payload === undefined || row.payload === null) throw new Error('the book has no operation');
  const payload: OperationPayload = JSON.parse(row.payload);
  return payload;
}

/** What has to succeed before anything can be tried: throws the code of what did not. */
export async function ok(code: Promise<string>): Promise<void> {
  const failed = await code;
  if (failed !== '') throw new Error(failed);
}

/** Has an operation refused, and sees that the book is the same row for row afterwards. */
export async function refusal<Input extends z.ZodType, Prepared>(
  desk: SampleDesk,
  name: string,
  operation: Operation<Input, Prepared>,
  input: z.input<Input>,
  options?: PerformOptions,
): Promise<Failure> {
  const before = await dumpBook(desk);
  desk.session.become(desk.person(name));
  const result = await perform(desk.session, operation, input, options);
  expect(await changedSince(desk, before)).toEqual([]);
  return result.ok ? { code: 'not refused' } : result.error;
}

/** Runs an operation twice under one operation id; the second time must answer the same and change nothing. */
export async function repeated<Input extends z.ZodType, Prepared>(
  desk: SampleDesk,
  name: string,
  operation: Operation<Input, Prepared>,
  input: z.input<Input>,
  options: PerformOptions = {},
): Promise<void> {
  const once = { ...options, operationId: crypto.randomUUID() };
  desk.session.become(desk.person(name));
  const first = await perform(desk.session, operation, input, once);
  expect(first).toMatchObject({ ok: true });
  const after = await dumpBook(desk);
  const again = await perform(desk.session, operation, input, once);
  const answer = first.ok ? { id: first.value.id, sequence: first.value.sequence } : {};
  expect(again).toMatchObject({ ok: true, value: answer });
  expect(await changedSince(desk, after)).toEqual([]);
}

/**
 * The roles an operation lets in, asked of one person of every role.
 * @param missing an input about a record that is not there: whoever may, fails with `recordMissing`, and nothing is written
 */
export async function rolesLetIn<Input extends z.ZodType, Prepared>(
  desk: SampleDesk,
  operation: Operation<Input, Prepared>,
  missing: z.input<Input>,
): Promise<Role[]> {
  const people = await desk.session.database.people.toArray();
  const before = await dumpBook(desk);
  const letIn: Role[] = [];
  for (const role of ROLES) {
    const holder = people.find((person) => person.roles.length === 1 && person.roles[0] === role);
    if (holder === undefined) throw new Error(`the sample has nobody who is ${role} alone`);
    const code = await desk.as(holder.name, operation, missing);
    if (code === 'recordMissing') letIn.push(role);
    else expect(code).toBe('notAllowed');
  }
  expect(await changedSince(desk, before)).toEqual([]);
  return letIn;
}

/** Who may write what the desk writes, and what only the assistant decides (DOMAIN §1). */
export const THE_DESK: Role[] = ['receptionist', 'assistant', 'supervisor'];
export const ASSISTANT_AND_SUPERVISOR: Role[] = ['assistant', 'supervisor'];
