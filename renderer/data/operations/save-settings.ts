import { z } from 'zod';
import { FailureError } from '../../../shared/contract/result.ts';
import { prefixProblem, type NumberFormats } from '../../../shared/domain/number-series.ts';
import { SETTINGS_ID, settingsInput, settingsRecord } from '../../../shared/domain/settings.ts';
import type { BookDatabase } from '../database.ts';
import { defineOperation, nothingToPrepare } from '../perform.ts';
import { readHistory } from '../queries/record-history.ts';

const withNumbers = z.object({ numbers: settingsRecord.shape.numbers });

/** Every format of numbers that was ever in force, from the history of the settings. */
async function formerFormats(database: BookDatabase): Promise<NumberFormats[]> {
  const history = await readHistory(database, 'settings', SETTINGS_ID);
  return history.flatMap(({ change }) => {
    const read = withNumbers.safeParse({ ...change.after });
    return change.after?.['numbers'] === undefined || !read.success ? [] : [read.data.numbers];
  });
}

/**
 * Changes the estate's settings; the rules fixed by the procedures are not among them. Failures: `prefixTaken` (another
 * register numbers with it, or once did), `prefixEndsInYear`, `prefixNotScannable`, each with the field.
 */
export const saveSettings = defineOperation({
  name: 'save-settings',
  input: settingsInput,
  tables: [],
  prepare: nothingToPrepare,
  async run(context, input) {
    const before = context.requireSettings();
    if (JSON.stringify(input.numbers) !== JSON.stringify(before.numbers)) {
      const wrong = prefixProblem(input.numbers, await formerFormats(context.database));
      if (wrong !== null) {
        const { problem, register } = wrong;
        const { prefix } = input.numbers[register];
        const place = { field: `numbers.${register}.prefix`, prefix };
        throw new FailureError(problem, 'takenBy' in wrong ? { ...place, register: wrong.takenBy } : place);
      }
    }
    await context.put('settings', { ...before, ...input });
    return SETTINGS_ID;
  },
});
