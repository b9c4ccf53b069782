import { Barcode, hasBarcode } from './barcode.tsx';
import { marksOf, printedLine } from './page-frame.tsx';
import { ROLL_PRINTABLE_MM, ROLL_WIDTH_MM } from './page-size.ts';
import type { PrintContext } from './print-context.ts';
import { printDocument, type PrintDocument } from './print-document.tsx';
import type { PrintWords } from './print-words.ts';
import { breakLines, type TextStyle, withApostrophes } from './text-lines.ts';

/** One piece of a receipt-printer sheet, set below the one before it. */
export type RollBlock =
  | { kind: 'title'; text: string }
  | { kind: 'field'; label: string; text: string }
  /** A line to write or sign on. */
  | { kind: 'sign'; label: string; heightMm?: number }
  | { kind: 'rule' }
  | { kind: 'cut'; word: string }
  /** A number as a bar code and in plain text. */
  | { kind: 'number'; value: string };

// Thermal heads blur thin strokes, so the sans face is used throughout and never below 8 pt.
const TITLE: TextStyle = { font: 'sans-regular', sizePt: 14 };
const TEXT: TextStyle = { font: 'sans-regular', sizePt: 9.5 };
const SMALL: TextStyle = { font: 'sans-regular', sizePt: 8 };
const TITLE_LINE_MM = 6.5;
const LINE_MM = 4.3;
const SMALL_LINE_MM = 3.7;
const LABEL_MM = 21;
const GAP_MM = 1.2;
const RULE_MM = 2.4;
const CUT_MM = 8;
const SIGN_MM = 11;
const BARCODE_MM = 11;
const TOP_MM = 3;
/** Below the last line, so that the cutter does not meet it. */
const BOTTOM_MM = 8;

/** Whether a line of a title is no wider than the roll. */
export function fitsRollTitle(line: string): boolean {
  return breakLines(line, TITLE, ROLL_PRINTABLE_MM).length === 1;
}

interface LaidBlock {
  block: RollBlock;
  labelLines: readonly string[];
  lines: readonly string[];
  heightMm: number;
}

function layBlock(block: RollBlock): LaidBlock {
  switch (block.kind) {
    case 'title': {
      const lines = breakLines(block.text, TITLE, ROLL_PRINTABLE_MM);
      return { block, labelLines: [], lines, heightMm: lines.length * TITLE_LINE_MM + GAP_MM };
    }
    case 'field': {
      const labelLines = breakLines(block.label, SMALL, LABEL_MM - 1);
      const lines = breakLines(withApostrophes(block.text), TEXT, ROLL_PRINTABLE_MM - LABEL_MM);
      return { block, labelLines, lines, heightMm: Math.max(lines.length, labelLines.length) * LINE_MM + GAP_MM };
    }
    case 'sign': {
      const labelLines = breakLines(block.label, SMALL, LABEL_MM - 1);
      const heightMm = Math.max(block.heightMm ?? SIGN_MM, labelLines.length * LINE_MM + GAP_MM);
      return { block, labelLines, lines: [], heightMm: heightMm + GAP_MM };
    }
    case 'rule':
      return { block, labelLines: [], lines: [], heightMm: RULE_MM };
    case 'cut':
      return { block, labelLines: [], lines: [block.word], heightMm: CUT_MM };
    case 'number':
      return {
        block,
        labelLines: [],
        lines: [block.value],
        heightMm: (hasBarcode(block.value) ? BARCODE_MM : 0) + LINE_MM + GAP_MM,
      };
  }
}

function RollBlockView({ laid }: { laid: LaidBlock }) {
  const { block, labelLines, lines, heightMm } = laid;
  // Below the line to write on there is a gap, or the next text would touch it.
  const gapMm = block.kind === 'sign' ? GAP_MM : 0;
  return (
    <div className={`roll-block roll-${block.kind}`} style={{ height: `${heightMm - gapMm}mm`, marginBottom: `${gapMm}mm` }}>
      {block.kind === 'number' && hasBarcode(block.value) && <Barcode value={block.value} heightMm={BARCODE_MM} />}
      {labelLines.length > 0 && <div className="roll-label lines">{labelLines.join('\n')}</div>}
      {lines.length > 0 && <div className="lines">{lines.join('\n')}</div>}
    </div>
  );
}

const ROLL_STYLES = `
.roll{position:absolute;font-family:"Print Sans",sans-serif;font-size:9.5pt;line-height:${LINE_MM}mm}
.roll-small{font-size:8pt;line-height:${SMALL_LINE_MM}mm}
.roll-title{font-size:14pt;line-height:${TITLE_LINE_MM}mm;text-align:center}
.roll-field,.roll-sign{display:flex}
.roll-label{flex:none;width:${LABEL_MM}mm;font-size:8pt}
.roll-sign{align-items:flex-end;border-bottom:.25mm solid #000}
.roll-rule::before{content:"";display:block;padding-top:${RULE_MM / 2}mm;border-bottom:.25mm solid #000}
.roll-cut{display:flex;align-items:center;gap:1.5mm;font-size:8pt}
.roll-cut::before,.roll-cut::after{content:"";flex:1;border-top:.25mm dashed #000}
.roll-number{text-align:center}
.roll-number .barcode{margin:0 auto}
`;

interface RollSheet {
  title: string;
  blocks: readonly RollBlock[];
  context: PrintContext;
  words: PrintWords;
}

/** Prints on an 80 mm roll: one page as long as its text. */
export function printRoll({ title, blocks, context, words }: RollSheet): PrintDocument {
  // A line to write on needs no rule below it.
  const laid = blocks.filter((block, index) => block.kind !== 'rule' || blocks[index - 1]?.kind !== 'sign').map(layBlock);
  const marks = marksOf({ context, words }).flatMap((mark) =>
    breakLines(context.language === 'zh' ? `【${mark}】` : `[${mark}]`, SMALL, ROLL_PRINTABLE_MM),
  );
  const foot = [context.companyName, printedLine({ context, words })].flatMap((line) => breakLines(line, SMALL, ROLL_PRINTABLE_MM));
  const smallMm = (marks.length + foot.length) * SMALL_LINE_MM;
  const bodyMm = laid.reduce((sum, { heightMm }) => sum + heightMm, 0);
  const heightMm = Math.ceil(TOP_MM + smallMm + bodyMm + GAP_MM + BOTTOM_MM);
  const sideMm = (ROLL_WIDTH_MM - ROLL_PRINTABLE_MM) / 2;
  return printDocument({
    title,
    language: context.language,
    pageSize: { widthMm: ROLL_WIDTH_MM, heightMm },
    fonts: ['sans-regular'],
    styles: [ROLL_STYLES],
    pages: [
      <div key="roll" className="roll" style={{ top: `${TOP_MM}mm`, left: `${sideMm}mm`, width: `${ROLL_PRINTABLE_MM}mm` }}>
        <div className="roll-small lines">{marks.join('\n')}</div>
        {laid.map((block, index) => (
          <RollBlockView key={index} laid={block} />
        ))}
        <div className="roll-small lines" style={{ paddingTop: `${GAP_MM}mm` }}>
          {foot.join('\n')}
        </div>
      </div>,
    ],
  });
}
