import { describe, expect, it } from 'vitest';
import { A4_LANDSCAPE } from '../../renderer/print/page-size.ts';
import { printBlankRegister, printRegister } from '../../renderer/print/register-table.tsx';
import { fitWidths, layTableRow, paginateTable } from '../../renderer/print/ruled-table.tsx';
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

  it('keeps a long title on its line', async () => {
    const estateName = 'Hangzhou Green Lake Gardens International Residential Community, Phases One to Four, North and South Districts';
    const register = { ...receptionRegister(1), title: 'Register of Telephone Calls and Visits' };
    const pdf = await toPdf('register-title', printRegister(register, { ...enContext, estateName }));
    await expectInsideMargins(pdf, A4_LANDSCAPE, 1, 9.9);
    expect((await textOf(pdf)).replaceAll(/\s+/g, ' ')).toContain('Register of Telephone Calls and Visits');
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

  it('begins an entry that is taller than a sheet below the one before it', () => {
    const texts = (content: string) => ['JD-2026-000001', '', '', '', '', '', '', content, '', '', ''];
    const widths = fitWidths(receptionColumns, 277);
    const rows = ['短', Array.from({ length: 60 }, (_, index) => `第${index + 1}行`).join('\n'), '后'].map((content) =>
      layTableRow(texts(content), widths),
    );
    const pages = paginateTable(rows, 160);
    expect(pages.map((page) => page.map((row) => row.cells[7]?.[0]))).toEqual([
      ['短', '第1行'],
      ['第39行', '后'],
    ]);
    expect(pages.flat().flatMap((row) => row.cells[7])).toHaveLength(62);
    for (const page of pages) expect(page.reduce((sum, row) => sum + row.heightMm, 0)).toBeLessThanOrEqual(160);
  });

  it('parts no word of a narrow column; the widest column gives the room, and the sheet stays full', () => {
    const columns = receptionColumns.map((column, index) => (index === 6 ? { ...column, header: 'Category' } : column));
    const row = ['', '', '', '', '', '', 'Suggestion', 'x', '', '', ''];
    const widths = fitWidths(columns, 277, [row]);
    expect(layTableRow(row, widths).cells[6]).toEqual(['Suggestion']);
    expect(layTableRow(['', '', '', '', '', '', 'Category'], widths).cells[6]).toEqual(['Category']);
    expect(widths.reduce((sum, width) => sum + width, 0)).toBeCloseTo(277);
    const asAsked = fitWidths(receptionColumns, 277, [['', '', '', '', '', '', '建议', 'https://example.invalid/a/very/long/address']]);
    expect(asAsked).toEqual(fitWidths(receptionColumns, 277));
  });

  it('leaves the widest column half of its room, however many long words stand beside it', () => {
    const columns = [...Array.from({ length: 14 }, () => 16), 53].map((widthMm) => ({ header: '', widthMm, align: 'left' as const }));
    const widths = fitWidths(columns, 277, [columns.map(() => 'Notification')]);
    expect(widths.reduce((sum, width) => sum + width, 0)).toBeCloseTo(277);
    expect(widths.at(-1)).toBeCloseTo(26.5);
    expect(Math.min(...widths)).toBeGreaterThan(16);
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
