import { customerRows, satisfactionBoxes, stubRows, workRows, type TicketText } from './dispatch-rows.ts';
import type { DispatchTicketPaper } from './dispatch-ticket-paper.ts';
import { FormHeading, HEADING_STYLES } from './form-heading.tsx';
import { FOOT_MM, PageFrame, type PageMargins } from './page-frame.tsx';
import { A5_PORTRAIT } from './page-size.ts';
import { formatMoment, type PrintContext } from './print-context.ts';
import { printDocument, type PrintDocument } from './print-document.tsx';
import { printWords } from './print-words.ts';
import { fitsRollTitle, printRoll, type RollBlock } from './roll-sheet.tsx';
import { FORM_STYLES, FormRows, layRow, paginateRows, type FormMetrics, type FormRow } from './ruled-form.tsx';
import { TEAR_LINE_MM, TEAR_STYLES, TearLine } from './tear-off.tsx';

export type DispatchTicketSize = 'A5' | 'roll';

const MARGINS: PageMargins = { topMm: 8, rightMm: 10, bottomMm: 4, leftMm: 10 };
const HEADING_MM = 11.5;
const TITLE_PT = 13;
/** Room on a roll to write several lines. */
const ROOMY_MM = 24;
const LABEL_MM = { zh: 19, en: 20 };

function metricsFor(language: PrintContext['language']): FormMetrics {
  return {
    widthMm: A5_PORTRAIT.widthMm - MARGINS.leftMm - MARGINS.rightMm,
    label: { font: 'serif-regular', sizePt: language === 'zh' ? 8.5 : 7.5 },
    text: { font: 'serif-regular', sizePt: 9 },
    lineMm: 3.9,
    labelLineMm: 3.1,
    padMm: 0.7,
    labelMm: LABEL_MM[language],
    rowMm: 5.4,
  };
}

function heightOf(rows: readonly { heightMm: number }[]): number {
  return rows.reduce((sum, row) => sum + row.heightMm, 0);
}

function printOnA5(ticket: DispatchTicketPaper, context: PrintContext): PrintDocument {
  const words = printWords(context.language);
  const metrics = metricsFor(context.language);
  const text: TicketText = { ticket, words, timeZone: context.timeZone, metrics };
  const lay = (rows: readonly FormRow[]) => rows.map((row) => layRow(row, metrics));
  const stub = lay(stubRows(text));
  const customer = lay(customerRows(text));
  const bodyMm = A5_PORTRAIT.heightMm - MARGINS.topMm - MARGINS.bottomMm - FOOT_MM - 1;
  const othersMm = heightOf(stub) + heightOf(customer) + 2 * (HEADING_MM + TEAR_LINE_MM);
  const pages = paginateRows(
    lay(workRows(text)),
    metrics,
    (page) => bodyMm - HEADING_MM - (page === 0 ? othersMm : 0),
    words('form.continued'),
  );
  const headingOf = (part: string) => (
    <FormHeading
      title={words('dispatch.title', { estate: context.estateName, part })}
      number={ticket.number}
      numberLabel={words('field.number')}
      widthMm={metrics.widthMm}
      heightMm={HEADING_MM}
      sizePt={TITLE_PT}
    />
  );
  return printDocument({
    title: words('dispatch.title', { estate: context.estateName, part: ticket.number }),
    language: context.language,
    pageSize: A5_PORTRAIT,
    fonts: ['serif-regular', 'serif-bold'],
    styles: [FORM_STYLES, HEADING_STYLES, TEAR_STYLES],
    pages: pages.map((rows, index) => (
      <PageFrame key={index} context={context} words={words} margins={MARGINS} page={index + 1} pages={pages.length}>
        {index === 0 && (
          <>
            {headingOf(words('dispatch.stub'))}
            <FormRows rows={stub} metrics={metrics} />
            <TearLine word={words('dispatch.tear')} />
          </>
        )}
        {headingOf(words('dispatch.work'))}
        <FormRows rows={rows} metrics={metrics} />
        {index === 0 && (
          <>
            <TearLine word={words('dispatch.tear')} />
            {headingOf(words('dispatch.customer'))}
            <FormRows rows={customer} metrics={metrics} />
          </>
        )}
      </PageFrame>
    )),
  });
}

function printOnRoll(ticket: DispatchTicketPaper, context: PrintContext): PrintDocument {
  const words = printWords(context.language);
  const at = (moment: string) => formatMoment(moment, context.timeZone);
  const titleOf = (part: string): string => {
    const estate = context.estateName;
    const title = (named: { estate: string; part: string }) => words('dispatch.title', named).trim();
    // Parted between estate, kind of sheet and part: anywhere else a line would end within one of them.
    const ways = [[title({ estate, part })], [estate, title({ estate: '', part })], [title({ estate, part: '' }), part]];
    const fitting = ways.find((lines) => lines.every(fitsRollTitle)) ?? [estate, title({ estate: '', part: '' }), part];
    return fitting.join('\n');
  };
  const titled = (part: string): RollBlock[] => [
    { kind: 'title', text: titleOf(part) },
    ...(ticket.number === '' ? [] : [{ kind: 'number', value: ticket.number } satisfies RollBlock]),
    { kind: 'rule' },
  ];
  const field = (label: string, ...texts: string[]): RollBlock => {
    const text = texts.filter((each) => each !== '').join('  ');
    return text === '' ? { kind: 'sign', label } : { kind: 'field', label, text };
  };
  const roomy = (label: string, text: string): RollBlock =>
    text === '' ? { kind: 'sign', label, heightMm: ROOMY_MM } : { kind: 'field', label, text };
  const filled = (label: string, text: string): RollBlock[] => (text === '' && ticket.number !== '' ? [] : [field(label, text)]);
  const materials = ticket.materials.map(({ name, quantity, price, amount }) => `${name}\n${quantity} × ${price} = ${amount}`);
  const blocks: RollBlock[] = [
    ...titled(words('dispatch.work')),
    field(words('dispatch.place'), ticket.place),
    field(words('dispatch.reportedBy'), ticket.reportedBy, ticket.phone),
    field(words('dispatch.reportedAt'), at(ticket.reportedAt)),
    field(words('dispatch.trade'), ticket.trade, ticket.urgency, ticket.charge),
    ...filled(words('dispatch.appointment'), at(ticket.appointment)),
    ...filled(words('dispatch.dueAt'), at(ticket.dueAt)),
    field(words('dispatch.worker'), ticket.team, ticket.worker),
    ...filled(words('dispatch.dispatchedAt'), at(ticket.dispatchedAt)),
    ...filled(words('dispatch.dispatchedBy'), ticket.dispatchedBy),
    { kind: 'rule' },
    roomy(words('field.content'), ticket.content),
    { kind: 'rule' },
    field(words('dispatch.arrivedAt'), at(ticket.arrivedAt)),
    field(words('dispatch.finishedAt'), at(ticket.finishedAt)),
    roomy(words('dispatch.done'), ticket.done),
    roomy(words('dispatch.material'), materials.join('\n')),
    field(words('dispatch.labour'), ticket.labour),
    field(words('dispatch.total'), ticket.total),
    field(words('dispatch.payment'), ticket.payment),
    { kind: 'field', label: words('dispatch.satisfaction'), text: satisfactionBoxes(words).join('\n') },
    { kind: 'sign', label: words('dispatch.customerSigns') },
    { kind: 'sign', label: words('dispatch.workerSigns') },
    { kind: 'cut', word: words('dispatch.tear') },
    ...titled(words('dispatch.customer')),
    field(words('dispatch.place'), ticket.place),
    field(words('field.content'), ticket.content),
    field(words('dispatch.worker'), ticket.team, ticket.worker),
    field(words('dispatch.chargeTotal'), ticket.charge, ticket.total),
    ...filled(words('dispatch.deskPhone'), ticket.deskPhone),
  ];
  return printRoll({ title: words('dispatch.work'), blocks, context, words });
}

/** Prints a dispatch ticket: on A5 as stub, work and customer part with lines to tear along, or on an 80 mm roll. */
export function printDispatchTicket(ticket: DispatchTicketPaper, context: PrintContext, size: DispatchTicketSize = 'A5'): PrintDocument {
  return size === 'roll' ? printOnRoll(ticket, context) : printOnA5(ticket, context);
}
