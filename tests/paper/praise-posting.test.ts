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

  it('goes on over further sheets where no size keeps the notice on one, and loses no word', async () => {
    const reason = Array.from(
      { length: 60 },
      (_, index) => `第${index + 1}件：深夜水管爆裂，两位员工十分钟内赶到，关阀抢修至凌晨三点，又帮业主清扫积水，分文未取。`,
    ).join('\n');
    const pdf = await toPdf('praise-notice-long', printPraiseNotice({ ...praise, reason }, zhContext));
    await expectSheets(pdf, A4_PORTRAIT, 5);
    await expectInsideMargins(pdf, A4_PORTRAIT, 5, 21.9);
    const text = (await textOf(pdf)).replaceAll(/\s/g, '');
    expect(text.match(/第\d+件/g)).toHaveLength(60);
    expect(await textOf(pdf, 5)).toContain('2026年1月5日');
  });

  it('says who praised whom as far as it is known', () => {
    const said = (known: Partial<typeof praise>) =>
      printPraiseNotice({ ...englishPraise, ...known }, enContext)
        .parts.pages.join('')
        .replaceAll(/<[^>]*>/g, ' ')
        .replaceAll(/\s+/g, ' ');
    expect(said({ unit: '', form: 'Letter' })).toContain('Ms Jie praised Zhao Jianguo, Li Yan of Engineering, Security (letter).');
    expect(said({ praisedBy: '', employees: [] })).toContain('Building 3, 2-1502 praised Engineering, Security (letter).');
    expect(said({ praisedBy: '', unit: '', employees: [], departments: [] })).toContain('a resident praised our colleagues (letter).');
    const sender = '杭州翠湖花园城市建设物业管理服务集团股份有限公司';
    expect(printPraiseNotice(praise, { ...zhContext, companyName: sender }).parts.pages[0]).not.toContain('margin-left:-');
  });
});
