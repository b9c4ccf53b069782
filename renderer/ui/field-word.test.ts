import { createInstance } from 'i18next';
import { describe, expect, it } from 'vitest';
import common from '../../resources/locales/zh/common.json';
import coordination from '../../resources/locales/zh/coordination.json';
import letters from '../../resources/locales/zh/letters.json';
import reception from '../../resources/locales/zh/reception.json';
import settings from '../../resources/locales/zh/settings.json';
import { fieldWord } from './history-words.ts';

const language = createInstance({
  lng: 'zh',
  resources: { zh: { common, coordination, letters, reception, settings } },
});
await language.init();

describe('fieldWord', () => {
  it.each([
    ['customer', reception.field.customer],
    ['unitId', reception.field.unit],
    ['colleagueId', reception.field.colleague],
    ['receivedAt', letters.field.receivedAt],
    ['helpingIds.0', coordination.field.helping],
    ['departmentId', letters.field.department],
    ['rules.promiseHours', settings.field.promiseHours],
    ['nothing.of.the.kind', ''],
  ])('%s: %s', (path, word) => {
    expect(fieldWord(language, path)).toBe(word);
  });
});
