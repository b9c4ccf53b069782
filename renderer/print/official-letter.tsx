import { centredLines, LETTER_STYLES, LetterLines, pourLetter } from './letter-lines.tsx';
import { LetterMarks } from './letter-marks.tsx';
import { bodyLines, closingLines, type ChineseLetterType } from './letter-text-zh.ts';
import { A4_PORTRAIT } from './page-size.ts';
import type { PrintContext } from './print-context.ts';
import { printDocument, type PrintDocument } from './print-document.tsx';
import { printWords } from './print-words.ts';
import type { LetterFonts, ReplyLetterPaper } from './reply-letter.ts';
import { MM_PER_PT, sizeForOneLine, type TextStyle } from './text-lines.ts';

// GB/T 9704-2012, §5.2 (text area, type and lines) and §10.1 (letter form); millimetres from the sheet's upper left corner.
const LEFT_MM = 28;
const TOP_MM = 37;
const WIDTH_MM = 156;
const LINES = 22;
const PITCH_MM = 28.99 * MM_PER_PT;
const RULE_WIDTH_MM = 170;
const NAME_TOP_MM = 30;
const NAME_TO_RULE_MM = 4;
const LOWER_RULE_FROM_BOTTOM_MM = 20;
/** From a red rule to the text below it: seven eighths of a size-3 character. */
const RULE_TO_TEXT_MM = 16 * MM_PER_PT * (7 / 8);
const LINES_BEFORE_TITLE = 2;

const BODY: TextStyle = { font: 'serif-regular', sizePt: 16, letterSpacingPt: -0.21 };
const TITLE: TextStyle = { font: 'serif-bold', sizePt: 22 };
const TYPE: ChineseLetterType = {
  body: BODY,
  copies: { font: 'serif-regular', sizePt: 14 },
  widthMm: WIDTH_MM,
  characterMm: WIDTH_MM / 28,
  pitchMm: PITCH_MM,
};

const LARGEST_NAME_PT = 36;
const NAME_WIDTH_MM = 156;

/** Rules: thick, gap, thin, in millimetres. */
const THICK_MM = 0.8;
const GAP_MM = 0.45;
const THIN_MM = 0.3;
const RULE_HEIGHT_MM = THICK_MM + GAP_MM + THIN_MM;

// Where ink lies in a line as high as the type: the shipped serif faces have ascent 1.151 and descent 0.286 of an em, and
// their ideographs reach from 0.88 above the base line to 0.07 below it.
const BASE_LINE = (1 + 1.151 - 0.286) / 2;
const INK_TOP = BASE_LINE - 0.88;
const INK_BOTTOM = BASE_LINE + 0.07;

function nameStyle(sender: string): TextStyle {
  const largest: TextStyle = { font: 'serif-bold', sizePt: LARGEST_NAME_PT };
  return { ...largest, sizePt: Math.floor(sizeForOneLine(sender, largest, NAME_WIDTH_MM)) };
}

interface RuleProps {
  topMm: number;
  thickAbove: boolean;
}

/** A red double rule, centred on the sheet. */
function RedRule({ topMm, thickAbove }: RuleProps) {
  const line = (heightMm: number) => <div style={{ height: `${heightMm}mm`, background: 'currentColor' }} />;
  return (
    <div
      className="at red"
      style={{ top: `${topMm}mm`, left: `${(A4_PORTRAIT.widthMm - RULE_WIDTH_MM) / 2}mm`, width: `${RULE_WIDTH_MM}mm` }}
    >
      {line(thickAbove ? THICK_MM : THIN_MM)}
      <div style={{ height: `${GAP_MM}mm` }} />
      {line(thickAbove ? THIN_MM : THICK_MM)}
    </div>
  );
}

/**
 * Prints a reply letter in the letter form of official documents (信函格式, GB/T 9704-2012 §10.1): red name and rules, 28
 * characters a line, 22 lines a sheet from the second one on, the first sheet without a number.
 */
export function printOfficialLetter(
  letter: ReplyLetterPaper,
  context: PrintContext,
  fonts: LetterFonts = { systemFangSong: false },
): PrintDocument {
  const words = printWords('zh');
  const name = nameStyle(letter.sender);
  const nameMm = name.sizePt * MM_PER_PT;
  const upperRuleMm = NAME_TOP_MM + (INK_BOTTOM - INK_TOP) * nameMm + NAME_TO_RULE_MM;
  const bodyEmMm = BODY.sizePt * MM_PER_PT;
  // The number's line is as high as its type, so that its ink can be set to the rule; all lines below keep the pitch.
  const numberTopMm = upperRuleMm + RULE_HEIGHT_MM + RULE_TO_TEXT_MM - INK_TOP * bodyEmMm;
  const title = centredLines(letter.subject, TITLE, WIDTH_MM);
  const titleTopMm = numberTopMm + bodyEmMm + LINES_BEFORE_TITLE * PITCH_MM;
  const bodyTopMm = titleTopMm + (title.length + 1) * PITCH_MM;
  const firstLines = Math.max(1, Math.floor((TOP_MM + LINES * PITCH_MM - bodyTopMm) / PITCH_MM + 1e-6));
  const pages = pourLetter({
    body: bodyLines(letter, TYPE, words),
    closing: closingLines(letter, TYPE, words),
    firstLines,
    nextLines: LINES,
  });
  const sides = { left: `${LEFT_MM}mm`, width: `${WIDTH_MM}mm` };
  const fangSong = fonts.systemFangSong ? '.letter-body{font-family:FangSong,STFangsong,"Print Serif",serif}' : '';
  return printDocument({
    title: [letter.number, letter.subject].filter((part) => part !== '').join(' '),
    language: 'zh',
    pageSize: A4_PORTRAIT,
    fonts: ['serif-regular', 'serif-bold'],
    styles: [LETTER_STYLES, OFFICIAL_STYLES, fangSong],
    pages: pages.map((lines, index) => (
      <div key={index}>
        <LetterMarks context={context} words={words} draft={letter.draft} />
        {index === 0 && (
          <>
            <div className="at red official-name" style={{ top: `${NAME_TOP_MM - INK_TOP * nameMm}mm`, fontSize: `${name.sizePt}pt` }}>
              {letter.sender}
            </div>
            <RedRule topMm={upperRuleMm} thickAbove />
            <div className="at official-number" style={{ ...sides, top: `${numberTopMm}mm` }}>
              {letter.number}
            </div>
            <div className="at" style={{ ...sides, top: `${titleTopMm}mm` }}>
              <LetterLines lines={title} pitchMm={PITCH_MM} />
            </div>
            <RedRule topMm={A4_PORTRAIT.heightMm - LOWER_RULE_FROM_BOTTOM_MM - RULE_HEIGHT_MM} thickAbove={false} />
          </>
        )}
        <div className="at letter-body" style={{ ...sides, top: `${index === 0 ? bodyTopMm : TOP_MM}mm` }}>
          <LetterLines lines={lines} pitchMm={PITCH_MM} />
        </div>
        {index > 0 && (
          <div className={`at official-page ${index % 2 === 0 ? 'official-odd' : 'official-even'}`} style={sides}>
            {words('letter.page', { page: index + 1 })}
          </div>
        )}
      </div>
    )),
  });
}

// Page numbers: size 4 (14 pt), their dashes 7 mm below the text area, a character in from the outer side (§7.5).
const OFFICIAL_STYLES = `
.official-name{left:0;width:100%;text-align:center;line-height:1;font-weight:700;white-space:nowrap}
.official-number{text-align:right;font-size:16pt;line-height:1;white-space:nowrap}
.official-page{top:${TOP_MM + 225 + 7 - 14 * MM_PER_PT * 0.55}mm;font-size:14pt;line-height:1;white-space:nowrap;padding:0 ${14 * MM_PER_PT}mm}
.official-odd{text-align:right}
.official-even{text-align:left}
`;
