import type { Failure } from '../contract/result.ts';

/**
 * Refusals of the line guard that no further try mends: who was unlocked when, and which PIN was typed, is over. Everything
 * else, a full disk say, passes, and the outbox goes on trying.
 */
const FOR_GOOD = new Set(['actorNotUnlocked', 'confirmationMissing', 'badLine']);

/** Whether the journal takes this line at no try. */
export function isRefusedForGood({ code }: Failure): boolean {
  return FOR_GOOD.has(code);
}
