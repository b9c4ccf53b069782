import type { TFunction } from 'i18next';
import { BLANK_COORDINATION_FORM, printCoordinationForm } from '../../print/coordination-form.tsx';
import { BLANK_DISPATCH_TICKET } from '../../print/dispatch-ticket-paper.ts';
import { printDispatchTicket } from '../../print/dispatch-ticket.tsx';
import { BLANK_MESSAGE_SLIP, printMessageSlip } from '../../print/message-slip.tsx';
import type { PrintContext } from '../../print/print-context.ts';
import { joinDocuments, type PrintDocument } from '../../print/print-document.tsx';
import { printBlankRegister } from '../../print/register-table.tsx';

/** Paper to write on by hand while the power is out, one for every register that is built (DOMAIN §13). */
export const BLANK_FORMS = ['reception', 'messageSlip', 'letters', 'coordination', 'dispatch', 'praise'] as const;
export type BlankForm = (typeof BLANK_FORMS)[number];

type Words = TFunction<['settings', 'reception', 'letters', 'praise', 'paper']>;

/** Column heads with their widths in millimetres; wider than in print, because a hand needs room. */
function columnsOf(form: 'reception' | 'letters' | 'praise', t: Words): [string, number][] {
  switch (form) {
    case 'reception':
      return [
        [t('reception:field.occurredAt'), 22],
        [t('reception:field.channel'), 14],
        [t('reception:field.rings'), 12],
        [t('reception:field.customer'), 24],
        [t('reception:field.unit'), 24],
        [t('reception:field.phone'), 32],
        [t('reception:field.category'), 16],
        [t('reception:field.content'), 72],
        [t('reception:field.answer'), 40],
        [t('reception:field.passedToDepartment'), 24],
        [t('reception:field.takenBy'), 18],
      ];
    case 'letters':
      return [
        [t('letters:field.receivedAt'), 22],
        [t('letters:field.means'), 16],
        [t('letters:field.postalNumber'), 32],
        [t('letters:field.sender'), 30],
        [t('letters:field.unit'), 22],
        [t('letters:field.phone'), 28],
        [t('letters:field.category'), 16],
        [t('letters:field.summary'), 66],
        [t('letters:field.pages'), 12],
        [t('letters:field.handedOver'), 26],
        [t('letters:field.receivedBy'), 18],
      ];
    case 'praise':
      return [
        [t('praise:field.receivedOn'), 20],
        [t('praise:field.praisedBy'), 24],
        [t('praise:field.unit'), 20],
        [t('praise:field.form'), 16],
        [t('praise:field.employees'), 28],
        [t('praise:field.departments'), 26],
        [t('praise:field.whatFor'), 52],
        [t('praise:blank.original'), 34],
        [t('praise:blank.copies'), 40],
        [t('praise:field.thanked'), 22],
      ];
  }
}

/** So many sheets of one blank form, as one job. */
export function printBlankForm(form: BlankForm, sheets: number, t: Words, context: PrintContext): PrintDocument {
  const title = t(`settings:blank.${form}`);
  const repeated = (sheet: PrintDocument) => joinDocuments(title, Array<PrintDocument>(sheets).fill(sheet));
  switch (form) {
    case 'coordination':
      return repeated(printCoordinationForm(BLANK_COORDINATION_FORM, context));
    case 'messageSlip':
      return repeated(printMessageSlip(BLANK_MESSAGE_SLIP, context));
    case 'dispatch':
      return repeated(printDispatchTicket(BLANK_DISPATCH_TICKET, context));
    case 'reception':
    case 'letters':
    case 'praise': {
      const columns = columnsOf(form, t).map(([header, widthMm]) => ({ header, widthMm, align: 'left' as const }));
      return printBlankRegister({ title, columns, pages: sheets }, context);
    }
  }
}
