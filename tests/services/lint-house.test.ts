import { readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it, test } from 'vitest';
import { z } from 'zod';

const lint = pathToFileURL(path.resolve(import.meta.dirname, '../support/lint-house.mjs')).href;
const { checkModule, compareLanguages, HALF_WIDTH } = z
  .object({
    checkModule: z.custom<(file: string, source: string) => string[]>(),
    HALF_WIDTH: z.instanceof(RegExp),
    compareLanguages: z.custom<(name: string, zh: object, en: object) => string[]>(),
  })
  .parse(await import(/* @vite-ignore */ lint));

describe('imports', () => {
  it.each([
    ['shared/domain/a.ts', '../../renderer/data/b.ts'],
    ['renderer/data/a.ts', '../ui/b.ts'],
    ['renderer/print/a.tsx', '../data/b.ts'],
    ['renderer/ui/A.tsx', '../features/letters/B.tsx'],
    ['renderer/features/letters/A.tsx', '../praise/B.tsx'],
    ['renderer/features/letters/A.tsx', '../../app/b.ts'],
    ['electron/services/a.ts', '../main/b.ts'],
    ['electron/loopback/a.ts', '../main/b.ts'],
    ['renderer/features/search/A.tsx', '../../app/actions.ts'],
    ['renderer/ui/A.tsx', '../../shared/contract/host-calls.ts'],
    ['renderer/ui/A.tsx', 'electron'],
    ['electron/services/a.ts', 'electron'],
    ['shared/domain/a.ts', 'node:fs'],
    ['renderer/data/a.ts', 'node:crypto'],
  ])('%s may not import %s', (file, from) => {
    expect(checkModule(file, `import { one } from '${from}';`)).toHaveLength(1);
    expect(checkModule(file, `export { one } from '${from}';`)).toHaveLength(1);
    expect(checkModule(file, `\nvoid import('${from}');`)).toEqual([expect.stringContaining(`${file}:2 `)]);
  });

  it.each([
    ['renderer/features/letters/A.tsx', './B.tsx'],
    ['renderer/features/letters/A.tsx', '../../ui/B.tsx'],
    ['renderer/app/A.tsx', '../features/letters/B.tsx'],
    ['electron/main/a.ts', 'electron'],
    ['electron/services/a.ts', 'node:fs'],
  ])('%s may import %s', (file, from) => {
    expect(checkModule(file, `import { one } from '${from}';`)).toEqual([]);
  });

  it('lets the search box draw from the type of the actions alone, and the page from those of the calls', () => {
    expect(checkModule('renderer/features/search/A.tsx', "import type { Action } from '../../app/actions.ts';")).toEqual([]);
    expect(checkModule('renderer/ui/A.tsx', "import type { Scans } from '../../shared/contract/host-calls.ts';")).toEqual([]);
  });

  it('does not pass over what it cannot read', () => {
    expect(checkModule('renderer/ui/A.tsx', 'const = ;')).toHaveLength(1);
  });
});

describe('text in code', () => {
  it.each([
    ['const a = <p>Save it</p>;'],
    ['const a = <p>保存</p>;'],
    ['const a = <Field label="Name" />;'],
    ['const a = <img alt="Photo" />;'],
    ["const a = '保存';"],
    ['const a = `${one}栋`;'],
  ])('%s is refused', (source) => {
    expect(checkModule('renderer/ui/A.tsx', source)).not.toEqual([]);
  });

  it.each([
    ['const a = <p>{t("save")}</p>;'],
    ['const a = <Kbd>Ctrl</Kbd>;'],
    ['const a = <Field placeholder="YYYY-MM-DD" />;'],
    ['// 保存\n'],
  ])('%s is not', (source) => {
    expect(checkModule('renderer/ui/A.tsx', source)).toEqual([]);
  });
});

test('two languages are complete, alike and in their own marks', () => {
  const compared = (zh: object, en: object) => compareLanguages('some.json', zh, en);
  expect(compared({ a: '保存', b: { c: '共{{n}}条' } }, { a: 'Save', b: { c_one: '{{n}} entry', c_other: '{{n}} entries' } })).toEqual([]);
  expect(compared({ a: '保存' }, {})).toEqual(['some.json: en lacks a']);
  expect(compared({}, { a: { b: 'Save' } })).toEqual(['some.json: zh lacks a.b']);
  expect(compared({ a: '' }, { a: 'Save' })).toEqual(['some.json: a is empty']);
  expect(compared({ a: '共{{n}}条' }, { a: '{{count}} entries' })).toEqual([expect.stringContaining('other placeholders')]);
  expect(compared({ a: '客户意见' }, { a: "Customer's opinion" })).toEqual([expect.stringContaining('apostrophe')]);
  expect(compared({ a: '姓名:必填' }, { a: 'Name' })).toEqual([expect.stringContaining('half-width')]);
  expect(compared({ a: '打印(第2次)' }, { a: 'Print' })).toEqual([expect.stringContaining('half-width')]);
});

test('what the start script says in Chinese has the marks of Chinese too', () => {
  const words = readFileSync(path.resolve(import.meta.dirname, '../../electron/start/words.mjs'), 'utf8');
  expect(words).toMatch(/\p{Script=Han}/u);
  expect(words.split('\n').filter((line) => HALF_WIDTH.test(line))).toEqual([]);
});
