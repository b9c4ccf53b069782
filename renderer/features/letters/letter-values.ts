import { z } from 'zod';
import { knownNumber, phoneOf } from '../../../shared/domain/known-number.ts';
import { letterInput, type Letter } from '../../../shared/domain/letter.ts';

/** What the letter's form holds: the letter, and where its phone came from. */
const letterValues = letterInput.extend({ phoneFrom: knownNumber.nullable().default(null) });
export type LetterValues = z.output<typeof letterValues>;

/** Values of a half-filled letter form as they were kept; what no longer fits is left out rather than losing the rest. */
export function restoreLetter(kept: Record<string, unknown>): LetterValues {
  const whole = letterValues.safeParse(kept);
  if (whole.success) return whole.data;
  const wrong = new Set(whole.error.issues.map((issue) => String(issue.path[0])));
  return letterValues.parse(Object.fromEntries(Object.entries(kept).filter(([key]) => !wrong.has(key))));
}

/** The fields of a registered letter that its form changes. */
export function letterFields(letter: Letter): LetterValues {
  return { ...letterInput.parse(letter), phoneFrom: phoneOf('letters', letter) };
}
