import { writeFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { EXIT } from '../../electron/services/exit-codes.ts';
import { newFolder } from '../support/desk-folder.ts';
import { startSecond } from '../support/desk-host.ts';
import { expect, test } from './desk-test.ts';

// A host that stayed without a window would hold the folder, and every further start would only say that it is open.
test('a folder with a damaged file ends the host with what the start script words, each time', async ({ hostKind }) => {
  const folder = newFolder();
  await mkdir(path.join(folder, 'desk'), { recursive: true });
  writeFileSync(path.join(folder, 'desk', 'pins.json'), '{"people":');
  expect(await startSecond(hostKind, folder)).toBe(EXIT.damaged);
  expect(await startSecond(hostKind, folder)).toBe(EXIT.damaged);
});
