import { z } from 'zod';
import { SEARCHED_TABLES } from './search-text.ts';

/** To the worker: open this database, or look for what was typed. */
export const searchRequest = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('open'), database: z.string() }),
  z.object({ kind: z.literal('find'), id: z.int(), typed: z.string(), limit: z.int() }),
]);
export type SearchRequest = z.infer<typeof searchRequest>;

/** From the worker: the hits of one request; `null` when it could not look. */
export const searchAnswer = z.object({
  id: z.int(),
  groups: z.array(z.object({ table: z.enum(SEARCHED_TABLES), ids: z.array(z.string()) })).nullable(),
});
export type SearchAnswer = z.infer<typeof searchAnswer>;
