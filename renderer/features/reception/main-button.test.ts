import { expect, it } from 'vitest';
import type { Reception, ReceptionGap } from '../../../shared/domain/reception.ts';
import { mainButton, type MainButton } from './main-button.ts';

type Entry = Parameters<typeof mainButton>[0];
const entry: Entry = { category: 'report', complaint: null, links: [], state: 'open', answeredOnSpot: '' };
const to = (table: Reception['links'][number]['table']) => [{ table, id: 'x', number: 'X-1' }];
const decided = (outcome: 'followUp' | 'noFollowUp'): Reception['complaint'] => ({
  decidedBy: 'p',
  recordedBy: 'p',
  by: 'pin',
  on: '2026-11-23',
  evidence: '',
  opinion: '',
  outcome,
});

it.each<[string, Partial<Entry>, ReceptionGap[], MainButton]>([
  ['a report nobody has settled', {}, ['answeredOnSpot'], 'issueOrder'],
  ['a cry for help', { category: 'help', answeredOnSpot: 'no' }, ['openPromise'], 'issueOrder'],
  ['a report that was settled at once', { answeredOnSpot: 'yes' }, [], 'close'],
  ['a report with its order', { links: to('dispatchOrders') }, [], 'close'],
  ['a report with its form, something still lacking', { links: to('coordinationForms') }, ['rings'], null],
  ['a message for a colleague', { category: 'colleague' }, ['openPromise'], null],
  ['an enquiry that was answered', { category: 'enquiry', answeredOnSpot: 'yes' }, [], 'close'],
  ['a complaint', { category: 'complaint' }, ['undecidedComplaint'], 'decide'],
  ['a complaint to be followed up', { category: 'complaint', complaint: decided('followUp') }, ['formMissing'], 'issueForm'],
  ['a complaint not to be followed up', { category: 'complaint', complaint: decided('noFollowUp') }, [], 'close'],
  ['a praise', { category: 'praise' }, [], 'openPosting'],
  ['a praise that was closed before it was posted', { category: 'praise', state: 'closed' }, [], 'openPosting'],
  ['a praise that is posted', { category: 'praise', links: to('praises') }, [], 'close'],
  ['a closed report', { state: 'closed' }, [], null],
])('%s leads on by one button', (_what, given, gaps, button) => {
  expect(mainButton({ ...entry, ...given }, gaps)).toBe(button);
});
