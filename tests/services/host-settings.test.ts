import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { DEFAULT_SETTINGS, openHostSettings } from '../../electron/services/host-settings.ts';
import type { PrintOffset } from '../../electron/services/printing.ts';
import { startDesk, temporaryFolder, valueOf } from './test-host.ts';

test('settings of before letters could be set in the PC’s own typeface are read, and stay with the shipped one', async () => {
  const file = path.join(temporaryFolder(), 'settings.json');
  const { systemFangSong: _later, ...earlier } = { ...DEFAULT_SETTINGS, sheetPrinter: 'Office' };
  writeFileSync(file, JSON.stringify(earlier));
  const settings = await openHostSettings(file);
  expect(settings.read()).toEqual({ ...earlier, systemFangSong: false });
  await settings.write({ ...settings.read(), systemFangSong: true });
  expect((await openHostSettings(file)).read()).toEqual({ ...earlier, systemFangSong: true });
});

test('paper is shifted as the settings say for its printer, and for no other', async () => {
  const offsets: PrintOffset[] = [];
  const { api } = await startDesk({
    printing: {
      listPrinters: () => Promise.resolve([]),
      savePdf: () => Promise.resolve({ file: 'cancelled', pdf: new Uint8Array() }),
      printPaper: (_job, offset) => {
        offsets.push(offset);
        return Promise.resolve({ paper: 'sent', url: '' });
      },
    },
  });
  valueOf(await api.writeHostSettings({ ...DEFAULT_SETTINGS, printerOffsets: { Office: { x: 1.5, y: -2 } } }));
  const job = { title: '', html: '', pageSize: { widthMm: 210, heightMm: 297 }, silent: false, copies: 1 };
  for (const printer of ['Office', 'Roll']) valueOf(await api.printPaper({ ...job, printer }));
  expect(offsets).toEqual([
    { x: 1.5, y: -2 },
    { x: 0, y: 0 },
  ]);
});
