import { FORM_STYLES, FormRows, layRow, paginateRows, type FormMetrics, type FormRow } from './ruled-form.tsx';
import { FormHeading, HEADING_STYLES } from './form-heading.tsx';
import { FOOT_MM, PageFrame, type PageMargins } from './page-frame.tsx';
import { A4_PORTRAIT, A5_PORTRAIT, type PageSize } from './page-size.ts';
import { formatMoment, type PrintContext } from './print-context.ts';
import { printDocument, type PrintDocument } from './print-document.tsx';
import { printWords, type PrintWords } from './print-words.ts';
import { TEAR_LINE_MM, TEAR_STYLES, TearLine } from './tear-off.tsx';

export type CoordinationSource = 'call' | 'visit' | 'outgoing' | 'letter' | 'patrol';

/**
 * A coordination form (DOMAIN §4) as paper needs it. `''` is unknown or not yet: it prints as room to write. Moments are
 * UTC instants or dates `YYYY-MM-DD`.
 */
export interface CoordinationFormPaper {
  number: string;
  issuedAt: string;
  issuedBy: string;
  source: CoordinationSource | '';
  sourceNumber: string;
  customer: string;
  unit: string;
  phone: string;
  department: string;
  helping: readonly string[];
  subject: string;
  content: string;
  dueAt: string;
  receivedBy: string;
  receivedAt: string;
  measures: string;
  handledBy: string;
  doneAt: string;
  customerToldHow: string;
  customerToldAt: string;
  followUp: string;
  reminders: readonly { at: string; by: string }[];
  /** The department head's word that it may be archived. */
  releasedBy: string;
  releasedOn: string;
  archivedBy: string;
  archivedOn: string;
  /** Filled when the form was cancelled. */
  cancelledReason: string;
}

/** For a power cut: a form to fill in by hand. */
export const BLANK_COORDINATION_FORM: CoordinationFormPaper = {
  number: '',
  issuedAt: '',
  issuedBy: '',
  source: '',
  sourceNumber: '',
  customer: '',
  unit: '',
  phone: '',
  department: '',
  helping: [],
  subject: '',
  content: '',
  dueAt: '',
  receivedBy: '',
  receivedAt: '',
  measures: '',
  handledBy: '',
  doneAt: '',
  customerToldHow: '',
  customerToldAt: '',
  followUp: '',
  reminders: [],
  releasedBy: '',
  releasedOn: '',
  archivedBy: '',
  archivedOn: '',
  cancelledReason: '',
};

export type CoordinationFormSize = 'A5' | 'A4';

interface SheetLayout {
  pageSize: PageSize;
  margins: PageMargins;
  headingMm: number;
  titlePt: number;
  sizePt: { zh: number; en: number };
  labelPt: { zh: number; en: number };
  lineMm: number;
  labelLineMm: number;
  padMm: number;
  labelMm: { zh: number; en: number };
  rowMm: number;
  signMm: number;
  contentMm: number;
  measuresMm: number;
  stubHeadingMm: number;
}

const LAYOUTS = {
  A5: {
    pageSize: A5_PORTRAIT,
    margins: { topMm: 9, rightMm: 10, bottomMm: 6, leftMm: 10 },
    headingMm: 16,
    titlePt: 17,
    sizePt: { zh: 9.5, en: 9 },
    labelPt: { zh: 8.5, en: 8 },
    lineMm: 4.2,
    labelLineMm: 3.5,
    padMm: 0.9,
    labelMm: { zh: 21, en: 23 },
    rowMm: 6.4,
    signMm: 7.6,
    contentMm: 18,
    measuresMm: 14,
    stubHeadingMm: 12,
  },
  A4: {
    pageSize: A4_PORTRAIT,
    margins: { topMm: 14, rightMm: 18, bottomMm: 9, leftMm: 18 },
    headingMm: 19,
    titlePt: 22,
    sizePt: { zh: 11, en: 11 },
    labelPt: { zh: 10.5, en: 10 },
    lineMm: 5.2,
    labelLineMm: 4.4,
    padMm: 1.4,
    labelMm: { zh: 26, en: 30 },
    rowMm: 9,
    signMm: 11,
    contentMm: 36,
    measuresMm: 26,
    stubHeadingMm: 15,
  },
} satisfies Record<CoordinationFormSize, SheetLayout>;

function joined(...texts: string[]): string {
  return texts.filter((text) => text !== '').join('  ');
}

function pair(left: [string, string], right: [string, string]): FormRow['cells'] {
  return [
    { label: left[0], text: left[1], share: 0.5 },
    { label: right[0], text: right[1], share: 0.5 },
  ];
}

function formRows(form: CoordinationFormPaper, layout: SheetLayout, words: PrintWords, context: PrintContext): FormRow[] {
  const at = (moment: string) => formatMoment(moment, context.timeZone);
  const separator = words('list.separator');
  const source = form.source === '' ? '' : words(`coordination.sources.${form.source}`);
  const reminders = form.reminders.map((reminder) => joined(at(reminder.at), reminder.by)).join(separator);
  const whole = (label: string, text: string) => [{ label, text, share: 1 }];
  const { signMm } = layout;
  const rows: FormRow[] = [
    { cells: pair([words('coordination.issuedAt'), at(form.issuedAt)], [words('coordination.dueAt'), at(form.dueAt)]) },
    {
      cells: pair([words('coordination.source'), joined(source, form.sourceNumber)], [words('coordination.issuedBy'), form.issuedBy]),
    },
    { cells: pair([words('field.customer'), form.customer], [words('field.unit'), form.unit]) },
    { cells: pair([words('field.phone'), form.phone], [words('coordination.department'), form.department]) },
    { cells: whole(words('coordination.helping'), form.helping.join(separator)) },
    { cells: whole(words('field.subject'), form.subject) },
    { cells: whole(words('field.content'), form.content), minMm: layout.contentMm, grow: 3, flows: true },
    {
      cells: pair([words('coordination.receivedBy'), form.receivedBy], [words('coordination.receivedAt'), at(form.receivedAt)]),
      minMm: signMm,
    },
    { cells: whole(words('coordination.measures'), form.measures), minMm: layout.measuresMm, grow: 3, flows: true },
    {
      cells: pair([words('coordination.handledBy'), form.handledBy], [words('coordination.doneAt'), at(form.doneAt)]),
      minMm: signMm,
    },
    {
      cells: whole(words('coordination.customerTold'), joined(form.customerToldHow, at(form.customerToldAt))),
      grow: 0.3,
    },
    { cells: whole(words('coordination.followUp'), form.followUp), minMm: signMm, grow: 1, flows: true },
    { cells: whole(words('coordination.reminders'), reminders), grow: 0.3, flows: true },
    {
      cells: pair(
        [words('coordination.released'), joined(form.releasedBy, at(form.releasedOn))],
        [words('coordination.archived'), joined(form.archivedBy, at(form.archivedOn))],
      ),
      minMm: signMm + 1,
    },
  ];
  if (form.cancelledReason === '') return rows;
  return [{ cells: whole(words('coordination.cancelled'), form.cancelledReason), flows: true }, ...rows];
}

function stubRows(form: CoordinationFormPaper, pages: number, signMm: number, words: PrintWords, context: PrintContext): FormRow[] {
  const issuedAt = formatMoment(form.issuedAt, context.timeZone);
  const sheets = words('coordination.sheets', { pages });
  return [
    { cells: pair([words('coordination.department'), form.department], [words('coordination.issuedAt'), issuedAt]) },
    {
      cells: [{ label: words('field.subject'), text: joined(form.subject, form.number === '' ? '' : sheets), share: 1 }],
    },
    { cells: pair([words('coordination.signedFor'), ''], [words('coordination.receivedAt'), '']), minMm: signMm + 2 },
  ];
}

/**
 * Prints a coordination form with the stub that the receiving department signs and gives back (DOMAIN §4).
 * The stub lies at the foot of the first page; long text goes on over the next ones.
 */
export function printCoordinationForm(
  form: CoordinationFormPaper,
  context: PrintContext,
  size: CoordinationFormSize = 'A5',
): PrintDocument {
  const layout = LAYOUTS[size];
  const words = printWords(context.language);
  const { pageSize, margins, headingMm, lineMm, labelLineMm, padMm, rowMm } = layout;
  const metrics: FormMetrics = {
    widthMm: pageSize.widthMm - margins.leftMm - margins.rightMm,
    label: { font: 'serif-regular', sizePt: layout.labelPt[context.language] },
    text: { font: 'serif-regular', sizePt: layout.sizePt[context.language] },
    lineMm,
    labelLineMm,
    padMm,
    labelMm: layout.labelMm[context.language],
    rowMm,
  };
  const bodyMm = pageSize.heightMm - margins.topMm - margins.bottomMm - FOOT_MM;
  const layStub = (pages: number) => stubRows(form, pages, layout.signMm, words, context).map((row) => layRow(row, metrics));
  const stubMm = TEAR_LINE_MM + layout.stubHeadingMm + layStub(1).reduce((sum, row) => sum + row.heightMm, 0) + 1.5;
  const rows = formRows(form, layout, words, context).map((row) => layRow(row, metrics));
  const pages = paginateRows(rows, metrics, (page) => bodyMm - headingMm - (page === 0 ? stubMm : 0) - 1, words('form.continued'));
  const title = words('coordination.title', { estate: context.estateName });
  const heading = { number: form.number, numberLabel: words('field.number'), widthMm: metrics.widthMm };
  return printDocument({
    title: joined(title, form.number),
    language: context.language,
    pageSize,
    fonts: ['serif-regular', 'serif-bold'],
    styles: [FORM_STYLES, HEADING_STYLES, TEAR_STYLES, '.stub{position:absolute;bottom:0;left:0;right:0}'],
    pages: pages.map((pageRows, index) => (
      <PageFrame key={index} context={context} words={words} margins={margins} page={index + 1} pages={pages.length}>
        <FormHeading {...heading} title={title} heightMm={headingMm} sizePt={layout.titlePt} />
        <FormRows rows={pageRows} metrics={metrics} />
        {index === 0 && (
          <div className="stub">
            <TearLine word={words('coordination.tear')} />
            <FormHeading
              {...heading}
              title={words('coordination.stubTitle', { estate: context.estateName })}
              heightMm={layout.stubHeadingMm}
              sizePt={layout.titlePt - 5}
            />
            <FormRows rows={layStub(pages.length)} metrics={metrics} />
          </div>
        )}
      </PageFrame>
    )),
  });
}
