import { FOOT_MM, PageFrame, type PageMargins } from "./page-frame.tsx";
import { A4_LANDSCAPE } from "./page-size.ts";
import { formatMoment, type PrintContext } from "./print-context.ts";
import { printDocument, type PrintDocument } from "./print-document.tsx";
import { printWords } from "./print-words.ts";
import { breakLines, type TextStyle } from "./text-lines.ts";

export interface RegisterColumn {
  header: string;
  /** Wanted width in millimetres; all columns are stretched or narrowed alike to fill the sheet (277 mm). */
  widthMm: number;
  align: "left" | "center" | "right";
}

/** A register's entries as a table. The caller has masked what must be masked (DOMAIN §15). */
export interface RegisterPaper {
  title: string;
  columns: readonly RegisterColumn[];
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
  columns: readonly RegisterColumn[];
  /** Sheets to print, each with the same head. */
  pages: number;
}

const MARGINS: PageMargins = { topMm: 11, rightMm: 10, bottomMm: 7, leftMm: 10 };
const WIDTH_MM = A4_LANDSCAPE.widthMm - MARGINS.leftMm - MARGINS.rightMm;
const TITLE_MM = 9;
const SUBTITLE_MM = 5.5;
const PAD_MM = 0.9;
const LINE_MM = 3.9;
const LEAST_ROW_MM = 6.4;
const BLANK_ROW_MM = 9.5;
/** Kept free at the foot: rows are rounded to pixels one by one. */
const SLACK_MM = 2;
const BODY_MM = A4_LANDSCAPE.heightMm - MARGINS.topMm - MARGINS.bottomMm - FOOT_MM - TITLE_MM - SUBTITLE_MM - SLACK_MM;

const TEXT: TextStyle = { font: "sans-regular", sizePt: 8.5 };

interface LaidTableRow {
  cells: readonly (readonly string[])[];
  heightMm: number;
}

function heightOf(cells: readonly (readonly string[])[]): number {
  const lines = Math.max(1, ...cells.map((cell) => cell.length));
  return Math.max(LEAST_ROW_MM, lines * LINE_MM + 2 * PAD_MM);
}

function layTableRow(texts: readonly string[], widths: readonly number[]): LaidTableRow {
  const cells = widths.map((widthMm, index) => breakLines(texts[index] ?? "", TEXT, widthMm - 2 * PAD_MM));
  return { cells, heightMm: heightOf(cells) };
}

/** Parts a row that is taller than a whole page; all others stay in one piece. */
function partTallRow(row: LaidTableRow, capacityMm: number): LaidTableRow[] {
  if (row.heightMm <= capacityMm) return [row];
  const lines = Math.floor((capacityMm - 2 * PAD_MM) / LINE_MM);
  const piece = (from: number) => row.cells.map((cell) => cell.slice(from, from + lines));
  const count = Math.ceil(Math.max(...row.cells.map((cell) => cell.length)) / lines);
  return Array.from({ length: count }, (_, index) => piece(index * lines)).map((cells) => ({
    cells,
    heightMm: heightOf(cells),
  }));
}

function paginate(rows: readonly LaidTableRow[], capacityMm: number): LaidTableRow[][] {
  const pages: LaidTableRow[][] = [[]];
  let room = capacityMm;
  for (const row of rows.flatMap((each) => partTallRow(each, capacityMm))) {
    if (row.heightMm > room) {
      pages.push([]);
      room = capacityMm;
    }
    pages[pages.length - 1]?.push(row);
    room -= row.heightMm;
  }
  return pages;
}

/** Widths in millimetres that fill the sheet, in the proportions asked for. */
function fitWidths(columns: readonly RegisterColumn[]): number[] {
  const wanted = columns.reduce((sum, column) => sum + column.widthMm, 0);
  return columns.map((column) => (column.widthMm * WIDTH_MM) / wanted);
}

interface TableViewProps {
  columns: readonly RegisterColumn[];
  widths: readonly number[];
  head: LaidTableRow;
  rows: readonly LaidTableRow[];
  totals: LaidTableRow | undefined;
}

function TableView({ columns, widths, head, rows, totals }: TableViewProps) {
  const cellsOf = (row: LaidTableRow) =>
    row.cells.map((lines, index) => (
      <td key={index} className={columns[index]?.align}>
        {lines.join("\n")}
      </td>
    ));
  return (
    <table className="register">
      <colgroup>
        {widths.map((widthMm, index) => (
          <col key={index} style={{ width: `${widthMm}mm` }} />
        ))}
      </colgroup>
      <thead>
        <tr style={{ height: `${head.heightMm}mm` }}>
          {head.cells.map((lines, index) => (
            <th key={index}>{lines.join("\n")}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, index) => (
          <tr key={index} style={{ height: `${row.heightMm}mm` }}>
            {cellsOf(row)}
          </tr>
        ))}
        {totals && (
          <tr className="totals" style={{ height: `${totals.heightMm}mm` }}>
            {cellsOf(totals)}
          </tr>
        )}
      </tbody>
    </table>
  );
}

const REGISTER_STYLES = `
.register-title{height:${TITLE_MM}mm;text-align:center;font-size:16pt;line-height:${TITLE_MM - 1}mm;font-weight:700;white-space:nowrap;overflow:hidden}
.register-subtitle{display:flex;gap:8mm;height:${SUBTITLE_MM}mm;font:8.5pt/4.5mm "Print Sans",sans-serif;white-space:nowrap;overflow:hidden}
.register-subtitle span:last-child{margin-left:auto}
.register{width:${WIDTH_MM}mm;table-layout:fixed;border-spacing:0;border-collapse:separate;border-top:.35mm solid #000;border-left:.35mm solid #000;font:8.5pt/${LINE_MM}mm "Print Sans",sans-serif}
.register td,.register th{border-right:.15mm solid #000;border-bottom:.15mm solid #000;padding:0 ${PAD_MM}mm;white-space:pre;vertical-align:middle;font-weight:400}
.register th{border-bottom-width:.35mm;text-align:center}
.foot,.marks{font-family:"Print Sans",sans-serif}
.register .left{text-align:left}.register .center{text-align:center}.register .right{text-align:right}
.totals td{border-top:.2mm solid #000}
`;

/**
 * Prints entries of any register as a table on A4 across; the head stands on every page. Pages are composed here, so
 * thousands of rows cost no more than their text.
 */
export function printRegister(register: RegisterPaper, context: PrintContext): PrintDocument {
  const { columns } = register;
  const words = printWords(context.language);
  const widths = fitWidths(columns);
  const lay = (texts: readonly string[]) => layTableRow(texts, widths);
  const head = lay(columns.map((column) => column.header));
  const totals = register.totals.length === 0 ? undefined : lay(register.totals);
  const capacityMm = BODY_MM - head.heightMm;
  const pages = paginate([...register.rows.map(lay), ...(totals ? [totals] : [])], capacityMm).map((rows) => ({
    rows: rows.filter((row) => row !== totals),
    totals: rows.find((row) => row === totals),
  }));
  const { from, to } = register;
  const today = formatMoment(context.printedAt, context.timeZone).slice(0, 10);
  const range =
    from === "" && to === ""
      ? words("register.wholeRange")
      : words("register.range", { from: from || "…", to: to || today });
  return printDocument({
    title: register.title,
    language: context.language,
    pageSize: A4_LANDSCAPE,
    fonts: ["serif-bold", "sans-regular"],
    styles: [REGISTER_STYLES],
    pages: pages.map((page, index) => (
      <PageFrame key={index} context={context} words={words} margins={MARGINS} page={index + 1} pages={pages.length}>
        <h1 className="register-title">
          {words("register.title", { estate: context.estateName, title: register.title })}
        </h1>
        <div className="register-subtitle">
          <span>{range}</span>
          <span>{register.conditions}</span>
          <span>{words("register.count", { rows: register.rows.length })}</span>
        </div>
        <TableView columns={columns} widths={widths} head={head} rows={page.rows} totals={page.totals} />
      </PageFrame>
    )),
  });
}

/** Prints empty sheets of a register, to be filled in by hand during a power cut. */
export function printBlankRegister(register: BlankRegisterPaper, context: PrintContext): PrintDocument {
  const { columns, title } = register;
  const words = printWords(context.language);
  const widths = fitWidths(columns);
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
    fonts: ["serif-bold", "sans-regular"],
    styles: [REGISTER_STYLES],
    pages: Array.from({ length: register.pages }, (_, index) => (
      <PageFrame key={index} context={context} words={words} margins={MARGINS} page={index + 1} pages={register.pages}>
        <h1 className="register-title">{words("register.title", { estate: context.estateName, title })}</h1>
        <div className="register-subtitle">
          <span>{words("register.blankFrom")}</span>
          <span>{words("register.blankWhy")}</span>
          <span>{words("register.blankBy")}</span>
        </div>
        <TableView columns={columns} widths={widths} head={head} rows={rows} totals={undefined} />
      </PageFrame>
    )),
  });
}
