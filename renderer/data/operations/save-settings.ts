import { SETTINGS_ID, settingsInput } from '../../../shared/domain/settings.ts';
import { defineOperation, nothingToPrepare } from '../perform.ts';

/** Changes the estate's settings; the rules fixed by the procedures are not among them. */
export const saveSettings = defineOperation({
  name: 'save-settings',
  input: settingsInput,
  tables: [],
  prepare: nothingToPrepare,
  async run(context, input) {
    await context.put('settings', { ...context.requireSettings(), ...input });
    return SETTINGS_ID;
  },
});
