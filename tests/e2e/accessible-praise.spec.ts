import { expectAccessible, LOCK_LABELS } from '../support/axe.ts';
import type { Page } from '@playwright/test';
import { unlock } from '../support/desk-driver.ts';
import { test } from './desk-test.ts';

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
  test(`axe finds nothing serious on praise postings, settings and a unit's page, ${locale}`, async ({ startDesk }) => {
    const { page } = await startDesk({ sample: true, locale, clock: '2026-11-23T00:30:00.000Z' });
    const labels = LOCK_LABELS[locale];
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
    await departments.press('Enter');
    await departments.press('Escape');
    await expectAccessible(page, 'praise form');
    await form.getByLabel(words.whatFor).press('Control+Enter');
    await page.getByRole('heading', { level: 1, name: 'BY-2026-001' }).waitFor();
    await expectAccessible(page, 'praise page');
    for (const button of [words.post, ...words.dialogs]) {
      await page.getByRole('button', { name: button, exact: true }).press('Enter');
      await page.getByRole('dialog').waitFor();
      await expectAccessible(page, button);
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').waitFor({ state: 'hidden' });
    }
    for (const section of SECTIONS) {
      await goToAddress(page, `#/settings/${section}`);
      await page.getByRole('tabpanel').waitFor();
      await expectAccessible(page, section);
    }
    await goToAddress(page, '#/directory/units');
    await page.getByRole('tabpanel').getByRole('listitem').first().getByRole('button').press('Enter');
    await page.getByRole('grid').waitFor();
    await expectAccessible(page, 'unit');
  });
}
