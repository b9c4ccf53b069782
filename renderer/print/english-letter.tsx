import { blankLine, LETTER_STYLES, LetterLines, pourLetter, runningLines, type LetterLine } from './letter-lines.tsx';
import { LetterMarks } from './letter-marks.tsx';
import { A4_PORTRAIT } from './page-size.ts';
import { formatLetterDate, type PrintContext } from './print-context.ts';
import { printDocument, type PrintDocument } from './print-document.tsx';
import { printWords, type PrintWords } from './print-words.ts';
import type { ReplyLetterPaper } from './reply-letter.ts';
import { breakLines, sizeForOneLine, type TextStyle } from './text-lines.ts';

const LEFT_MM = 25;
const WIDTH_MM = 160;
const HEAD_TOP_MM = 18;
const FIRST_TOP_MM = 46;
const NEXT_TOP_MM = 34;
const BOTTOM_MM = 26;
const PITCH_MM = 5.6;
const PLACE_LINE_MM = 4.4;

const BODY: TextStyle = { font: 'serif-regular', sizePt: 11, narrowQuotes: true };
const NAME: TextStyle = { font: 'serif-bold', sizePt: 17, narrowQuotes: true };
const PLACE: TextStyle = { font: 'serif-regular', sizePt: 9, narrowQuotes: true };
const SUBJECT: TextStyle = { font: 'serif-bold', sizePt: 11, narrowQuotes: true };

/** Empty lines between the complimentary close and the name: room for a signature. */
const LINES_FOR_SIGNATURE = 4;

function block(text: string, style: TextStyle = BODY): LetterLine[] {
  return text === '' ? [] : runningLines(text, style, WIDTH_MM, { justified: false });
}

/** Blocks one below the other with an empty line between; empty ones fall away. */
function spaced(...blocks: LetterLine[][]): LetterLine[] {
  return blocks.filter((each) => each.length > 0).flatMap((each) => [...each, blankLine(BODY)]);
}

function bodyLines(letter: ReplyLetterPaper, words: PrintWords): LetterLine[] {
  const reference = letter.number === '' ? '' : words('letter.reference', { number: letter.number });
  const paragraphs = letter.body.split('\n').map((paragraph) => block(paragraph));
  return spaced(
    block(formatLetterDate(letter.date, 'en')),
    block(reference),
    letter.address.flatMap((line) => block(line)),
    block(letter.addressee === '' ? '' : words('letter.addressee', { addressee: letter.addressee })),
    block(letter.subject, SUBJECT),
    ...paragraphs,
  );
}

function closingLines(letter: ReplyLetterPaper, words: PrintWords): LetterLine[] {
  const enclosures =
    letter.enclosures.length === 0 ? [] : [words('letter.enclosures'), ...letter.enclosures].flatMap((line) => block(line));
  const copies =
    letter.copiesTo.length === 0 ? '' : words('letter.copiesTo', { names: letter.copiesTo.join(words('letter.copiesSeparator')) });
  const contact = letter.contact === '' ? '' : words('letter.contact', { contact: letter.contact });
  const lines = [
    ...block(words('letter.close')),
    ...Array.from({ length: LINES_FOR_SIGNATURE }, () => blankLine(BODY)),
    ...spaced(
      [letter.signedBy, letter.signedAs, letter.sender].flatMap((line) => block(line)),
      block(contact),
      enclosures,
      block(copies),
    ),
  ];
  return lines.slice(0, -1);
}

const ENGLISH_STYLES = `
.english-name{line-height:9mm;font-weight:700;white-space:nowrap}
.english-place{font-size:${PLACE.sizePt}pt;line-height:${PLACE_LINE_MM}mm;white-space:pre}
.english-head{border-bottom:.3mm solid #000;padding-bottom:2.5mm}
.english-next{top:20mm;display:flex;gap:6mm;font-size:9.5pt;line-height:5mm;white-space:nowrap}
.english-next span:first-child{overflow:hidden;text-overflow:ellipsis}
.english-next span:last-child{margin-left:auto}
`;

/** Prints a reply letter in English as a full-block business letter: everything starts at the left margin. */
export function printEnglishLetter(letter: ReplyLetterPaper, context: PrintContext): PrintDocument {
  const words = printWords('en');
  const linesFrom = (topMm: number) => Math.floor((A4_PORTRAIT.heightMm - BOTTOM_MM - topMm) / PITCH_MM);
  const phone = letter.senderPhone === '' ? [] : [words('letter.phone', { phone: letter.senderPhone })];
  const place = [letter.senderAddress, ...phone].filter((part) => part !== '').join('   ');
  const placeLines = breakLines(place, PLACE, WIDTH_MM);
  // A head of more lines moves all below it.
  const firstTopMm = FIRST_TOP_MM + (placeLines.length - 1) * PLACE_LINE_MM;
  const pages = pourLetter({
    body: bodyLines(letter, words),
    closing: closingLines(letter, words),
    firstLines: linesFrom(firstTopMm),
    nextLines: linesFrom(NEXT_TOP_MM),
  });
  const sides = { left: `${LEFT_MM}mm`, width: `${WIDTH_MM}mm` };
  return printDocument({
    title: [letter.number, letter.subject].filter((part) => part !== '').join(' '),
    language: 'en',
    pageSize: A4_PORTRAIT,
    fonts: ['serif-regular', 'serif-bold'],
    styles: [LETTER_STYLES, ENGLISH_STYLES],
    pages: pages.map((lines, index) => (
      <div key={index} className="narrow-quotes">
        <LetterMarks context={context} words={words} draft={letter.draft} />
        {index === 0 ? (
          <div className="at english-head" style={{ ...sides, top: `${HEAD_TOP_MM}mm` }}>
            <div className="english-name" style={{ fontSize: `${sizeForOneLine(letter.sender, NAME, WIDTH_MM)}pt` }}>
              {letter.sender}
            </div>
            <div className="english-place">{placeLines.join('\n')}</div>
          </div>
        ) : (
          <div className="at english-next" style={sides}>
            <span>{letter.address[0] ?? letter.addressee}</span>
            <span>{formatLetterDate(letter.date, 'en')}</span>
            <span>{words('foot.page', { page: index + 1, pages: pages.length })}</span>
          </div>
        )}
        <div className="at" style={{ ...sides, top: `${index === 0 ? firstTopMm : NEXT_TOP_MM}mm` }}>
          <LetterLines lines={lines} pitchMm={PITCH_MM} />
        </div>
      </div>
    )),
  });
}
