import { describe, expect, it } from 'vitest';
import { BLANK_DISPATCH_TICKET } from '../../renderer/print/dispatch-ticket-paper.ts';
import { printDispatchTicket } from '../../renderer/print/dispatch-ticket.tsx';
import { A5_PORTRAIT } from '../../renderer/print/page-size.ts';
import { englishTicket, ticket } from './desk-samples.ts';
import { expectInsideMargins, expectSheets, expectShippedFonts } from './paper-checks.ts';
import { barcodesOf, textOf, toPdf, wordsOf } from './pdf-tools.ts';
import { enContext, RARE, zhContext } from './samples.ts';

/** Reads the bar code under each part's title, which stands in one line with it. */
async function barcodesByPart(pdf: string, parts: readonly string[]): Promise<string[][]> {
  const words = await wordsOf(pdf);
  const found: string[][] = [];
  for (const part of parts) {
    const title = words.find((word) => word.text.includes(part));
    if (!title) throw new Error(`no part ${part} on the ticket`);
    found.push(await barcodesOf(pdf, 1, { fromMm: title.topMm - 8, heightMm: 18 }));
  }
  return found;
}

describe('dispatch ticket', { timeout: 60_000 }, () => {
  it('prints stub, work and customer part on one A5 sheet, each with its bar code', async () => {
    const pdf = await toPdf('ticket-a5', printDispatchTicket(ticket, zhContext));
    await expectSheets(pdf, A5_PORTRAIT, 1);
    await expectShippedFonts(pdf);
    await expectInsideMargins(pdf, A5_PORTRAIT, 1, 9.9);
    const number = [ticket.number];
    expect(await barcodesByPart(pdf, ['存根联', '工作联', '客户联'])).toEqual([number, number, number]);
    const text = await textOf(pdf);
    for (const part of [RARE, '13800138000', '2026-01-05 09:42', '水 急修 有偿', '0571-88000001']) {
      expect(text.replaceAll(/ +/g, ' ')).toContain(part);
    }
    expect(text.match(/沿此线撕下/g)).toHaveLength(2);
  });

  it('prints in English, with what was used and paid', async () => {
    const pdf = await toPdf('ticket-a5-en', printDispatchTicket(englishTicket, enContext));
    await expectSheets(pdf, A5_PORTRAIT, 1);
    await expectInsideMargins(pdf, A5_PORTRAIT, 1, 9.9);
    const text = await textOf(pdf);
    for (const part of ['Hose, 600 mm', '55.00', 'WeChat', '□ fairly satisfied', 'total (CNY)', 'Charge,']) expect(text).toContain(part);
    expect(text).not.toMatch(/\p{Script=Han}/u);
  });

  it('shortens a long content on stub and customer part and keeps all of it on the work part', async () => {
    const content = Array.from({ length: 60 }, (_, index) => `第${index + 1}处漏水点需要处理。`).join('');
    const pdf = await toPdf('ticket-a5-long', printDispatchTicket({ ...ticket, content }, zhContext));
    await expectSheets(pdf, A5_PORTRAIT, 2);
    const text = (await textOf(pdf)).replaceAll(/\s/g, '');
    expect(text).toContain('第1处');
    expect(text.match(/第60处/g)).toHaveLength(1);
    expect(text.match(/…/g)).toHaveLength(2);
    expect(await textOf(pdf, 2)).toContain('客户签字');
    await expectInsideMargins(pdf, A5_PORTRAIT, 2, 9.9);
  });

  it('prints on an 80 mm roll', async () => {
    for (const [name, paper, context] of [
      ['ticket-roll', ticket, zhContext],
      ['ticket-roll-en', englishTicket, enContext],
    ] as const) {
      const document = printDispatchTicket(paper, context, 'roll');
      const pdf = await toPdf(name, document);
      await expectSheets(pdf, document.pageSize, 1);
      await expectShippedFonts(pdf);
      await expectInsideMargins(pdf, document.pageSize, 1, 3.9);
      expect(await barcodesOf(pdf, 1, { fromMm: 0, heightMm: 40 })).toEqual([ticket.number]);
      expect(await textOf(pdf)).toContain('13800138000');
    }
  });

  it('says on the roll who sent the worker and when, and leaves room for both on a blank one', async () => {
    const text = (await textOf(await toPdf('ticket-roll-sent', printDispatchTicket(ticket, zhContext, 'roll')))).replaceAll(/ +/g, ' ');
    expect(text).toMatch(/派工时间 2026-01-05 09:15/);
    expect(text).toMatch(/派工人 王芳/);
    const blank = await textOf(await toPdf('ticket-roll-unsent', printDispatchTicket(BLANK_DISPATCH_TICKET, zhContext, 'roll')));
    for (const label of ['派工时间', '派工人']) expect(blank).toContain(label);
  });

  it('says on one line what each part of a roll is, however long the estate is called', async () => {
    for (const [name, paper, context, parts] of [
      ['ticket-roll-title-en', englishTicket, enContext, ["Dispatch Order: Worker's part", "Customer's part"]],
      ['ticket-roll-title-zh', ticket, { ...zhContext, estateName: '翠湖花园国际社区三期' }, ['派工单 工作联', '派工单 客户联']],
    ] as const) {
      const lines = (await textOf(await toPdf(name, printDispatchTicket(paper, context, 'roll'))))
        .split('\n')
        .map((line) => line.trim().replaceAll(/ +/g, ' '));
      for (const part of parts) expect(lines).toContain(part);
    }
  });

  it('says on the roll what the A5 work part says: when the worker was there, what was used and paid, how content the customer is', async () => {
    const done = { ...englishTicket, arrivedAt: '2026-01-05T01:40:00.000Z', finishedAt: '2026-01-05T02:20:00.000Z', done: 'Hose changed.' };
    const pdf = await toPdf('ticket-roll-done', printDispatchTicket(done, enContext, 'roll'));
    const text = (await textOf(pdf)).replaceAll(/ +/g, ' ');
    for (const part of ['2026-01-05 09:40', '2026-01-05 10:20', 'Hose, 600 mm', '1 × 25.00 = 25.00', 'WeChat', '□ not satisfied']) {
      expect(text).toContain(part);
    }
    // The customer's part says what it came to.
    expect(text.slice(text.indexOf("Customer's part"))).toContain('paid 55.00');
  });

  it('shortens a content by whole characters, rare ones too', () => {
    const { parts } = printDispatchTicket({ ...ticket, content: '𠮷'.repeat(200) }, zhContext);
    expect(parts.pages.join('')).toContain('𠮷…');
  });

  it('prints blank on both papers', async () => {
    const a5 = await toPdf('ticket-blank', printDispatchTicket(BLANK_DISPATCH_TICKET, zhContext));
    const roll = await toPdf('ticket-roll-blank', printDispatchTicket(BLANK_DISPATCH_TICKET, zhContext, 'roll'));
    await expectSheets(a5, A5_PORTRAIT, 1);
    for (const pdf of [a5, roll]) {
      const text = await textOf(pdf);
      for (const label of ['房号或部位', '工种、性质', '处理情况', '客户签字', '维修人签字']) expect(text).toContain(label);
      expect(await barcodesOf(pdf)).toEqual([]);
    }
  });
});
