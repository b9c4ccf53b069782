import { describe, expect, it } from 'vitest';
import { A5_LANDSCAPE } from '../../renderer/print/page-size.ts';
import { printRecoveryCode } from '../../renderer/print/recovery-code.tsx';
import { expectInsideMargins, expectSheets, expectShippedFonts } from './paper-checks.ts';
import { textOf, toPdf } from './pdf-tools.ts';
import { enContext, zhContext } from './samples.ts';

const CODE = '7QF3-9XKD-2M8T-HV5C-R6WZ';

describe('the recovery code on paper', { timeout: 60_000 }, () => {
  it.each([
    ['zh', zhContext, '请装入信封封好，交主管锁存'],
    ['en', enContext, 'Keep it in a sealed envelope'],
  ])('stands on one sheet with what to do with it, %s', async (language, context, words) => {
    const sheet = printRecoveryCode(CODE, context);
    expect(sheet.title).not.toContain(CODE);
    const pdf = await toPdf(`recovery-code-${language}`, sheet);
    await expectSheets(pdf, A5_LANDSCAPE, 1);
    await expectShippedFonts(pdf);
    await expectInsideMargins(pdf, A5_LANDSCAPE, 1, 15.5);
    const text = await textOf(pdf);
    expect(text).toContain(CODE);
    expect(text.replaceAll('\n', '')).toContain(words);
  });
});
