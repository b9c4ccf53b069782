import { breakLines, MM_PER_PT, textWidthMm, type PrintFont, type TextStyle } from './text-lines.ts';

/** One printed line of a letter. */
export interface LetterLine {
  text: string;
  style: TextStyle;
  /** Left edge, from the left edge of the text area. */
  leftMm: number;
  /** Stretched to this width: a line that is not its paragraph's last. */
  fillMm?: number;
}

const WEIGHTS = { 'serif-regular': 400, 'serif-bold': 700, 'sans-regular': 400 } satisfies Record<PrintFont, number>;

/** The lines of running text; every paragraph's first line is indented. Justified text fills all lines but the last. */
export function runningLines(
  text: string,
  style: TextStyle,
  widthMm: number,
  { indentMm = 0, justified = true }: { indentMm?: number; justified?: boolean } = {},
): LetterLine[] {
  return text.split('\n').flatMap((paragraph) => {
    const lines = breakLines(paragraph, style, widthMm, indentMm);
    return lines.map((line, index) => {
      const leftMm = index === 0 ? indentMm : 0;
      const last = index === lines.length - 1;
      return { text: line, style, leftMm, ...(justified && !last && { fillMm: widthMm - leftMm }) };
    });
  });
}

/** Lines set in the middle of the text area, as even in length as the words allow. */
export function centredLines(text: string, style: TextStyle, widthMm: number): LetterLine[] {
  const stepMm = style.sizePt * MM_PER_PT;
  const count = breakLines(text, style, widthMm).length;
  let narrowest = widthMm;
  while (narrowest > 2 * stepMm && breakLines(text, style, narrowest - stepMm).length === count) narrowest -= stepMm;
  return breakLines(text, style, narrowest).map((line) => ({
    text: line,
    style,
    leftMm: (widthMm - textWidthMm(line, style)) / 2,
  }));
}

/** An empty line. */
export function blankLine(style: TextStyle): LetterLine {
  return { text: '', style, leftMm: 0 };
}

interface Pouring {
  body: readonly LetterLine[];
  /** Signature and date, first of all: never parted, and never alone on a sheet. What no sheet could hold runs on below. */
  closing: readonly LetterLine[];
  /** Lines on the first sheet, and on every later one. */
  firstLines: number;
  nextLines: number;
}

/** Body lines that go along when the closing moves to a sheet of its own. */
const COMPANY_OF_CLOSING = 2;

/** Spreads a letter's lines over sheets of so many lines. */
export function pourLetter({ body, closing, firstLines, nextLines }: Pouring): LetterLine[][] {
  const pages: LetterLine[][] = [];
  // An empty line below the text belongs to what follows: a sheet that begins with it would hold no text beside the signature.
  const textLines = body.findLastIndex(({ text }) => text !== '') + 1;
  let rest = body.slice(0, textLines);
  const end = [...body.slice(textLines), ...closing];
  // A list of enclosures may be longer than a sheet: its end runs on like text.
  const together = end.slice(0, nextLines - COMPANY_OF_CLOSING);
  let after = end.slice(together.length);
  for (;;) {
    const room = pages.length === 0 ? firstLines : nextLines;
    if (rest.length + together.length <= room) break;
    const parted = Math.max(rest.length - COMPANY_OF_CLOSING, rest.length > 1 ? 1 : 0);
    const taken = Math.min(room, rest.length <= room ? parted : room);
    pages.push(rest.slice(0, taken));
    rest = rest.slice(taken);
    // An empty line between paragraphs has no use at the head of a sheet.
    while (rest[0]?.text === '') rest.shift();
  }
  const left = (pages.length === 0 ? firstLines : nextLines) - rest.length - together.length;
  pages.push([...rest, ...together, ...after.slice(0, left)]);
  for (after = after.slice(left); after.length > 0; after = after.slice(nextLines)) pages.push(after.slice(0, nextLines));
  return pages;
}

interface LetterLinesProps {
  lines: readonly LetterLine[];
  pitchMm: number;
}

/** Lines one below the other at an even pitch. */
export function LetterLines({ lines, pitchMm }: LetterLinesProps) {
  return (
    <div style={{ lineHeight: `${pitchMm}mm` }}>
      {lines.map(({ text, style, leftMm, fillMm }, index) => (
        <div
          key={index}
          className={fillMm === undefined ? 'letter-line' : 'letter-line letter-full'}
          style={{
            height: `${pitchMm}mm`,
            marginLeft: `${leftMm}mm`,
            fontSize: `${style.sizePt}pt`,
            fontWeight: WEIGHTS[style.font],
            ...(style.letterSpacingPt !== undefined && { letterSpacing: `${style.letterSpacingPt}pt` }),
            ...(fillMm !== undefined && { width: `${fillMm}mm` }),
          }}
        >
          {text}
        </div>
      ))}
    </div>
  );
}

export const LETTER_STYLES = `
.letter-line{white-space:nowrap}
.letter-full{text-align:justify;text-align-last:justify}
.letter-marks{position:absolute;top:8mm;right:10mm;display:flex;gap:1.5mm;font-size:7.5pt;line-height:3.6mm;white-space:nowrap}
.at{position:absolute}
.red{color:#c8102e}
.narrow-quotes{font-feature-settings:"pwid"}
`;
