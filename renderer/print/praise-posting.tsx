import { FormHeading, HEADING_STYLES } from './form-heading.tsx';
import { blankLine, centredLines, LETTER_STYLES, LetterLines, pourLetter, runningLines, type LetterLine } from './letter-lines.tsx';
import { FOOT_MM, PageFrame, type PageMargins } from './page-frame.tsx';
import { A4_PORTRAIT } from './page-size.ts';
import { formatLetterDate, formatMoment, type PrintContext } from './print-context.ts';
import { printDocument, type PrintDocument } from './print-document.tsx';
import { printWords } from './print-words.ts';
import { FORM_STYLES, FormRows, layRow, paginateRows, type FormMetrics, type FormRow } from './ruled-form.tsx';
import { MM_PER_PT, sizeForOneLine, textWidthMm, type TextStyle } from './text-lines.ts';

/** One praise (DOMAIN §6) as its papers need it; texts come worded in the paper's language, dates are `YYYY-MM-DD`. */
export interface PraisePaper {
  number: string;
  letterNumber: string;
  receivedOn: string;
  praisedBy: string;
  unit: string;
  /** Letter, banner, call or in person, in words. */
  form: string;
  employees: readonly string[];
  departments: readonly string[];
  reason: string;
  /** The department this copy is posted in, where, when and by whom; `''` is written in by hand. */
  postedIn: string;
  postedAt: string;
  postedOn: string;
  postedBy: string;
}

const MARGINS: PageMargins = { topMm: 18, rightMm: 22, bottomMm: 10, leftMm: 22 };
const WIDTH_MM = A4_PORTRAIT.widthMm - MARGINS.leftMm - MARGINS.rightMm;
const BODY_MM = A4_PORTRAIT.heightMm - MARGINS.topMm - MARGINS.bottomMm - FOOT_MM;
const HEADING_MM = 24;
const LABEL_MM = { zh: 34, en: 40 };

function coverMetrics(language: PrintContext['language']): FormMetrics {
  return {
    widthMm: WIDTH_MM,
    label: { font: 'serif-regular', sizePt: 12 },
    text: { font: 'serif-regular', sizePt: 13 },
    lineMm: 6.6,
    labelLineMm: 5.4,
    padMm: 2,
    labelMm: LABEL_MM[language],
    rowMm: 13,
  };
}

/** Prints the sheet that goes in front of the copy of a praise letter when it is posted in the employee's department. */
export function printPraiseCover(praise: PraisePaper, context: PrintContext): PrintDocument {
  const words = printWords(context.language);
  const metrics = coverMetrics(context.language);
  const separator = words('list.separator');
  const row = (label: string, text: string): FormRow => ({ cells: [{ label, text, share: 1 }] });
  const rows = [
    row(words('praise.praisedBy'), [praise.praisedBy, praise.unit].filter((text) => text !== '').join('  ')),
    row(words('praise.received'), [praise.receivedOn, praise.form, praise.letterNumber].filter((text) => text !== '').join('  ')),
    row(words('praise.employees'), praise.employees.join(separator)),
    row(words('praise.departments'), praise.departments.join(separator)),
    { ...row(words('praise.reason'), praise.reason), minMm: 60, flows: true },
    row(words('praise.postedIn'), [praise.postedIn, praise.postedAt].filter((text) => text !== '').join('  ')),
    row(words('praise.postedOn'), praise.postedOn),
    row(words('praise.postedBy'), praise.postedBy),
    row(words('praise.takenDown'), ''),
  ].map((each) => layRow(each, metrics));
  const pages = paginateRows(rows, metrics, () => BODY_MM - HEADING_MM - 2, words('form.continued'));
  return printDocument({
    title: words('praise.cover', { estate: context.estateName }),
    language: context.language,
    pageSize: A4_PORTRAIT,
    fonts: ['serif-regular', 'serif-bold'],
    styles: [FORM_STYLES, HEADING_STYLES],
    pages: pages.map((pageRows, index) => (
      <PageFrame key={index} context={context} words={words} margins={MARGINS} page={index + 1} pages={pages.length}>
        <FormHeading
          title={words('praise.cover', { estate: context.estateName })}
          number={praise.number}
          numberLabel={words('field.number')}
          widthMm={WIDTH_MM}
          heightMm={HEADING_MM}
          sizePt={24}
        />
        <FormRows rows={pageRows} metrics={metrics} />
      </PageFrame>
    )),
  });
}

const NOTICE_PITCH_MM = 13;
const NOTICE_TITLE: TextStyle = { font: 'serif-bold', sizePt: 40 };
const NOTICE_TITLE_MM = 46;

/** Type sizes in points, the largest that keeps the notice on one sheet is taken: it is read from a wall. */
const NOTICE_SIZES = [22, 20, 18, 16, 14, 12, 10];
/** Of a notice that no size keeps on one sheet. */
const LONG_NOTICE_PT = 14;

/** Two facts in one expression, or the one that is known, or what stands for neither. */
function oneOrBoth(first: string, second: string, both: string, neither: string): string {
  return first !== '' && second !== '' ? both : first || second || neither;
}

interface NoticeLines {
  body: LetterLine[];
  closing: LetterLine[];
  pitchMm: number;
}

function noticeLines(praise: PraisePaper, context: PrintContext, sizePt: number): NoticeLines {
  const words = printWords(context.language);
  const style: TextStyle = { font: 'serif-regular', sizePt };
  const separator = words('list.separator');
  const indentMm = context.language === 'zh' ? 2 * sizePt * MM_PER_PT : 0;
  const { praisedBy: by, unit } = praise;
  const employees = praise.employees.join(separator);
  const departments = praise.departments.join(separator);
  const text = words('praise.notice', {
    by: oneOrBoth(by, unit, words('praise.byOf', { by, unit }), words('praise.somebody')),
    on: formatLetterDate(praise.receivedOn, context.language),
    // In a field it begins with a capital; here it stands within a sentence.
    form: praise.form.toLowerCase(),
    whom: oneOrBoth(employees, departments, words('praise.whom', { employees, departments }), words('praise.colleagues')),
    reason: praise.reason,
  });
  const justified = context.language === 'zh';
  const flushRight = (line: string): LetterLine => {
    const fitted = { ...style, sizePt: sizeForOneLine(line, style, WIDTH_MM) };
    return { text: line, style: fitted, leftMm: WIDTH_MM - textWidthMm(line, fitted) };
  };
  return {
    body: runningLines(text, style, WIDTH_MM, { indentMm, justified }),
    closing: [
      blankLine(style),
      blankLine(style),
      flushRight(context.companyName),
      flushRight(formatLetterDate(praise.postedOn || formatMoment(context.printedAt, context.timeZone).slice(0, 10), context.language)),
    ],
    pitchMm: (NOTICE_PITCH_MM * sizePt) / 22,
  };
}

function pourNotice({ body, closing, pitchMm }: NoticeLines): LetterLine[][] {
  const linesIn = (roomMm: number) => Math.floor(roomMm / pitchMm);
  return pourLetter({ body, closing, firstLines: linesIn(BODY_MM - NOTICE_TITLE_MM), nextLines: linesIn(BODY_MM) });
}

/** Prints a notice that tells everybody of a praise, in type to be read from a wall. */
export function printPraiseNotice(praise: PraisePaper, context: PrintContext): PrintDocument {
  const words = printWords(context.language);
  const linesAt = (sizePt: number) => noticeLines(praise, context, sizePt);
  const lines = NOTICE_SIZES.map(linesAt).find((each) => pourNotice(each).length === 1) ?? linesAt(LONG_NOTICE_PT);
  const pages = pourNotice(lines);
  const title = centredLines(words('praise.noticeTitle'), NOTICE_TITLE, WIDTH_MM);
  return printDocument({
    title: words('praise.noticeTitle'),
    language: context.language,
    pageSize: A4_PORTRAIT,
    fonts: ['serif-regular', 'serif-bold'],
    styles: [LETTER_STYLES, `.notice-title{height:${NOTICE_TITLE_MM}mm;padding-top:10mm}`],
    pages: pages.map((pageLines, index) => (
      <PageFrame key={index} context={context} words={words} margins={MARGINS} page={index + 1} pages={pages.length}>
        {index === 0 && (
          <div className="notice-title red">
            <LetterLines lines={title} pitchMm={20} />
          </div>
        )}
        <LetterLines lines={pageLines} pitchMm={lines.pitchMm} />
      </PageFrame>
    )),
  });
}
