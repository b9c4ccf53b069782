import widths from '../../resources/fonts/widths.json';

/** A font file of resources/fonts, by its name without `.woff2`. */
export type PrintFont = 'serif-regular' | 'serif-bold' | 'sans-regular';

export interface TextStyle {
  font: PrintFont;
  /** Type size in points. */
  sizePt: number;
  /** Added after every character, in points; may be negative. */
  letterSpacingPt?: number;
  /** Quotation marks as wide as in Latin type (the font's `pwid`), for English letters. */
  narrowQuotes?: boolean;
}

export const MM_PER_PT = 25.4 / 72;

const UNITS_PER_EM = 1000;
const BASIC_PLANE = 0x10000;

// Kerning can widen a line by a hair; a line is called full a little early rather than running into a rule.
const FULL_LINE = 0.997;

const NO_BREAK_BEFORE = new Set('，。、；：！？）》」』】〕〉”’…—·％‰℃°,.;:!?)]}%…ー々');
const NO_BREAK_AFTER = new Set('（《「『【〔〈“‘([{￥$¥#№§');
const FIRST_IDEOGRAPHIC = 0x2e80;

const tables = new Map<PrintFont, Uint16Array>();

function tableOf(font: PrintFont): Uint16Array {
  const known = tables.get(font);
  if (known) return known;
  // Above the basic plane, and for what the fonts lack (drawn by a fallback font), one em is assumed.
  const table = new Uint16Array(BASIC_PLANE).fill(UNITS_PER_EM);
  for (const [first = 0, last = -1, width = 0] of widths[font].runs) table.fill(width, first, last + 1);
  tables.set(font, table);
  return table;
}

function narrowQuoteWidth(font: PrintFont, character: string): number | undefined {
  const quotes: Record<string, number> = widths[font].narrowQuotes;
  return quotes[character];
}

function characterWidth(character: string, table: Uint16Array, style: TextStyle): number {
  if (style.narrowQuotes) {
    const narrow = narrowQuoteWidth(style.font, character);
    if (narrow !== undefined) return narrow;
  }
  // Two dashes in a row are drawn as one of two ems (the font's `ccmp`); a single one is taken as an em too.
  if (character === '—') return UNITS_PER_EM;
  return table[character.codePointAt(0) ?? 0] ?? UNITS_PER_EM;
}

/** Width of a text on one line, in millimetres, from the advance widths of the shipped fonts. */
export function textWidthMm(text: string, style: TextStyle): number {
  const table = tableOf(style.font);
  const spacing = style.letterSpacingPt ?? 0;
  let points = 0;
  for (const character of text) {
    points += (characterWidth(character, table, style) / UNITS_PER_EM) * style.sizePt + spacing;
  }
  return points * MM_PER_PT;
}

/** The largest type size in points, up to the given one, at which a text stands on one line of so many millimetres. */
export function sizeForOneLine(text: string, style: TextStyle, widthMm: number): number {
  const neededMm = textWidthMm(text, style);
  return neededMm <= widthMm ? style.sizePt : (style.sizePt * widthMm) / neededMm;
}

function isIdeographic(character: string): boolean {
  return (character.codePointAt(0) ?? 0) >= FIRST_IDEOGRAPHIC;
}

/** Whether a line may end between two neighbours (the rules Chinese typesetters call 避头尾, and whole Latin words). */
function mayPart(before: string, after: string): boolean {
  if (after === ' ') return false;
  if (before === ' ') return true;
  if (NO_BREAK_BEFORE.has(after) || NO_BREAK_AFTER.has(before)) return false;
  if (/\p{M}|\u200d/u.test(after)) return false;
  if (before === '-') return /\p{L}/u.test(after);
  return isIdeographic(before) || isIdeographic(after) || before === '”' || after === '“';
}

function breakParagraph(text: string, style: TextStyle, widthMm: number, indentMm: number): string[] {
  const table = tableOf(style.font);
  const spacing = style.letterSpacingPt ?? 0;
  const characters = [...text];
  const lines: string[] = [];
  let start = 0;
  let lastOpportunity = 0;
  let used = 0;
  let usedAtOpportunity = 0;
  let room = ((widthMm - indentMm) / MM_PER_PT) * (spacing ? 1 : FULL_LINE);
  for (let index = 0; index < characters.length; index += 1) {
    const character = characters[index] ?? '';
    const before = characters[index - 1];
    if (before !== undefined && index > start && mayPart(before, character)) {
      lastOpportunity = index;
      usedAtOpportunity = used;
    }
    used += (characterWidth(character, table, style) / UNITS_PER_EM) * style.sizePt + spacing;
    // A space at the end of a line hangs and never starts the next one; the spacing after the last character is no ink.
    if (used - Math.max(spacing, 0) <= room + 1e-6 || character === ' ' || index === start) continue;
    const end = lastOpportunity > start ? lastOpportunity : index;
    if (end === index) usedAtOpportunity = used - (characterWidth(character, table, style) / UNITS_PER_EM) * style.sizePt - spacing;
    lines.push(characters.slice(start, end).join('').trimEnd());
    used -= usedAtOpportunity;
    start = end;
    lastOpportunity = end;
    room = (widthMm / MM_PER_PT) * (spacing ? 1 : FULL_LINE);
  }
  lines.push(characters.slice(start).join('').trimEnd());
  return lines;
}

/**
 * Breaks a text into the lines it is printed in. Pages are composed from these lines, so every Chromium on every machine
 * parts the text at the same places, and a page never holds more than was counted.
 * @param widthMm room of a line
 * @param indentMm indent of each paragraph's first line
 * @returns at least one line (an empty text is one empty line)
 */
export function breakLines(text: string, style: TextStyle, widthMm: number, indentMm = 0): string[] {
  return text
    .replaceAll('\r\n', '\n')
    .replaceAll('\t', ' ')
    .split('\n')
    .flatMap((paragraph) => breakParagraph(paragraph, style, widthMm, indentMm));
}

/**
 * An apostrophe between Latin letters as it is typed on a Latin keyboard: that of a Chinese one (O’Brien) is drawn as wide as
 * a character, with a gap after it. For what names people and places; a letter keeps every sign that was approved.
 */
export function withApostrophes(text: string): string {
  return text.replaceAll(/(?<=\p{Script=Latin})’(?=\p{Script=Latin})/gu, "'");
}
