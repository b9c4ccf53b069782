import { z } from 'zod';
import { FailureError } from '../../../shared/contract/result.ts';
import { unitInput, type UnitInput } from '../../../shared/domain/property.ts';
import { canonicalUnit, unitSortKey } from '../../../shared/domain/unit-notation.ts';
import { defineOperation, nothingToPrepare } from '../perform.ts';

export const saveUnitInput = unitInput.extend({ id: z.string().min(1).max(64) });

/** What a unit is found and sorted by: every spelling of its name and its aliases in canonical form. */
export function unitKeys(input: Pick<UnitInput, 'name' | 'aliases'>): { canonical: string; sortKey: string; names: string[] } {
  const canonical = canonicalUnit(input.name);
  return { canonical, sortKey: unitSortKey(input.name), names: [...new Set([canonical, ...input.aliases.map(canonicalUnit)])] };
}

/** Puts a unit on file or changes one. Fails with `unitExists` when another place goes by that name or alias. */
export const saveUnit = defineOperation({
  name: 'save-unit',
  input: saveUnitInput,
  tables: ['units'],
  prepare: nothingToPrepare,
  async run(context, input) {
    const keys = unitKeys(input);
    const namesakes = await context.database.units.where('names').anyOf(keys.names).toArray();
    const twin = namesakes.find((unit) => unit.id !== input.id);
    if (twin !== undefined) throw new FailureError('unitExists', { name: twin.name });
    const known = await context.find('units', input.id);
    await context.put('units', { ...(known ?? context.newRecord()), ...input, ...keys });
    return input.id;
  },
});
