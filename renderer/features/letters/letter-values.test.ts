import { expect, it } from 'vitest';
import { letterStart } from './letter-values.ts';

const OPENED = '2026-11-23T00:30:00.000Z';

it.each<[string, string[] | undefined, Record<string, unknown>, string]>([
  ['just begun', undefined, {}, ''],
  ['one’s own', ['lin'], {}, ''],
  ['begun by somebody else', ['su', 'lin'], {}, 'su'],
  ['begun by somebody else, and put right', ['su', 'lin'], { receivedBy: 'lin' }, 'lin'],
  ['begun by somebody else, and left to whoever registers it', ['su', 'lin'], { receivedBy: '' }, ''],
])('a half-registered letter, %s, was received by: %s %o %j', (_case, by, values, receivedBy) => {
  expect(letterStart(null, { openedAt: OPENED, by, values }, 'lin')).toMatchObject({ receivedBy, receivedAt: OPENED });
});

it('the reason of a correction is kept with the rest of it', () => {
  expect(letterStart(null, { openedAt: OPENED, by: ['lin'], values: { reason: '原件改放' } }, 'lin').reason).toBe('原件改放');
});
