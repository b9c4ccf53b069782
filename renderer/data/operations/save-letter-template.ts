import { z } from 'zod';
import { letterTemplateInput } from '../../../shared/domain/reply-letter.ts';
import { defineOperation, nothingToPrepare } from '../perform.ts';

/** Adds or changes a template of the house; the shipped ones cannot be changed, only copied. */
export const saveLetterTemplate = defineOperation({
  name: 'save-letter-template',
  input: letterTemplateInput.extend({ id: z.string().min(1).max(64) }),
  tables: ['letterTemplates'],
  prepare: nothingToPrepare,
  async run(context, input) {
    const before = await context.find('letterTemplates', input.id);
    await context.put('letterTemplates', { ...(before ?? context.newRecord()), ...input });
    return input.id;
  },
});
