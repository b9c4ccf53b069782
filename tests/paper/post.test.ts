import { describe, expect, it } from 'vitest';
import { printLabelSheets, printSingleLabels } from '../../renderer/print/address-labels.tsx';
import { ENVELOPES, printEnvelopes, type EnvelopeFormat } from '../../renderer/print/envelope.tsx';
import { A4_LANDSCAPE, A4_PORTRAIT } from '../../renderer/print/page-size.ts';
import { printPostingList } from '../../renderer/print/posting-list.tsx';
import { blackBands } from './ink.ts';
import { expectInsideMargins, expectSheets, expectShippedFonts } from './paper-checks.ts';
import { barcodesOf, pagesOf, textOf, toPdf, wordsOf } from './pdf-tools.ts';
import { addressee, labels, longAddressee, overlongAddressee, postingList, sender } from './post-samples.ts';
import { enContext, zhContext } from './samples.ts';

describe('envelope', { timeout: 60_000 }, () => {
  it.each(['DL', 'ZL', 'C5'] satisfies EnvelopeFormat[])('%s keeps the zones of the post office free', async (format) => {
    const size = ENVELOPES[format];
    for (const [name, to] of [
      ['short', addressee],
      ['long', longAddressee],
      ['overlong', overlongAddressee],
    ] as const) {
      const pdf = await toPdf(`envelope-${format}-${name}`, printEnvelopes([{ to, from: sender }], zhContext, format));
      await expectSheets(pdf, size, 1);
      await expectShippedFonts(pdf);
      await expectInsideMargins(pdf, size, 1, 9.9);
      const words = await wordsOf(pdf);
      const upperLeft = words.filter((word) => word.leftMm < 90 && word.topMm < 26);
      expect(upperLeft.map((word) => word.text).join('')).toBe(to.postcode);
      const reserved = words.filter(
        (word) => word.bottomMm > size.heightMm - 20 && word.rightMm > size.widthMm - 160 && word.leftMm < size.widthMm - 55,
      );
      expect(reserved).toEqual([]);
      const senderTop = words.find((word) => word.text.includes(sender.name))?.topMm ?? 0;
      const nameBottom = words.find((word) => word.text === '收')?.bottomMm ?? 0;
      expect(nameBottom).toBeLessThan(senderTop - 2);
      const text = await textOf(pdf);
      expect(text).toContain(sender.name);
      expect(text.replaceAll(/\s/g, '')).toContain(`${to.name}收`);
      expect(text.replaceAll(/\s/g, '')).toContain(to.address);
    }
  });

  it.each([
    ['a higher zone', { heightMm: 30, fromRightMm: 55 }],
    ['one into the right corner', { heightMm: 20, fromRightMm: 0 }],
    ['a low one', { heightMm: 14, fromRightMm: 55 }],
    ['the highest, into the corner', { heightMm: 35, fromRightMm: 0 }],
    ['none', { heightMm: 0, fromRightMm: 0 }],
  ])('keeps %s of the foot free, and the sender’s postcode on the envelope', async (_name, foot) => {
    const size = ENVELOPES.DL;
    const source = [{ to: longAddressee, from: sender }];
    const pdf = await toPdf(
      `envelope-foot-${foot.heightMm}-${foot.fromRightMm}`,
      printEnvelopes(source, zhContext, 'DL', { xMm: 0, yMm: 0 }, foot),
    );
    await expectInsideMargins(pdf, size, 1, 9.9);
    const words = await wordsOf(pdf);
    const inFoot = words.filter((word) => word.bottomMm > size.heightMm - foot.heightMm && word.leftMm < size.widthMm - foot.fromRightMm);
    expect(inFoot).toEqual([]);
    const postcode = words.find((word) => word.text === sender.postcode);
    const senderBottom = Math.max(...words.filter((word) => word.text.includes(sender.name)).map((word) => word.bottomMm));
    expect(postcode?.topMm).toBeGreaterThan(senderBottom - 0.5);
    const nameBottom = words.find((word) => word.text === '收')?.bottomMm ?? 0;
    const senderTop = words.find((word) => word.text.includes(sender.name))?.topMm ?? 0;
    expect(nameBottom).toBeLessThan(senderTop);
  });

  it('moves everything by the printer offset', async () => {
    const source = [{ to: addressee, from: sender }];
    const straight = await blackBands(await toPdf('envelope-offset-0', printEnvelopes(source, zhContext, 'DL')));
    const offset = { xMm: 3, yMm: -2 };
    const moved = await blackBands(await toPdf('envelope-offset', printEnvelopes(source, zhContext, 'DL', offset)));
    expect(moved).toHaveLength(straight.length);
    moved.forEach((band, index) => {
      expect(band.leftMm - (straight[index]?.leftMm ?? 0)).toBeCloseTo(3, 0);
      expect(band.topMm - (straight[index]?.topMm ?? 0)).toBeCloseTo(-2, 0);
    });
  });
});

describe('an apostrophe of a Chinese keyboard', { timeout: 60_000 }, () => {
  const to = { postcode: '310013', name: 'Siobhan O’Brien', address: 'O’Brien’s Gallery, 138 Wensan Road, Hangzhou' };
  const list = postingList(1);
  it.each([
    ['envelope', printEnvelopes([{ to, from: sender }], enContext, 'DL')],
    ['label', printSingleLabels([{ to, number: 'HF-2026-0001' }], enContext)],
    [
      'posting list',
      printPostingList({ ...list, pieces: list.pieces.map((piece) => ({ ...piece, addressee: to.name, address: to.address })) }, enContext),
    ],
  ])('leaves no gap in an English name on the %s', async (kind, document) => {
    const text = await textOf(await toPdf(`apostrophe-${kind.replace(' ', '-')}`, document));
    for (const words of ["O'Brien", "O'Brien's Gallery"]) expect(text).toContain(words);
    expect(text).not.toContain('’');
  });
});

describe('address labels', { timeout: 60_000 }, () => {
  it('fills sheets of 3 × 8 after the labels already used, each with our own number', async () => {
    const pdf = await toPdf('labels', printLabelSheets(labels(25), zhContext, { used: 2 }));
    await expectSheets(pdf, A4_PORTRAIT, 2);
    await expectShippedFonts(pdf);
    const words = await wordsOf(pdf);
    const first = words.find((word) => word.text === 'HF-2026-0001');
    const second = words.find((word) => word.text === 'HF-2026-0002');
    expect(first?.leftMm).toBeGreaterThan(140);
    expect(first?.bottomMm).toBeLessThan(37.5);
    expect(second?.leftMm).toBeLessThan(70);
    expect((second?.topMm ?? 0) - (first?.topMm ?? 0)).toBeCloseTo(37, 0);
    const found = [...(await barcodesOf(pdf, 1)), ...(await barcodesOf(pdf, 2))];
    expect(found.toSorted()).toEqual(labels(25).map((label) => label.number));
  });

  it('prints single labels, long names and addresses included', async () => {
    const pdf = await toPdf('label', printSingleLabels(labels(5), zhContext));
    const size = { widthMm: 70, heightMm: 37 };
    await expectSheets(pdf, size, 5);
    await expectInsideMargins(pdf, size, 5, 1.9);
    expect((await textOf(pdf, 5)).replaceAll(/\s/g, '')).toContain(longAddressee.address);
    expect(await barcodesOf(pdf, 5)).toEqual(['HF-2026-0005']);
  });
});

describe('posting list', { timeout: 60_000 }, () => {
  it('prints two copies with totals, signatures and the place for the date stamp', async () => {
    const pdf = await toPdf('posting', printPostingList(postingList(9), zhContext));
    await expectSheets(pdf, A4_LANDSCAPE, 2);
    await expectShippedFonts(pdf);
    await expectInsideMargins(pdf, A4_LANDSCAPE, 1, 9.9);
    const pages = await Promise.all([1, 2].map((page) => textOf(pdf, page)));
    expect(pages[0]).toContain('第一联');
    expect(pages[1]).toContain('第二联');
    for (const page of pages) {
      for (const part of ['合计 9 件', '61.20', '交寄人（签字）', '收寄日戳', '客函〔2026〕9号']) expect(page).toContain(part);
      expect(page.match(/XA24435342142/g)).toHaveLength(9);
    }
  });

  it('never puts the signatures on a sheet without an entry', async () => {
    for (let count = 10; count <= 24; count += 1) {
      const { parts } = printPostingList(postingList(count), enContext);
      for (const page of parts.pages) expect(page, `${count} pieces`).toContain('XA24435342142');
      expect(parts.pages.filter((page) => page.includes('Date stamp'))).toHaveLength(2);
    }
    for (let count = 12; count <= 17; count += 1) {
      const full = await toPdf('posting-full', printPostingList(postingList(count), zhContext));
      const { count: pages } = await pagesOf(full);
      const stamp = (await wordsOf(full, pages)).find((word) => word.text === '收寄日戳');
      // The foot line stands at 198 mm.
      expect(stamp?.bottomMm, `${count} pieces`).toBeLessThan(190);
    }
    const pdf = await toPdf('posting-en', printPostingList(postingList(20), enContext));
    expect(await textOf(pdf, 2)).toContain('Page 2 of 2');
  });
});
