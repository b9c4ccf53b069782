/** Money is kept in fen and typed in yuan: `86.50`, `¥86.5`, `1,234`, `８６．５０`. */

const LARGEST_FEN = 10_000_000_000;

/** Half width without blanks; the 。 that a Chinese keyboard brings for a point is one. */
function plainNumber(text: string): string {
  return text.normalize('NFKC').replaceAll(/\s/g, '').replaceAll('。', '.');
}

/** Digits with at most so many places, as an integer of the smallest place; `null` when it cannot be read. */
function parseFixed(text: string, places: number, largest: number): number | null {
  const parts = new RegExp(String.raw`^(\d{1,3}(?:,\d{3})+|\d+)?(?:\.(\d{0,${places}}))?$`).exec(text);
  if (parts === null || (parts[1] === undefined && (parts[2] ?? '') === '')) return null;
  const value = Number(`${(parts[1] ?? '0').replaceAll(',', '')}${(parts[2] ?? '').padEnd(places, '0')}`);
  return value <= largest ? value : null;
}

/** Yuan as typed, in fen; nothing typed is nothing. `null` when it is no amount or has more than two places. */
export function parseYuan(text: string): number | null {
  const plain = plainNumber(text);
  if (plain === '') return 0;
  return parseFixed(plain.replace(/^[¥￥]/, '').replace(/元$/, ''), 2, LARGEST_FEN);
}

/** `¥86.50`; a sum that is short `-¥0.50`. */
export function formatYuan(fen: number): string {
  return fen < 0 ? `-¥${plainYuan(-fen)}` : `¥${plainYuan(fen)}`;
}

/** `86.50`, as it stands in a column headed with the currency, or in a field to be typed over. */
export function plainYuan(fen: number): string {
  const whole = Math.abs(fen);
  return `${fen < 0 ? '-' : ''}${Math.floor(whole / 100)}.${String(whole % 100).padStart(2, '0')}`;
}

/** A quantity as typed (`2`, `1.5`), in thousandths; `null` when it is none. */
export function parseQuantity(text: string): number | null {
  return parseFixed(plainNumber(text), 3, 1_000_000_000);
}

/** `2`, `1.5`. */
export function formatQuantity(thousandths: number): string {
  return String(thousandths / 1000);
}
