import { blankLine, runningLines, type LetterLine } from './letter-lines.tsx';
import { formatLetterDate } from './print-context.ts';
import type { PrintWords } from './print-words.ts';
import type { ReplyLetterPaper } from './reply-letter.ts';
import { sizeForOneLine, textWidthMm, type TextStyle } from './text-lines.ts';

/** Type of a Chinese letter. */
export interface ChineseLetterType {
  body: TextStyle;
  /** Of the note who gets copies. */
  copies: TextStyle;
  /** Width of the text area. */
  widthMm: number;
  /** Width of one character of the body. */
  characterMm: number;
  pitchMm: number;
}

/** A company's seal is 38 to 42 mm wide; it is put over name and date and must start within a line of the text. */
const SEAL_MM = 42;

/** Salutation, paragraphs and the note of enclosures. */
export function bodyLines(letter: ReplyLetterPaper, type: ChineseLetterType, words: PrintWords): LetterLine[] {
  const { body, widthMm, characterMm } = type;
  const addressee = letter.addressee === '' ? '' : words('letter.addressee', { addressee: letter.addressee });
  const lines = [...runningLines(addressee, body, widthMm), ...runningLines(letter.body, body, widthMm, { indentMm: 2 * characterMm })];
  if (letter.enclosures.length === 0) return lines;
  return [...lines, blankLine(body), ...enclosureLines(letter.enclosures, type, words)];
}

/** 附件说明 (GB/T 9704-2012 §7.3.4): two characters in, numbered when there are several, names under one another. */
function enclosureLines(enclosures: readonly string[], type: ChineseLetterType, words: PrintWords): LetterLine[] {
  const { body, widthMm, characterMm } = type;
  const label = words('letter.enclosures');
  return enclosures.flatMap((name, index) => {
    const before = index === 0 ? label : '　'.repeat(label.length);
    const head = enclosures.length > 1 ? `${before}${index + 1}. ` : before;
    const indentMm = 2 * characterMm;
    const nameMm = indentMm + textWidthMm(head, body);
    const lines = runningLines(name, body, widthMm - nameMm, { justified: false });
    return lines.map((line, lineIndex) =>
      lineIndex === 0 ? { ...line, text: `${head}${line.text}`, leftMm: indentMm } : { ...line, leftMm: nameMm },
    );
  });
}

/**
 * Sender's name and date (GB/T 9704-2012 §7.3.5). To be sealed: the name centred over the date, which ends four
 * characters in. Without a seal: the name ends two characters in, the date starts two characters right of it; a date
 * that reaches further moves the name.
 */
function signature(letter: ReplyLetterPaper, { body, widthMm, characterMm, pitchMm }: ChineseLetterType): LetterLine[] {
  const date = formatLetterDate(letter.date, 'zh');
  const named = { ...body, sizePt: sizeForOneLine(letter.sender, body, widthMm - 2 * characterMm) };
  const nameMm = textWidthMm(letter.sender, named);
  const dateMm = textWidthMm(date, body);
  if (!letter.sealed) {
    const nameLeft = widthMm - 2 * characterMm - Math.max(nameMm, dateMm + 2 * characterMm);
    return [
      blankLine(body),
      { text: letter.sender, style: named, leftMm: nameLeft },
      { text: date, style: body, leftMm: nameLeft + 2 * characterMm },
    ];
  }
  const middle = widthMm - Math.max(4 * characterMm + dateMm / 2, nameMm / 2);
  const linesAbove = Math.max(1, Math.round(SEAL_MM / 2 / pitchMm));
  const linesBelow = Math.max(1, Math.ceil(SEAL_MM / 2 / pitchMm) - 2);
  return [
    ...Array.from({ length: linesAbove }, () => blankLine(body)),
    { text: letter.sender, style: named, leftMm: middle - nameMm / 2 },
    { text: date, style: body, leftMm: middle - dateMm / 2 },
    ...Array.from({ length: linesBelow }, () => blankLine(body)),
  ];
}

/** Signature, whom to ask, and who gets copies: never parted. */
export function closingLines(letter: ReplyLetterPaper, type: ChineseLetterType, words: PrintWords): LetterLine[] {
  const { body, copies, widthMm, characterMm } = type;
  const lines = signature(letter, type);
  if (letter.contact !== '') {
    const contact = words('letter.contact', { contact: letter.contact });
    lines.push(...runningLines(contact, body, widthMm, { indentMm: 2 * characterMm, justified: false }));
  }
  if (letter.copiesTo.length > 0) {
    const names = words('letter.copiesTo', { names: letter.copiesTo.join(words('letter.copiesSeparator')) });
    const copyLines = runningLines(names, copies, widthMm - 2 * characterMm, { justified: false });
    lines.push(blankLine(body), ...copyLines.map((line) => ({ ...line, leftMm: characterMm })));
  }
  return lines;
}
