import type { DispatchTicketPaper } from './dispatch-ticket-paper.ts';
import { formatMoment } from './print-context.ts';
import type { PrintWords } from './print-words.ts';
import type { FormCell, FormMetrics, FormRow } from './ruled-form.tsx';
import { breakLines, withApostrophes } from './text-lines.ts';

const SIGN_MM = 9;
const BLANK_MATERIALS = 2;
const SHORT_LINES = 2;

/** What the three parts of a ticket are drawn from. */
export interface TicketText {
  ticket: DispatchTicketPaper;
  words: PrintWords;
  timeZone: string;
  metrics: FormMetrics;
}

function joined(...texts: string[]): string {
  return texts.filter((text) => text !== '').join('  ');
}

function whole(label: string, text: string): FormCell[] {
  return [{ label, text, share: 1 }];
}

function halves(...cells: [string, string][]): FormCell[] {
  return cells.map(([label, text]) => ({ label, text, share: 1 / cells.length }));
}

/** Boxes to tick for how content the customer is. */
export function satisfactionBoxes(words: PrintWords): string[] {
  return [words('dispatch.satisfied'), words('dispatch.fairlySatisfied'), words('dispatch.notSatisfied')].map((word) => `□ ${word}`);
}

/** The content in so few lines that stub and customer's part keep their height; the whole of it is on the work part. */
function shortContent({ ticket, metrics }: TicketText): string {
  const roomMm = metrics.widthMm - metrics.labelMm - 2 * metrics.padMm;
  const lines = breakLines(withApostrophes(ticket.content), metrics.text, roomMm);
  if (lines.length <= SHORT_LINES) return ticket.content;
  const shown = lines.slice(0, SHORT_LINES);
  // By whole characters: half of a rare one would print as a box.
  return `${[...shown.join('\n')].slice(0, -1).join('')}…`;
}

/** The part that stays at the desk; the worker signs for the ticket on it. */
export function stubRows(text: TicketText): FormRow[] {
  const { ticket, words, timeZone } = text;
  return [
    {
      cells: halves([words('dispatch.place'), ticket.place], [words('dispatch.reportedBy'), joined(ticket.reportedBy, ticket.phone)]),
    },
    { cells: whole(words('field.content'), shortContent(text)) },
    {
      cells: halves(
        [words('dispatch.worker'), joined(ticket.team, ticket.worker)],
        [words('dispatch.dispatchedAt'), formatMoment(ticket.dispatchedAt, timeZone)],
      ),
    },
    {
      cells: halves([words('dispatch.dispatchedBy'), ticket.dispatchedBy], [words('dispatch.takenBy'), '']),
      minMm: SIGN_MM,
    },
  ];
}

/** The part the worker takes along and brings back. */
export function workRows({ ticket, words, timeZone }: TicketText): FormRow[] {
  const at = (moment: string) => formatMoment(moment, timeZone);
  const materialCells = (texts: [string, string, string, string]): FormCell[] =>
    texts.map((text, index) => ({ label: '', text, share: [0.46, 0.16, 0.19, 0.19][index] ?? 0 }));
  const materials = [...ticket.materials];
  while (materials.length < BLANK_MATERIALS) materials.push({ name: '', quantity: '', price: '', amount: '' });
  return [
    {
      cells: halves([words('dispatch.place'), ticket.place], [words('dispatch.reportedBy'), joined(ticket.reportedBy, ticket.phone)]),
    },
    {
      cells: halves(
        [words('dispatch.reportedAt'), at(ticket.reportedAt)],
        [words('dispatch.trade'), joined(ticket.trade, ticket.urgency, ticket.charge)],
      ),
    },
    {
      cells: halves([words('dispatch.appointment'), at(ticket.appointment)], [words('dispatch.dueAt'), at(ticket.dueAt)]),
    },
    { cells: whole(words('field.content'), ticket.content), minMm: 11, grow: 1, flows: true },
    {
      cells: halves([words('dispatch.arrivedAt'), at(ticket.arrivedAt)], [words('dispatch.finishedAt'), at(ticket.finishedAt)]),
    },
    { cells: whole(words('dispatch.done'), ticket.done), minMm: 11, grow: 1, flows: true },
    {
      cells: materialCells([words('dispatch.material'), words('dispatch.quantity'), words('dispatch.price'), words('dispatch.amount')]),
    },
    ...materials.map((material) => ({
      cells: materialCells([material.name, material.quantity, material.price, material.amount]),
    })),
    {
      cells: halves(
        [words('dispatch.labour'), ticket.labour],
        [words('dispatch.total'), ticket.total],
        [words('dispatch.payment'), ticket.payment],
      ),
    },
    { cells: whole(words('dispatch.satisfaction'), satisfactionBoxes(words).join('     ')) },
    { cells: halves([words('dispatch.customerSigns'), ''], [words('dispatch.workerSigns'), '']), minMm: SIGN_MM },
  ];
}

/** The part the customer keeps. */
export function customerRows(text: TicketText): FormRow[] {
  const { ticket, words, timeZone } = text;
  return [
    {
      cells: halves([words('dispatch.place'), ticket.place], [words('dispatch.reportedAt'), formatMoment(ticket.reportedAt, timeZone)]),
    },
    { cells: whole(words('field.content'), shortContent(text)) },
    {
      cells: halves(
        [words('dispatch.worker'), joined(ticket.team, ticket.worker)],
        [words('dispatch.chargeTotal'), joined(ticket.charge, ticket.total)],
      ),
    },
    {
      cells: halves([words('dispatch.workerSigns'), ''], [words('dispatch.deskPhone'), ticket.deskPhone]),
      minMm: SIGN_MM,
    },
  ];
}
