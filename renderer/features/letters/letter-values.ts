import { letterInput, type Letter, type LetterInput } from '../../../shared/domain/letter.ts';

/** Values of a half-filled letter form as they were kept; what no longer fits is left out rather than losing the rest. */
export function restoreLetter(kept: Record<string, unknown>): LetterInput {
  const whole = letterInput.safeParse(kept);
  if (whole.success) return whole.data;
  const wrong = new Set(whole.error.issues.map((issue) => String(issue.path[0])));
  return letterInput.parse(Object.fromEntries(Object.entries(kept).filter(([key]) => !wrong.has(key))));
}

/** The fields of a registered letter that its form changes. */
export function letterFields(letter: Letter): LetterInput {
  return letterInput.parse(letter);
}
