import { z } from 'zod';
import { FailureError } from '../../../shared/contract/result.ts';
import { checkPostalNumber } from '../../../shared/domain/postal-number.ts';
import { postageOf } from '../../../shared/domain/postage.ts';
import type { PostingListRow } from '../../../shared/domain/posting-list.ts';
import { currentPosting } from '../../../shared/domain/reply-delivery.ts';
import { defineOperation, nothingToPrepare } from '../perform.ts';
import { postLetter } from './post-reply.ts';

export const makePostingListInput = z.object({
  id: z.string().min(1).max(64),
  postOffice: z.string().trim().max(100).default(''),
  postedOn: z.iso.date(),
  rows: z
    .array(
      z.object({
        replyId: z.string().min(1).max(64),
        postalNumber: z.string().max(60),
        receiptNumber: z.string().trim().max(60).default(''),
        weightGrams: z.int().min(1, 'required').max(100_000),
        local: z.boolean(),
        returnReceipt: z.boolean().default(false),
      }),
    )
    .min(1)
    .max(500),
});

/**
 * Hands several letters to the post office together (DOMAIN §5, 5): one list with its number, every letter posted with it,
 * or none of them. Charges come from the postage of Settings. Failures: those of `postLetter` with the letter's number,
 * `tooHeavy`, `numberTwice`.
 */
export const makePostingList = defineOperation({
  name: 'make-posting-list',
  input: makePostingListInput,
  tables: ['postingLists', 'replies', 'letters', 'holidays'],
  prepare: nothingToPrepare,
  async run(context, input) {
    const { postage } = context.requireSettings();
    if ((await context.find('postingLists', input.id)) !== undefined) throw new FailureError('recordExists');
    const numbers = input.rows.map((row) => checkPostalNumber(row.postalNumber, true).number);
    const twice = numbers.find((number, at) => number !== '' && numbers.indexOf(number) !== at);
    if (twice !== undefined) throw new FailureError('numberTwice', { number: twice });
    const rows: PostingListRow[] = [];
    for (const { replyId, postalNumber, receiptNumber, weightGrams, local, returnReceipt } of input.rows) {
      const letter = await context.get('replies', replyId);
      const charges = postageOf({ grams: weightGrams, local, registered: true, returnReceipt }, postage);
      if (!charges.ok) throw new FailureError('tooHeavy', { number: letter.number, most: postage.maxGrams });
      const posted = await postLetter(context, letter, {
        id: replyId,
        form: 'registered',
        postalNumber,
        receiptNumber,
        postedOn: input.postedOn,
        postOffice: input.postOffice,
        weightGrams,
        chargesFen: charges.totalFen,
        returnReceipt,
        onlineReason: '',
        onlineAddress: '',
        postingListId: input.id,
      });
      rows.push({
        replyId,
        letterNumber: letter.number,
        postalNumber: currentPosting(posted)?.postalNumber ?? '',
        addressee: letter.postalName,
        address: letter.postalAddress,
        postcode: letter.postcode,
        weightGrams,
        postageFen: charges.postageFen,
        registrationFen: charges.registrationFen,
        returnReceiptFen: charges.returnReceiptFen,
      });
    }
    await context.put('postingLists', {
      ...context.newRecord(),
      ...(await context.drawNumber('postingList')),
      id: input.id,
      postOffice: input.postOffice,
      postedOn: input.postedOn,
      rows,
      handedInBy: context.actorId,
      timesPrinted: 0,
    });
    return input.id;
  },
});
