import { z } from 'zod';
import { FailureError } from '../../../shared/contract/result.ts';
import { reopenedLetter } from '../../../shared/domain/letter.ts';
import { currentPosting, isOnItsWay } from '../../../shared/domain/reply-delivery.ts';
import type { ReplyLetter } from '../../../shared/domain/reply-letter.ts';
import { mayLeaveTheHouse } from '../../../shared/domain/reply-review.ts';
import { submitObstacles } from '../../../shared/domain/reply-steps.ts';
import { defineOperation, nothingToPrepare } from '../perform.ts';
import { stepReply } from '../reply-step.ts';
import type { WriteContext } from '../write-context.ts';

const id = z.string().min(1).max(64);
const reason = z.string().trim().min(1, 'required').max(20_000);

/** Steps that are the desk's own word: no decision of somebody else and nothing from the post office. */
export const replyStepInput = z.discriminatedUnion('action', [
  z.object({ action: z.literal('submit'), id }),
  z.object({ action: z.literal('recall'), id }),
  z.object({ action: z.literal('print'), id }),
  z.object({ action: z.literal('seal'), id, sealedBy: z.string().trim().min(1, 'required').max(300), sealedOn: z.iso.date() }),
  z.object({ action: z.literal('withdraw'), id, reason }),
]);

/** What a letter says of its reply: the number, and the day it was sent; both `''` of one that never left or was withdrawn. */
function saidOfReply(reply: ReplyLetter | undefined): { replyNumber: string; repliedOn: string } {
  const repliedOn = reply === undefined || reply.state === 'withdrawn' ? '' : (currentPosting(reply)?.postedOn ?? '');
  return { replyNumber: repliedOn === '' ? '' : (reply?.number ?? ''), repliedOn };
}

/**
 * A letter was not answered by a reply that was withdrawn: what it says of its reply is that of the last other one sent, or
 * nothing, and one that was closed on it is open again.
 */
async function unanswer(context: WriteContext, withdrawn: ReplyLetter): Promise<void> {
  for (const { id: letterId } of withdrawn.answers.filter((one) => one.table === 'letters')) {
    const answered = await context.get('letters', letterId);
    if (withdrawn.number === '' || answered.replyNumber !== withdrawn.number) continue;
    const ids = answered.links.filter((to) => to.table === 'replies' && to.id !== withdrawn.id).map((to) => to.id);
    const others = (await context.database.replies.bulkGet(ids)).map(saidOfReply);
    const last = others.toSorted((left, right) => left.repliedOn.localeCompare(right.repliedOn)).at(-1);
    await context.put('letters', reopenedLetter({ ...answered, ...(last ?? saidOfReply(undefined)) }));
  }
}

/**
 * Takes a letter one step on: to its reviewers, back from them, out of the printer, under the seal, or out of the way.
 * Failures: `noSuchStep`, `reasonMissing` (of a recall), `draftIncomplete` (what is missing), `notApproved` (the text is not the one that was approved).
 */
export const advanceReply = defineOperation({
  name: 'advance-reply',
  input: replyStepInput,
  tables: ['replies', 'letters'],
  prepare: nothingToPrepare,
  async run(context, input) {
    const letter = await context.get('replies', input.id);
    await context.put('replies', stepped(context, letter, input));
    if (input.action === 'withdraw') await unanswer(context, letter);
    return letter.id;
  },
});

function stepped(context: WriteContext, letter: ReplyLetter, input: z.output<typeof replyStepInput>): ReplyLetter {
  const roles = context.actor?.roles ?? [];
  switch (input.action) {
    case 'submit': {
      const next = stepReply(letter, 'submit', roles);
      const [missing] = submitObstacles(letter);
      if (missing !== undefined) throw new FailureError('draftIncomplete', { missing });
      return next;
    }
    case 'recall':
      if (context.reason.trim() === '') throw new FailureError('reasonMissing');
      return stepReply(letter, 'recall', roles);
    case 'print': {
      if (!mayLeaveTheHouse(letter) || letter.state === 'withdrawn') throw new FailureError('notApproved');
      const next = letter.state === 'approved' ? stepReply(letter, 'print', roles) : letter;
      return { ...next, printedAt: context.now, printedBy: context.actorId, timesPrinted: letter.timesPrinted + 1 };
    }
    case 'seal':
      if (letter.state !== 'printed') throw new FailureError('noSuchStep', { state: letter.state, action: 'seal' });
      if (input.sealedOn > context.today) throw new FailureError('inTheFuture', { field: 'sealedOn' });
      if (input.sealedOn < letter.letterDate) throw new FailureError('beforeApproval', { field: 'sealedOn', on: letter.letterDate });
      return { ...letter, sealedBy: input.sealedBy, sealedOn: input.sealedOn };
    case 'withdraw':
      if (isOnItsWay(letter)) throw new FailureError('noSuchStep', { state: letter.state, action: 'withdraw' });
      return {
        ...stepReply(letter, 'withdraw', roles),
        withdrawnAt: context.now,
        withdrawnBy: context.actorId,
        withdrawReason: input.reason,
      };
  }
}
