import { z } from 'zod';
import { departmentInput, personInput } from '../../../shared/domain/person.ts';
import { SETTINGS_ID, settingsInput } from '../../../shared/domain/settings.ts';
import { holidayYearSchema } from '../../../shared/domain/working-days.ts';
import { FailureError } from '../../../shared/contract/result.ts';
import { nameKeys } from '../name-keys.ts';
import { defineOperation } from '../perform.ts';

const withId = z.object({ id: z.string().min(1).max(64) });

export const setUpEstateInput = z.object({
  settings: settingsInput,
  language: z.enum(['zh', 'en']),
  sample: z.boolean(),
  /** The first person is a supervisor; the id is the one the PIN was set for. */
  person: personInput.extend(withId.shape),
  departments: z.array(departmentInput.extend(withId.shape)),
  holidays: z.array(holidayYearSchema),
});

/** Last two of a name's keys are its pinyin and initials; a Latin name is its own pinyin. */
function pinyinFields(keys: readonly string[]): { pinyin: string; initials: string } {
  return { pinyin: keys.at(-2) ?? '', initials: keys.at(-1) ?? '' };
}

/** The first operation of a book: estate, departments, the first person and the holiday tables. Fails with `alreadySetUp`. */
export const setUpEstate = defineOperation({
  name: 'set-up-estate',
  input: setUpEstateInput,
  tables: ['departments', 'holidays'],
  prepare: async (input) => ({
    person: pinyinFields(await nameKeys(input.person.name, input.person.reading)),
    departments: await Promise.all(input.departments.map(async (department) => pinyinFields(await nameKeys(department.name)))),
  }),
  async run(context, input, prepared) {
    if (context.settings !== undefined) throw new FailureError('alreadySetUp');
    const roles = [...new Set([...input.person.roles, 'supervisor' as const])];
    const base = { ...context.newRecord(), desk: input.settings.desk.code };
    await context.put('settings', { ...base, ...input.settings, id: SETTINGS_ID, sample: input.sample, setUpLanguage: input.language });
    for (const [index, department] of input.departments.entries()) {
      const keys = prepared.departments[index] ?? { pinyin: '', initials: '' };
      await context.put('departments', { ...base, ...department, ...keys });
    }
    for (const table of input.holidays) await context.put('holidays', { ...table, id: String(table.year) });
    await context.put('people', { ...base, ...input.person, ...prepared.person, roles });
    return input.person.id;
  },
});
