import { z } from 'zod';
import { FailureError } from '../../../shared/contract/result.ts';
import { departmentInput, personInput } from '../../../shared/domain/person.ts';
import { buildingInput, householdInput, outsideNumberInput, unitInput } from '../../../shared/domain/property.ts';
import { SETTINGS_ID, settingsInput } from '../../../shared/domain/settings.ts';
import { unitSortKey } from '../../../shared/domain/unit-notation.ts';
import { holidayYearSchema } from '../../../shared/domain/working-days.ts';
import { pinyinOf } from '../name-keys.ts';
import { defineOperation } from '../perform.ts';
import { householdKeys } from './save-household.ts';
import { unitKeys } from './save-unit.ts';

const withId = { id: z.string().min(1).max(64) };

export const loadSampleInput = z.object({
  settings: settingsInput,
  language: z.enum(['zh', 'en']),
  people: z.array(personInput.extend(withId)).min(1),
  departments: z.array(departmentInput.extend(withId)),
  buildings: z.array(buildingInput.extend(withId)),
  units: z.array(unitInput.extend(withId)),
  households: z.array(householdInput.extend(withId)),
  outsideNumbers: z.array(outsideNumberInput.extend(withId)),
  holidays: z.array(holidayYearSchema),
});

/** The first operation of a sample book: a whole estate at once. Fails with `alreadySetUp`. */
export const loadSample = defineOperation({
  name: 'load-sample',
  input: loadSampleInput,
  tables: ['departments', 'buildings', 'units', 'households', 'outsideNumbers', 'holidays'],
  prepare: async (input) => ({
    people: await Promise.all(input.people.map((person) => pinyinOf(person.name, person.reading))),
    departments: await Promise.all(input.departments.map((department) => pinyinOf(department.name))),
    outsideNumbers: await Promise.all(input.outsideNumbers.map((entry) => pinyinOf(entry.name))),
    households: await Promise.all(input.households.map((household) => householdKeys(household))),
  }),
  async run(context, input, prepared) {
    if (context.settings !== undefined) throw new FailureError('alreadySetUp');
    const base = { ...context.newRecord(), desk: input.settings.desk.code };
    const none = { pinyin: '', initials: '' };
    await context.put('settings', { ...base, ...input.settings, id: SETTINGS_ID, sample: true, setUpLanguage: input.language });
    for (const table of input.holidays) await context.put('holidays', { ...table, id: String(table.year) });
    for (const [at, row] of input.departments.entries())
      await context.put('departments', { ...base, ...row, ...(prepared.departments[at] ?? none) });
    for (const [at, row] of input.people.entries()) await context.put('people', { ...base, ...row, ...(prepared.people[at] ?? none) });
    for (const row of input.buildings) await context.put('buildings', { ...base, ...row, sortKey: unitSortKey(row.name) });
    for (const row of input.units) await context.put('units', { ...base, ...row, ...unitKeys(row) });
    for (const [at, row] of input.households.entries()) {
      const keys = prepared.households[at] ?? { keys: [], phones: [] };
      const force = { state: 'inForce' as const, confirmedBy: context.actorId, confirmedAt: context.now, proposalForId: '' };
      await context.put('households', { ...base, ...row, ...keys, ...force });
    }
    for (const [at, row] of input.outsideNumbers.entries()) {
      await context.put('outsideNumbers', { ...base, ...row, ...(prepared.outsideNumbers[at] ?? none) });
    }
    return SETTINGS_ID;
  },
});
