import { describe, expect, it } from 'vitest';
import { BLANK_COORDINATION_FORM, printCoordinationForm } from '../../renderer/print/coordination-form.tsx';
import { A4_PORTRAIT, A5_PORTRAIT } from '../../renderer/print/page-size.ts';
import { joinDocuments } from '../../renderer/print/print-document.tsx';
import { expectInsideMargins, expectSheets, expectShippedFonts } from './paper-checks.ts';
import { barcodesOf, textOf, toPdf, toPdfByCommandLine } from './pdf-tools.ts';
import { enContext, englishForm, longForm, RARE, shortForm, zhContext } from './samples.ts';

function squeezed(text: string): string {
  return text.replaceAll(/\s/g, '');
}

/** Form and stub of a sheet: each must carry the number as a bar code. */
async function bothBarcodes(pdf: string, heightMm: number, page = 1): Promise<string[][]> {
  const half = heightMm / 2;
  return [await barcodesOf(pdf, page, { fromMm: 0, heightMm: half }), await barcodesOf(pdf, page, { fromMm: half, heightMm: half })];
}

describe('coordination form', { timeout: 60_000 }, () => {
  it('fits on one A5 sheet, with real glyphs for every name and its number as a bar code on form and stub', async () => {
    const pdf = await toPdf('coordination-a5', printCoordinationForm(shortForm, zhContext));
    await expectSheets(pdf, A5_PORTRAIT, 1);
    await expectShippedFonts(pdf);
    await expectInsideMargins(pdf, A5_PORTRAIT, 1, 9.9);
    const text = squeezed(await textOf(pdf));
    expect(text).toContain('翠湖花园小区协调单');
    expect(text).toContain(RARE);
    expect(text).toContain('来函LH-2026-0012');
    expect(text).toContain('2026-01-0509:12');
    expect(text).toContain('打印：王芳2026-01-0514:30(UTC+08:00)');
    expect(text).toContain('第1页共1页');
    expect(await bothBarcodes(pdf, 210)).toEqual([['XT-2026-0045'], ['XT-2026-0045']]);
  });

  it('reads the same in English', async () => {
    const pdf = await toPdf('coordination-a5-en', printCoordinationForm(englishForm, enContext));
    await expectSheets(pdf, A5_PORTRAIT, 1);
    await expectShippedFonts(pdf);
    await expectInsideMargins(pdf, A5_PORTRAIT, 1, 9.9);
    const text = await textOf(pdf);
    expect(text).toContain('Coordination Form');
    expect(text).toContain('Page 1 of 1');
    // The foot line has room for the company's whole name.
    expect(text).toContain('Green Lake Property Management Co., Ltd.');
    expect(text).not.toMatch(/\p{Script=Han}/u);
    expect(await bothBarcodes(pdf, 210)).toEqual([['XT-2026-0045'], ['XT-2026-0045']]);
  });

  it('goes on over further sheets without losing a line, the stub staying at the foot of the first', async () => {
    const context = { ...zhContext, sample: true, reprint: 1 };
    const pdf = await toPdf('coordination-a5-long', printCoordinationForm(longForm, context));
    await expectSheets(pdf, A5_PORTRAIT, 3);
    const pages = await Promise.all([1, 2, 3].map((page) => textOf(pdf, page)));
    const starts = pages.join('\n').match(/(?<=\s)\d+(?=\. 2026年1月3日)/g);
    expect(starts).toEqual(Array.from({ length: 14 }, (_, index) => String(index + 1)));
    expect(pages.map((page) => page.includes('签收联'))).toEqual([true, false, false]);
    expect(squeezed(pages[0] ?? '')).toContain('（共3页）');
    for (const [index, page] of pages.entries()) {
      expect(squeezed(page)).toContain(`第${index + 1}页共3页`);
      expect(page).toContain('样例，不作凭证');
      expect(page).toContain('重印（第2次打印）');
      await expectInsideMargins(pdf, A5_PORTRAIT, index + 1, 9.9);
    }
    expect(squeezed(pages[2] ?? '')).toContain('王芳2026-01-09');
  });

  it('says on paper that it was superseded or is a copy', async () => {
    const context = { ...zhContext, superseded: true, copy: true };
    const pdf = await toPdf('coordination-a4', printCoordinationForm(shortForm, context, 'A4'));
    await expectSheets(pdf, A4_PORTRAIT, 1);
    const text = await textOf(pdf);
    expect(text).toContain('内容已更正，本件作废');
    expect(text).toContain('副本');
    expect(text).not.toContain('样例');
    expect(await bothBarcodes(pdf, 297)).toEqual([['XT-2026-0045'], ['XT-2026-0045']]);
  });

  it('prints blank, with all its labels and no bar code', async () => {
    const pdf = await toPdf('coordination-blank', printCoordinationForm(BLANK_COORDINATION_FORM, zhContext));
    await expectSheets(pdf, A5_PORTRAIT, 1);
    const text = squeezed(await textOf(pdf));
    for (const label of ['承办部门', '协办部门', '要求完成日期', '处理措施', '催办记录', '回访结果', '（签字）']) {
      expect(text).toContain(label);
    }
    expect(await barcodesOf(pdf)).toEqual([]);
  });

  it('prints a number that no bar code can hold in plain text', async () => {
    const form = { ...shortForm, number: '协调〔2026〕45号' };
    const pdf = await toPdf('coordination-plain-number', printCoordinationForm(form, zhContext));
    expect((await textOf(pdf)).match(/编号 协调〔2026〕45号/g)).toHaveLength(2);
    expect(await barcodesOf(pdf)).toEqual([]);
  });

  it('is set in words, never in markup that a customer typed', () => {
    const { html } = printCoordinationForm({ ...shortForm, subject: '<img src=x onerror=alert(1)>' }, zhContext);
    expect(html).not.toContain('<img');
    expect(html).not.toContain('<script');
  });

  it('joins a batch into one document, each form with its own page numbers', async () => {
    const second = { ...shortForm, number: 'XT-2026-0046' };
    const documents = [shortForm, second].map((form) => printCoordinationForm(form, zhContext));
    const pdf = await toPdf('coordination-batch', joinDocuments('协调单', documents));
    await expectSheets(pdf, A5_PORTRAIT, 2);
    expect(await bothBarcodes(pdf, 210, 2)).toEqual([['XT-2026-0046'], ['XT-2026-0046']]);
    expect(squeezed(await textOf(pdf, 2))).toContain('第1页共1页');
  });

  it('comes out the same by the command line of the browser host', async () => {
    const document = printCoordinationForm(longForm, zhContext);
    const byPage = await toPdf('coordination-by-page', document);
    const byCommand = await toPdfByCommandLine('coordination-by-command', document);
    await expectSheets(byCommand, A5_PORTRAIT, 3);
    await expectShippedFonts(byCommand);
    expect(await textOf(byCommand)).toBe(await textOf(byPage));
  });

  it('refuses to join sheets of different sizes, or none', () => {
    const a5 = printCoordinationForm(shortForm, zhContext);
    const a4 = printCoordinationForm(shortForm, zhContext, 'A4');
    expect(() => joinDocuments('', [a5, a4])).toThrow('expected 148 × 210 mm, received 210 × 297 mm');
    expect(() => joinDocuments('', [])).toThrow(RangeError);
  });
});
