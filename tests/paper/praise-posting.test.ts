import { describe, expect, it } from 'vitest';
import { A4_PORTRAIT } from '../../renderer/print/page-size.ts';
import { printPraiseCover, printPraiseNotice } from '../../renderer/print/praise-posting.tsx';
import { englishPraise, praise } from './desk-samples.ts';
import { expectInsideMargins, expectSheets, expectShippedFonts } from './paper-checks.ts';
import { barcodesOf, textOf, toPdf, wordsOf } from './pdf-tools.ts';
import { enContext, RARE, zhContext } from './samples.ts';

describe('praise papers', { timeout: 60_000 }, () => {
  it('prints the cover of a copy with its number as a bar code', async () => {
    const pdf = await toPdf('praise-cover', printPraiseCover(praise, zhContext));
    await expectSheets(pdf, A4_PORTRAIT, 1);
    await expectShippedFonts(pdf);
    await expectInsideMargins(pdf, A4_PORTRAIT, 1, 21.9);
    const text = await textOf(pdf);
    for (const part of ['表扬信（副本）', RARE, 'LH-2026-0015', '赵建国、李䶮', '工程部', '2026-01-05']) {
      expect(text).toContain(part);
    }
    expect(await barcodesOf(pdf)).toEqual(['BY-2026-003']);
    const english = await toPdf('praise-cover-en', printPraiseCover(englishPraise, enContext));
    expect(await textOf(english)).not.toMatch(/\p{Script=Han}/u);
  });

  it('prints a notice in type to be read from a wall', async () => {
    const pdf = await toPdf('praise-notice', printPraiseNotice(praise, zhContext));
    await expectSheets(pdf, A4_PORTRAIT, 1);
    await expectInsideMargins(pdf, A4_PORTRAIT, 1, 21.9);
    const text = await textOf(pdf);
    for (const part of ['表扬通报', '2026年1月4日', '翠湖物业管理有限公司', '2026年1月5日']) expect(text).toContain(part);
    const reason = (await wordsOf(pdf)).find((word) => word.text.startsWith('表扬事由'));
    expect((reason?.bottomMm ?? 0) - (reason?.topMm ?? 0)).toBeGreaterThan(10);
  });

  it('sets a long praise smaller, so that the notice stays on one sheet', async () => {
    const long = { ...englishPraise, reason: englishPraise.reason.repeat(12) };
    const pdf = await toPdf('praise-notice-en', printPraiseNotice(long, enContext));
    await expectSheets(pdf, A4_PORTRAIT, 1);
    await expectInsideMargins(pdf, A4_PORTRAIT, 1, 21.5);
    expect((await textOf(pdf)).match(/mop up\./g)).toHaveLength(12);
    expect(await textOf(pdf)).toContain('5 January 2026');
  });
});
