/** The whole suite (`npm run test:faults`), or the short cut that `npm test` takes. */
export const WHOLE = process.env['QIANTAI_FAULTS'] === 'whole';

/** On each of the two hosts. */
export const KILLS_PER_HOST = WHOLE ? 250 : 25;
export const POWER_CUTS_PER_HOST = 10;
