import { z } from 'zod';
import { FailureError } from '../../../shared/contract/result.ts';
import { buildingInput } from '../../../shared/domain/property.ts';
import { unitSortKey } from '../../../shared/domain/unit-notation.ts';
import { defineOperation, nothingToPrepare } from '../perform.ts';

export const saveBuildingInput = buildingInput.extend({ id: z.string().min(1).max(64) });

/** Puts a building on file or changes one. Fails with `nameTaken`. */
export const saveBuilding = defineOperation({
  name: 'save-building',
  input: saveBuildingInput,
  tables: ['buildings'],
  prepare: nothingToPrepare,
  async run(context, input) {
    const sortKey = unitSortKey(input.name);
    const twin = await context.database.buildings.where('sortKey').equals(sortKey).first();
    if (twin !== undefined && twin.id !== input.id) throw new FailureError('nameTaken', { name: input.name });
    const known = await context.find('buildings', input.id);
    await context.put('buildings', { ...(known ?? context.newRecord()), ...input, sortKey });
    return input.id;
  },
});
