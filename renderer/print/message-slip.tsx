import { FormHeading, HEADING_STYLES } from './form-heading.tsx';
import { FOOT_MM, PageFrame, type PageMargins } from './page-frame.tsx';
import { A5_LANDSCAPE } from './page-size.ts';
import { formatMoment, type PrintContext } from './print-context.ts';
import { printDocument, type PrintDocument } from './print-document.tsx';
import { printWords, type PrintWords } from './print-words.ts';
import { printRoll, type RollBlock } from './roll-sheet.tsx';
import { FORM_STYLES, FormRows, layRow, paginateRows, type FormMetrics, type FormRow } from './ruled-form.tsx';

export type MessageWish = 'callBack' | 'callsAgain' | 'forInformation';

/** A message for an absent colleague (DOMAIN §2). `''` is unknown and prints as room to write. */
export interface MessageSlipPaper {
  /** Number of the entry in the reception log. */
  number: string;
  forWhom: string;
  department: string;
  caller: string;
  unit: string;
  /** The number the caller left, in full: the colleague has to ring it. */
  phone: string;
  calledAt: string;
  message: string;
  wish: MessageWish | '';
  takenBy: string;
}

/** For a power cut: a slip to fill in by hand. */
export const BLANK_MESSAGE_SLIP: MessageSlipPaper = {
  number: '',
  forWhom: '',
  department: '',
  caller: '',
  unit: '',
  phone: '',
  calledAt: '',
  message: '',
  wish: '',
  takenBy: '',
};

export type MessageSlipSize = 'A5' | 'roll';

const WISHES = ['callBack', 'callsAgain', 'forInformation'] satisfies MessageWish[];

const MARGINS: PageMargins = { topMm: 12, rightMm: 15, bottomMm: 8, leftMm: 15 };
const HEADING_MM = 17;
/** Room on a blank roll slip to write the message. */
const BLANK_MESSAGE_MM = 34;

const METRICS: FormMetrics = {
  widthMm: A5_LANDSCAPE.widthMm - MARGINS.leftMm - MARGINS.rightMm,
  label: { font: 'serif-regular', sizePt: 10 },
  text: { font: 'serif-regular', sizePt: 11 },
  lineMm: 5,
  labelLineMm: 4.2,
  padMm: 1.2,
  labelMm: 25,
  rowMm: 9,
};

/** Boxes to tick; the one that was said is filled. */
function wishBoxes(wish: MessageWish | '', words: PrintWords): string {
  return WISHES.map((each) => `${each === wish ? '■' : '□'} ${words(`message.wishes.${each}`)}`).join('      ');
}

function slipRows(slip: MessageSlipPaper, words: PrintWords, calledAt: string): FormRow[] {
  const half = (label: string, text: string) => ({ label, text, share: 0.5 });
  const whole = (label: string, text: string) => ({ label, text, share: 1 });
  return [
    { cells: [half(words('message.forWhom'), slip.forWhom), half(words('message.department'), slip.department)] },
    { cells: [half(words('message.caller'), slip.caller), half(words('field.unit'), slip.unit)] },
    { cells: [half(words('message.phone'), slip.phone), half(words('message.calledAt'), calledAt)] },
    { cells: [whole(words('message.message'), slip.message)], minMm: 30, grow: 1, flows: true },
    { cells: [whole(words('message.wish'), wishBoxes(slip.wish, words))] },
    { cells: [half(words('message.takenBy'), slip.takenBy), half(words('message.handedOver'), '')], minMm: 11 },
  ];
}

function slipBlocks(slip: MessageSlipPaper, title: string, words: PrintWords, calledAt: string): RollBlock[] {
  const number: RollBlock[] = slip.number === '' ? [] : [{ kind: 'number', value: slip.number }];
  const field = (label: string, text: string, heightMm?: number): RollBlock =>
    text === '' ? { kind: 'sign', label, ...(heightMm !== undefined && { heightMm }) } : { kind: 'field', label, text };
  return [
    { kind: 'title', text: title },
    ...number,
    { kind: 'rule' },
    field(words('message.forWhom'), [slip.forWhom, slip.department].filter((text) => text !== '').join('  ')),
    field(words('message.caller'), [slip.caller, slip.unit].filter((text) => text !== '').join('  ')),
    field(words('message.phone'), slip.phone),
    field(words('message.calledAt'), calledAt),
    { kind: 'rule' },
    field(words('message.message'), slip.message, BLANK_MESSAGE_MM),
    { kind: 'field', label: words('message.wish'), text: wishBoxes(slip.wish, words).replaceAll('      ', '\n') },
    { kind: 'rule' },
    field(words('message.takenBy'), slip.takenBy),
    { kind: 'sign', label: words('message.handedOver') },
  ];
}

/** Prints a message slip for an absent colleague, on A5 across or on an 80 mm roll. */
export function printMessageSlip(slip: MessageSlipPaper, context: PrintContext, size: MessageSlipSize = 'A5'): PrintDocument {
  const words = printWords(context.language);
  const title = words('message.heading', { estate: context.estateName });
  const calledAt = formatMoment(slip.calledAt, context.timeZone);
  if (size === 'roll') return printRoll({ title, blocks: slipBlocks(slip, title, words, calledAt), context, words });
  const bodyMm = A5_LANDSCAPE.heightMm - MARGINS.topMm - MARGINS.bottomMm - FOOT_MM - HEADING_MM - 2;
  const rows = slipRows(slip, words, calledAt).map((row) => layRow(row, METRICS));
  const pages = paginateRows(rows, METRICS, () => bodyMm, words('form.continued'));
  return printDocument({
    title,
    language: context.language,
    pageSize: A5_LANDSCAPE,
    fonts: ['serif-regular', 'serif-bold'],
    styles: [FORM_STYLES, HEADING_STYLES],
    pages: pages.map((pageRows, index) => (
      <PageFrame key={index} context={context} words={words} margins={MARGINS} page={index + 1} pages={pages.length}>
        <FormHeading
          title={title}
          number={slip.number}
          numberLabel={words('field.number')}
          widthMm={METRICS.widthMm}
          heightMm={HEADING_MM}
          sizePt={18}
        />
        <FormRows rows={pageRows} metrics={METRICS} />
      </PageFrame>
    )),
  });
}
