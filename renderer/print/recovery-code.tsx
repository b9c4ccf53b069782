import { FormHeading, HEADING_STYLES } from './form-heading.tsx';
import { LETTER_STYLES, LetterLines, runningLines } from './letter-lines.tsx';
import { FOOT_MM, PageFrame, type PageMargins } from './page-frame.tsx';
import { A5_LANDSCAPE } from './page-size.ts';
import type { PrintContext } from './print-context.ts';
import { printDocument, type PrintDocument } from './print-document.tsx';
import { printWords } from './print-words.ts';
import type { TextStyle } from './text-lines.ts';

const MARGINS: PageMargins = { topMm: 14, rightMm: 16, bottomMm: 8, leftMm: 16 };
const WIDTH_MM = A5_LANDSCAPE.widthMm - MARGINS.leftMm - MARGINS.rightMm;
const HEADING_MM = 18;
const TEXT: TextStyle = { font: 'serif-regular', sizePt: 12 };
const PITCH_MM = 7;
const BODY_MM = A5_LANDSCAPE.heightMm - MARGINS.topMm - MARGINS.bottomMm - FOOT_MM - HEADING_MM;

const CODE_STYLES = `
.code{margin:6mm 0;border:.4mm solid #000;padding:5mm 0;text-align:center;font:20pt/10mm "Print Sans",sans-serif;letter-spacing:.6mm}
.code-body{max-height:${BODY_MM}mm;overflow:hidden}
`;

/** The one-time recovery code on a sheet of its own, for the safe: neither title nor file name holds it. */
export function printRecoveryCode(code: string, context: PrintContext): PrintDocument {
  const words = printWords(context.language);
  const title = words('recovery.title', { estate: context.estateName });
  return printDocument({
    title: words('recovery.name'),
    language: context.language,
    pageSize: A5_LANDSCAPE,
    fonts: ['serif-regular', 'serif-bold', 'sans-regular'],
    styles: [HEADING_STYLES, LETTER_STYLES, CODE_STYLES],
    pages: [
      <PageFrame key="code" context={context} words={words} margins={MARGINS} page={1} pages={1}>
        <FormHeading title={title} number="" numberLabel={words('recovery.keptBy')} widthMm={WIDTH_MM} heightMm={HEADING_MM} sizePt={18} />
        <div className="code-body">
          <div className="code">{code}</div>
          <LetterLines lines={runningLines(words('recovery.text'), TEXT, WIDTH_MM, { indentMm: 0, justified: false })} pitchMm={PITCH_MM} />
        </div>
      </PageFrame>,
    ],
  });
}
