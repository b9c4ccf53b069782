import type { Role } from './person.ts';

const DESK: readonly Role[] = ['receptionist', 'assistant', 'supervisor'];
const ASSISTANT_UP: readonly Role[] = ['assistant', 'supervisor'];
const SUPERVISOR: readonly Role[] = ['supervisor'];
const DESK_AND_STEWARD: readonly Role[] = [...DESK, 'steward'];

/**
 * Operation × role (DOMAIN §1): the one table that says who may write what, checked where the write happens. A person
 * needs one of the roles listed. Reading is open to whoever is unlocked at the desk.
 */
export const PERMISSIONS = {
  // The book and the people
  'set-up-estate': SUPERVISOR,
  'load-sample': SUPERVISOR,
  'save-settings': SUPERVISOR,
  'save-person': SUPERVISOR,
  'save-department': SUPERVISOR,
  'save-building': DESK_AND_STEWARD,
  'save-unit': DESK_AND_STEWARD,
  'save-household': DESK_AND_STEWARD,
  'save-outside-number': DESK,
  'import-holidays': SUPERVISOR,
  'go-back-to-snapshot': SUPERVISOR,
  // Reception log
  'log-reception': DESK,
  'change-reception': DESK,
  'close-reception': DESK,
  'check-reception': ASSISTANT_UP,
  'add-promise': DESK,
  'try-promise': DESK,
  'settle-promise': DESK,
  'decide-complaint': ASSISTANT_UP,
  // Letter register
  'register-letter': DESK,
  'change-letter': DESK,
  'decide-letter': ASSISTANT_UP,
  'hand-over-letter': DESK,
  'close-letter': DESK,
  // Coordination forms
  'issue-coordination-form': DESK,
  'change-coordination-form': DESK,
  'advance-coordination-form': DESK,
  'remind-coordination-form': DESK,
  'confirm-coordination-form': DESK,
  // Reply letters: the table of their states says whose step it is; these are who may enter it at the desk
  'save-reply': DESK,
  'advance-reply': DESK,
  'review-reply': DESK,
  'approve-reply': DESK,
  'post-reply': DESK,
  'record-reply-delivery': DESK,
  'confirm-reply': DESK,
  'complete-reply': DESK,
  'tell-reply': DESK,
  'copy-reply': DESK,
  'archive-reply': DESK,
  'make-posting-list': DESK,
  'save-letter-template': SUPERVISOR,
  // Dispatch orders
  'issue-dispatch-order': DESK,
  'change-dispatch-order': DESK,
  'advance-dispatch-order': DESK,
  'urge-dispatch-order': DESK,
  'confirm-dispatch-order': DESK,
  'record-payment': DESK,
  'record-follow-up': DESK,
  // Praise postings
  'open-praise-posting': DESK,
  'change-praise-posting': DESK,
  'post-praise-original': DESK,
  'post-praise-copy': DESK,
  'take-down-praise': DESK,
  'thank-praise-customer': DESK,
  'file-praise-posting': DESK,
  'cancel-praise-posting': DESK,
  // Evidence
  'reveal-personal-data': DESK_AND_STEWARD,
  'record-print': DESK_AND_STEWARD,
  'report-failed-print': DESK_AND_STEWARD,
} as const satisfies Record<string, readonly Role[]>;

export type OperationName = keyof typeof PERMISSIONS;

/** Whether somebody with these roles may run the operation. */
export function mayRun(roles: readonly Role[], name: OperationName): boolean {
  const allowed: readonly Role[] = PERMISSIONS[name];
  return roles.some((role) => allowed.includes(role));
}
