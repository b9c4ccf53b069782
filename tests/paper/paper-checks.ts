import { expect } from 'vitest';
import type { PageSize } from '../../renderer/print/page-size.ts';
import { fontsOf, pagesOf, wordsOf } from './pdf-tools.ts';

/** Every font of the PDF is one of ours, embedded under its name. */
export async function expectShippedFonts(pdf: string): Promise<void> {
  const fonts = await fontsOf(pdf);
  expect(fonts.length).toBeGreaterThan(0);
  for (const font of fonts) {
    expect(font).toEqual({
      name: expect.stringMatching(/^[A-Z]{6}\+Noto(Serif|Sans)CJKsc-(Regular|Bold)$/),
      type: 'CID TrueType',
      embedded: true,
    });
  }
}

/** The sheets have that size (Chromium rounds to its pixels: ±0.5 mm) and there are so many of them. */
export async function expectSheets(pdf: string, size: PageSize, count: number): Promise<void> {
  const pages = await pagesOf(pdf);
  expect(pages.count).toBe(count);
  expect(Math.abs(pages.widthMm - size.widthMm)).toBeLessThan(0.5);
  expect(Math.abs(pages.heightMm - size.heightMm)).toBeLessThan(0.5);
}

/** No word comes nearer to an edge than printers reach. */
export async function expectInsideMargins(pdf: string, size: PageSize, page: number, marginMm: number): Promise<void> {
  const words = await wordsOf(pdf, page);
  expect(words.length).toBeGreaterThan(0);
  const outside = words.filter(
    (word) => word.leftMm < marginMm || word.rightMm > size.widthMm - marginMm || word.topMm < 0 || word.bottomMm > size.heightMm,
  );
  expect(outside).toEqual([]);
}
