import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, expect, test, vi } from 'vitest';
import { asFileName, createSaveFile } from '../../electron/main/save-file.ts';
import { temporaryFolder } from './test-host.ts';

const electron = vi.hoisted(() => ({
  downloads: '',
  asked: [] as string[],
  answer: { canceled: true, filePath: '' },
}));

vi.mock('electron', () => ({
  app: { getPath: () => electron.downloads },
  BrowserWindow: { fromWebContents: () => null },
  dialog: {
    showSaveDialog: ({ defaultPath }: { defaultPath: string }) => {
      electron.asked.push(defaultPath);
      return Promise.resolve(electron.answer);
    },
  },
}));

const bytes = new TextEncoder().encode('%PDF-');
let folder = '';

beforeEach(() => {
  folder = temporaryFolder();
  electron.downloads = folder;
  electron.asked = [];
});

const answerWith = (filePath: string): void => {
  electron.answer = { canceled: filePath === '', filePath };
};

test('the file is written where the person says, and nothing beside it; the next one is offered there', async () => {
  const save = createSaveFile(() => null);
  const stick = path.join(folder, 'stick');
  mkdirSync(stick);
  const file = path.join(stick, 'one.pdf');
  writeFileSync(file, 'before');
  answerWith(file);
  expect(await save('one.pdf', bytes)).toBe('saved');
  expect(readFileSync(file, 'utf8')).toBe('%PDF-');
  expect(readdirSync(stick)).toEqual(['one.pdf']);
  await save('two.pdf', bytes);
  expect(electron.asked).toEqual([path.join(folder, 'one.pdf'), path.join(stick, 'two.pdf')]);
});

test('a cancelled window writes nothing and says so', async () => {
  answerWith('');
  expect(await createSaveFile(() => null)('one.pdf', bytes)).toBe('cancelled');
  expect(readdirSync(folder)).toEqual([]);
});

test('a place that takes no file is said to, and leaves no half one', async () => {
  answerWith(path.join(folder, 'gone', 'one.pdf'));
  await expect(createSaveFile(() => null)('one.pdf', bytes)).rejects.toMatchObject({ failure: { code: 'fileNotSaved' } });
  mkdirSync(path.join(folder, 'one.pdf'));
  answerWith(path.join(folder, 'one.pdf'));
  await expect(createSaveFile(() => null)('one.pdf', bytes)).rejects.toMatchObject({ failure: { code: 'fileNotSaved' } });
  expect(readdirSync(folder)).toEqual(['one.pdf']);
});

test('a name as long as a disk takes is saved under', async () => {
  const file = path.join(folder, `${'x'.repeat(251)}.pdf`);
  answerWith(file);
  expect(await createSaveFile(() => null)('one.pdf', bytes)).toBe('saved');
  expect(readdirSync(folder)).toEqual([path.basename(file)]);
});

test.each([
  ['客函〔2026〕1号.pdf', '客函〔2026〕1号.pdf'],
  ['../../etc: "x"?\n.pdf', '.. .. etc   x   .pdf'],
  // Names that Windows keeps for devices, whatever follows the dot.
  ['CON.pdf', '_CON.pdf'],
  ['com1.2026.pdf', '_com1.2026.pdf'],
  ['CONFIRM.pdf', 'CONFIRM.pdf'],
  // What a disk takes is counted in bytes, and a character of four is not cut in two.
  [`${'𠮷'.repeat(80)}.pdf`, `${'𠮷'.repeat(50)}.pdf`],
])('%j is offered as %j', (name, offered) => {
  expect(asFileName(name)).toBe(offered);
});
