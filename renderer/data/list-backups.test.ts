import { expect, it } from 'vitest';
import { failure, success } from '../../shared/contract/result.ts';
import { listBackups } from './list-backups.ts';

const named = success({ named: true, passphraseSet: true });

it.each([
  ['nothing is wrong', success([]), named, null],
  ['the list failed', failure('hostError'), named, 'hostError'],
  ['the stick is not there', success([]), failure('secondFolderMissing'), 'secondFolderMissing'],
])('says why there may be more than is listed: %s', async (_what, listed, second, code) => {
  const host = { listSnapshots: () => Promise.resolve(listed), checkSecondFolder: () => Promise.resolve(second) };
  const backups = await listBackups(host);
  expect(backups.problem?.code ?? null).toBe(code);
  expect(backups.snapshots).toEqual([]);
});
