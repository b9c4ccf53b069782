import { centredLines, LETTER_STYLES, LetterLines, pourLetter } from './letter-lines.tsx';
import { LetterMarks } from './letter-marks.tsx';
import { bodyLines, closingLines, type ChineseLetterType } from './letter-text-zh.ts';
import { A4_PORTRAIT } from './page-size.ts';
import type { PrintContext } from './print-context.ts';
import { printDocument, type PrintDocument } from './print-document.tsx';
import { printWords } from './print-words.ts';
import type { ReplyLetterPaper } from './reply-letter.ts';
import { breakLines, sizeForOneLine, type TextStyle } from './text-lines.ts';

const LEFT_MM = 28;
const WIDTH_MM = 154;
const HEAD_TOP_MM = 18;
const RULE_TOP_MM = 37;
const NUMBER_TOP_MM = 42;
const TITLE_TOP_MM = 54;
const PLACE_LINE_MM = 5;
const NEXT_TOP_MM = 28;
const BOTTOM_MM = 28;
const PITCH_MM = 9;
const TITLE_PITCH_MM = 11;

const BODY: TextStyle = { font: 'serif-regular', sizePt: 14 };
const TITLE: TextStyle = { font: 'serif-bold', sizePt: 18 };
const NAME: TextStyle = { font: 'serif-bold', sizePt: 22, letterSpacingPt: 22 * 0.08 };
const PLACE: TextStyle = { font: 'serif-regular', sizePt: 9 };
const TYPE: ChineseLetterType = {
  body: BODY,
  copies: { font: 'serif-regular', sizePt: 12 },
  widthMm: WIDTH_MM,
  characterMm: (14 * 25.4) / 72,
  pitchMm: PITCH_MM,
};

const COMPANY_STYLES = `
.company-head{text-align:center;white-space:nowrap}
.company-name{line-height:11mm;font-weight:700;letter-spacing:.08em}
.company-place{font-size:${PLACE.sizePt}pt;line-height:${PLACE_LINE_MM}mm;white-space:pre}
.company-rule{border-top:.5mm solid #000;border-bottom:.15mm solid #000;height:1.1mm}
.company-number{text-align:right;font-size:12pt;line-height:6mm}
.company-page{bottom:14mm;text-align:center;font-size:9pt;line-height:4mm}
`;

/** Prints a reply letter on the sender's own letter head: the plainer style, with the page numbers of business letters. */
export function printCompanyLetter(letter: ReplyLetterPaper, context: PrintContext): PrintDocument {
  const words = printWords('zh');
  const title = centredLines(letter.subject, TITLE, WIDTH_MM);
  const place = [
    ...(letter.senderAddress === '' ? [] : [words('letter.address', { address: letter.senderAddress })]),
    ...(letter.senderPhone === '' ? [] : [words('letter.phone', { phone: letter.senderPhone })]),
  ].join('　');
  const placeLines = breakLines(place, PLACE, WIDTH_MM);
  // A head of more lines moves all below it.
  const downMm = (placeLines.length - 1) * PLACE_LINE_MM;
  const bodyTopMm = TITLE_TOP_MM + downMm + title.length * TITLE_PITCH_MM + 5;
  const linesFrom = (topMm: number) => Math.floor((A4_PORTRAIT.heightMm - BOTTOM_MM - topMm) / PITCH_MM);
  const pages = pourLetter({
    body: bodyLines(letter, TYPE, words),
    closing: closingLines(letter, TYPE, words),
    firstLines: linesFrom(bodyTopMm),
    nextLines: linesFrom(NEXT_TOP_MM),
  });
  const sides = { left: `${LEFT_MM}mm`, width: `${WIDTH_MM}mm` };
  return printDocument({
    title: [letter.number, letter.subject].filter((part) => part !== '').join(' '),
    language: 'zh',
    pageSize: A4_PORTRAIT,
    fonts: ['serif-regular', 'serif-bold'],
    styles: [LETTER_STYLES, COMPANY_STYLES],
    pages: pages.map((lines, index) => (
      <div key={index}>
        <LetterMarks context={context} words={words} draft={letter.draft} />
        {index === 0 && (
          <>
            <div className="at company-head" style={{ ...sides, top: `${HEAD_TOP_MM}mm` }}>
              <div className="company-name" style={{ fontSize: `${sizeForOneLine(letter.sender, NAME, WIDTH_MM)}pt` }}>
                {letter.sender}
              </div>
              <div className="company-place">{placeLines.join('\n')}</div>
            </div>
            <div className="at company-rule" style={{ ...sides, top: `${RULE_TOP_MM + downMm}mm` }} />
            <div className="at company-number" style={{ ...sides, top: `${NUMBER_TOP_MM + downMm}mm` }}>
              {letter.number}
            </div>
            <div className="at" style={{ ...sides, top: `${TITLE_TOP_MM + downMm}mm` }}>
              <LetterLines lines={title} pitchMm={TITLE_PITCH_MM} />
            </div>
          </>
        )}
        <div className="at" style={{ ...sides, top: `${index === 0 ? bodyTopMm : NEXT_TOP_MM}mm` }}>
          <LetterLines lines={lines} pitchMm={PITCH_MM} />
        </div>
        {pages.length > 1 && (
          <div className="at company-page" style={sides}>
            {words('foot.page', { page: index + 1, pages: pages.length })}
          </div>
        )}
      </div>
    )),
  });
}
