import { z } from 'zod';
import { CHARGES, PAYMENT_MEANS, type DispatchOrder, type MaterialLine } from '../../../shared/domain/dispatch-order.ts';
import { moneyProblem, type WorkInput } from '../../../shared/domain/dispatch-steps.ts';
import { formatQuantity, parseQuantity, parseYuan, plainYuan } from '../../../shared/domain/money.ts';

/** One row of the materials as typed. */
export const materialText = z.object({
  name: z.string().default(''),
  size: z.string().default(''),
  quantity: z.string().default(''),
  measure: z.string().default(''),
  price: z.string().default(''),
});
export type MaterialText = z.infer<typeof materialText>;

/** What is reported of the work, as typed: amounts stay text until the form is saved, so that a slip is never lost or guessed. */
export const workValues = z.object({
  arrivedAt: z.string().default(''),
  at: z.string().default(''),
  done: z.string().default(''),
  charge: z.enum(CHARGES).default('free'),
  materials: z.array(materialText).default([]),
  labour: z.string().default(''),
  quote: z.string().default(''),
  quoteAgreedBy: z.string().default(''),
  waived: z.string().default(''),
  waivedBy: z.string().default(''),
  waivedReason: z.string().default(''),
  means: z.enum(['', ...PAYMENT_MEANS]).default(''),
  received: z.string().default(''),
  receiptNumber: z.string().default(''),
  receivedAt: z.string().default(''),
  collectedBy: z.string().default(''),
  customerSigned: z.boolean().default(false),
  workerSigned: z.boolean().default(false),
  satisfaction: z.enum(['', 'satisfied', 'fairly', 'notSatisfied']).default(''),
  reason: z.string().default(''),
});
export type WorkValues = z.infer<typeof workValues>;

export const EMPTY_ROW: MaterialText = { name: '', size: '', quantity: '1', measure: '', price: '' };

const amount = (fen: number) => (fen === 0 ? '' : plainYuan(fen));

/** The form's values of an order as it is stored. */
export function workOf(order: DispatchOrder): WorkValues {
  const { payment } = order;
  return {
    arrivedAt: order.arrivedAt,
    at: order.finishedAt,
    done: order.done,
    charge: order.charge,
    materials: order.materials.map((material) => ({
      name: material.name,
      size: material.size,
      quantity: formatQuantity(material.quantityThousandths),
      measure: material.measure,
      price: plainYuan(material.priceFen),
    })),
    labour: amount(order.labourFen),
    quote: amount(order.quoteFen),
    quoteAgreedBy: order.quoteAgreedBy,
    waived: amount(order.waivedFen),
    waivedBy: order.waivedBy,
    waivedReason: order.waivedReason,
    means: payment.means,
    received: amount(payment.receivedFen),
    receiptNumber: payment.receiptNumber,
    receivedAt: payment.receivedAt,
    collectedBy: payment.collectedBy,
    customerSigned: order.customerSigned,
    workerSigned: order.workerSigned,
    satisfaction: order.satisfaction,
    reason: '',
  };
}

/** A row nobody has begun: nothing in it, or the quantity it was made with. */
export function isEmptyRow(row: MaterialText): boolean {
  return row.name.trim() === '' && row.size.trim() === '' && row.price.trim() === '' && row.measure.trim() === '';
}

/** One material read; `null` where its quantity or price cannot be. */
export function readMaterial(row: MaterialText): MaterialLine | null {
  const [quantityThousandths, priceFen] = [parseQuantity(row.quantity), parseYuan(row.price)];
  if (quantityThousandths === null || priceFen === null) return null;
  return { name: row.name.trim(), size: row.size.trim(), measure: row.measure.trim(), quantityThousandths, priceFen };
}

export type WorkProblem =
  | 'required'
  | 'moneyRule'
  | 'quantityRule'
  | 'nameRule'
  | `problem.${NonNullable<ReturnType<typeof moneyProblem>>}`;

/** Field a money problem is said beside. */
const BESIDE = {
  meansMissing: 'means',
  paidTooMuch: 'received',
  waivedTooMuch: 'waived',
  waiverReasonMissing: 'waivedReason',
  waivedByMissing: 'waivedBy',
} as const;

function materialProblems(rows: readonly MaterialText[]): Record<string, WorkProblem> {
  const problems: Record<string, WorkProblem> = {};
  rows.forEach((row, index) => {
    if (isEmptyRow(row)) return;
    if (row.name.trim() === '') problems[`materials.${index}.name`] = 'nameRule';
    if (parseQuantity(row.quantity) === null) problems[`materials.${index}.quantity`] = 'quantityRule';
    if (parseYuan(row.price) === null) problems[`materials.${index}.price`] = 'moneyRule';
  });
  return problems;
}

/** The work as the operation takes it, or what is wrong by field. Rows nobody has begun are left out. */
export function readWork(values: WorkValues): { work: WorkInput; problems: null } | { work: null; problems: Record<string, WorkProblem> } {
  const problems = materialProblems(values.materials);
  if (values.done.trim() === '') problems['done'] = 'required';
  const money = { labour: 0, quote: 0, waived: 0, received: 0 };
  for (const field of ['labour', 'quote', 'waived', 'received'] as const) {
    const fen = parseYuan(values[field]);
    if (fen === null) problems[field] = 'moneyRule';
    else money[field] = fen;
  }
  const materials = values.materials.filter((row) => !isEmptyRow(row)).flatMap((row) => readMaterial(row) ?? []);
  const work: WorkInput = {
    done: values.done,
    charge: values.charge,
    materials,
    labourFen: money.labour,
    quoteFen: money.quote,
    quoteAgreedBy: values.quoteAgreedBy,
    waivedFen: money.waived,
    waivedBy: values.waivedBy,
    waivedReason: values.waivedReason,
    payment: {
      means: values.means,
      receivedFen: money.received,
      receiptNumber: values.receiptNumber.trim(),
      receivedAt: values.receivedAt,
      collectedBy: values.collectedBy,
    },
    customerSigned: values.customerSigned,
    workerSigned: values.workerSigned,
    satisfaction: values.satisfaction,
  };
  if (Object.keys(problems).length === 0) {
    const problem = moneyProblem(work);
    if (problem === null) return { work, problems: null };
    problems[BESIDE[problem]] = `problem.${problem}`;
  }
  return { work: null, problems };
}
