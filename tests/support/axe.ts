import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect } from '@playwright/test';

/** Words of the lock screen in either language. */
export const LOCK_LABELS = { 'zh-CN': { person: '姓名', pin: '密码' }, 'en-GB': { person: 'Name', pin: 'PIN' } } as const;

/** What opens begins to fade in a frame or two after it is there: so many without any movement, and nothing is about to. */
const STILL_FRAMES = 6;

/**
 * What is fading has other colours than it has in sight: waits until everything that ends has ended. The note that something
 * was saved goes by itself, and could begin to fade while axe looks: it is waited for.
 */
async function drawn(page: Page): Promise<void> {
  await expect(page.getByRole('alert').filter({ hasText: /^(已保存|Saved)$/ })).toBeHidden();
  await page.evaluate(
    (frames) =>
      new Promise<void>((resolve) => {
        const isStill = () =>
          document.getAnimations().every(({ playState, effect }) => playState !== 'running' || effect?.getTiming().iterations === Infinity);
        let still = 0;
        const look = (): void => {
          still = isStill() ? still + 1 : 0;
          if (still < frames) requestAnimationFrame(look);
          else resolve();
        };
        look();
      }),
    STILL_FRAMES,
  );
}

/**
 * Fails on serious and critical findings of the page as it stands. The open list of a combobox is left out: its keys are
 * those of the field it belongs to, which axe does not see.
 */
export async function expectAccessible(page: Page, what: string): Promise<void> {
  await drawn(page);
  const { violations } = await new AxeBuilder({ page })
    .exclude('.mantine-Popover-dropdown')
    .setLegacyMode(true)
    .options({ resultTypes: ['violations'] })
    .analyze();
  const serious = violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`);
  expect(serious, what).toEqual([]);
}
