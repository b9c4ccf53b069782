import { z } from 'zod';
import { FailureError } from '../../../shared/contract/result.ts';
import { checkPostalNumber } from '../../../shared/domain/postal-number.ts';
import { confirmDueOn, currentPosting, isOnItsWay } from '../../../shared/domain/reply-delivery.ts';
import { SENDING_FORMS, type ReplyLetter } from '../../../shared/domain/reply-letter.ts';
import { mayLeaveTheHouse } from '../../../shared/domain/reply-review.ts';
import { defineOperation, nothingToPrepare } from '../perform.ts';
import { stepReply } from '../reply-step.ts';
import type { WriteContext } from '../write-context.ts';

export const postReplyInput = z.object({
  id: z.string().min(1).max(64),
  form: z.enum(SENDING_FORMS),
  postalNumber: z.string().max(60).default(''),
  receiptNumber: z.string().trim().max(60).default(''),
  postedOn: z.iso.date(),
  postOffice: z.string().trim().max(100).default(''),
  weightGrams: z.int().min(0).max(100_000).default(0),
  chargesFen: z.int().min(0).max(10_000_000).default(0),
  returnReceipt: z.boolean().default(false),
  onlineReason: z.string().trim().max(2000).default(''),
  onlineAddress: z.string().trim().max(300).default(''),
  postingListId: z.string().max(64).default(''),
});
export type PostReplyInput = z.output<typeof postReplyInput>;

/**
 * Writes down one posting; shared by the single letter and the posting list. Only the text that was approved leaves the
 * house, and a letter that is on its way only once the post office has answered for it. A number of registered mail that cannot be one stops it; what is only doubtful was said on the screen.
 */
export async function postLetter(context: WriteContext, letter: ReplyLetter, input: PostReplyInput): Promise<ReplyLetter> {
  const online = input.form === 'online';
  const next = stepReply(letter, online ? 'sendOnline' : 'post', context.actor?.roles ?? []);
  if (!mayLeaveTheHouse(letter)) throw new FailureError('notApproved');
  if (input.postedOn > context.today) throw new FailureError('inTheFuture', { field: 'postedOn' });
  if (input.postedOn < letter.letterDate) throw new FailureError('beforeApproval', { field: 'postedOn', on: letter.letterDate });
  const before = currentPosting(letter);
  if (isOnItsWay(letter)) {
    throw new FailureError('noSuchStep', { state: letter.state, action: 'post' });
  }
  const lostOn = before?.sentBackOn || before?.enquiryAnsweredOn || '';
  if (input.postedOn < lostOn) throw new FailureError('dateTooEarly', { field: 'postedOn', earliest: lostOn });
  if (online && input.onlineReason === '') throw new FailureError('onlineReasonMissing', { field: 'onlineReason' });
  const checked = checkPostalNumber(input.postalNumber, input.form === 'registered');
  const [problem] = checked.errors;
  if (problem !== undefined) throw new FailureError('postalNumber', { field: 'postalNumber', problem });
  const years = await context.database.holidays.toArray();
  const { id, ...posting } = input;
  const posted = await context.put('replies', {
    ...next,
    id,
    postings: [
      ...letter.postings,
      {
        ...posting,
        postalNumber: checked.number,
        international: checked.kind === 'international',
        postedBy: context.actorId,
        deliveredOn: '',
        signedBy: '',
        deliveryNote: '',
        sentBackOn: '',
        sentBackReason: '',
        enquiredOn: '',
        enquiryAnswerDueOn: '',
        enquiryAnsweredOn: '',
        enquiryResult: '',
      },
    ],
    confirmDueOn: confirmDueOn(input.postedOn, context.requireSettings().rules.confirmCount, years).date,
  });
  for (const answer of letter.answers.filter((one) => one.table === 'letters')) {
    const answered = await context.get('letters', answer.id);
    await context.put('letters', { ...answered, replyNumber: letter.number, repliedOn: input.postedOn });
  }
  return posted;
}

/**
 * The letter leaves the house (1:3.6): registered or another traceable form, online only as an exception with its reason.
 * The letters it answers are noted as replied to. Failures: `noSuchStep`, `notApproved`, `inTheFuture`, `beforeApproval`,
 * `dateTooEarly` (before it came back), `postalNumber` (which problem), `onlineReasonMissing`.
 */
export const postReply = defineOperation({
  name: 'post-reply',
  input: postReplyInput,
  tables: ['replies', 'letters', 'holidays'],
  prepare: nothingToPrepare,
  async run(context, input) {
    await postLetter(context, await context.get('replies', input.id), input);
    return input.id;
  },
});
