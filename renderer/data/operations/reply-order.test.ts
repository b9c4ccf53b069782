import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { sampleDesk, type SampleDesk } from '../../../tests/support/sample-desk.ts';
import { WALKS } from '../../../tests/support/walks.ts';
import { replyTextHash, type ReplyLetter } from '../../../shared/domain/reply-letter.ts';
import { mayReview, neededReviews } from '../../../shared/domain/reply-review.ts';
import { advanceReply } from './advance-reply.ts';
import { approveReply } from './approve-reply.ts';
import { completeReply } from './complete-reply.ts';
import { confirmReply } from './confirm-reply.ts';
import { makePostingList } from './make-posting-list.ts';
import { postReply } from './post-reply.ts';
import { recordPrint } from './record-print.ts';
import { recordReplyDelivery } from './record-reply-delivery.ts';
import { reviewReply } from './review-reply.ts';
import { saveReply } from './save-reply.ts';

/** Whoever could be asked or could try: every role, and somebody of another department. */
const PEOPLE = ['林晓燕', '苏敏', '沈国华', '郑建军', '高文斌', '顾明远', '江海涛', '周建国', '王志刚', '何志强'] as const;
const DRAFTER = 0;
const LETTERS = ['a', 'b'] as const;
const TEXTS = ['第一稿', '第二稿'] as const;
const REVIEWERS = ['siteDirector', 'propertyManager', 'supervisor', 'departmentHead', 'lawyer', 'marketingManager'] as const;
/** States in which the letter has left the printer. */
const OUT = new Set(['printed', 'posted', 'sentOnline', 'confirmed', 'complete', 'archived', 'sentBack']);

const person = fc.constantFrom(...PEOPLE);
const step = fc.record({
  letter: fc.constantFrom(...LETTERS),
  actor: fc.oneof({ weight: 4, arbitrary: fc.constant(PEOPLE[DRAFTER]) }, { weight: 1, arbitrary: person }),
  decider: person,
  onBehalfOf: fc.oneof({ weight: 5, arbitrary: fc.constant('') }, { weight: 1, arbitrary: person }),
  pin: fc.boolean(),
  text: fc.constantFrom(...TEXTS),
  legal: fc.boolean(),
  as: fc.constantFrom(...REVIEWERS),
  outcome: fc.oneof({ weight: 5, arbitrary: fc.constant('agree' as const) }, { weight: 1, arbitrary: fc.constant('return' as const) }),
  repeat: fc.boolean(),
  what: fc.oneof(
    // Without a hand that knows the way most runs would end among the refusals.
    { weight: 2, arbitrary: fc.constant('forward' as const) },
    {
      weight: 3,
      arbitrary: fc.constantFrom(
        'save',
        'submit',
        'recall',
        'review',
        'everybodyAgrees',
        'approve',
        'approveProperly',
        'print',
        'logPrint',
        'post',
        'postList',
        'online',
        'confirm',
        'sendBack',
        'complete',
        'withdraw',
      ),
    },
  ),
});
type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never;

let desk: SampleDesk;
let runs = 0;
let postings = 0;
/** Every state a letter was seen in. */
const reached = new Set<string>();

beforeAll(async () => {
  desk = await sampleDesk('2026-11-25T01:00:00.000Z');
});

/** A different number each time, with its right check digit left to chance: domestic ones only warn. */
function nextPostalNumber(): string {
  postings += 1;
  return `XA${String(10_000_000 + postings)}533`;
}

/** The action that takes a letter on from its state. */
const FORWARD: Partial<Record<ReplyLetter['state'], Step['what']>> = {
  drafting: 'submit',
  inReview: 'approveProperly',
  approved: 'print',
  printed: 'post',
  posted: 'confirm',
  confirmed: 'complete',
};

async function take(given: Step, prefix: string): Promise<void> {
  const before = await desk.session.database.replies.get(`${prefix}-${given.letter}`);
  if (before !== undefined) reached.add(before.state);
  const forward = given.what === 'forward' && before !== undefined;
  const input: Step = forward ? { ...given, actor: PEOPLE[DRAFTER], what: FORWARD[before.state] ?? 'logPrint' } : given;
  if (forward && before.state === 'inReview') await everybodyAgrees(before.id, PEOPLE[DRAFTER]);
  const id = `${prefix}-${input.letter}`;
  const decidedBy = desk.person(input.decider);
  const confirmations = input.pin ? [{ personId: decidedBy, by: 'pin' as const, on: '2026-11-25', evidence: '' }] : [];
  const decision = { decidedBy, by: 'pin' as const, on: '2026-11-25', evidence: input.onBehalfOf === '' ? '' : '授权书', opinion: '意见' };
  const onBehalfOf = input.onBehalfOf === '' ? '' : desk.person(input.onBehalfOf);
  const operationId = `${prefix}-${Math.random()}`;
  const options = { confirmations, operationId, reason: '更正' };
  const run = async (): Promise<unknown> => {
    switch (input.what) {
      case 'save':
        return desk.as(
          input.actor,
          saveReply,
          {
            id,
            title: '答复函',
            salutation: '尊敬的客户',
            body: input.text,
            postalName: '马䶮骏',
            postalAddress: '桂苑路18号',
            concernsProperty: true,
            legalQuestion: input.legal,
            departmentIds: [desk.department('工程部')],
          },
          options,
        );
      case 'submit':
        return desk.as(input.actor, advanceReply, { action: 'submit', id }, options);
      case 'recall':
        return desk.as(input.actor, advanceReply, { action: 'recall', id }, options);
      case 'review': {
        const departmentId = desk.department('工程部');
        return desk.as(
          input.actor,
          reviewReply,
          { ...decision, id, as: input.as, departmentId, onBehalfOf, outcome: input.outcome },
          options,
        );
      }
      case 'forward':
      case 'everybodyAgrees':
        return everybodyAgrees(id, input.actor);
      case 'approve':
        return desk.as(input.actor, approveReply, { ...decision, id, onBehalfOf }, options);
      case 'approveProperly': {
        const manager = desk.person('江海涛');
        const confirmed = [{ personId: manager, by: 'pin' as const, on: '2026-11-25', evidence: '' }];
        const word = { decidedBy: manager, by: 'pin' as const, on: '2026-11-25', id };
        return desk.as(input.actor, approveReply, word, { operationId, confirmations: confirmed });
      }
      case 'print':
        return desk.as(input.actor, advanceReply, { action: 'print', id }, options);
      case 'logPrint':
        return desk.as(input.actor, recordPrint, { printout: 'replyLetter', table: 'replies', recordId: id }, options);
      case 'post':
        return desk.as(
          input.actor,
          postReply,
          { id, form: 'registered', postalNumber: nextPostalNumber(), postedOn: '2026-11-25' },
          options,
        );
      case 'postList': {
        const rows = LETTERS.map((letter) => ({
          replyId: `${prefix}-${letter}`,
          postalNumber: nextPostalNumber(),
          weightGrams: 15,
          local: true,
        }));
        return desk.as(input.actor, makePostingList, { id: `${operationId}-list`, postedOn: '2026-11-25', rows }, options);
      }
      case 'online':
        return desk.as(input.actor, postReply, { id, form: 'online', onlineReason: '客户在国外', postedOn: '2026-11-25' }, options);
      case 'confirm':
        return desk.as(input.actor, confirmReply, { id, outcome: 'hasIt', spokenTo: '本人' }, options);
      case 'sendBack':
        return desk.as(input.actor, recordReplyDelivery, { what: 'sentBack', id, on: '2026-11-25', reason: '退回' }, options);
      case 'complete':
        return desk.as(input.actor, completeReply, { id }, options);
      case 'withdraw':
        return desk.as(input.actor, advanceReply, { action: 'withdraw', id, reason: '不发了' }, options);
    }
  };
  await run();
  if (input.repeat) await run();
}

/** Every review the letter needs, by whoever holds the role; without it no run would ever reach the printer. */
async function everybodyAgrees(id: string, actor: string): Promise<void> {
  const { database } = desk.session;
  const letter = await database.replies.get(id);
  if (letter === undefined) return;
  const [people, departments] = await Promise.all([database.people.toArray(), database.departments.toArray()]);
  for (const needed of neededReviews(letter)) {
    const reviewer = people.find((one) => mayReview(one, needed, departments));
    if (reviewer === undefined) throw new Error(`nobody may review as ${needed.as}`);
    const word = { decidedBy: reviewer.id, by: 'paper' as const, on: '2026-11-25', evidence: '审批单' };
    await desk.as(actor, reviewReply, { ...word, ...needed, id, outcome: 'agree' });
  }
}

/** What is wrong with a letter, looked at from the record alone, without the operations' own rules. */
async function wrongs(letter: ReplyLetter): Promise<string[]> {
  const found: string[] = [];
  const check = (holds: boolean, what: string) => holds || found.push(what);
  check(letter.textHash === replyTextHash(letter), 'hash of another text');
  // A posting that is neither the last nor was sent back would be a second one.
  check(
    letter.postings.slice(0, -1).every((posting) => posting.sentBackOn !== ''),
    'posted twice',
  );
  const { approval } = letter;
  if (approval === null) {
    check(letter.number === '' && letter.postings.length === 0 && !OUT.has(letter.state), `${letter.state} without approval`);
    return found;
  }
  check(approval.textHash === letter.textHash, 'another text was approved');
  const { database } = desk.session;
  const [departments, people] = await Promise.all([database.departments.toArray(), database.people.toArray()]);
  const speakerOf = (one: { decidedBy: string; onBehalfOf: string }) =>
    people.find((each) => each.id === (one.onBehalfOf === '' ? one.decidedBy : one.onBehalfOf));
  for (const needed of neededReviews(letter)) {
    const agreed = letter.reviews.some((one) => {
      const speaker = speakerOf(one);
      const stands = one.outcome === 'agree' && one.voidedAt === '' && one.textHash === letter.textHash;
      const asked = one.as === needed.as && one.departmentId === needed.departmentId;
      return stands && asked && speaker !== undefined && mayReview(speaker, needed, departments);
    });
    check(agreed, `no agreement as ${needed.as}`);
  }
  check(speakerOf(approval)?.roles.includes('marketingManager') === true, 'approved by somebody else');
  check(!letter.versions.some((version) => version.by === approval.decidedBy), 'approved by who wrote it');
  return found;
}

/** The whole way of one letter without a detour: a run that is always among the others. */
const STRAIGHT_ON: Step[] = (['save', 'forward', 'forward', 'forward', 'forward', 'forward', 'forward'] as const).map((what) => ({
  letter: 'a',
  actor: PEOPLE[DRAFTER],
  decider: PEOPLE[DRAFTER],
  onBehalfOf: '',
  pin: true,
  text: '第一稿',
  legal: true,
  as: 'supervisor',
  outcome: 'agree',
  repeat: true,
  what,
}));

describe('any order of actions, people and repetitions', () => {
  it('reaches printer and post only with every agreement on the very text, and numbers without gaps', { timeout: 120_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 8, maxLength: 40 }), async (steps) => {
        runs += 1;
        const prefix = `run${runs}`;
        for (const letter of LETTERS) await desk.as(PEOPLE[DRAFTER], saveReply, { id: `${prefix}-${letter}`, body: '空稿' });
        for (const one of steps) await take(one, prefix);
        for (const letter of LETTERS) {
          const found = await desk.session.database.replies.get(`${prefix}-${letter}`);
          if (found === undefined) continue;
          reached.add(found.state);
          expect(await wrongs(found)).toEqual([]);
        }
        const prints = await desk.session.database.prints.where('recordId').startsWith(prefix).toArray();
        for (const print of prints) {
          const letter = await desk.session.database.replies.get(print.recordId);
          expect(letter?.approval?.textHash).toBe(letter?.textHash);
        }
      }),
      { numRuns: WALKS, examples: [[STRAIGHT_ON]] },
    );
    const numbers = (await desk.session.database.replies.toArray()).flatMap((letter) =>
      letter.numberSerial === 0 ? [] : [letter.numberSerial],
    );
    expect(numbers.toSorted((left, right) => left - right)).toEqual(numbers.map((_serial, at) => at + 1));
    // A property over runs that never get anywhere would hold of anything.
    for (const state of ['inReview', 'printed', 'posted', 'complete']) expect(reached).toContain(state);
  });
});
