import { marksOf } from './page-frame.tsx';
import type { PageSize } from './page-size.ts';
import { NO_OFFSET, type PostalAddress, type PrintOffset } from './postal-address.ts';
import type { PrintContext } from './print-context.ts';
import { printDocument, type PrintDocument } from './print-document.tsx';
import { printWords, type PrintWords } from './print-words.ts';
import { breakLines, MM_PER_PT, textWidthMm, type TextStyle } from './text-lines.ts';

export type EnvelopeFormat = 'DL' | 'ZL' | 'C5';

/** Outer sizes in millimetres (GB/T 1416). */
export const ENVELOPES = {
  DL: { widthMm: 220, heightMm: 110 },
  ZL: { widthMm: 230, heightMm: 120 },
  C5: { widthMm: 229, heightMm: 162 },
} satisfies Record<EnvelopeFormat, PageSize>;

// GB/T 1416-2003: the upper left 90 × 26 mm holds nothing but the addressee's postcode; the lowest 20 mm stay blank
// between 55 and 160 mm from the right edge (sorting machines print there).
const POSTCODE_ZONE_MM = 26;
const FOOT_ZONE_MM = 20;

/** First digit of the postcode and the pitch of the six boxes printed on the envelope. */
const POSTCODE_LEFT_MM = 12;
const POSTCODE_TOP_MM = 12;
const POSTCODE_PITCH_MM = 10;

const ADDRESS_LEFT_MM = 32;
const SIDE_MM = 15;
const ADDRESS: TextStyle = { font: 'serif-regular', sizePt: 14 };
const ADDRESS_LINE_MM = 8;
const NAME: TextStyle = { font: 'serif-bold', sizePt: 18 };
const NAME_LINE_MM = 12;
const SENDER: TextStyle = { font: 'serif-regular', sizePt: 10.5 };
const SENDER_LINE_MM = 5.5;
const SENDER_WIDTH_MM = 125;
const SENDER_POSTCODE_MM = 40;

interface EnvelopeSource {
  to: PostalAddress;
  from: PostalAddress;
}

interface EnvelopeSideProps extends EnvelopeSource {
  size: PageSize;
  offset: PrintOffset;
  marks: readonly string[];
  words: PrintWords;
}

function EnvelopeSide({ to, from, size, offset, marks, words }: EnvelopeSideProps) {
  const addressLines = breakLines(to.address, ADDRESS, size.widthMm - ADDRESS_LEFT_MM - SIDE_MM);
  const nameLines = breakLines(words('envelope.toName', { name: to.name }), NAME, size.widthMm - ADDRESS_LEFT_MM - SIDE_MM);
  const senderLines = breakLines(words('envelope.from', { address: from.address, name: from.name }), SENDER, SENDER_WIDTH_MM);
  const senderTopMm = size.heightMm - FOOT_ZONE_MM - 2 - senderLines.length * SENDER_LINE_MM;
  const blockMm = addressLines.length * ADDRESS_LINE_MM + nameLines.length * NAME_LINE_MM;
  // Between the postcode's zone and the sender, a little above the middle.
  const addressTopMm = POSTCODE_ZONE_MM + Math.max(2, (senderTopMm - POSTCODE_ZONE_MM - blockMm) * 0.45);
  const senderLeftMm = size.widthMm - SIDE_MM - Math.max(...senderLines.map((line) => textWidthMm(line, SENDER)));
  return (
    <div style={{ position: 'absolute', left: `${offset.xMm}mm`, top: `${offset.yMm}mm` }}>
      {[...to.postcode].map((digit, index) => (
        <div
          key={index}
          className="envelope-digit"
          style={{ left: `${POSTCODE_LEFT_MM + index * POSTCODE_PITCH_MM}mm`, top: `${POSTCODE_TOP_MM}mm` }}
        >
          {digit}
        </div>
      ))}
      <div className="envelope-text lines" style={{ left: `${ADDRESS_LEFT_MM}mm`, top: `${addressTopMm}mm` }}>
        <div className="envelope-address">{addressLines.join('\n')}</div>
        <div className="envelope-name">{nameLines.join('\n')}</div>
      </div>
      <div className="envelope-text envelope-sender lines" style={{ left: `${senderLeftMm}mm`, top: `${senderTopMm}mm` }}>
        {senderLines.join('\n')}
      </div>
      <div
        className="envelope-text envelope-postcode"
        style={{
          left: `${size.widthMm - SIDE_MM - SENDER_POSTCODE_MM}mm`,
          top: `${size.heightMm - FOOT_ZONE_MM + 4}mm`,
          width: `${SENDER_POSTCODE_MM}mm`,
        }}
      >
        {from.postcode}
      </div>
      <div className="envelope-text envelope-marks" style={{ left: `${SIDE_MM}mm`, top: `${size.heightMm - FOOT_ZONE_MM - 6}mm` }}>
        {marks.map((mark) => (
          <span key={mark} className="mark">
            {mark}
          </span>
        ))}
      </div>
    </div>
  );
}

const ENVELOPE_STYLES = `
.envelope-digit{position:absolute;width:8mm;text-align:center;font-size:16pt;line-height:8mm}
.envelope-text{position:absolute}
.envelope-address{font-size:${ADDRESS.sizePt}pt;line-height:${ADDRESS_LINE_MM}mm}
.envelope-name{font-size:${NAME.sizePt}pt;line-height:${NAME_LINE_MM}mm;font-weight:700;padding-left:${2 * ADDRESS.sizePt * MM_PER_PT}mm}
.envelope-sender{font-size:${SENDER.sizePt}pt;line-height:${SENDER_LINE_MM}mm}
.envelope-postcode{font-size:12pt;line-height:6mm;text-align:right;letter-spacing:1mm}
.envelope-marks{display:flex;gap:1.5mm;font-size:7.5pt;line-height:3.6mm;white-space:nowrap}
`;

/**
 * Prints pre-printed envelopes, one side each. Only the marks that keep a paper from being used (sample, void) are set on
 * them: an envelope printed twice is no other envelope.
 */
export function printEnvelopes(
  envelopes: readonly EnvelopeSource[],
  context: PrintContext,
  format: EnvelopeFormat,
  offset: PrintOffset = NO_OFFSET,
): PrintDocument {
  const words = printWords(context.language);
  const size = ENVELOPES[format];
  const marks = marksOf({ context: { ...context, reprint: 0, copy: false }, words });
  return printDocument({
    title: words('envelope.documentTitle'),
    language: context.language,
    pageSize: size,
    fonts: ['serif-regular', 'serif-bold'],
    styles: [ENVELOPE_STYLES],
    pages: envelopes.map(({ to, from }, index) => (
      <EnvelopeSide key={index} to={to} from={from} size={size} offset={offset} marks={marks} words={words} />
    )),
  });
}
