import { FormHeading, HEADING_STYLES } from './form-heading.tsx';
import { FOOT_MM, PageFrame, type PageMargins } from './page-frame.tsx';
import { A5_PORTRAIT } from './page-size.ts';
import type { PrintContext } from './print-context.ts';
import { printDocument, type PrintDocument } from './print-document.tsx';
import { printWords } from './print-words.ts';
import { FORM_STYLES, FormRows, layRow, paginateRows, type FormMetrics, type FormRow } from './ruled-form.tsx';

/** A complete reply letter, as those who are told of it (1:3.5) read it; dates are `YYYY-MM-DD`. */
export interface CompletionNoticePaper {
  /** 文号 of the letter. */
  number: string;
  /** The same in plain letters and digits, for the bar code. */
  barcode: string;
  title: string;
  customer: string;
  unit: string;
  /** Numbers of the letters and entries it answers. */
  answers: readonly string[];
  letterDate: string;
  /** How it was sent, in words, with its number. */
  sentBy: string;
  postedOn: string;
  /** Why it counts as complete, in words. */
  ground: string;
  completedOn: string;
  /** Who is told, with their titles; one signs beside the other. */
  toldTo: readonly string[];
}

const MARGINS: PageMargins = { topMm: 12, rightMm: 12, bottomMm: 7, leftMm: 12 };
const WIDTH_MM = A5_PORTRAIT.widthMm - MARGINS.leftMm - MARGINS.rightMm;
const BODY_MM = A5_PORTRAIT.heightMm - MARGINS.topMm - MARGINS.bottomMm - FOOT_MM;
const HEADING_MM = 20;

const METRICS: FormMetrics = {
  widthMm: WIDTH_MM,
  label: { font: 'serif-regular', sizePt: 10.5 },
  text: { font: 'serif-regular', sizePt: 11 },
  lineMm: 5.4,
  labelLineMm: 4.6,
  padMm: 1.6,
  labelMm: 28,
  rowMm: 10,
};

/** Prints the notice that a reply letter is complete, for the marketing VP and the general manager (1:3.5). */
export function printCompletionNotice(notice: CompletionNoticePaper, context: PrintContext): PrintDocument {
  const words = printWords(context.language);
  const separator = words('list.separator');
  const title = words('completion.title');
  const row = (label: string, text: string): FormRow => ({ cells: [{ label, text, share: 1 }] });
  const rows = [
    row(words('completion.toldTo'), notice.toldTo.join(separator)),
    row(words('completion.letter'), [notice.number, notice.title].join('\n')),
    row(words('completion.customer'), [notice.customer, notice.unit].filter((text) => text !== '').join('  ')),
    row(words('completion.answers'), notice.answers.join(separator)),
    row(words('completion.letterDate'), notice.letterDate),
    row(words('completion.sent'), [notice.postedOn, notice.sentBy].filter((text) => text !== '').join('  ')),
    row(words('completion.completed'), [notice.completedOn, notice.ground].filter((text) => text !== '').join('  ')),
    { ...row(words('completion.read'), ''), minMm: 24 },
  ].map((each) => layRow(each, METRICS));
  const pages = paginateRows(rows, METRICS, () => BODY_MM - HEADING_MM - 2, words('form.continued'));
  return printDocument({
    title: [title, notice.number].join(' '),
    language: context.language,
    pageSize: A5_PORTRAIT,
    fonts: ['serif-regular', 'serif-bold'],
    styles: [FORM_STYLES, HEADING_STYLES],
    pages: pages.map((pageRows, index) => (
      <PageFrame key={index} context={context} words={words} margins={MARGINS} page={index + 1} pages={pages.length}>
        <FormHeading
          title={title}
          number={notice.barcode}
          numberLabel={words('field.number')}
          widthMm={WIDTH_MM}
          heightMm={HEADING_MM}
          sizePt={16}
        />
        <FormRows rows={pageRows} metrics={METRICS} />
      </PageFrame>
    )),
  });
}
