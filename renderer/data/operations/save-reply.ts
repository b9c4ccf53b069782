import { z } from 'zod';
import { FailureError } from '../../../shared/contract/result.ts';
import { normaliseLetterText, normaliseLine } from '../../../shared/domain/letter-text.ts';
import { replyInput, replyTextHash, type ReplyInput, type ReplyLetter } from '../../../shared/domain/reply-letter.ts';
import { voidAgreements } from '../../../shared/domain/reply-review.ts';
import { canonicalUnit } from '../../../shared/domain/unit-notation.ts';
import { linkSource } from '../links.ts';
import { contactKeys } from '../name-keys.ts';
import { defineOperation } from '../perform.ts';
import type { WriteContext } from '../write-context.ts';

export const saveReplyInput = replyInput.extend({ id: z.string().min(1).max(64) });

/** The text as it is kept: what Word leaves behind is gone before it is hashed, reviewed and printed. */
function tidy(input: ReplyInput): ReplyInput {
  return {
    ...input,
    unit: canonicalUnit(input.unit),
    customer: normaliseLine(input.customer),
    postalName: normaliseLine(input.postalName),
    postalAddress: normaliseLine(input.postalAddress),
    postcode: input.postcode.normalize('NFKC').trim(),
    title: normaliseLine(input.title),
    salutation: normaliseLine(input.salutation),
    body: normaliseLetterText(input.body),
    enclosures: normaliseLetterText(input.enclosures),
  };
}

/** The letter with this text as its newest version; the same text makes none. A changed one voids every agreement. */
function withText(context: WriteContext, letter: ReplyLetter, input: ReplyInput): ReplyLetter {
  const textHash = replyTextHash(input);
  if (textHash === letter.textHash) return { ...letter, ...input };
  const { language, style, customer, postalName, postalAddress, postcode, title, salutation, body, enclosures } = input;
  const text = { language, style, customer, postalName, postalAddress, postcode, title, salutation, body, enclosures };
  const version = { ...text, version: letter.versions.length + 1, at: context.now, by: context.actorId, textHash };
  return {
    ...letter,
    ...input,
    textHash,
    versions: [...letter.versions, version],
    reviews: voidAgreements(letter.reviews, context.now),
  };
}

function emptyLetter(context: WriteContext, id: string, keys: string[]): ReplyLetter {
  return {
    ...context.newRecord(),
    ...replyInput.parse({}),
    id,
    number: '',
    numberYear: 0,
    numberDesk: '',
    numberSerial: 0,
    state: 'drafting',
    draftedBy: context.actorId,
    textHash: '',
    versions: [],
    reviews: [],
    approval: null,
    letterDate: '',
    printedAt: '',
    printedBy: '',
    timesPrinted: 0,
    sealedOn: '',
    sealedBy: '',
    postings: [],
    confirmDueOn: '',
    confirmations: [],
    completion: null,
    tellings: [],
    copies: [],
    archive: null,
    withdrawnAt: '',
    withdrawnBy: '',
    withdrawReason: '',
    keys,
  };
}

/**
 * Begins a reply letter or changes its draft (1:3.1); every saved text is a version. Outside drafting the text stands still:
 * `noSuchStep`; recalling or returning the letter opens it again.
 */
export const saveReply = defineOperation({
  name: 'save-reply',
  input: saveReplyInput,
  tables: ['replies', 'letters', 'receptions', 'dispatchOrders', 'coordinationForms'],
  prepare: (input) => contactKeys(input.customer, input.customerReading, [input.phone]),
  async run(context, { id, ...fields }, keys) {
    const before = await context.find('replies', id);
    if (before !== undefined && before.state !== 'drafting') {
      throw new FailureError('noSuchStep', { state: before.state, action: 'save' });
    }
    const letter = before ?? emptyLetter(context, id, keys);
    await context.put('replies', { ...withText(context, letter, tidy(fields)), keys });
    const known = new Set((before?.answers ?? []).map((answer) => answer.id));
    for (const answer of fields.answers.filter((one) => !known.has(one.id))) {
      await linkSource(context, { table: answer.table, id: answer.id }, { table: 'replies', id, number: '' });
    }
    return id;
  },
});
