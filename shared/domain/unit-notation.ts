/**
 * One flat, many spellings: 3栋2单元1502, 3-2-1502, 3#2-1502, ３－２－１５０２, 3 2 1502 and 12栋801 (no unit) all name a place the
 * same way everywhere (DOMAIN §9), and so do 3栋2门1502 and 3号1502, as units and buildings are called elsewhere in the
 * country. B2-117 is a parking space, 商铺12 a shop: those keep their own names.
 */
export interface UnitNotation {
  building: string;
  /** `''` when the building has no units (12栋801). */
  unit: string;
  room: string;
}

const NUMBERED = /^(\d{1,3})-(?:(\d{1,2})-)?(\d{2,5}[A-Z]?)$/;
const ONES = ['', ...'一二三四五六七八九'];

/** 1 to 99 as they are said; behind a hundred it is 零一 and 一十, while 十 alone begins the short ones. */
function saidBelowHundred(value: number, behindHundred: boolean): string {
  const tens = Math.floor(value / 10);
  const ones = ONES[value % 10] ?? '';
  if (tens === 0) return behindHundred && ones !== '' ? `零${ones}` : ones;
  return `${tens === 1 && !behindHundred ? '' : ONES[tens]}十${ones}`;
}

/** 1 to 999 in Chinese numerals. No building has a higher number. */
const NUMERALS = new Map(
  Array.from({ length: 999 }, (_none, at) => {
    const value = at + 1;
    const hundreds = Math.floor(value / 100);
    return [`${hundreds === 0 ? '' : `${ONES[hundreds]}百`}${saidBelowHundred(value % 100, hundreds > 0)}`, String(value)];
  }),
);

/** A Chinese numeral as digits; anything else unchanged. */
function numeralToDigits(text: string): string {
  return NUMERALS.get(text) ?? text;
}

/**
 * Full-width to half-width, every kind of dash to `-`, also a blank, comma or point between numbers; blanks beside Chinese
 * characters dropped, Chinese numerals of a building or unit as digits, upper case, no 室, 号, 车位 at the end.
 */
export function normaliseUnitText(text: string): string {
  const tidied = tidyUnitText(text);
  // What one rule takes away may leave something for another (第第3座): what is stored must read the same ever after.
  return tidied === text ? text : normaliseUnitText(tidied);
}

function tidyUnitText(text: string): string {
  return text
    .normalize('NFKC')
    .toUpperCase()
    .trim()
    .replaceAll(/[‐‑‒–—―−_/\\]/g, '-')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/ ?(\p{Script=Han}|#) ?/gu, '$1')
    .replaceAll(/[一二三四五六七八九十百零]+(?=栋|幢|座|号楼|号\d|单元|门\d)/g, numeralToDigits)
    .replaceAll(/第(?=\d+(?:栋|幢|座|号楼|号\d|单元|门\d))/g, '')
    .replaceAll(/(?<=\d) ?[.,、。· ] ?(?=\d)/g, '-')
    .replaceAll(/ ?-[- ]*/g, '-')
    .replace(/(?<=\d[A-Z]?)(?:室|房|号|车位)+$/, '')
    .trim();
}

/** 3栋2单元15 → 3-2-15: the marks of building and unit become dashes, leading zeros of both go. */
function dashed(plain: string): string {
  return (
    plain
      // 号 alone may be anything before a word (3号车库).
      .replace(/^(\d{1,3})(?:栋|幢|号楼|座|#楼?|号(?=-?\d))-?/, '$1-')
      .replace(/^(\d{1,3}-\d{1,2})(?:单元|门)-?/, '$1-')
      .replace(/^0*(\d{1,3})-(?:0*(\d{1,2})-)?/, (_whole, building: string, unit: string | undefined) =>
        unit === undefined ? `${building}-` : `${building}-${unit}-`,
      )
  );
}

/** Reads a numbered flat; `null` for anything else (parking spaces, shops, aliases), which is looked up by name. */
export function parseUnit(text: string): UnitNotation | null {
  const match = NUMBERED.exec(dashed(normaliseUnitText(text)));
  if (match === null) return null;
  const [, building = '', unit = '', room = ''] = match;
  return { building, unit, room };
}

/** The short form used on screens and paper: `3-2-1502`, `12-801`. */
export function formatUnit(notation: UnitNotation): string {
  return [notation.building, notation.unit, notation.room].filter((part) => part !== '').join('-');
}

/** The canonical text of any place: numbered flats in short form, other names normalised but kept. */
export function canonicalUnit(text: string): string {
  const parsed = parseUnit(text);
  return parsed === null ? normaliseUnitText(text) : formatUnit(parsed);
}

function padNumbers(text: string): string {
  return text.replaceAll(/\d+/g, (digits) => digits.padStart(6, '0'));
}

/** Sort key that orders by number: 2-… before 10-…, and 12-801 (no unit) before 12-1-101. Compare by code units. */
export function unitSortKey(text: string): string {
  const parsed = parseUnit(text);
  if (parsed === null) return padNumbers(canonicalUnit(text));
  return padNumbers(`${parsed.building}-${parsed.unit === '' ? '0' : parsed.unit}-${parsed.room}`);
}

/**
 * What canonical names a partly typed place begins with: `3栋2单元15` and `3 2 15` → `3-2-15`, `3栋` → `3-` (3, not 30).
 * `''` for nothing typed.
 */
export function unitPrefix(typed: string): string {
  return dashed(normaliseUnitText(typed));
}

/**
 * What the names of a partly typed place may begin with: the short form, and the words as they stand, for a name may begin like
 * a flat's and be none (6栋地下室, 3栋商铺12), or was kept before its notation was known (3号1502). Empty for nothing typed.
 */
export function unitBeginnings(typed: string): string[] {
  return [...new Set([unitPrefix(typed), canonicalUnit(typed), normaliseUnitText(typed)])].filter((beginning) => beginning !== '');
}
