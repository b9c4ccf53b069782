import { describe, expect, it } from 'vitest';
import {
  dateToCome,
  letterDue,
  letterNeedsReason,
  letterNextStep,
  letterOrder,
  mayDecideAgain,
  mayIssueForm,
  reopenedLetter,
  type Letter,
  type LetterStep,
} from './letter.ts';

const decided = (outcome: 'issueForm' | 'noForm'): Letter['decision'] => ({
  decidedBy: 'a',
  recordedBy: 'r',
  by: 'pin',
  on: '2026-11-23',
  evidence: '',
  opinion: '',
  outcome,
});
const handedOver = { by: 'r', to: '陈静', toPersonId: '', departmentId: 'd', at: '2026-11-23T09:20:00.000Z', note: '' };

function letter(fields: Partial<Letter>): Parameters<typeof letterNextStep>[0] & Parameters<typeof mayIssueForm>[0] {
  return { category: '', decision: null, handedOver: null, state: 'open', links: [], replyNeeded: '', repliedOn: '', ...fields };
}
const form = [{ table: 'coordinationForms', id: 'f', number: 'XT' }];

describe('letterNextStep (2:3.3.1–3.3.4)', () => {
  it.each<[string, Partial<Letter>, LetterStep]>([
    ['unsorted', {}, 'classify'],
    ['report', { category: 'report' }, 'issueForm'],
    ['report with its form', { category: 'report', links: form }, 'close'],
    ['complaint', { category: 'complaint' }, 'decide'],
    ['complaint to be followed up', { category: 'complaint', decision: decided('issueForm') }, 'issueForm'],
    ['complaint with its form', { category: 'complaint', decision: decided('issueForm'), links: form }, 'close'],
    ['complaint without follow-up', { category: 'complaint', decision: decided('noForm') }, 'close'],
    ['complaint that wants a reply', { category: 'complaint', decision: decided('noForm'), replyNeeded: 'yes' }, 'reply'],
    ['complaint undecided that wants a reply', { category: 'complaint', replyNeeded: 'yes' }, 'decide'],
    ['complaint replied to', { category: 'complaint', decision: decided('noForm'), replyNeeded: 'yes', repliedOn: '2026-11-25' }, 'close'],
    ['praise', { category: 'praise' }, 'openPosting'],
    ['praise being posted', { category: 'praise', links: [{ table: 'praises', id: 'p', number: 'BY' }] }, 'close'],
    ['work contact', { category: 'workContact' }, 'handOver'],
    ['other', { category: 'other' }, 'handOver'],
    ['handed over', { category: 'other', handedOver }, 'close'],
    ['closed', { category: 'other', state: 'closed' }, 'none'],
  ])('%s → %s', (_name, fields, step) => {
    expect(letterNextStep(letter(fields))).toBe(step);
  });
});

describe('mayDecideAgain', () => {
  it.each<[string, Partial<Letter>, boolean]>([
    ['decided, nothing came of it', { category: 'complaint', decision: decided('noForm') }, true],
    ['undecided', { category: 'complaint' }, false],
    ['its form is out', { category: 'complaint', decision: decided('issueForm'), links: form }, false],
    ['closed', { category: 'complaint', decision: decided('noForm'), state: 'closed' }, false],
    ['corrected to a report', { category: 'report', decision: decided('issueForm') }, false],
  ])('%s: %o', (_name, fields, may) => {
    expect(mayDecideAgain(letter(fields))).toBe(may);
  });
});

describe('mayIssueForm', () => {
  it.each<[string, Partial<Letter>, boolean]>([
    ['report', { category: 'report' }, true],
    ['closed report', { category: 'report', state: 'closed' }, false],
    ['undecided complaint', { category: 'complaint' }, false],
    ['complaint the assistant wants followed up', { category: 'complaint', decision: decided('issueForm') }, true],
    ['complaint the assistant does not', { category: 'complaint', decision: decided('noForm') }, false],
    ['praise', { category: 'praise' }, false],
    ['unsorted', {}, false],
  ])('%s: %s', (_name, fields, may) => {
    expect(mayIssueForm(letter(fields))).toBe(may);
  });
});

describe('letterDue', () => {
  const ZONE = 'Asia/Shanghai';
  const RECEIVED = '2026-11-23T01:00:00.000Z';
  const dated = (fields: Partial<Letter>) => ({ receivedAt: RECEIVED, replyDueOn: '', answerBy: '', ...letter(fields), ...fields });
  const form = [{ table: 'coordinationForms', id: 'f', number: 'XT' }];
  const replyOn = { category: 'report', links: form, replyNeeded: 'yes', replyDueOn: '2026-11-30' } as const;

  it.each<[string, Partial<Letter>, { at: string; on: string }]>([
    ['nothing', { category: 'report' }, { at: '', on: '' }],
    ['a reply: the end of its day at the desk', replyOn, { at: '2026-11-30T16:00:00.000Z', on: '2026-11-30' }],
    ['a reply already given', { ...replyOn, repliedOn: '2026-11-24', answerBy: '2026-11-27' }, { at: '', on: '' }],
    ['the day an authority set', { category: 'report', answerBy: '2026-11-27' }, { at: '2026-11-27T16:00:00.000Z', on: '2026-11-27' }],
    ['the earlier of the two', { ...replyOn, answerBy: '2026-11-27' }, { at: '2026-11-27T16:00:00.000Z', on: '2026-11-27' }],
    ['handing over, so many hours after it came', { category: 'other' }, { at: '2026-11-24T01:00:00.000Z', on: '' }],
    ['the earlier of day and hours', { category: 'other', answerBy: '2026-11-23' }, { at: '2026-11-23T16:00:00.000Z', on: '2026-11-23' }],
    ['handed over', { category: 'other', handedOver }, { at: '', on: '' }],
    [
      'handed over, answer still awaited',
      { category: 'other', handedOver, answerBy: '2026-11-27' },
      { at: '2026-11-27T16:00:00.000Z', on: '2026-11-27' },
    ],
    ['closed', { ...replyOn, state: 'closed' }, { at: '', on: '' }],
  ])('%s', (_name, fields, due) => {
    expect(letterDue(dated(fields), { handOverHours: 24 }, ZONE)).toEqual(due);
  });

  it('puts overdue letters first, then by what is due; what has no date comes by when it was received', () => {
    const open = (receivedAt: string, at: string) => ({ letter: { receivedAt }, due: { at, on: '' } });
    const late = open('2026-11-22', '2026-11-24');
    const later = open('2026-11-01', '2026-11-23');
    const undated = open('2026-11-10', '');
    const due = open('2026-11-02', '2026-11-28');
    expect([due, undated, late, later].toSorted(letterOrder('2026-11-25'))).toEqual([later, late, undated, due]);
    const newer = open('2026-11-11', '');
    expect([newer, undated].toSorted(letterOrder('2026-11-25'))).toEqual([undated, newer]);
    const sooner = open('2026-11-20', '2026-11-27');
    expect([due, sooner].toSorted(letterOrder('2026-11-25'))).toEqual([sooner, due]);
  });
});

it.each([
  ['2026-11-24', '2026-11-24', null],
  ['', '', null],
  ['2026-11-25', '', 'letterDate'],
  ['2026-11-25', '2026-11-25', 'letterDate'],
  ['2026-11-24', '2026-11-25', 'postmarkDate'],
] as const)('a letter of %s, postmarked %s, on 2026-11-24: %s has yet to come', (letterDate, postmarkDate, field) => {
  expect(dateToCome({ letterDate, postmarkDate }, '2026-11-24')).toBe(field);
});

describe('reopenedLetter', () => {
  const closed = (fields: Partial<Letter>) => ({ ...letter({ state: 'closed', ...fields }), closedOn: '2026-11-24' });
  it.each<[string, Partial<Letter>, boolean]>([
    ['a report whose form was cancelled', { category: 'report' }, true],
    ['a report with its form', { category: 'report', links: form }, false],
    ['corrected to a complaint', { category: 'complaint', links: form }, true],
    ['that wants a reply after all', { category: 'report', links: form, replyNeeded: 'yes' }, true],
    ['answered', { category: 'report', links: form, replyNeeded: 'yes', repliedOn: '2026-11-24' }, false],
  ])('%s: %s', (_what, fields, open) => {
    const before = closed(fields);
    expect(reopenedLetter(before)).toEqual(open ? { ...before, state: 'open', closedOn: '' } : before);
  });
});

describe('letterNeedsReason', () => {
  const untouched = { state: 'open' as const, decision: null, handedOver: null };
  it.each<[string, Pick<Letter, 'state' | 'decision' | 'handedOver'>, boolean]>([
    ['open', untouched, false],
    ['decided on', { ...untouched, decision: decided('noForm') }, true],
    ['handed over', { ...untouched, handedOver }, true],
    ['closed', { ...untouched, state: 'closed' }, true],
  ])('%s', (_name, letter, needed) => {
    expect(letterNeedsReason(letter)).toBe(needed);
  });
});
