import { z } from 'zod';

/** To the worker: read this database through. */
export const checkRequest = z.object({ database: z.string(), operations: z.int() });
export type CheckRequest = z.infer<typeof checkRequest>;

/** From the worker: `null` when everything could be read, otherwise what the store said. */
export const checkAnswer = z.object({ problem: z.string().nullable() });
export type CheckAnswer = z.infer<typeof checkAnswer>;
