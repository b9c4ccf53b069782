import { breakLines, type TextStyle } from './text-lines.ts';

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

/** Column widths in millimetres that fill the sheet, in the proportions asked for. */
export function fitWidths(columns: readonly TableColumn[], sheetMm: number): number[] {
  const wanted = columns.reduce((sum, column) => sum + column.widthMm, 0);
  return columns.map((column) => (column.widthMm * sheetMm) / wanted);
}

/** Breaks a row's texts into lines and takes its height. A missing text is an empty cell. */
export function layTableRow(texts: readonly string[], widths: readonly number[]): LaidTableRow {
  const cells = widths.map((widthMm, index) => breakLines(texts[index] ?? '', TEXT, widthMm - 2 * PAD_MM));
  return { cells, heightMm: heightOf(cells) };
}

/** Parts a row that is taller than a whole page; all others stay in one piece. */
function partTallRow(row: LaidTableRow, capacityMm: number): LaidTableRow[] {
  if (row.heightMm <= capacityMm) return [row];
  const lines = Math.floor((capacityMm - 2 * PAD_MM) / LINE_MM);
  const count = Math.ceil(Math.max(...row.cells.map((cell) => cell.length)) / lines);
  return Array.from({ length: count }, (_, index) => {
    const cells = row.cells.map((cell) => cell.slice(index * lines, (index + 1) * lines));
    return { cells, heightMm: heightOf(cells) };
  });
}

/**
 * Spreads rows over pages.
 * @param capacityMm height for rows on a page
 * @param tailMm height of what follows the last row and must stand on the last page
 */
export function paginateTable(rows: readonly LaidTableRow[], capacityMm: number, tailMm = 0): LaidTableRow[][] {
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
  if (tailMm > room) {
    const last = pages[pages.length - 1];
    // The tail takes the last row along: no signature stands on a sheet without an entry.
    const moved = last && last.length > 1 ? last.splice(-1) : [];
    pages.push(moved);
  }
  return pages;
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
`;
