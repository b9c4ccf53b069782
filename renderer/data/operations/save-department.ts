import { z } from 'zod';
import { FailureError } from '../../../shared/contract/result.ts';
import { departmentInput } from '../../../shared/domain/person.ts';
import { pinyinOf } from '../name-keys.ts';
import { defineOperation } from '../perform.ts';

export const saveDepartmentInput = departmentInput.extend({ id: z.string().min(1).max(64) });

/** Puts a department on file or changes one. Fails with `nameTaken` when the same organisation has another of that name. */
export const saveDepartment = defineOperation({
  name: 'save-department',
  input: saveDepartmentInput,
  tables: ['departments'],
  prepare: (input) => pinyinOf(input.name),
  async run(context, input, keys) {
    const twin = await context.database.departments
      .filter((one) => one.id !== input.id && one.active && one.organisation === input.organisation && one.name === input.name)
      .first();
    if (twin !== undefined && input.active) throw new FailureError('nameTaken', { name: input.name });
    const known = await context.find('departments', input.id);
    await context.put('departments', { ...(known ?? context.newRecord()), ...input, ...keys });
    return input.id;
  },
});
