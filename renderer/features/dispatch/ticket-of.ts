import type { TFunction } from 'i18next';
import type { DispatchOrder } from '../../../shared/domain/dispatch-order.ts';
import { dispatchTotals, materialAmountFen } from '../../../shared/domain/dispatch-rules.ts';
import { formatQuantity, plainYuan } from '../../../shared/domain/money.ts';
import type { DispatchTicketPaper } from '../../print/dispatch-ticket-paper.ts';
import { placeOf } from './order-words.ts';

interface TicketFacts {
  t: TFunction<'dispatch'>;
  nameOf(id: string): string;
  departmentOf(id: string): string;
  deskPhone: string;
}

function joined(parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join(' ');
}

/** An order as its ticket prints it: words in the ticket's language, the phone in full, room to write where nothing is known. */
export function ticketOf(order: DispatchOrder, { t, nameOf, departmentOf, deskPhone }: TicketFacts): DispatchTicketPaper {
  const done = order.finishedAt !== '';
  const sent = order.hops.findLast((hop) => hop.action === 'dispatch' || hop.action === 'reassign');
  const { payment } = order;
  const paid = [payment.means === '' ? '' : t(`means.${payment.means}`), payment.receiptNumber];
  return {
    number: order.number,
    place: placeOf(order),
    reportedBy: order.customer,
    phone: order.phone,
    reportedAt: order.reportedAt,
    content: order.content,
    trade: order.trade === '' ? '' : t(`trade.${order.trade}`),
    urgency: t(`urgency.${order.urgency}`),
    charge: t(`charge.${order.charge}`),
    appointment: order.appointmentAt,
    dueAt: order.arrivalDueAt === '' ? order.finishDueAt : order.arrivalDueAt,
    dispatchedAt: order.dispatchedAt,
    dispatchedBy: sent === undefined || order.dispatchedAt === '' ? '' : nameOf(sent.by),
    team: departmentOf(order.departmentId),
    worker: order.worker,
    arrivedAt: order.arrivedAt,
    finishedAt: order.finishedAt,
    done: order.done,
    materials: order.materials.map((material) => ({
      name: joined([material.name, material.size]),
      quantity: joined([formatQuantity(material.quantityThousandths), material.measure]),
      price: plainYuan(material.priceFen),
      amount: plainYuan(materialAmountFen(material)),
    })),
    labour: done ? plainYuan(order.labourFen) : '',
    total: done ? plainYuan(dispatchTotals(order).totalFen) : '',
    payment: joined(paid),
    deskPhone,
  };
}
