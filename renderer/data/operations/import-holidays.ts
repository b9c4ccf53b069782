import { holidayYearSchema } from '../../../shared/domain/working-days.ts';
import { defineOperation, nothingToPrepare } from '../perform.ts';

/** Puts one year's holidays and make-up days into force; the year's former table is replaced (DOMAIN §14). */
export const importHolidays = defineOperation({
  name: 'import-holidays',
  input: holidayYearSchema,
  tables: ['holidays'],
  prepare: nothingToPrepare,
  async run(context, input) {
    const id = String(input.year);
    await context.put('holidays', { ...input, id });
    return id;
  },
});
