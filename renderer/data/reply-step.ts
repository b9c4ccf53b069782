import { FailureError } from '../../shared/contract/result.ts';
import type { Role } from '../../shared/domain/person.ts';
import { REPLY_TABLE, type ReplyAction, type ReplyLetter } from '../../shared/domain/reply-letter.ts';
import { findTransition } from '../../shared/domain/state-table.ts';

/** The letter after a step that its state table allows to somebody with these roles; `noSuchStep` otherwise. */
export function stepReply(letter: ReplyLetter, action: ReplyAction, roles: readonly Role[]): ReplyLetter {
  const step = findTransition(REPLY_TABLE, letter.state, action, roles);
  if (step === null) throw new FailureError('noSuchStep', { state: letter.state, action });
  return { ...letter, state: step.to };
}
