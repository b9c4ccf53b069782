import { describe, expect, it } from 'vitest';
import { printCompletionNotice, type CompletionNoticePaper } from '../../renderer/print/completion-notice.tsx';
import { A5_PORTRAIT } from '../../renderer/print/page-size.ts';
import { expectInsideMargins, expectSheets, expectShippedFonts } from './paper-checks.ts';
import { barcodesOf, textOf, toPdf } from './pdf-tools.ts';
import { enContext, RARE, zhContext } from './samples.ts';

const notice: CompletionNoticePaper = {
  number: '客函〔2026〕12号',
  barcode: 'KH-2026-0012',
  title: '关于翠湖花园小区三栋二单元业主反映地下车库渗水及车辆漆面受损问题处理情况的答复函',
  customer: RARE,
  unit: '12-801',
  answers: ['LH-2026-0001', 'LH-2026-0004'],
  letterDate: '2026-11-25',
  sentBy: '挂号信 XA12345678533',
  postedOn: '2026-11-25',
  ground: '客户电话确认',
  completedOn: '2026-11-30',
  toldTo: ['唐思远 营销副总', '程立新 总经理'],
};

describe('completion notice (1:3.5)', { timeout: 60_000 }, () => {
  it('says who is told of which letter, with our own number as a bar code', async () => {
    const pdf = await toPdf('completion-notice', printCompletionNotice(notice, zhContext));
    await expectSheets(pdf, A5_PORTRAIT, 1);
    await expectShippedFonts(pdf);
    await expectInsideMargins(pdf, A5_PORTRAIT, 1, 9.9);
    const text = await textOf(pdf);
    for (const part of [
      '回函完成告知单',
      '客函〔2026〕12号',
      RARE,
      '唐思远 营销副总、程立新 总经理',
      'LH-2026-0001、LH-2026-0004',
      '2026-11-30',
    ]) {
      expect(text.replaceAll(/ +/g, ' ')).toContain(part);
    }
    expect(await barcodesOf(pdf)).toEqual(['KH-2026-0012']);
  });
  it('speaks English where the screen does', async () => {
    const pdf = await toPdf(
      'completion-notice-en',
      printCompletionNotice({ ...notice, ground: 'confirmed by phone', sentBy: 'Registered XA12345678533' }, enContext),
    );
    await expectSheets(pdf, A5_PORTRAIT, 1);
    const text = await textOf(pdf);
    for (const part of ['Reply letter completed', 'confirmed by phone', 'Seen']) expect(text).toContain(part);
  });
});
