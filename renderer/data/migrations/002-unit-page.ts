import type { Migration } from './migration.ts';

/** What a place's page asks by: the orders of a public place, and the spot checks of its forms (DOMAIN §9). */
export const unitPage: Migration = {
  version: 2,
  stores: {
    dispatchOrders: 'id, &number, reportedAt, [state+reportedAt], finishedOn, sourceId, unit, publicArea, *keys',
    followUps: 'id, orderId, formId, at',
  },
};
