import { expect, it } from 'vitest';
import { replyInput } from '../../../shared/domain/reply-letter.ts';
import { estateSettings } from '../../../shared/domain/settings.ts';
import { letterDocument } from './reply-paper.ts';

const estate = estateSettings.parse({ propertyCompany: '翠湖物业', developer: '翠湖房产', estate: '翠湖花园' });
const facts = { estate, number: '', date: '', signedBy: '', signedAs: '', draft: true };
const context = {
  language: 'zh',
  estateName: '',
  companyName: '',
  printedBy: '',
  printedAt: '2026-11-24T01:00:00.000Z',
  timeZone: 'Asia/Shanghai',
  sample: false,
  copy: false,
  reprint: 0,
  superseded: false,
} as const;

it.each([
  ['zh', 'official', true, true],
  ['zh', 'official', false, false],
  ['zh', 'official', undefined, false],
  ['zh', 'company', true, false],
  ['en', 'official', true, false],
] as const)('a letter in %s, %s, where the PC’s own 仿宋 is chosen: %s, is set in it: %s', (language, style, systemFangSong, set) => {
  const letter = replyInput.parse({ language, style, title: '答复', salutation: '尊敬的业主', body: '收悉。' });
  const fonts = systemFangSong === undefined ? undefined : { systemFangSong };
  expect(letterDocument(letter, facts, context, fonts).html.includes('FangSong')).toBe(set);
});
