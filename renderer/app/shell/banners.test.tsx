// @vitest-environment happy-dom
import { MantineProvider } from '@mantine/core';
import { createInstance } from 'i18next';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { I18nextProvider, initReactI18next } from 'react-i18next';
import { expect, it, vi } from 'vitest';
import { en, zh } from '../../i18n/resources.ts';
import { Banners } from './Banners.tsx';
import type { BackupProblem } from './scheduled-backup.ts';

async function drawn(
  lng: 'zh' | 'en',
  backupProblem: BackupProblem | null,
  { readBackupProblem = () => {}, storeDamaged = false } = {},
): Promise<HTMLElement> {
  const i18n = createInstance();
  await i18n.use(initReactI18next).init({ resources: { zh, en }, lng, fallbackLng: false });
  const upkeep = { leaseLost: false, journalBrokenAt: '', storeDamaged, lowSpace: null, backupProblem, readBackupProblem };
  const place = document.createElement('div');
  flushSync(() =>
    createRoot(place).render(
      <I18nextProvider i18n={i18n}>
        <MantineProvider>
          <Banners upkeep={upkeep} clockBack={false} tornCut={false} />
        </MantineProvider>
      </I18nextProvider>,
    ),
  );
  return place;
}

it.each([
  ['zh', 'second', 'secondFolderMissing', '没有写入第二文件夹：备份文件夹不在'],
  ['en', 'second', 'passphraseNotSet', 'not written to the second folder: No backup passphrase is set yet'],
  ['zh', 'main', 'diskFull', '定时备份没有完成：'],
  ['en', 'main', 'diskFull', 'The scheduled backup could not be made: '],
] as const)('a scheduled backup that failed is told, in %s, %s: %s', async (lng, where, code, words) => {
  const read = vi.fn<() => void>();
  const place = await drawn(lng, { place: where, failure: { code }, at: '2026-11-25T01:00:00.000Z' }, { readBackupProblem: read });
  expect(place.querySelector('[role=alert]')?.textContent).toContain(words);
  place.querySelector('button')?.click();
  expect(read).toHaveBeenCalledOnce();
});

it('says nothing while nothing failed', async () => {
  expect((await drawn('zh', null)).querySelector('[role=alert]')).toBeNull();
});

it.each([
  ['zh', '本机数据库有一部分损坏', '重新载入'],
  ['en', 'Part of this PC’s database is damaged', 'Reload'],
] as const)('a store that cannot be read is told in %s, with the way to recover it', async (lng, words, button) => {
  const alert = (await drawn(lng, null, { storeDamaged: true })).querySelector('[role=alert]');
  expect(alert?.textContent).toContain(words);
  expect(alert?.querySelector('button')?.textContent).toBe(button);
});
