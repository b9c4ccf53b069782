import type { Migration } from './migration.ts';

/** The first format: the records of every register. Indexes cost on every write: only what a screen asks by. */
export const first: Migration = {
  version: 1,
  stores: {
    // The book itself: every operation, and the running numbers.
    operations: 'sequence, &id, *records',
    series: 'id',
    settings: 'id',
    holidays: 'id',
    prints: 'id, at, recordId',
    // People and places.
    people: 'id',
    departments: 'id',
    buildings: 'id, sortKey',
    units: 'id, sortKey, buildingId, *names',
    households: 'id, unitId, *keys, *phones',
    outsideNumbers: 'id',
    // Reception, letters, coordination.
    receptions: 'id, &number, occurredAt, [state+occurredAt], [category+occurredAt], unit, *keys',
    promises: 'id, [state+dueAt], sourceId, waitsForId',
    letters: 'id, &number, receivedAt, [state+receivedAt], [category+receivedAt], unit, *keys',
    coordinationForms: 'id, &number, issuedAt, [state+issuedAt], sourceId, unit, *keys',
    // Replies, praise, dispatch.
    replies: 'id, number, createdAt, [state+createdAt], confirmDueOn, unit, *keys',
    letterTemplates: 'id',
    postingLists: 'id, &number, postedOn',
    praises: 'id, &number, createdAt, [state+createdAt], letterId, unit, *keys',
    dispatchOrders: 'id, &number, reportedAt, [state+reportedAt], finishedOn, sourceId, unit, *keys',
    followUps: 'id, orderId, at',
    samples: 'id, month',
    // Checks, mail, the day and the month.
    checks: 'id, &number, at, [kind+at], [kind+period]',
    careContacts: 'id, householdId',
    mailItems: 'id, &number, receivedAt, [state+receivedAt], unit, postalNumber, *keys',
    serviceRecords: 'id, on',
    collections: 'id, unitId, [state+dueOn]',
    handovers: 'id, &number, on',
    rollingPlanItems: 'id, week',
    notices: 'id, createdAt',
    paidServices: 'id, &number, on, orderId',
    monthlyReports: 'id, month',
    dataRequests: 'id, householdId',
    // Not business data, and named as such in the design: half-filled forms and screen state.
    drafts: 'id',
    screenState: 'id',
  },
};
