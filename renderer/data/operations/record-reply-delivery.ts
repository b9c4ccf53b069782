import { z } from 'zod';
import { FailureError } from '../../../shared/contract/result.ts';
import { currentPosting, enquiryAnswerDueOn, enquiryUntil, isSaid } from '../../../shared/domain/reply-delivery.ts';
import type { ReplyLetter, ReplyPosting } from '../../../shared/domain/reply-letter.ts';
import { defineOperation, nothingToPrepare } from '../perform.ts';
import { stepReply } from '../reply-step.ts';

const id = z.string().min(1).max(64);
const on = z.iso.date();
const note = z.string().trim().max(300).default('');

/** What becomes of a posted letter: delivered, sent back, asked after at the post office, answered. */
export const replyDeliveryInput = z.discriminatedUnion('what', [
  z.object({
    what: z.literal('delivered'),
    id,
    on,
    signedBy: z.enum(['addressee', 'family', 'mailRoom', 'property', 'stamp', 'other']),
    note,
  }),
  z.object({ what: z.literal('sentBack'), id, on, reason: z.string().trim().min(1, 'required').max(300) }),
  z.object({ what: z.literal('enquired'), id, on }),
  z.object({ what: z.literal('answered'), id, on, result: z.string().trim().min(1, 'required').max(20_000) }),
]);
export type ReplyDeliveryInput = z.input<typeof replyDeliveryInput>;

/**
 * Notes what the post office did with a letter (DOMAIN §5, 7); the same said again corrects it. Failures: `noSuchStep`,
 * `reasonMissing` (of a correction), `inTheFuture`, `beforePosting`, `enquiryTooLate` (open within a year of posting, 180 days
 * abroad), `notEnquired`.
 */
export const recordReplyDelivery = defineOperation({
  name: 'record-reply-delivery',
  input: replyDeliveryInput,
  tables: ['replies'],
  prepare: nothingToPrepare,
  async run(context, input) {
    const letter = await context.get('replies', input.id);
    const posting = currentPosting(letter);
    if (posting === null || posting.form === 'online') throw new FailureError('noSuchStep', { state: letter.state, action: input.what });
    if (isSaid(posting, input.what) && context.reason.trim() === '') throw new FailureError('reasonMissing');
    if (input.on > context.today) throw new FailureError('inTheFuture', { field: 'on' });
    if (input.on < posting.postedOn) throw new FailureError('beforePosting', { field: 'on', on: posting.postedOn });
    const next = input.what === 'sentBack' ? stepReply(letter, 'sendBack', context.actor?.roles ?? []) : onTheWay(letter, input.what);
    await context.put('replies', { ...next, postings: [...letter.postings.slice(0, -1), noted(posting, input)] });
    return letter.id;
  },
});

/** A delivery or an enquiry moves no state; before posting and after archiving there is nothing to note. */
function onTheWay(letter: ReplyLetter, action: string): ReplyLetter {
  if (['posted', 'confirmed', 'complete', 'sentBack'].includes(letter.state)) return letter;
  throw new FailureError('noSuchStep', { state: letter.state, action });
}

function noted(posting: ReplyPosting, input: z.output<typeof replyDeliveryInput>): ReplyPosting {
  switch (input.what) {
    case 'delivered':
      return { ...posting, deliveredOn: input.on, signedBy: input.signedBy, deliveryNote: input.note };
    case 'sentBack':
      return { ...posting, sentBackOn: input.on, sentBackReason: input.reason };
    case 'enquired':
      if (input.on > enquiryUntil(posting)) throw new FailureError('enquiryTooLate', { until: enquiryUntil(posting) });
      // Another enquiry waits for an answer of its own; the one before stays in the history.
      return {
        ...posting,
        enquiredOn: input.on,
        enquiryAnswerDueOn: enquiryAnswerDueOn(input.on, posting.international),
        enquiryAnsweredOn: '',
        enquiryResult: '',
      };
    case 'answered':
      if (posting.enquiredOn === '' || input.on < posting.enquiredOn) throw new FailureError('notEnquired', { field: 'on' });
      return { ...posting, enquiryAnsweredOn: input.on, enquiryResult: input.result };
  }
}
