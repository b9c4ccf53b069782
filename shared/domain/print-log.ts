import { z } from 'zod';
import { line, recordBase, reference } from './fields.ts';

/** Every print is a record (DOMAIN §13, §15): what, of which record, how many, by whom, when, and whether it was a reprint. */

export const PRINTOUTS = [
  'coordinationForm',
  'messageSlip',
  'registerPrint',
  'dispatchTicket',
  'replyLetter',
  'replyDraft',
  'envelope',
  'addressLabel',
  'postingList',
  'praiseCover',
  'praiseNotice',
  'completionNotice',
  'notice',
  'check',
  'handover',
  'statistics',
  'paidServices',
  'rollingPlan',
  'mailSlip',
  'recoveryCode',
  'blankForm',
] as const;
export type Printout = (typeof PRINTOUTS)[number];

export const printInput = z.object({
  printout: z.enum(PRINTOUTS),
  table: line,
  recordId: reference,
  recordNumber: line,
  copies: z.int().min(1).max(99).default(1),
  /** Paper or a PDF file; both leave the desk. */
  medium: z.enum(['paper', 'pdf']).default('paper'),
  printer: line,
  /** Phones in full or other personal data on it. */
  personalData: z.boolean().default(false),
  /** Filters of a register print, e.g. its date range. */
  range: line,
});
export type PrintInput = z.infer<typeof printInput>;

export const printRecord = recordBase.extend({
  ...printInput.shape,
  by: reference,
  at: z.iso.datetime(),
  /** The same printout of the same record was printed before; the sheet says so. */
  reprint: z.boolean(),
  /** The record was corrected after this print: the sheet out there no longer holds. */
  supersededAt: z.string().default(''),
  /** Nothing came out of the printer: the next try is no reprint. */
  failedAt: z.string().optional(),
});
export type PrintEntry = z.infer<typeof printRecord>;

/** Whether this print repeats one already in the log. Blank forms and register prints are never reprints. */
export function isReprint(
  print: Pick<PrintInput, 'printout' | 'table' | 'recordId'>,
  log: readonly Pick<PrintEntry, 'printout' | 'table' | 'recordId' | 'failedAt'>[],
): boolean {
  if (print.recordId === '') return false;
  return log.some(
    (entry) => cameOut(entry) && entry.printout === print.printout && entry.table === print.table && entry.recordId === print.recordId,
  );
}

/** Whether an entry of the log stands for paper: nobody has said that nothing came out. */
export function cameOut(entry: Pick<PrintEntry, 'failedAt'>): boolean {
  return (entry.failedAt ?? '') === '';
}

export type TakeBackProblem = 'printedByAnother' | 'printedAgain';

/**
 * What stands against saying that nothing came out of the printer: only whoever printed it saw that, and no longer once
 * another sheet has gone out that calls itself its reprint; `null` when nothing does.
 */
export function takeBackProblem(
  entry: Pick<PrintEntry, 'id' | 'by' | 'at' | 'printout' | 'table' | 'recordId'>,
  personId: string,
  log: readonly Pick<PrintEntry, 'id' | 'at' | 'printout' | 'table' | 'recordId' | 'reprint' | 'failedAt'>[],
): TakeBackProblem | null {
  if (entry.by !== personId) return 'printedByAnother';
  const later = log.filter((one) => one.id !== entry.id && one.reprint && one.at >= entry.at);
  return isReprint(entry, later) ? 'printedAgain' : null;
}
