import { describe, expect, it } from 'vitest';
import { A4_LANDSCAPE } from '../../renderer/print/page-size.ts';
import { printBlankRegister, printRegister } from '../../renderer/print/register-table.tsx';
import { expectInsideMargins, expectSheets, expectShippedFonts } from './paper-checks.ts';
import { pagesOf, textOf, toPdf } from './pdf-tools.ts';
import { enContext, receptionColumns, receptionRegister, zhContext } from './samples.ts';

describe('register print', { timeout: 60_000 }, () => {
  it('prints hundreds of entries, each once and in order, with the head on every sheet and the totals at the end', async () => {
    const document = printRegister(receptionRegister(400), zhContext);
    const pdf = await toPdf('register', document);
    const count = document.parts.pages.length;
    await expectSheets(pdf, A4_LANDSCAPE, count);
    await expectShippedFonts(pdf);
    await expectInsideMargins(pdf, A4_LANDSCAPE, 1, 9.9);
    await expectInsideMargins(pdf, A4_LANDSCAPE, count, 9.9);
    const pages = (await textOf(pdf)).split('\f').slice(0, count);
    const numbers = pages.join('\n').match(/JD-2026-\d{6}/g);
    expect(numbers).toEqual(Array.from({ length: 400 }, (_, index) => `JD-2026-${String(index + 1).padStart(6, '0')}`));
    for (const [index, page] of pages.entries()) {
      expect(page).toContain('翠湖花园小区电话接待记录本');
      expect(page).toContain('日期时间');
      expect(page).toContain(`第${index + 1}页 共${count}页`);
    }
    expect(pages[0]).toContain('日期：2026-01-01 至 2026-01-31');
    expect(pages[0]).toContain('共400条');
    expect(pages[0]).toContain('𠮷田㛃');
    expect(pages.map((page) => page.includes('48000.00')).indexOf(true)).toBe(count - 1);
  });

  it('parts an entry that is taller than a sheet and loses none of it', async () => {
    const lines = Array.from({ length: 120 }, (_, index) => `第${index + 1}行内容`);
    const row = ['JD-2026-000001', '', '', '', '', '', '', lines.join('\n'), '', '', ''];
    const document = printRegister({ ...receptionRegister(0), rows: [row], from: '', to: '', totals: [] }, zhContext);
    const pdf = await toPdf('register-tall', document);
    expect((await pagesOf(pdf)).count).toBe(3);
    expect((await textOf(pdf)).match(/第\d+行内容/g)).toEqual(lines);
    expect(await textOf(pdf)).toContain('日期：全部');
  });

  it('says so when nothing was found, in English', async () => {
    const register = { ...receptionRegister(0), title: 'Reception log', totals: [], to: '' };
    const pdf = await toPdf('register-empty-en', printRegister(register, enContext));
    await expectSheets(pdf, A4_LANDSCAPE, 1);
    const text = await textOf(pdf);
    expect(text).toContain('Green Lake Gardens: Reception log');
    expect(text).toContain('From 2026-01-01 to 2026-01-05');
    expect(text).toContain('Entries: 0');
  });

  it('prints blank sheets to fill in by hand', async () => {
    const blank = { title: '电话接待记录本', columns: receptionColumns, pages: 2 };
    const pdf = await toPdf('register-blank', printBlankRegister(blank, zhContext));
    await expectSheets(pdf, A4_LANDSCAPE, 2);
    const text = await textOf(pdf, 2);
    expect(text).toContain('手工登记');
    expect(text).toContain('金额（元）');
    expect(text).toContain('第2页 共2页');
  });
});
