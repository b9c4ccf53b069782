/** One material used on an order. */
export interface MaterialPaper {
  /** Name and size. */
  name: string;
  quantity: string;
  price: string;
  amount: string;
}

/**
 * A dispatch order (DOMAIN §7) as its ticket needs it. Texts come worded in the ticket's language, phones in full (the
 * worker has to ring); `''` is unknown or not yet and prints as room to write. Moments are UTC instants or dates.
 */
export interface DispatchTicketPaper {
  number: string;
  /** Unit or public area. */
  place: string;
  reportedBy: string;
  phone: string;
  reportedAt: string;
  content: string;
  trade: string;
  urgency: string;
  /** Paid, free or under warranty, in words. */
  charge: string;
  /** When the customer expects the worker; `''` without an appointment. */
  appointment: string;
  /** By when the worker must be there or be done. */
  dueAt: string;
  dispatchedAt: string;
  dispatchedBy: string;
  team: string;
  worker: string;
  arrivedAt: string;
  finishedAt: string;
  done: string;
  materials: readonly MaterialPaper[];
  labour: string;
  total: string;
  /** How it was paid and the receipt's number. */
  payment: string;
  /** Number the customer may ring about the order. */
  deskPhone: string;
}

/** For a power cut: a ticket to fill in by hand. */
export const BLANK_DISPATCH_TICKET: DispatchTicketPaper = {
  number: '',
  place: '',
  reportedBy: '',
  phone: '',
  reportedAt: '',
  content: '',
  trade: '',
  urgency: '',
  charge: '',
  appointment: '',
  dueAt: '',
  dispatchedAt: '',
  dispatchedBy: '',
  team: '',
  worker: '',
  arrivedAt: '',
  finishedAt: '',
  done: '',
  materials: [],
  labour: '',
  total: '',
  payment: '',
  deskPhone: '',
};
