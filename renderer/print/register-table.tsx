import { FOOT_MM, PageFrame, type PageMargins } from './page-frame.tsx';
import { A4_LANDSCAPE } from './page-size.ts';
import { formatMoment, type PrintContext } from './print-context.ts';
import { printDocument, type PrintDocument } from './print-document.tsx';
import { printWords } from './print-words.ts';
import {
  fitWidths,
  layTableRow,
  paginateTable,
  RuledTable,
  TableTitle,
  TABLE_STYLES,
  type LaidTableRow,
  type TableColumn,
} from './ruled-table.tsx';

/** A register's entries as a table. The caller has masked what must be masked (DOMAIN §15). */
export interface RegisterPaper {
  title: string;
  columns: readonly TableColumn[];
  /** One text per column. */
  rows: readonly (readonly string[])[];
  /** First and last day, `YYYY-MM-DD`; `''` leaves that end open. */
  from: string;
  to: string;
  /** What else the entries were chosen by, in words. */
  conditions: string;
  /** One text per column; empty when there is nothing to add up. */
  totals: readonly string[];
}

export interface BlankRegisterPaper {
  title: string;
  columns: readonly TableColumn[];
  /** Sheets to print, each with the same head. */
  pages: number;
}

const MARGINS: PageMargins = { topMm: 11, rightMm: 10, bottomMm: 7, leftMm: 10 };
const WIDTH_MM = A4_LANDSCAPE.widthMm - MARGINS.leftMm - MARGINS.rightMm;
const TITLE_MM = 9;
const SUBTITLE_MM = 5.5;
const BLANK_ROW_MM = 9.5;
/** Kept free at the foot: rows are rounded to pixels one by one. */
const SLACK_MM = 2;
const BODY_MM = A4_LANDSCAPE.heightMm - MARGINS.topMm - MARGINS.bottomMm - FOOT_MM - TITLE_MM - SUBTITLE_MM - SLACK_MM;

const REGISTER_STYLES = `
.register-subtitle{display:flex;gap:8mm;height:${SUBTITLE_MM}mm;font:8.5pt/4.5mm "Print Sans",sans-serif;white-space:nowrap;overflow:hidden}
.register-subtitle span:last-child{margin-left:auto}
.foot,.marks{font-family:"Print Sans",sans-serif}
`;

/**
 * Prints entries of any register as a table on A4 across; the head stands on every page. Pages are composed here, so
 * thousands of rows cost no more than their text.
 */
export function printRegister(register: RegisterPaper, context: PrintContext): PrintDocument {
  const { columns } = register;
  const words = printWords(context.language);
  const widths = fitWidths(columns, WIDTH_MM, [...register.rows, register.totals]);
  const lay = (texts: readonly string[]) => layTableRow(texts, widths);
  const head = lay(columns.map((column) => column.header));
  const totals = register.totals.length === 0 ? undefined : lay(register.totals);
  const capacityMm = BODY_MM - head.heightMm;
  const pages = paginateTable(register.rows.map(lay), capacityMm, totals?.heightMm);
  const { from, to } = register;
  const today = formatMoment(context.printedAt, context.timeZone).slice(0, 10);
  const range = from === '' && to === '' ? words('register.wholeRange') : words('register.range', { from: from || '…', to: to || today });
  return printDocument({
    title: register.title,
    language: context.language,
    pageSize: A4_LANDSCAPE,
    fonts: ['serif-bold', 'sans-regular'],
    styles: [TABLE_STYLES, REGISTER_STYLES],
    pages: pages.map((rows, index) => (
      <PageFrame key={index} context={context} words={words} margins={MARGINS} page={index + 1} pages={pages.length}>
        <TableTitle
          text={words('register.title', { estate: context.estateName, title: register.title })}
          heightMm={TITLE_MM}
          widthMm={WIDTH_MM}
        />
        <div className="register-subtitle">
          <span>{range}</span>
          <span>{register.conditions}</span>
          <span>{words('register.count', { rows: register.rows.length })}</span>
        </div>
        <RuledTable columns={columns} widths={widths} head={head} rows={rows} totals={index === pages.length - 1 ? totals : undefined} />
      </PageFrame>
    )),
  });
}

/** Prints empty sheets of a register, to be filled in by hand during a power cut. */
export function printBlankRegister(register: BlankRegisterPaper, context: PrintContext): PrintDocument {
  const { columns, title } = register;
  const words = printWords(context.language);
  const widths = fitWidths(columns, WIDTH_MM);
  const head = layTableRow(
    columns.map((column) => column.header),
    widths,
  );
  const empty: LaidTableRow = { cells: columns.map(() => []), heightMm: BLANK_ROW_MM };
  const rows = Array.from({ length: Math.floor((BODY_MM - head.heightMm) / BLANK_ROW_MM) }, () => empty);
  return printDocument({
    title,
    language: context.language,
    pageSize: A4_LANDSCAPE,
    fonts: ['serif-bold', 'sans-regular'],
    styles: [TABLE_STYLES, REGISTER_STYLES],
    pages: Array.from({ length: register.pages }, (_, index) => (
      <PageFrame key={index} context={context} words={words} margins={MARGINS} page={index + 1} pages={register.pages}>
        <TableTitle text={words('register.title', { estate: context.estateName, title })} heightMm={TITLE_MM} widthMm={WIDTH_MM} />
        <div className="register-subtitle">
          <span>{words('register.blankFrom')}</span>
          <span>{words('register.blankWhy')}</span>
          <span>{words('register.blankBy')}</span>
        </div>
        <RuledTable columns={columns} widths={widths} head={head} rows={rows} />
      </PageFrame>
    )),
  });
}
