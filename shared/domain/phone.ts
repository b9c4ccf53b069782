/** Digits of a number as it is dialled and searched: `138 0571 0099` → `13805710099`; an extension keeps its mark: `x802`. */
export function normalisePhone(text: string): string {
  const plain = text.normalize('NFKC').trim();
  const match = /^(.*?)(?:转|分机|ext\.?|x)\s*(\d{1,6})$/i.exec(plain);
  const digits = (match?.[1] ?? plain).replaceAll(/[^\d+]/g, '');
  return match === null ? digits : `${digits}x${match[2]}`;
}

/** Masked for screens and lists (DOMAIN §15): 138****8000; landlines keep their area code and last two. */
export function maskPhone(text: string): string {
  const number = normalisePhone(text);
  if (number === '') return text;
  const [base = '', extension] = number.split('x');
  const tail = extension === undefined ? '' : ` x${extension}`;
  if (base.length >= 11) return `${base.slice(0, 3)}****${base.slice(-4)}${tail}`;
  if (base.length >= 7) return `${base.slice(0, base.length - 6)}****${base.slice(-2)}${tail}`;
  return `${'*'.repeat(Math.max(0, base.length - 2))}${base.slice(-2)}${tail}`;
}

/** First 3 and last 4 of an ID number (DOMAIN §15). */
export function maskIdNumber(text: string): string {
  return text.length < 8 ? '*'.repeat(text.length) : `${text.slice(0, 3)}${'*'.repeat(text.length - 7)}${text.slice(-4)}`;
}

/** The last four digits of the number itself, for searching; `''` when it is shorter. */
export function lastFour(text: string): string {
  const base = normalisePhone(text).split('x')[0] ?? '';
  return base.length >= 4 ? base.slice(-4) : '';
}

/** Whether the text can be a phone number at all: 3 to 15 digits, the usual marks, an extension. */
export function isPhone(text: string): boolean {
  return /^\+?\d{3,15}(x\d{1,6})?$/.test(normalisePhone(text)) && /^[\d\s+()\-－—x转分机ext.]+$/i.test(text.normalize('NFKC'));
}
