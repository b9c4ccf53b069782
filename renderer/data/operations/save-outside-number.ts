import { z } from 'zod';
import { outsideNumberInput } from '../../../shared/domain/property.ts';
import { pinyinOf } from '../name-keys.ts';
import { defineOperation } from '../perform.ts';

export const saveOutsideNumberInput = outsideNumberInput.extend({ id: z.string().min(1).max(64) });

/** Puts an authority, a supplier or an emergency number into the directory of outside numbers (4:职责2). */
export const saveOutsideNumber = defineOperation({
  name: 'save-outside-number',
  input: saveOutsideNumberInput,
  tables: ['outsideNumbers'],
  prepare: (input) => pinyinOf(input.name),
  async run(context, input, keys) {
    const known = await context.find('outsideNumbers', input.id);
    await context.put('outsideNumbers', { ...(known ?? context.newRecord()), ...input, ...keys });
    return input.id;
  },
});
