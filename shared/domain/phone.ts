/** Full width and half width alike, and every dash a keyboard or a copied line brings (－ – — ——) as the one. */
function plainPhone(text: string): string {
  return text
    .normalize('NFKC')
    .trim()
    .replaceAll(/[-\u2010-\u2015\u2212]+/g, '-');
}

/**
 * Digits of a number as it is dialled and searched: `138 0571 0099` → `13805710099`; an extension keeps its mark: `x802`,
 * China's own country code goes.
 */
export function normalisePhone(text: string): string {
  const plain = plainPhone(text);
  const spoken = /^(.*?\d.*?)(?:转|分机|ext\.?|x)\s*(\d{1,6})$/i.exec(plain);
  // A group after a landline's whole number is the extension: 0571-88123456-802, 8812 3456-802, 0571-88123456(802).
  const behind = /^((?:\(0\d{2,3}\)|0\d{2,3}-?)?\s*[2-9]\d{2,3}\s?\d{4})\s*(?:-\s*(\d{1,6})|\((\d{1,6})\))$/.exec(plain);
  const match = spoken ?? behind;
  const marked = (match?.[1] ?? plain).replaceAll(/[^\d+]/g, '').replaceAll(/(?!^)\+/g, '');
  const digits = marked
    .replace(/^(?:\+|00)86(?=1[3-9]\d{9}$|0\d{9,11}$)/, '')
    // Behind the country code an area code has lost its 0; 400 and 800 are none.
    .replace(/^(?:\+|00)86(?=(?![48]00)(?:10|[2-9]\d{1,2})\d{7,8}$)/, '0');
  if (!/\d/.test(digits)) return '';
  return match === null ? digits : `${digits}x${match[2] ?? match[3]}`;
}

/**
 * Masked for screens and lists (DOMAIN §15): mobile numbers 138****8000; landlines keep their area code and last two;
 * foreign and other numbers the first three marks and last two.
 */
export function maskPhone(text: string): string {
  const number = normalisePhone(text);
  if (number === '') return text;
  const [base = '', extension] = number.split('x');
  const tail = extension === undefined ? '' : ` x${extension}`;
  return `${maskBase(base)}${tail}`;
}

function maskBase(base: string): string {
  if (/^1\d{10}$/.test(base)) return `${base.slice(0, 3)}****${base.slice(-4)}`;
  const areaCode = /^0(?:10|2\d|[3-9]\d{2})(?=\d{7,8}$)/.exec(base)?.[0];
  if (areaCode !== undefined) return `${areaCode}****${base.slice(-2)}`;
  if (base.length >= 9) return `${base.slice(0, 3)}****${base.slice(-2)}`;
  if (base.length >= 7) return `${base.slice(0, 2)}****${base.slice(-2)}`;
  const shown = base.length > 2 ? 2 : 0;
  return `${'*'.repeat(base.length - shown)}${shown === 0 ? '' : base.slice(-shown)}`;
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
  return /^\+?\d{3,15}(?:x\d{1,6})?$/.test(normalisePhone(text)) && /^[\d+(][\d\s+()\-x转分机ext.]*$/i.test(plainPhone(text));
}
