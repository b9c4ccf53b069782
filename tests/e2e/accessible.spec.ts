import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { lockScreen, unlock } from '../support/desk-driver.ts';
import { expect, test } from './desk-test.ts';

/**
 * Serious and critical findings of the page as it stands. The open list of a combobox is left out: its keys are those of the
 * field it belongs to, which axe does not see.
 */
async function findings(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).exclude('.mantine-Popover-dropdown').setLegacyMode(true).analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`);
}

const SCREENS = ['Alt+1', 'Alt+2', 'Alt+3', 'Alt+4', 'Alt+5', 'Alt+6', 'Alt+7', 'Alt+8', 'Alt+9'] as const;

/** The praise register in either language: what is pressed to reach each of its screens and dialogs. */
const PRAISE = {
  'zh-CN': {
    form: '登记表扬',
    by: '表扬人',
    whatFor: '表扬事由',
    department: '受表扬部门（整个部门）',
    post: '张贴保洁部复印件',
    dialogs: ['致谢客户', '奖励与存放', '作废', '打印表扬通报'],
  },
  'en-GB': {
    form: 'Record praise',
    by: 'Praised by',
    whatFor: 'What for',
    department: 'Departments praised as a whole',
    post: 'Post the copy in 保洁部',
    dialogs: ['Thank customer', 'Reward and filing', 'Cancel posting', 'Print notice'],
  },
} as const;

const SECTIONS = ['holidays', 'backup', 'blankForms', 'printers'] as const;

async function goToAddress(page: Page, address: string): Promise<void> {
  await page.evaluate((hash) => {
    location.hash = hash;
  }, address);
}

for (const locale of ['zh-CN', 'en-GB'] as const) {
  test(`axe finds nothing serious on any screen, ${locale}`, async ({ startDesk }) => {
    const { page } = await startDesk({ sample: true, locale, clock: '2026-11-23T00:30:00.000Z' });
    const labels = locale === 'zh-CN' ? { person: '姓名', pin: '密码' } : { person: 'Name', pin: 'PIN' };
    await lockScreen(page, labels.person);
    expect(await findings(page), 'lock screen').toEqual([]);
    await unlock(page, '林晓燕', labels);
    for (const keys of SCREENS) {
      await page.keyboard.press(keys);
      await page.getByRole('heading', { level: 1 }).first().waitFor();
      expect(await findings(page), keys).toEqual([]);
    }
    await page.keyboard.press('F6');
    await page.getByRole('form').waitFor();
    expect(await findings(page), 'letter form').toEqual([]);
    await page.keyboard.press('F7');
    await page.getByRole('form', { name: locale === 'zh-CN' ? '开协调单' : 'New coordination form' }).waitFor();
    expect(await findings(page), 'coordination form').toEqual([]);
    await page.keyboard.press('F2');
    await page.keyboard.press('F3');
    await page.getByRole('form', { name: locale === 'zh-CN' ? '来访' : 'Visit' }).waitFor();
    expect(await findings(page), 'two entries').toEqual([]);
  });

  test(`axe finds nothing serious on praise postings, settings and a unit's page, ${locale}`, async ({ startDesk }) => {
    const { page } = await startDesk({ sample: true, locale, clock: '2026-11-23T00:30:00.000Z' });
    const labels = locale === 'zh-CN' ? { person: '姓名', pin: '密码' } : { person: 'Name', pin: 'PIN' };
    const words = PRAISE[locale];
    await unlock(page, '沈国华', labels);
    await page.keyboard.press('Alt+7');
    await page.getByRole('button', { name: words.form }).press('Enter');
    const form = page.getByRole('form', { name: words.form });
    await form.getByLabel(words.by).fill('陈女士');
    await form.getByLabel(words.whatFor).fill('谢谢');
    const departments = form.getByRole('combobox', { name: words.department });
    await departments.fill('保洁部');
    await page.getByRole('option', { name: '保洁部' }).waitFor();
    await departments.press('ArrowDown');
    await departments.press('Enter');
    await departments.press('Escape');
    expect(await findings(page), 'praise form').toEqual([]);
    await form.getByLabel(words.whatFor).press('Control+Enter');
    await page.getByRole('heading', { level: 1, name: 'BY-2026-001' }).waitFor();
    expect(await findings(page), 'praise page').toEqual([]);
    for (const button of [words.post, ...words.dialogs]) {
      await page.getByRole('button', { name: button, exact: true }).press('Enter');
      await page.getByRole('dialog').waitFor();
      expect(await findings(page), button).toEqual([]);
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').waitFor({ state: 'hidden' });
    }
    for (const section of SECTIONS) {
      await goToAddress(page, `#/settings/${section}`);
      await page.getByRole('tabpanel').waitFor();
      expect(await findings(page), section).toEqual([]);
    }
    await goToAddress(page, '#/directory/units');
    await page.getByRole('tabpanel').getByRole('listitem').first().getByRole('button').press('Enter');
    await page.getByRole('grid').waitFor();
    expect(await findings(page), 'unit').toEqual([]);
  });
}
