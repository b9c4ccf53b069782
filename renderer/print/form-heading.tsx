import { Barcode, barcodeWidthMm, hasBarcode } from './barcode.tsx';
import { breakLines, MM_PER_PT, type TextStyle } from './text-lines.ts';

interface FormHeadingProps {
  title: string;
  /** `''` on a blank form: a line to write on. */
  number: string;
  /** Word before the number. */
  numberLabel: string;
  widthMm: number;
  heightMm: number;
  /** Largest type size of the title, in points. */
  sizePt: number;
}

const LEAST_SIZE_PT = 9;
const PLAIN_NUMBER_MM = 42;
const GAP_MM = 3;
const NUMBER_LINE_MM = 4;

/** The largest size at which the title stays within two lines. */
function fitTitle(title: string, sizePt: number, widthMm: number): { lines: string[]; style: TextStyle } {
  const style: TextStyle = { font: 'serif-bold', sizePt };
  const lines = breakLines(title, style, widthMm);
  if (lines.length <= 2 || sizePt <= LEAST_SIZE_PT) return { lines, style };
  return fitTitle(title, sizePt - 1, widthMm);
}

/** Head of a form: its title, and its number as a bar code and in plain text. */
export function FormHeading({ title, number, numberLabel, widthMm, heightMm, sizePt }: FormHeadingProps) {
  const numberMm = hasBarcode(number) ? barcodeWidthMm(number) : PLAIN_NUMBER_MM;
  const { lines, style } = fitTitle(title, sizePt, widthMm - numberMm - GAP_MM);
  const lineHeight = `${style.sizePt * MM_PER_PT * 1.25}mm`;
  return (
    <div className="heading" style={{ width: `${widthMm}mm`, height: `${heightMm}mm` }}>
      <h1 className="lines" style={{ fontSize: `${style.sizePt}pt`, lineHeight }}>
        {lines.join('\n')}
      </h1>
      <div className="heading-number" style={{ width: `${numberMm}mm` }}>
        {number === '' ? (
          <span className="heading-blank">{numberLabel}</span>
        ) : (
          <>
            {hasBarcode(number) && <Barcode value={number} heightMm={heightMm - NUMBER_LINE_MM - 2.5} />}
            <span>{`${numberLabel} ${number}`}</span>
          </>
        )}
      </div>
    </div>
  );
}

export const HEADING_STYLES = `
.heading{display:flex;justify-content:space-between;align-items:flex-start}
.heading h1{flex:1;align-self:center;text-align:center;font-weight:700;padding-bottom:1mm}
.heading-number{flex:none;text-align:center;font-size:9pt;line-height:4mm}
.heading-number .barcode{margin-bottom:.5mm}
.heading-blank{display:block;text-align:left;border-bottom:.2mm solid #000;padding-top:4mm}
`;
