import fc from 'fast-check';
import { expect, it } from 'vitest';
import { pourLetter, type LetterLine } from '../../renderer/print/letter-lines.tsx';

const line = (text: string): LetterLine => ({ text, style: { font: 'serif-regular', sizePt: 11 }, leftMm: 0 });
const lines = (name: string, count: number) => Array.from({ length: count }, (_, index) => line(`${name} ${index}`));
const textsOf = (page: readonly LetterLine[]) => page.map(({ text }) => text);

it('a letter of any length keeps every line, in order, on sheets that hold them, and signature and date together with text', () => {
  const lengths = fc.record({
    // Lines of each paragraph; in an English letter an empty one stands below each, the last one too.
    paragraphs: fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 20 }),
    spaced: fc.boolean(),
    // Longer than two sheets: somebody pasted a whole inventory as enclosures.
    closing: fc.integer({ min: 1, max: 60 }),
    firstLines: fc.integer({ min: 1, max: 22 }),
    nextLines: fc.integer({ min: 8, max: 26 }),
  });
  fc.assert(
    fc.property(lengths, ({ paragraphs, spaced, closing, firstLines, nextLines }) => {
      const below = spaced ? [line('')] : [];
      const body = [2, ...paragraphs].flatMap((count, index) => [...lines(`body ${index}`, count), ...below]);
      const pages = pourLetter({ body, closing: lines('closing', closing), firstLines, nextLines });
      const said = (all: readonly LetterLine[]) => textsOf(all).filter((text) => text !== '');
      expect(pages.flatMap(said)).toEqual(said([...body, ...lines('closing', closing)]));
      pages.forEach((page, index) => expect(page.length).toBeLessThanOrEqual(index === 0 ? firstLines : nextLines));
      expect(pages.filter((page) => page.length === 0)).toEqual([]);
      const signed = pages.find((page) => textsOf(page).includes('closing 0')) ?? [];
      expect(textsOf(signed)[0]).toMatch(/^body/);
      const together = Math.min(closing, nextLines - 2 - below.length);
      expect(textsOf(signed)).toContain(`closing ${together - 1}`);
    }),
    { numRuns: 2000 },
  );
});
