// @vitest-environment happy-dom
import { MantineProvider } from '@mantine/core';
import { createInstance } from 'i18next';
import { createRoot, type Root } from 'react-dom/client';
import { I18nextProvider, initReactI18next } from 'react-i18next';
import { afterEach, expect, it, vi } from 'vitest';
import { memorySession } from '../../../tests/support/memory-session.ts';
import { soon } from '../../../tests/support/soon.ts';
import type { SnapshotEntry } from '../../../shared/contract/host-calls.ts';
import { failure, type Result } from '../../../shared/contract/result.ts';
import { loadSample } from '../../data/operations/load-sample.ts';
import { perform } from '../../data/perform.ts';
import { buildSampleEstate } from '../../data/sample/sample-estate.ts';
import { en, zh } from '../../i18n/resources.ts';
import { DeskProvider, type ScreenSession } from '../../ui/session.tsx';
import { RestoreDialog } from './RestoreDialog.tsx';

let root: Root;
afterEach(() => root.unmount());

const button = (name: string): HTMLButtonElement | undefined =>
  [...document.querySelectorAll('button')].find(({ textContent }) => textContent === name);

/** The dialog of one backup, drawn. What the host is asked to read waits in `asked`. */
async function drawDialog(sealed: boolean) {
  const memory = await memorySession();
  const { input } = buildSampleEstate('zh', []);
  const actorId = input.people[0]?.id ?? '';
  memory.become(actorId);
  await perform(memory, loadSample, { ...input, units: [], households: [] });
  const asked: ((read: Result<never>) => void)[] = [];
  const host = {
    ...memory.host,
    readSnapshot: () =>
      new Promise<Result<never>>((resolve) => {
        asked.push(resolve);
      }),
  };
  // As much of a session and of a backup as the dialog asks for.
  const session = { ...memory, host, lease: 'lease', description: { appVersion: '1' } } as unknown as ScreenSession;
  const entry = { name: 'n', place: 'main', sealed, takenAt: '2026-11-25T01:00:00.000Z', schemaVersion: 1 } as SnapshotEntry;
  const closed = vi.fn<() => void>();
  const i18n = createInstance();
  await i18n.use(initReactI18next).init({ resources: { zh, en }, lng: 'zh', fallbackLng: false });
  const place = document.createElement('div');
  document.body.append(place);
  root = createRoot(place);
  root.render(
    <I18nextProvider i18n={i18n}>
      <MantineProvider env="test">
        <DeskProvider session={session} actorId={actorId} fallback={null}>
          <RestoreDialog entry={entry} onClose={closed} />
        </DeskProvider>
      </MantineProvider>
    </I18nextProvider>,
  );
  await soon(() => expect(button('恢复')).toBeDefined());
  return { asked, closed, i18n };
}

it('a restore that is under way cannot be closed away and begun a second time', async () => {
  const { asked, closed } = await drawDialog(false);
  button('恢复')?.click();
  await soon(() => expect(button('取消')?.disabled).toBe(true));
  const cross = document.querySelector<HTMLButtonElement>('header button');
  expect(cross?.disabled).toBe(true);
  document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
  expect(closed).not.toHaveBeenCalled();
  await soon(() => expect(asked).toHaveLength(1));
  asked[0]?.(failure('snapshotMissing'));
  await soon(() => expect(document.querySelector('[role=alert]')?.textContent).toContain('找不到这份备份'));
  expect(cross?.disabled).toBe(false);
  cross?.click();
  expect(closed).toHaveBeenCalledOnce();
});

it('the passphrase of a sealed backup is asked for beside its field before anything is read', async () => {
  const { asked, i18n } = await drawDialog(true);
  button('恢复')?.click();
  const field = document.querySelector<HTMLInputElement>('input[type=password]');
  await soon(() => expect(field?.getAttribute('aria-invalid')).toBe('true'));
  expect(document.querySelector('[class*=error]')?.textContent).toContain('必填');
  expect(document.activeElement).toBe(field);
  expect(asked).toHaveLength(0);
  expect(document.querySelector('[role=alert]')).toBeNull();
  await i18n.changeLanguage('en');
  await soon(() => expect(document.body.textContent).toContain('Required'));
});
