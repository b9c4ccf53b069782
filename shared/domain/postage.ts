import { z } from 'zod';

const price = (fen: number) => z.int().min(0).max(100_000).default(fen);

/** Letter postage of China Post in fen (DOMAIN §13), editable in Settings. */
export const postageSettings = z.object({
  /** Per 20 g up to 100 g. */
  localPer20g: price(80),
  elsewherePer20g: price(120),
  /** Per further 100 g beyond 100 g. */
  localPer100g: price(120),
  elsewherePer100g: price(200),
  registration: price(300),
  returnReceipt: price(300),
  maxGrams: z.int().min(20).max(100_000).default(2000),
});
export type PostageSettings = z.infer<typeof postageSettings>;

export function defaultPostage(): PostageSettings {
  return postageSettings.parse({});
}

/** Digits of a postcode that name the city; what is posted within it pays local postage. */
const CITY_DIGITS = 3;

/** Whether two postcodes lie in one city, as far as the codes tell: a guess to begin with, put right at the counter. */
export function sameCity(postcode: string, other: string): boolean {
  return postcode.length === 6 && postcode.slice(0, CITY_DIGITS) === other.slice(0, CITY_DIGITS);
}

export interface LetterToPost {
  grams: number;
  /** Within the same city. */
  local: boolean;
  registered: boolean;
  returnReceipt: boolean;
}

export type PostageAnswer =
  | { ok: true; postageFen: number; registrationFen: number; returnReceiptFen: number; totalFen: number }
  | { ok: false; problem: 'noWeight' | 'tooHeavy' };

/** Charges for one letter in fen, each part named, since the posting list has a column for each. */
export function postageOf(letter: LetterToPost, prices: PostageSettings): PostageAnswer {
  if (!(letter.grams > 0)) return { ok: false, problem: 'noWeight' };
  if (letter.grams > prices.maxGrams) return { ok: false, problem: 'tooHeavy' };
  const per20 = letter.local ? prices.localPer20g : prices.elsewherePer20g;
  const per100 = letter.local ? prices.localPer100g : prices.elsewherePer100g;
  const upTo100 = Math.ceil(Math.min(letter.grams, 100) / 20) * per20;
  const beyond = Math.ceil(Math.max(0, letter.grams - 100) / 100) * per100;
  const postageFen = upTo100 + beyond;
  const registrationFen = letter.registered ? prices.registration : 0;
  const returnReceiptFen = letter.returnReceipt ? prices.returnReceipt : 0;
  return { ok: true, postageFen, registrationFen, returnReceiptFen, totalFen: postageFen + registrationFen + returnReceiptFen };
}
