import { z } from 'zod';
import { FailureError } from '../../../shared/contract/result.ts';
import { holdsRole, personInput } from '../../../shared/domain/person.ts';
import { pinyinOf } from '../name-keys.ts';
import { defineOperation } from '../perform.ts';

/** The id is made when the form opens: a PIN can be set for it, and a repeated click saves the same person. */
export const savePersonInput = personInput.extend({ id: z.string().min(1).max(64) });

/**
 * Puts a person on the roster or changes one. Fails with `lastSupervisor` when nobody would be left who can manage staff
 * and settings.
 */
export const savePerson = defineOperation({
  name: 'save-person',
  input: savePersonInput,
  tables: [],
  prepare: (input) => pinyinOf(input.name, input.reading),
  async run(context, input, keys) {
    const known = await context.find('people', input.id);
    const person = await context.put('people', { ...(known ?? context.newRecord()), ...input, ...keys });
    const supervisors = await context.database.people.filter((one) => holdsRole(one, 'supervisor')).count();
    if (supervisors === 0) throw new FailureError('lastSupervisor');
    return person.id;
  },
});
