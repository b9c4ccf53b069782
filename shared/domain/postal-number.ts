/**
 * Numbers of registered mail. International: UPU S10, two letters, eight digits, check digit, country. Domestic (China
 * Post): two letters, eight digits, check digit, two-digit province code. The domestic inner structure is not an official
 * text we hold, so a domestic check digit that does not fit warns and never blocks.
 */
const DOMESTIC = /^[A-Z]{2}(\d{8})(\d)\d{2}$/;
const INTERNATIONAL = /^[A-Z]{2}(\d{8})(\d)[A-Z]{2}$/;
const WEIGHTS = [8, 6, 4, 2, 3, 5, 9, 7] as const;

export const POSTAL_NUMBER_PROBLEMS = ['missing', 'form', 'checkDigit', 'checkDigitDomestic', 'usedBefore'] as const;
export type PostalNumberProblem = (typeof POSTAL_NUMBER_PROBLEMS)[number];

export interface PostalNumberAnswer {
  /** Half-width, upper case, without blanks. */
  number: string;
  kind: 'domestic' | 'international' | 'unknown';
  /** What stops posting. */
  errors: PostalNumberProblem[];
  /** What is said and may be passed over. */
  warnings: PostalNumberProblem[];
}

/** `ra 473 124 829 cn` → `RA473124829CN`; full-width letters and digits become half-width. */
export function normalisePostalNumber(text: string): string {
  return text.normalize('NFKC').replaceAll(/[\s-]/g, '').toUpperCase();
}

/**
 * Check digit of eight digits by UPU S10: weights 8 6 4 2 3 5 9 7, C = 11 − (Σ mod 11), 10 → 0, 11 → 5.
 * @throws RangeError when the serial is not eight digits
 */
export function postalCheckDigit(serial: string): number {
  if (!/^\d{8}$/.test(serial)) throw new RangeError(`serial of eight digits expected, received ${serial.length} characters`);
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(serial[index]), 0);
  const digit = 11 - (sum % 11);
  if (digit === 10) return 0;
  return digit === 11 ? 5 : digit;
}

/**
 * Looks at a postal number. Only registered mail is checked: EMS and couriers number as they like. `usedWithin12Months`
 * are the numbers posted or received in the past twelve months.
 */
export function checkPostalNumber(
  text: string,
  registered: boolean,
  usedWithin12Months: ReadonlySet<string> = new Set(),
): PostalNumberAnswer {
  const number = normalisePostalNumber(text);
  const answer: PostalNumberAnswer = { number, kind: 'unknown', errors: [], warnings: [] };
  if (usedWithin12Months.has(number)) answer.warnings.push('usedBefore');
  if (!registered) return answer;
  if (number === '') return { ...answer, errors: ['missing'] };
  const international = INTERNATIONAL.exec(number);
  const domestic = DOMESTIC.exec(number);
  const [, serial, digit] = international ?? domestic ?? [];
  if (serial === undefined || digit === undefined) return { ...answer, errors: ['form'] };
  answer.kind = international === null ? 'domestic' : 'international';
  if (postalCheckDigit(serial) !== Number(digit)) {
    if (answer.kind === 'international') answer.errors.push('checkDigit');
    else answer.warnings.push('checkDigitDomestic');
  }
  return answer;
}
