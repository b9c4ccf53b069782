import type { Migration, StoredRow } from './migration.ts';

/**
 * How the day of the call is counted became a setting, and how many days it is, which the procedure fixes (1:3.6), none. The
 * first books knew no English name and address of the developer, and could not change the day a letter bears, who is called
 * again and where an envelope is left free: what was fixed then stays until somebody changes it.
 */
function settingsOfToday(row: StoredRow): StoredRow {
  const { confirmDays: _fixed, ...rules } = Object(row['rules']);
  return {
    ...row,
    estate: { developerEnglish: '', developerAddressEnglish: '', ...Object(row['estate']) },
    rules: {
      ...rules,
      confirmCount: 'calendarDays',
      letterDated: 'approval',
      notSatisfied: 'callAgain',
      envelopeFootMm: 20,
      envelopeFootFromRightMm: 55,
    },
  };
}

/** What a place's page asks by: the orders of a public place, and the spot checks of its forms (DOMAIN §9). */
export const unitPageAndSettings: Migration = {
  version: 2,
  stores: {
    dispatchOrders: 'id, &number, reportedAt, [state+reportedAt], finishedOn, sourceId, unit, publicArea, *keys',
    followUps: 'id, orderId, formId, at',
  },
  rewrite: { settings: settingsOfToday },
};
