import { describe, expect, it } from 'vitest';
import { printCompanyLetter } from '../../renderer/print/company-letter.tsx';
import { printEnglishLetter } from '../../renderer/print/english-letter.tsx';
import { printOfficialLetter } from '../../renderer/print/official-letter.tsx';
import { A4_PORTRAIT } from '../../renderer/print/page-size.ts';
import { blackBands, redBands, type InkBand } from './ink.ts';
import { enLetter, longZhLetter, zhLetter } from './letter-samples.ts';
import { expectInsideMargins, expectSheets, expectShippedFonts } from './paper-checks.ts';
import { textOf, toPdf, wordsOf, type PlacedWord } from './pdf-tools.ts';
import { enContext, zhContext } from './samples.ts';

/** What the brief and GB/T 9704 allow on paper, in millimetres. */
const TOLERANCE_MM = 0.5;
const CHARACTER_MM = 156 / 28;

function expectNear(actualMm: number, wantedMm: number, toleranceMm = TOLERANCE_MM): void {
  expect(Math.abs(actualMm - wantedMm), `expected ${wantedMm} mm, measured ${actualMm} mm`).toBeLessThanOrEqual(toleranceMm);
}

function wordWith(words: readonly PlacedWord[], text: string): PlacedWord {
  const word = words.find((each) => each.text.includes(text));
  if (!word) throw new Error(`no word with ${text} on the page`);
  return word;
}

function band(bands: readonly InkBand[], index: number): InkBand {
  const found = bands.at(index);
  if (!found) throw new Error(`no ${index}th band of ink`);
  return found;
}

function heightOf({ topMm, bottomMm }: InkBand): number {
  return bottomMm - topMm;
}

describe('official letter', { timeout: 60_000 }, () => {
  it.each([
    ['a name of usual length', zhLetter.sender],
    ['a short name', '中一二房产'],
    ['a long name', '杭州翠湖花园城市建设房地产综合开发集团有限公司'],
  ])('has the red name and rules where GB/T 9704 wants them: %s', async (_which, sender) => {
    const pdf = await toPdf('letter-official', printOfficialLetter({ ...zhLetter, sender }, zhContext));
    await expectSheets(pdf, A4_PORTRAIT, 1);
    await expectShippedFonts(pdf);
    const red = await redBands(pdf);
    expect(red).toHaveLength(5);
    const [name, upperThick, upperThin, lowerThin, lowerThick] = [0, 1, 2, 3, 4].map((index) => band(red, index));
    if (!name || !upperThick || !upperThin || !lowerThin || !lowerThick) throw new Error('five bands were expected');
    expectNear(name.topMm, 30);
    expectNear(upperThick.topMm - name.bottomMm, 4);
    expect(heightOf(upperThick)).toBeGreaterThan(2 * heightOf(upperThin));
    expect(heightOf(lowerThick)).toBeGreaterThan(2 * heightOf(lowerThin));
    expectNear(297 - lowerThick.bottomMm, 20);
    for (const rule of [upperThick, upperThin, lowerThin, lowerThick]) {
      expectNear(rule.rightMm - rule.leftMm, 170);
      expectNear(rule.leftMm, 20);
    }
    const black = await blackBands(pdf);
    expectNear(band(black, 0).topMm - upperThin.bottomMm, ((16 * 25.4) / 72) * (7 / 8));
    expectNear(band(black, 0).rightMm, 184, 1);
    const words = await wordsOf(pdf);
    const number = wordWith(words, '客函');
    const title = wordWith(words, '关于');
    expectNear((title.leftMm + title.rightMm) / 2, 28 + 78);
    expectNear((title.topMm + title.bottomMm) / 2 - (number.topMm + number.bottomMm) / 2, 3 * 28.99 * (25.4 / 72) - 2.3, 1);
  });

  it('sets 28 characters a line and 22 lines a sheet', async () => {
    const body = '翠'.repeat(2000);
    const pdf = await toPdf('letter-official-grid', printOfficialLetter({ ...zhLetter, addressee: '', body }, zhContext));
    const lines = (await textOf(pdf, 2))
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line.startsWith('翠'));
    expect(lines).toHaveLength(22);
    expect(lines.map((line) => line.length)).toEqual(Array.from({ length: 22 }, () => 28));
    const rows = (await blackBands(pdf, 2)).slice(0, 22);
    for (const row of rows) {
      expectNear(row.leftMm, 28);
      expectNear(row.rightMm, 184);
    }
    expectNear(band(rows, 21).topMm - band(rows, 0).topMm, (21 * 28.99 * 25.4) / 72);
    expect(band(rows, 0).topMm).toBeGreaterThanOrEqual(37);
    expect(band(rows, 21).bottomMm).toBeLessThanOrEqual(262);
    expectNear(band(rows, 0).topMm - 37, 262 - band(rows, 21).bottomMm, 1);
  });

  it('indents a paragraph by two characters', async () => {
    const pdf = await toPdf(
      'letter-official-indent',
      printOfficialLetter({ ...zhLetter, addressee: '', body: '翠'.repeat(30), sealed: true }, zhContext),
    );
    const words = (await wordsOf(pdf)).filter((word) => word.text.startsWith('翠翠') || word.text === '翠');
    expect(words[0]?.leftMm).toBeCloseTo(28 + 2 * CHARACTER_MM, 0);
    expect(words[1]?.leftMm).toBeCloseTo(28, 0);
  });

  it('keeps room for a seal: the name centred over a date that ends four characters in', async () => {
    const pdf = await toPdf('letter-official-sealed', printOfficialLetter(zhLetter, zhContext));
    const words = await wordsOf(pdf);
    const name = words.findLast((word) => word.text === zhLetter.sender);
    const date = wordWith(words, '2026年1月5日');
    if (!name) throw new Error('the sender does not sign');
    expectNear(date.rightMm, 184 - 4 * CHARACTER_MM);
    expectNear((name.leftMm + name.rightMm) / 2, (date.leftMm + date.rightMm) / 2);
    const lastLine = wordWith(words, '感谢');
    // GB/T 9704-2012 §7.3.5: name and date lie a little below the middle of the (42 mm) seal, whose top starts within a
    // line of the text.
    const sealTop = (name.bottomMm + date.topMm) / 2 - 3 - 21;
    expect(sealTop - lastLine.bottomMm).toBeGreaterThan(-2);
    expect(sealTop - lastLine.bottomMm).toBeLessThan(28.99 * (25.4 / 72));
  });

  it('without a seal ends the name two characters in and starts the date two characters after it', async () => {
    const pdf = await toPdf('letter-official-unsealed', printOfficialLetter({ ...zhLetter, sealed: false }, zhContext));
    const words = await wordsOf(pdf);
    const name = words.findLast((word) => word.text === zhLetter.sender);
    const date = wordWith(words, '2026年1月5日');
    if (!name) throw new Error('the sender does not sign');
    expect(name.rightMm).toBeCloseTo(184 - 2 * CHARACTER_MM, 0);
    expect(date.leftMm).toBeCloseTo(name.leftMm + 2 * CHARACTER_MM, 0);
  });

  it.each([true, false])('signs with a name of more than a line inside the text area, to be sealed: %s', async (sealed) => {
    const sender = '杭州翠湖花园城市建设房地产综合开发集团股份有限公司西湖区湖滨分公司';
    const pdf = await toPdf('letter-official-signed', printOfficialLetter({ ...zhLetter, sender, sealed }, zhContext));
    const signed = (await wordsOf(pdf)).filter(({ text, topMm }) => text.includes('湖滨分公司') && topMm > 100);
    expect(signed).toHaveLength(1);
    expect(signed[0]?.leftMm).toBeGreaterThan(28);
    expect(signed[0]?.rightMm).toBeLessThan(184);
  });

  it('numbers the sheets from the second one on, on the outer side', async () => {
    const pdf = await toPdf('letter-official-long', printOfficialLetter({ ...longZhLetter, draft: true }, zhContext));
    await expectSheets(pdf, A4_PORTRAIT, 3);
    const [first, second, third] = await Promise.all([1, 2, 3].map((page) => textOf(pdf, page)));
    expect(first).not.toMatch(/—\s*\d\s*—/);
    expect(second).toMatch(/—\s*2\s*—/);
    expect(third).toMatch(/—\s*3\s*—/);
    // A line with Latin letters in it is no whole number of characters wide: it is stretched to the edge.
    expectNear(wordWith(await wordsOf(pdf, 2), '滴水的来').rightMm, 184);
    expect(wordWith(await wordsOf(pdf, 2), '—').leftMm).toBeLessThan(40);
    expect(wordWith(await wordsOf(pdf, 3), '—').leftMm).toBeGreaterThan(150);
    expect(third).toContain('附件：1. 现场查验记录');
    expect(third).toContain('抄送：翠湖物业管理有限公司，营销部客户中心。');
    for (const page of [first, second, third]) expect(page).toContain('草稿，未经批准');
    await expectInsideMargins(pdf, A4_PORTRAIT, 2, 9.9);
  });

  it('never leaves name and date alone on a sheet', async () => {
    for (let lines = 6; lines <= 12; lines += 1) {
      const body = Array.from({ length: lines }, (_, index) => `第${index}段`).join('\n');
      const { parts } = printOfficialLetter({ ...zhLetter, body }, zhContext);
      const last = parts.pages.at(-1) ?? '';
      expect(last, `${lines} lines`).toContain(`第${lines - 1}段`);
      expect(last).toContain('2026年1月5日');
    }
  });
});

describe('company letter', { timeout: 60_000 }, () => {
  it('carries the sender, where to reach it, and page numbers when there are several', async () => {
    const letter = { ...zhLetter, senderAddress: '杭州市西湖区湖滨路8号', senderPhone: '0571-88000000' };
    const one = await toPdf('letter-company', printCompanyLetter(letter, zhContext));
    await expectSheets(one, A4_PORTRAIT, 1);
    await expectShippedFonts(one);
    const text = await textOf(one);
    for (const part of ['地址：杭州市西湖区湖滨路8号', '电话：0571-88000000', '客函〔2026〕12号', '尊敬的𠮷田㛃女士：'])
      expect(text).toContain(part);
    expect(text).not.toContain('第1页');
    const two = await toPdf('letter-company-long', printCompanyLetter(longZhLetter, { ...zhContext, sample: true, reprint: 1 }));
    await expectSheets(two, A4_PORTRAIT, 2);
    expect(await textOf(two, 2)).toContain('第2页 共2页');
    expect(await textOf(two, 1)).toContain('样例，不作凭证');
    expect(await textOf(two, 1)).toContain('重印（第2次打印）');
  });

  it('keeps a long name and a long address of the sender on the sheet', async () => {
    const letter = {
      ...zhLetter,
      sender: '杭州翠湖花园城市建设房地产综合开发集团有限公司',
      senderAddress: '浙江省杭州市西湖区湖滨街道延安路二百六十八号翠湖国际商务中心A座二十八层二八〇一室营销部客户服务中心',
      senderPhone: '0571-88000000',
    };
    const pdf = await toPdf('letter-company-head', printCompanyLetter(letter, zhContext));
    await expectInsideMargins(pdf, A4_PORTRAIT, 1, 25);
    expect(await textOf(pdf)).toContain('电话：0571-88000000');
    // What follows has moved down by the head's second line.
    const short = await toPdf('letter-company-head-short', printCompanyLetter({ ...letter, senderAddress: '延安路8号' }, zhContext));
    const [moved, stood] = [wordWith(await wordsOf(pdf), '客函'), wordWith(await wordsOf(short), '客函')];
    expectNear(moved.topMm - stood.topMm, 5, 0.2);
  });
});

describe('English letter', { timeout: 60_000 }, () => {
  it('is set full block, with narrow quotation marks', async () => {
    const pdf = await toPdf('letter-en', printEnglishLetter(enLetter, enContext));
    await expectSheets(pdf, A4_PORTRAIT, 1);
    await expectShippedFonts(pdf);
    const words = await wordsOf(pdf);
    for (const start of ['5', 'Dear', 'Water', 'Thank', 'Our', 'Yours', 'Chen', 'Enclosures:', 'cc:']) {
      const word = words.find((each) => each.text === start);
      expectNear(word?.leftMm ?? 0, 25);
    }
    const were = wordWith(words, 'We’re');
    expect(were.rightMm - were.leftMm).toBeLessThan(11.5);
    expect(await textOf(pdf)).toContain('Our ref.: 客函〔2026〕12号');
  });

  it('heads every further sheet with addressee, date and page', async () => {
    const body = Array.from({ length: 7 }, () => enLetter.body).join('\n');
    const pdf = await toPdf('letter-en-long', printEnglishLetter({ ...enLetter, body }, enContext));
    await expectSheets(pdf, A4_PORTRAIT, 3);
    const text = await textOf(pdf, 2);
    for (const part of ['Mr J. Featherstonehaugh', '5 January 2026', 'Page 2 of 3']) expect(text).toContain(part);
    expect(await textOf(pdf, 3)).toContain('Yours sincerely,');
    expect(await textOf(pdf, 3)).toContain('our expense.');
    await expectInsideMargins(pdf, A4_PORTRAIT, 2, 24.9);
  });

  it('keeps a long name and a long address of the sender on the sheet', async () => {
    const sender = 'Hangzhou Green Lake Gardens Urban Construction and Comprehensive Real Estate Development Group Co., Ltd.';
    const senderAddress =
      'Marketing Customer Centre, Room 2801, 28th Floor, Tower A, Green Lake International Business Centre, 268 Yan’an Road, Hubin, Xihu District, Hangzhou 310000, Zhejiang';
    const pdf = await toPdf('letter-en-head', printEnglishLetter({ ...enLetter, sender, senderAddress }, enContext));
    await expectInsideMargins(pdf, A4_PORTRAIT, 1, 24.5);
    await expectSheets(pdf, A4_PORTRAIT, 1);
    const words = await wordsOf(pdf);
    expect(wordWith(words, '2026').topMm - wordWith(words, '0571-88000000').bottomMm).toBeGreaterThan(2);
  });
});
