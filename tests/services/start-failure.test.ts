import { expect, test } from 'vitest';
import { EXIT } from '../../electron/services/exit-codes.ts';
import { portExit, startFailure } from '../../electron/services/start-failure.ts';
import { FailureError } from '../../shared/contract/result.ts';

const system = (code: string): Error => Object.assign(new Error(`${code}: refused`), { code });

test.each([
  [new FailureError('notASample'), EXIT.notASample, 'folderNotASample'],
  [new FailureError('hostFileDamaged', { file: 'pins.json' }), EXIT.damaged, 'folderUnreadable'],
  [new FailureError('folderNotPrivate'), EXIT.notPrivate, 'folderNotPrivate'],
  [system('ENOSPC'), EXIT.diskFull, 'diskFull'],
  [system('EACCES'), EXIT.unusable, 'folderUnusable'],
  [system('EEXIST'), EXIT.unusable, 'folderUnusable'],
  [new TypeError('no system error'), 1, 'folderUnreadable'],
])('%s ends the start with %i and says %s', (error, exit, word) => {
  expect(startFailure(error)).toMatchObject({ exit, word });
});

test('what a helper needs is in the line', () => {
  expect(startFailure(new FailureError('hostFileDamaged', { file: 'pins.json' })).line).toBe('hostFileDamaged {"file":"pins.json"}');
});

test.each([
  ['EADDRINUSE', EXIT.portBusy],
  ['EACCES', EXIT.portBusy],
  ['EMFILE', 1],
])('a port refused with %s ends the start with %i', (code, exit) => {
  expect(portExit(system(code))).toBe(exit);
});
