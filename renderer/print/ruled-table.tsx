import { breakLines, sizeForOneLine, textWidthMm, type TextStyle, withApostrophes } from './text-lines.ts';

export interface TableColumn {
  header: string;
  /** Wanted width in millimetres; all columns are stretched or narrowed alike to fill the sheet. */
  widthMm: number;
  align: 'left' | 'center' | 'right';
}

export interface LaidTableRow {
  cells: readonly (readonly string[])[];
  heightMm: number;
}

const PAD_MM = 0.9;
const LINE_MM = 3.9;
const LEAST_ROW_MM = 6.4;
const TEXT: TextStyle = { font: 'sans-regular', sizePt: 8.5 };

function heightOf(cells: readonly (readonly string[])[]): number {
  const lines = Math.max(1, ...cells.map((cell) => cell.length));
  return Math.max(LEAST_ROW_MM, lines * LINE_MM + 2 * PAD_MM);
}

/** A word longer than this is parted after all: an address, a row of digits. */
const LONGEST_WORD_MM = 24;
/** A full line is a little shorter than its room. */
const SPARE_MM = 0.4;

/** Room that the longest word of these texts needs, up to the longest that is kept whole. Chinese can be parted anywhere. */
function wordRoomMm(texts: readonly string[]): number {
  const words = new Set(texts.flatMap((text) => text.match(/[^\s\u{2E80}-\u{10FFFF}]+/gu) ?? []));
  const roomsMm = [...words].map((word) => textWidthMm(word, TEXT)).filter((widthMm) => widthMm <= LONGEST_WORD_MM);
  return Math.max(0, ...roomsMm) + 2 * PAD_MM + SPARE_MM;
}

/**
 * Column widths in millimetres that fill the sheet, in the proportions asked for. A narrow column is as wide as its longest
 * word, in whatever language that is; the widest column gives the room, but half of its own at most.
 */
export function fitWidths(columns: readonly TableColumn[], sheetMm: number, rows: readonly (readonly string[])[] = []): number[] {
  const wanted = columns.reduce((sum, column) => sum + column.widthMm, 0);
  const widths = columns.map((column) => (column.widthMm * sheetMm) / wanted);
  const grown = widths.map((widthMm, index) =>
    widthMm >= LONGEST_WORD_MM + 2 * PAD_MM + SPARE_MM
      ? widthMm
      : Math.max(widthMm, wordRoomMm([columns[index]?.header ?? '', ...rows.map((row) => row[index] ?? '')])),
  );
  const widest = widths.indexOf(Math.max(...widths));
  const missing = grown.reduce((sum, widthMm) => sum + widthMm, 0) - sheetMm;
  const mayGiveMm = (widths[widest] ?? 0) / 2;
  const share = missing > mayGiveMm ? mayGiveMm / missing : 1;
  return widths.map((widthMm, index) => widthMm + share * (index === widest ? -missing : (grown[index] ?? widthMm) - widthMm));
}

/** Breaks a row's texts into lines and takes its height. A missing text is an empty cell. */
export function layTableRow(texts: readonly string[], widths: readonly number[]): LaidTableRow {
  const cells = widths.map((widthMm, index) => breakLines(withApostrophes(texts[index] ?? ''), TEXT, widthMm - 2 * PAD_MM));
  return { cells, heightMm: heightOf(cells) };
}

/** Fewer lines than this are not worth beginning a row that goes on overleaf. */
const LEAST_LINES = 4;

function linesIn(roomMm: number): number {
  return Math.floor((roomMm - 2 * PAD_MM) / LINE_MM);
}

/** The first lines of a row, and the rest of it. */
function partRow(row: LaidTableRow, lines: number): [LaidTableRow, LaidTableRow] {
  const first = row.cells.map((cell) => cell.slice(0, lines));
  const rest = row.cells.map((cell) => cell.slice(lines));
  return [
    { cells: first, heightMm: heightOf(first) },
    { cells: rest, heightMm: heightOf(rest) },
  ];
}

/**
 * Spreads rows over pages. A row that is taller than a whole page begins below the one before it and goes on overleaf; all
 * others stay in one piece.
 * @param capacityMm height for rows on a page
 * @param tailMm height of what follows the last row and must stand on the last page
 */
export function paginateTable(rows: readonly LaidTableRow[], capacityMm: number, tailMm = 0): LaidTableRow[][] {
  const pages: LaidTableRow[][] = [[]];
  let room = capacityMm;
  const turn = () => {
    pages.push([]);
    room = capacityMm;
  };
  for (const row of rows) {
    let left = row;
    while (left.heightMm > capacityMm) {
      if (linesIn(room) < LEAST_LINES) turn();
      const [part, rest] = partRow(left, linesIn(room));
      pages[pages.length - 1]?.push(part);
      left = rest;
      turn();
    }
    if (left.heightMm > room) turn();
    pages[pages.length - 1]?.push(left);
    room -= left.heightMm;
  }
  if (tailMm > room) {
    const last = pages[pages.length - 1];
    // The tail takes the last row along: no signature stands on a sheet without an entry.
    const moved = last && last.length > 1 ? last.splice(-1) : [];
    pages.push(moved);
  }
  return pages;
}

const TITLE: TextStyle = { font: 'serif-bold', sizePt: 16 };

interface TableTitleProps {
  text: string;
  /** Of the line, and the room below it. */
  heightMm: number;
  widthMm: number;
}

/** What a table is called, on one line however long the estate's or the sender's name. */
export function TableTitle({ text, heightMm, widthMm }: TableTitleProps) {
  const sizePt = sizeForOneLine(text, TITLE, widthMm);
  return (
    <h1 className="table-title" style={{ height: `${heightMm}mm`, lineHeight: `${heightMm - 1.5}mm`, fontSize: `${sizePt}pt` }}>
      {text}
    </h1>
  );
}

interface RuledTableProps {
  columns: readonly TableColumn[];
  widths: readonly number[];
  head: LaidTableRow;
  rows: readonly LaidTableRow[];
  totals?: LaidTableRow | undefined;
}

/** The ruled table of one page, its head first. */
export function RuledTable({ columns, widths, head, rows, totals }: RuledTableProps) {
  const cellsOf = (row: LaidTableRow) =>
    row.cells.map((lines, index) => (
      <td key={index} className={columns[index]?.align}>
        {lines.join('\n')}
      </td>
    ));
  return (
    <table className="ruled">
      <colgroup>
        {widths.map((widthMm, index) => (
          <col key={index} style={{ width: `${widthMm}mm` }} />
        ))}
      </colgroup>
      <thead>
        <tr style={{ height: `${head.heightMm}mm` }}>
          {head.cells.map((lines, index) => (
            <th key={index}>{lines.join('\n')}</th>
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

export const TABLE_STYLES = `
.ruled{width:100%;table-layout:fixed;border-spacing:0;border-collapse:separate;border-top:.35mm solid #000;border-left:.35mm solid #000;font:8.5pt/${LINE_MM}mm "Print Sans",sans-serif}
.ruled td,.ruled th{border-right:.15mm solid #000;border-bottom:.15mm solid #000;padding:0 ${PAD_MM}mm;white-space:pre;vertical-align:middle;font-weight:400}
.ruled th{border-bottom-width:.35mm;text-align:center}
.ruled .left{text-align:left}.ruled .center{text-align:center}.ruled .right{text-align:right}
.totals td{border-top:.2mm solid #000}
.table-title{text-align:center;font-weight:700;white-space:nowrap}
`;
