import { describe, expect, it } from 'vitest';
import { letterNextStep, mayIssueForm, type Letter, type LetterStep } from './letter.ts';

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
