import { z } from 'zod';
import type { JournalLine } from '../../shared/contract/host-calls.ts';
import { SYSTEM_ACTOR, systemOperations } from '../../shared/contract/system-actor.ts';
import { operationPayloadSchema, type OperationPayload } from '../../shared/journal/operation-payload.ts';
import type { Adoption } from './adoption.ts';
import type { Confirmations } from './confirmations.ts';
import type { AdmitLine } from './journal.ts';
import type { Pins } from './pins.ts';
import type { Presence } from './presence.ts';
import { refuse } from './refuse.ts';

interface LineGuardParts {
  presence: Presence;
  confirmations: Confirmations;
  pins: Pins;
  adoption: Adoption;
}

/**
 * What a line must be before it enters the journal: an operation of this book, by a person who was unlocked here when it
 * was stored, with every PIN decision it claims really taken here.
 * Failures: `badLine`, `otherBook`, `actorNotUnlocked`, `confirmationMissing`.
 */
export function createLineGuard({ presence, confirmations, pins, adoption }: LineGuardParts): AdmitLine {
  async function admitActor(payload: OperationPayload): Promise<void> {
    if (payload.actor === SYSTEM_ACTOR && systemOperations.includes(payload.name)) return;
    if (await presence.admits(payload.sequence, payload.actor, Date.parse(payload.at))) return;
    // The first line of a book may be stored a moment before the first person's PIN is set.
    if (payload.sequence === 1 && pins.isOnlyPerson(payload.actor)) return;
    refuse('actorNotUnlocked', { sequence: payload.sequence });
  }

  return async (line, end) => {
    const payload = readPayload(line);
    if (end.book !== '' && payload.book !== end.book) refuse('otherBook', { sequence: line.sequence });
    if (adoption.admits(line, payload.book)) return;
    await admitActor(payload);
    for (const { by, personId } of payload.confirmations) {
      if (by === 'pin' && !confirmations.has(payload.id, personId)) {
        refuse('confirmationMissing', { sequence: line.sequence });
      }
    }
    // Before the line is written: after a crash in between it comes again, and this is done again.
    for (const { personId, mayManage } of rolesChangedBy(payload)) await pins.followRoles(payload.actor, personId, mayManage);
  };
}

const rolesSchema = z.object({ roles: z.array(z.string()).optional(), active: z.boolean().optional() });

/** Whose right to manage PINs an operation changes: supervisors who are on the roster have it (DOMAIN §1). */
function rolesChangedBy(payload: OperationPayload): { personId: string; mayManage: boolean }[] {
  if (payload.name !== 'save-person') return [];
  return payload.changes.flatMap(({ table, key, after }) => {
    const changed = table === 'people' ? rolesSchema.safeParse(after) : null;
    if (changed === null || !changed.success) return [];
    const { roles, active } = changed.data;
    if (active === false) return [{ personId: key, mayManage: false }];
    return roles === undefined ? [] : [{ personId: key, mayManage: roles.includes('supervisor') }];
  });
}

/** Tells `presence` where the journal stands, from its last line; an erased or unreadable one tells nothing. */
export function resumePresence(presence: Presence, last: JournalLine | undefined): void {
  if (last === undefined || last.payload === null) return;
  const payload = parsePayload(last.payload);
  if (payload !== null) presence.resumeAt(payload.actor, Date.parse(payload.at));
}

function readPayload(line: JournalLine): OperationPayload {
  const payload = line.payload === null ? null : parsePayload(line.payload);
  if (payload === null || payload.sequence !== line.sequence || payload.book === '') {
    return refuse('badLine', { sequence: line.sequence });
  }
  return payload;
}

function parsePayload(text: string): OperationPayload | null {
  try {
    const parsed = operationPayloadSchema.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}
