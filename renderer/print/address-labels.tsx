import { Barcode, barcodeWidthMm, hasBarcode } from './barcode.tsx';
import { marksOf } from './page-frame.tsx';
import { A4_PORTRAIT, type PageSize } from './page-size.ts';
import { NO_OFFSET, type PostalAddress, type PrintOffset } from './postal-address.ts';
import type { PrintContext } from './print-context.ts';
import { printDocument, type PrintDocument } from './print-document.tsx';
import { printWords, type PrintWords } from './print-words.ts';
import { breakLines, sizeForOneLine, type TextStyle, withApostrophes } from './text-lines.ts';

/** A label for one letter. */
export interface AddressLabelPaper {
  to: PostalAddress;
  /** Our own number in ASCII, as a bar code; never a postal number the post office has not given. `''` for none. */
  number: string;
}

/** 70 × 37 mm, 3 × 8 on A4. */
const LABEL: PageSize = { widthMm: 70, heightMm: 37 };
const COLUMNS = 3;
const ROWS = 8;
const LABELS_PER_SHEET = COLUMNS * ROWS;
const SHEET_TOP_MM = (A4_PORTRAIT.heightMm - ROWS * LABEL.heightMm) / 2;

const PAD_MM = 4.5;
const TEXT_MM = LABEL.widthMm - 2 * PAD_MM;
const BARCODE_MM = 6;
const NUMBER_LINE_MM = 3.2;
const NAME_LINE_MM = 5;
const ADDRESS_ROOM_MM = LABEL.heightMm - 2 * PAD_MM - NAME_LINE_MM - BARCODE_MM - NUMBER_LINE_MM - 0.5;

/** Sizes of the address in points, the largest that fits is taken. */
const ADDRESS_SIZES = [9.5, 8.5, 7.5, 6.5, 5.5];
const NAME: TextStyle = { font: 'sans-regular', sizePt: 11 };

function lineMmAt(sizePt: number): number {
  return sizePt * 0.42;
}

function fitAddress({ postcode, address }: PostalAddress): { lines: string[]; sizePt: number } {
  const text = withApostrophes([postcode, address].filter((part) => part !== '').join('\n'));
  const tried = ADDRESS_SIZES.map((sizePt) => ({
    sizePt,
    lines: breakLines(text, { font: 'sans-regular', sizePt }, TEXT_MM),
  }));
  const fitting = tried.find(({ lines, sizePt }) => lines.length * lineMmAt(sizePt) <= ADDRESS_ROOM_MM);
  return fitting ?? tried[tried.length - 1] ?? { lines: [text], sizePt: 5.5 };
}

interface LabelViewProps {
  label: AddressLabelPaper;
  leftMm: number;
  topMm: number;
  marks: readonly string[];
  words: PrintWords;
}

function LabelView({ label, leftMm, topMm, marks, words }: LabelViewProps) {
  const { lines, sizePt } = fitAddress(label.to);
  const name = withApostrophes(words('envelope.toName', { name: label.to.name }));
  const barcodeFits = hasBarcode(label.number) && barcodeWidthMm(label.number) <= LABEL.widthMm;
  return (
    <div className="label" style={{ left: `${leftMm}mm`, top: `${topMm}mm` }}>
      <div className="lines" style={{ fontSize: `${sizePt}pt`, lineHeight: `${lineMmAt(sizePt)}mm`, height: `${ADDRESS_ROOM_MM}mm` }}>
        {lines.join('\n')}
      </div>
      <div className="label-name lines" style={{ fontSize: `${sizeForOneLine(name, NAME, TEXT_MM)}pt` }}>
        {name}
      </div>
      <div className="label-number">
        {barcodeFits && <Barcode value={label.number} heightMm={BARCODE_MM} />}
        <div>{[label.number, ...marks].filter((part) => part !== '').join('  ')}</div>
      </div>
    </div>
  );
}

const LABEL_STYLES = `
.label{position:absolute;width:${LABEL.widthMm}mm;height:${LABEL.heightMm}mm;padding:${PAD_MM}mm;overflow:hidden;font-family:"Print Sans",sans-serif}
.label-name{line-height:${NAME_LINE_MM}mm}
.label-number{font-size:7pt;line-height:${NUMBER_LINE_MM}mm;white-space:nowrap;margin-top:.5mm}
.label-number .barcode{margin-left:-2.5mm}
`;

interface LabelSheetOptions {
  /** Labels already used on the first sheet, 0 to 23. */
  used?: number;
  offset?: PrintOffset;
}

/** Prints labels on A4 sheets of 3 × 8, beginning after those already used. */
export function printLabelSheets(
  labels: readonly AddressLabelPaper[],
  context: PrintContext,
  { used = 0, offset = NO_OFFSET }: LabelSheetOptions = {},
): PrintDocument {
  const words = printWords(context.language);
  const marks = marksOf({ context: { ...context, reprint: 0, copy: false }, words });
  const sheets = Math.max(1, Math.ceil((used + labels.length) / LABELS_PER_SHEET));
  return printDocument({
    title: words('envelope.labels'),
    language: context.language,
    pageSize: A4_PORTRAIT,
    fonts: ['sans-regular'],
    styles: [LABEL_STYLES],
    pages: Array.from({ length: sheets }, (_, sheet) =>
      labels.map((label, index) => {
        const place = used + index - sheet * LABELS_PER_SHEET;
        if (place < 0 || place >= LABELS_PER_SHEET) return null;
        const leftMm = (place % COLUMNS) * LABEL.widthMm + offset.xMm;
        const topMm = SHEET_TOP_MM + Math.floor(place / COLUMNS) * LABEL.heightMm + offset.yMm;
        return <LabelView key={index} label={label} leftMm={leftMm} topMm={topMm} marks={marks} words={words} />;
      }),
    ),
  });
}

/** Prints labels one by one on a label printer loaded with 70 × 37 mm labels. */
export function printSingleLabels(
  labels: readonly AddressLabelPaper[],
  context: PrintContext,
  offset: PrintOffset = NO_OFFSET,
): PrintDocument {
  const words = printWords(context.language);
  const marks = marksOf({ context: { ...context, reprint: 0, copy: false }, words });
  return printDocument({
    title: words('envelope.labels'),
    language: context.language,
    pageSize: LABEL,
    fonts: ['sans-regular'],
    styles: [LABEL_STYLES],
    pages: labels.map((label, index) => (
      <LabelView key={index} label={label} leftMm={offset.xMm} topMm={offset.yMm} marks={marks} words={words} />
    )),
  });
}
