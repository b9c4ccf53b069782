import { describe, expect, it } from 'vitest';
import { BLANK_MESSAGE_SLIP, printMessageSlip } from '../../renderer/print/message-slip.tsx';
import { A5_LANDSCAPE } from '../../renderer/print/page-size.ts';
import { expectInsideMargins, expectSheets, expectShippedFonts } from './paper-checks.ts';
import { barcodesOf, textOf, toPdf } from './pdf-tools.ts';
import { enContext, englishSlip, RARE, slip, zhContext } from './samples.ts';

describe('message slip', { timeout: 60_000 }, () => {
  it('prints on A5 across with the number that was left in full', async () => {
    const pdf = await toPdf('slip-a5', printMessageSlip(slip, zhContext));
    await expectSheets(pdf, A5_LANDSCAPE, 1);
    await expectShippedFonts(pdf);
    await expectInsideMargins(pdf, A5_LANDSCAPE, 1, 14.9);
    const text = await textOf(pdf);
    for (const part of ['陈经理', RARE, '12栋801', '13912345678', '2026-01-05 11:05', '■ 请回电', '□ 会再来电', '王芳']) {
      expect(text).toContain(part);
    }
    expect(await barcodesOf(pdf)).toEqual(['JD-2026-000123']);
  });

  it('prints on an 80 mm roll, as long as its text', async () => {
    const document = printMessageSlip(slip, { ...zhContext, sample: true }, 'roll');
    const longer = printMessageSlip({ ...slip, message: slip.message.repeat(5) }, zhContext, 'roll');
    expect(document.pageSize.widthMm).toBe(80);
    expect(longer.pageSize.heightMm).toBeGreaterThan(document.pageSize.heightMm + 20);
    const pdf = await toPdf('slip-roll', document);
    await expectSheets(pdf, document.pageSize, 1);
    await expectShippedFonts(pdf);
    await expectInsideMargins(pdf, document.pageSize, 1, 3.9);
    const text = await textOf(pdf);
    for (const part of ['样例，不作凭证', '陈经理', RARE, '13912345678', '翠湖物业管理有限公司']) expect(text).toContain(part);
    expect(await barcodesOf(pdf)).toEqual(['JD-2026-000123']);
  });

  it('prints in English on both papers', async () => {
    const a5 = await toPdf('slip-a5-en', printMessageSlip(englishSlip, { ...enContext, reprint: 2 }));
    await expectInsideMargins(a5, A5_LANDSCAPE, 1, 14.9);
    const text = await textOf(a5);
    expect(text).toContain('Reprint (print no. 3)');
    expect(text).toContain('■ will call again');
    const document = printMessageSlip(englishSlip, enContext, 'roll');
    const roll = await toPdf('slip-roll-en', document);
    await expectInsideMargins(roll, document.pageSize, 1, 3.9);
    expect(await textOf(roll)).not.toMatch(/\p{Script=Han}/u);
  });

  it('prints blank on both papers', async () => {
    const a5 = await toPdf('slip-blank', printMessageSlip(BLANK_MESSAGE_SLIP, zhContext));
    const roll = await toPdf('slip-roll-blank', printMessageSlip(BLANK_MESSAGE_SLIP, zhContext, 'roll'));
    for (const pdf of [a5, roll]) {
      const text = await textOf(pdf);
      for (const label of ['留言给', '回电号码', '留言内容', '□ 请回电']) expect(text).toContain(label);
      expect(await barcodesOf(pdf)).toEqual([]);
    }
  });
});
