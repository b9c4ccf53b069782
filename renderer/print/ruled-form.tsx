import { breakLines, type TextStyle, withApostrophes } from './text-lines.ts';

/** Type and spacing of a ruled form, in points and millimetres. */
export interface FormMetrics {
  widthMm: number;
  label: TextStyle;
  text: TextStyle;
  lineMm: number;
  /** Line pitch in a label's cell. */
  labelLineMm: number;
  padMm: number;
  /** Width of a label's cell where the row does not say another. */
  labelMm: number;
  /** Least height of a row that says none. */
  rowMm: number;
}

export interface FormCell {
  /** `''` makes a cell without a label. */
  label: string;
  text: string;
  /** Share of the row's width; the cells of a row make up 1. */
  share: number;
}

/** One row of a ruled form: label and text side by side, in one or more pairs. */
export interface FormRow {
  cells: readonly FormCell[];
  minMm?: number;
  /** Share in a page's spare height. */
  grow?: number;
  /** Long text: starts at the top of its cell and may go on over a page's end. */
  flows?: boolean;
}

interface LaidCell {
  /** 0 without a label. */
  labelMm: number;
  labelLines: readonly string[];
  lines: readonly string[];
  widthMm: number;
}

export interface LaidRow {
  cells: readonly LaidCell[];
  heightMm: number;
  grow: number;
  flows: boolean;
}

const LEAST_LINES_BEFORE_BREAK = 3;

function heightOf(cells: readonly LaidCell[], metrics: FormMetrics, minMm: number): number {
  const { lineMm, labelLineMm, padMm } = metrics;
  const inner = cells.map((cell) => Math.max(cell.lines.length * lineMm, cell.labelLines.length * labelLineMm));
  return Math.max(minMm, Math.max(...inner) + 2 * padMm);
}

/** Breaks a row's texts into lines and takes its height. */
export function layRow(row: FormRow, metrics: FormMetrics): LaidRow {
  const { padMm, labelMm, rowMm } = metrics;
  const cells = row.cells.map(({ label, text, share }) => {
    const widthMm = metrics.widthMm * share;
    const ownLabelMm = label === '' ? 0 : labelMm;
    return {
      labelMm: ownLabelMm,
      labelLines: label === '' ? [] : breakLines(label, metrics.label, ownLabelMm - 2 * padMm),
      lines: breakLines(withApostrophes(text), metrics.text, widthMm - ownLabelMm - 2 * padMm),
      widthMm,
    };
  });
  const minMm = row.minMm ?? rowMm;
  return { cells, heightMm: heightOf(cells, metrics, minMm), grow: row.grow ?? 0, flows: row.flows ?? false };
}

function partRow(row: LaidRow, metrics: FormMetrics, roomMm: number, continued: string): [LaidRow, LaidRow] {
  const fitting = Math.max(1, Math.floor((roomMm - 2 * metrics.padMm) / metrics.lineMm));
  const head = row.cells.map((cell) => ({ ...cell, lines: cell.lines.slice(0, fitting) }));
  const tail = row.cells.map((cell) => ({
    ...cell,
    labelLines: [...cell.labelLines, continued],
    lines: cell.lines.slice(fitting),
  }));
  return [
    { ...row, cells: head, heightMm: heightOf(head, metrics, 0) },
    { ...row, cells: tail, heightMm: heightOf(tail, metrics, metrics.rowMm), grow: 0 },
  ];
}

function linesOf(row: LaidRow): number {
  return Math.max(...row.cells.map((cell) => cell.lines.length));
}

/** Gives a page's spare height to the rows that may grow. */
function fill(rows: readonly LaidRow[], capacityMm: number): LaidRow[] {
  const spare = capacityMm - rows.reduce((sum, row) => sum + row.heightMm, 0);
  const shares = rows.reduce((sum, row) => sum + row.grow, 0);
  if (shares === 0 || spare <= 0) return [...rows];
  return rows.map((row) => ({ ...row, heightMm: row.heightMm + (spare * row.grow) / shares }));
}

/**
 * Spreads rows over pages. Every page but the last of several is filled to its foot, as forms are.
 * @param capacityMm height for rows on a page, by its index from 0
 * @param continued word set under the label of a row that goes on
 */
export function paginateRows(
  rows: readonly LaidRow[],
  metrics: FormMetrics,
  capacityMm: (page: number) => number,
  continued: string,
): LaidRow[][] {
  const pages: LaidRow[][] = [[]];
  const queue = [...rows];
  let room = capacityMm(0);
  for (let row = queue.shift(); row; row = queue.shift()) {
    const page = pages[pages.length - 1] ?? [];
    if (row.heightMm <= room + 1e-6) {
      page.push(row);
      room -= row.heightMm;
      continue;
    }
    const fitting = Math.floor((room - 2 * metrics.padMm) / metrics.lineMm);
    const worthParting = fitting >= LEAST_LINES_BEFORE_BREAK && linesOf(row) > fitting;
    if ((row.flows && worthParting) || page.length === 0) {
      const [head, tail] = partRow(row, metrics, room, continued);
      page.push(head);
      queue.unshift(tail);
    } else {
      queue.unshift(row);
    }
    pages.push([]);
    room = capacityMm(pages.length - 1);
  }
  return pages.map((page, index) => (pages.length > 1 && index === pages.length - 1 ? page : fill(page, capacityMm(index))));
}

interface FormRowsProps {
  rows: readonly LaidRow[];
  metrics: FormMetrics;
}

/** The ruled rows of one page. */
export function FormRows({ rows, metrics }: FormRowsProps) {
  const { label, text, lineMm, labelLineMm, padMm, widthMm } = metrics;
  const pad = `${padMm}mm`;
  return (
    <div className="form" style={{ width: `${widthMm}mm`, lineHeight: `${lineMm}mm` }}>
      {rows.map((row, rowIndex) => (
        <div key={rowIndex} className="form-row" style={{ height: `${row.heightMm}mm` }}>
          {row.cells.map((cell, cellIndex) => (
            <div key={cellIndex} className="form-pair" style={{ width: `${cell.widthMm}mm` }}>
              {cell.labelMm > 0 && (
                <div
                  className="form-label lines"
                  style={{
                    width: `${cell.labelMm}mm`,
                    padding: pad,
                    fontSize: `${label.sizePt}pt`,
                    lineHeight: `${labelLineMm}mm`,
                  }}
                >
                  {cell.labelLines.join('\n')}
                </div>
              )}
              <div
                className={row.flows ? 'form-text form-flow lines' : 'form-text lines'}
                style={{ padding: pad, fontSize: `${text.sizePt}pt` }}
              >
                {cell.lines.join('\n')}
              </div>
            </div>
          ))}
        </div>
      ))}
    </div>
  );
}

export const FORM_STYLES = `
.form{border:.35mm solid #000;border-bottom-width:.2mm}
.form-row{display:flex;border-bottom:.15mm solid #000;overflow:hidden}
.form-pair{display:flex;flex:none}
.form-pair+.form-pair{border-left:.15mm solid #000}
.form-label{display:flex;flex:none;align-items:center;justify-content:center;text-align:center;border-right:.15mm solid #000}
.form-text{display:flex;flex:1;align-items:center}
.form-flow{align-items:flex-start}
`;
