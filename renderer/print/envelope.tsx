import { marksOf } from './page-frame.tsx';
import type { PageSize } from './page-size.ts';
import { NO_OFFSET, type PostalAddress, type PrintOffset } from './postal-address.ts';
import type { PrintContext } from './print-context.ts';
import { printDocument, type PrintDocument } from './print-document.tsx';
import { printWords, type PrintWords } from './print-words.ts';
import { breakLines, MM_PER_PT, textWidthMm, type TextStyle, withApostrophes } from './text-lines.ts';

export type EnvelopeFormat = 'DL' | 'ZL' | 'C5';

/** Outer sizes in millimetres (GB/T 1416). */
export const ENVELOPES = {
  DL: { widthMm: 220, heightMm: 110 },
  ZL: { widthMm: 230, heightMm: 120 },
  C5: { widthMm: 229, heightMm: 162 },
} satisfies Record<EnvelopeFormat, PageSize>;

// GB/T 1416-2003: the upper left 90 × 26 mm holds nothing but the addressee's postcode; the lowest 20 mm stay blank
// between 55 and 160 mm from the right edge (sorting machines print there). The standard of 2021 moved that zone: Settings
// say where it is.
const POSTCODE_ZONE_MM = 26;

/** What of the foot stays free: so high, from so far off the right edge on. */
export interface EnvelopeFoot {
  heightMm: number;
  fromRightMm: number;
}
const FOOT_OF_2003: EnvelopeFoot = { heightMm: 20, fromRightMm: 55 };
/** Nothing is set nearer to the lower edge, however little of it the post office asks for. */
const EDGE_MM = 10;

/** First digit of the postcode and the pitch of the six boxes printed on the envelope. */
const POSTCODE_LEFT_MM = 12;
const POSTCODE_TOP_MM = 12;
const POSTCODE_PITCH_MM = 10;

const ADDRESS_LEFT_MM = 32;
const SIDE_MM = 15;
/** Type sizes of address and name in points and their line pitches; the first that fits is taken. */
const SIZES = [
  { addressPt: 14, addressLineMm: 8, namePt: 18, nameLineMm: 12 },
  { addressPt: 12, addressLineMm: 6.6, namePt: 15, nameLineMm: 9 },
  { addressPt: 10.5, addressLineMm: 5.6, namePt: 12, nameLineMm: 7 },
];
const SENDER: TextStyle = { font: 'serif-regular', sizePt: 10.5 };
const SENDER_LINE_MM = 5.5;
const SENDER_WIDTH_MM = 125;
const SENDER_POSTCODE_MM = 40;
const SENDER_POSTCODE_LINE_MM = 6;

interface EnvelopeSource {
  to: PostalAddress;
  from: PostalAddress;
}

interface AddressBlock {
  addressLines: readonly string[];
  nameLines: readonly string[];
  size: (typeof SIZES)[number];
  heightMm: number;
}

/** Address and name at the largest type that leaves them between the postcode's zone and the sender. */
function fitAddress(to: PostalAddress, name: string, widthMm: number, roomMm: number): AddressBlock | undefined {
  const blocks = SIZES.map((size) => {
    const addressLines = breakLines(withApostrophes(to.address), { font: 'serif-regular', sizePt: size.addressPt }, widthMm);
    const indentMm = 2 * size.addressPt * MM_PER_PT;
    const nameLines = breakLines(name, { font: 'serif-bold', sizePt: size.namePt }, widthMm - indentMm);
    const heightMm = addressLines.length * size.addressLineMm + nameLines.length * size.nameLineMm;
    return { addressLines, nameLines, size, heightMm };
  });
  return blocks.find(({ heightMm }) => heightMm <= roomMm) ?? blocks[blocks.length - 1];
}

interface EnvelopeSideProps extends EnvelopeSource {
  size: PageSize;
  offset: PrintOffset;
  foot: EnvelopeFoot;
  marks: readonly string[];
  words: PrintWords;
}

function EnvelopeSide({ to, from, size, offset, foot, marks, words }: EnvelopeSideProps) {
  const senderLines = breakLines(
    withApostrophes(words('envelope.from', { address: from.address, name: from.name })),
    SENDER,
    SENDER_WIDTH_MM,
  );
  const footMm = Math.max(foot.heightMm, EDGE_MM);
  // The sender's postcode stands in the corner beside the free zone, and above it where there is none.
  const inCorner = foot.fromRightMm >= SIDE_MM + SENDER_POSTCODE_MM && footMm >= EDGE_MM + SENDER_POSTCODE_LINE_MM;
  const aboveFootMm = footMm + (inCorner ? 2 : 2 + SENDER_POSTCODE_LINE_MM);
  const senderTopMm = size.heightMm - aboveFootMm - senderLines.length * SENDER_LINE_MM;
  const roomMm = senderTopMm - POSTCODE_ZONE_MM - 3;
  const name = withApostrophes(words('envelope.toName', { name: to.name }));
  const block = fitAddress(to, name, size.widthMm - ADDRESS_LEFT_MM - SIDE_MM, roomMm);
  // A little above the middle of its room.
  const addressTopMm = POSTCODE_ZONE_MM + 1 + Math.max(0, (roomMm - (block?.heightMm ?? 0)) * 0.45);
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
      {block && (
        <div className="envelope-text lines" style={{ left: `${ADDRESS_LEFT_MM}mm`, top: `${addressTopMm}mm` }}>
          <div style={{ fontSize: `${block.size.addressPt}pt`, lineHeight: `${block.size.addressLineMm}mm` }}>
            {block.addressLines.join('\n')}
          </div>
          <div
            className="envelope-name"
            style={{
              fontSize: `${block.size.namePt}pt`,
              lineHeight: `${block.size.nameLineMm}mm`,
              paddingLeft: `${2 * block.size.addressPt * MM_PER_PT}mm`,
            }}
          >
            {block.nameLines.join('\n')}
          </div>
        </div>
      )}
      <div className="envelope-text envelope-sender lines" style={{ left: `${senderLeftMm}mm`, top: `${senderTopMm}mm` }}>
        {senderLines.join('\n')}
      </div>
      <div
        className="envelope-text envelope-postcode"
        style={{
          left: `${size.widthMm - SIDE_MM - SENDER_POSTCODE_MM}mm`,
          top: `${size.heightMm - (inCorner ? footMm - 4 : footMm + SENDER_POSTCODE_LINE_MM + 1)}mm`,
          width: `${SENDER_POSTCODE_MM}mm`,
        }}
      >
        {from.postcode}
      </div>
      <div className="envelope-text envelope-marks" style={{ left: `${SIDE_MM}mm`, top: `${size.heightMm - footMm - 6}mm` }}>
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
.envelope-name{font-weight:700}
.envelope-sender{font-size:${SENDER.sizePt}pt;line-height:${SENDER_LINE_MM}mm}
.envelope-postcode{font-size:12pt;line-height:${SENDER_POSTCODE_LINE_MM}mm;text-align:right;letter-spacing:1mm}
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
  foot: EnvelopeFoot = FOOT_OF_2003,
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
      <EnvelopeSide key={index} to={to} from={from} size={size} offset={offset} foot={foot} marks={marks} words={words} />
    )),
  });
}
