import { describe, expect, it } from 'vitest';
import type { JournalReport } from '../contract/host-calls.ts';
import { decideBoot, type BootDecision, type DatabaseReport } from './boot-decision.ts';

const journal = (over: Partial<JournalReport>): JournalReport => ({
  state: 'healthy',
  sequence: 7,
  hash: 'j7',
  book: 'A',
  lastAt: '2026-11-23T00:00:00.000Z',
  brokenAt: '',
  ...over,
});
const database = (over: Partial<DatabaseReport>): DatabaseReport => ({
  book: 'A',
  sequence: 7,
  hash: 'j7',
  hashAtJournalEnd: 'j7',
  journalHashAtDatabaseEnd: 'j7',
  ...over,
});
const EMPTY = { book: '', sequence: 0, hash: '', hashAtJournalEnd: '', journalHashAtDatabaseEnd: '' };

const CASES: [string, JournalReport, DatabaseReport, BootDecision][] = [
  ['both empty', journal({ state: 'absent', sequence: 0, book: '' }), database(EMPTY), { step: 'firstStart' }],
  [
    'a first start cut short before its journal line',
    journal({ state: 'absent', sequence: 0, book: '' }),
    database({ sequence: 1 }),
    { step: 'sendMissing', after: 0 },
  ],
  ['both at the same line', journal({}), database({}), { step: 'go' }],
  ['a torn last line that was cut', journal({ state: 'tornCut' }), database({}), { step: 'go' }],
  ['database behind', journal({}), database({ sequence: 5, hash: 'j5', journalHashAtDatabaseEnd: 'j5' }), { step: 'replay', after: 5 }],
  [
    'database behind on another branch',
    journal({}),
    database({ sequence: 5, hash: 'x5', journalHashAtDatabaseEnd: 'j5' }),
    { step: 'recover', reason: 'diverged' },
  ],
  ['database ahead', journal({}), database({ sequence: 9, hash: 'j9' }), { step: 'sendMissing', after: 7 }],
  [
    'database ahead on another branch',
    journal({}),
    database({ sequence: 9, hash: 'x9', hashAtJournalEnd: 'x7' }),
    { step: 'recover', reason: 'diverged' },
  ],
  ['same sequence, other hash', journal({}), database({ hash: 'x7' }), { step: 'recover', reason: 'diverged' }],
  ['database empty beside a journal', journal({}), database(EMPTY), { step: 'recover', reason: 'databaseEmpty' }],
  ['another book', journal({}), database({ book: 'B' }), { step: 'recover', reason: 'otherBook' }],
  [
    'journal missing beside a full database',
    journal({ state: 'absent', sequence: 0, book: '' }),
    database({}),
    { step: 'recover', reason: 'journalMissing' },
  ],
  ['journal broken inside', journal({ state: 'broken' }), database({}), { step: 'recover', reason: 'journalBroken' }],
];

describe('decideBoot', () => {
  it.each(CASES)('%s', (_name, journalReport, databaseReport, decision) => {
    expect(decideBoot(journalReport, databaseReport)).toEqual(decision);
  });
});
