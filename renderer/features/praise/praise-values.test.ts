import { expect, it } from 'vitest';
import { praiseInput } from '../../../shared/domain/praise-posting.ts';
import { restorePraise } from './praise-values.ts';

const photo = (digit: string) => ({ sha256: digit.repeat(64), name: `${digit}.png`, type: 'image/png' as const, bytes: 1 });
const source = { ...praiseInput.parse({ whatFor: '送急病老人去医院', photos: [photo('1'), photo('2')] }), phoneFrom: null };

it('photos filed with the reward stay when a half-filled change is opened again', () => {
  const draft = { values: { photos: [photo('1'), photo('3')] }, begun: { photos: [photo('1')] } };
  expect(restorePraise(source, draft).photos).toEqual([photo('1'), photo('2'), photo('3')]);
});

it('a draft that did not touch them shows them as they are', () => {
  expect(restorePraise(source, { values: { note: '已装框' } })).toMatchObject({ note: '已装框', photos: source.photos });
});

it('what no longer fits is left out', () => {
  expect(restorePraise(source, { values: { photos: '3' } })).toEqual({ ...source, reason: '' });
});

it('the reason of a correction is kept with the rest of it', () => {
  expect(restorePraise(source, { values: { reason: '姓名写错' } }).reason).toBe('姓名写错');
});
