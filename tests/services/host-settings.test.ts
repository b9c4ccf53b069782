import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { DEFAULT_SETTINGS, openHostSettings } from '../../electron/services/host-settings.ts';
import { temporaryFolder } from './test-host.ts';

test('settings of before letters could be set in the PC’s own typeface are read, and stay with the shipped one', async () => {
  const file = path.join(temporaryFolder(), 'settings.json');
  const { systemFangSong: _later, ...earlier } = { ...DEFAULT_SETTINGS, sheetPrinter: 'Office' };
  writeFileSync(file, JSON.stringify(earlier));
  const settings = await openHostSettings(file);
  expect(settings.read()).toEqual({ ...earlier, systemFangSong: false });
  await settings.write({ ...settings.read(), systemFangSong: true });
  expect((await openHostSettings(file)).read()).toEqual({ ...earlier, systemFangSong: true });
});
