import { beforeEach, expect, it } from 'vitest';
import { refusal } from '../../../tests/support/desk-checks.ts';
import { sampleCall } from '../../../tests/support/sample-call.ts';
import { sampleDesk, type SampleDesk } from '../../../tests/support/sample-desk.ts';
import { settingsInput, SETTINGS_ID, type SettingsInput } from '../../../shared/domain/settings.ts';
import { logReception } from './log-reception.ts';
import { saveSettings } from './save-settings.ts';

const SUPERVISOR = '沈国华';
let desk: SampleDesk;

beforeEach(async () => {
  desk = await sampleDesk();
});

async function settings(): Promise<SettingsInput> {
  return settingsInput.parse(await desk.session.database.settings.get(SETTINGS_ID));
}

async function setDesk(fields: Partial<SettingsInput['desk']>): Promise<void> {
  const now = await settings();
  expect(await desk.as(SUPERVISOR, saveSettings, { ...now, desk: { ...now.desk, ...fields } })).toBe('');
}

async function withPrefix(register: 'letter' | 'praise', prefix: string): Promise<SettingsInput> {
  const now = await settings();
  return { ...now, numbers: { ...now.numbers, [register]: { prefix, digits: 4 } } };
}

it('a desk that gets another code goes on where it was: no number twice (DOMAIN §12)', async () => {
  const log = (id: string) => desk.as('林晓燕', logReception, { ...sampleCall({}), id });
  const code = (await settings()).desk.code;
  const codes = [code, 'B7', code, 'B7'];
  for (const [index, next] of codes.entries()) {
    await setDesk({ code: next });
    expect(await log(`entry-${index}`)).toBe('');
  }
  await setDesk({ severalDesks: true });
  expect(await log('entry-several')).toBe('');
  const numbers = (await desk.session.database.receptions.toArray()).map(({ number }) => number);
  expect(numbers.toSorted()).toEqual(['JD-2026-000001', 'JD-2026-000002', 'JD-2026-000003', 'JD-2026-000004', 'JD-2026-B7-000005']);
});

it('no register gets the prefix of another, nor one that another once had', async () => {
  expect(await refusal(desk, SUPERVISOR, saveSettings, await withPrefix('letter', 'XT'))).toEqual({
    code: 'prefixTaken',
    parameters: { field: 'numbers.letter.prefix', prefix: 'XT', register: 'coordination' },
  });
  // The bar codes of reply letters begin so.
  expect(await refusal(desk, SUPERVISOR, saveSettings, await withPrefix('letter', 'kh'))).toEqual({
    code: 'prefixTaken',
    parameters: { field: 'numbers.letter.prefix', prefix: 'kh', register: 'reply' },
  });
  expect(await desk.as(SUPERVISOR, saveSettings, await withPrefix('letter', 'LX'))).toBe('');
  expect(await refusal(desk, SUPERVISOR, saveSettings, await withPrefix('praise', 'LH'))).toEqual({
    code: 'prefixTaken',
    parameters: { field: 'numbers.praise.prefix', prefix: 'LH', register: 'letter' },
  });
  expect(await refusal(desk, SUPERVISOR, saveSettings, await withPrefix('letter', 'LX-2026'))).toMatchObject({ code: 'prefixEndsInYear' });
  expect(await refusal(desk, SUPERVISOR, saveSettings, await withPrefix('letter', '来函'))).toMatchObject({
    code: 'prefixNotScannable',
    parameters: { field: 'numbers.letter.prefix' },
  });
  expect(await desk.as(SUPERVISOR, saveSettings, await withPrefix('letter', 'LH'))).toBe('');
});
