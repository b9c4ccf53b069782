import { expectAccessible, LOCK_LABELS } from '../support/axe.ts';
import type { Page } from '@playwright/test';
import enDispatch from '../../resources/locales/en/dispatch.json' with { type: 'json' };
import zhDispatch from '../../resources/locales/zh/dispatch.json' with { type: 'json' };
import { choose, dialogReady, pick, unlock } from '../support/desk-driver.ts';
import { test } from './desk-test.ts';

/** An order from its form to a follow-up that was not satisfied: every screen and dialog on the way. */
async function dispatchScreens(page: Page, words: typeof zhDispatch | typeof enDispatch): Promise<void> {
  const { action, field } = words;
  const form = page.getByRole('form', { name: words.new });
  const dialog = page.getByRole('dialog');
  const press = (name: string) => page.getByRole('button', { name, exact: true }).press('Enter');
  const look = (what: string) => expectAccessible(page, what);
  /** Opens a dialog, looks at it, closes it. */
  const glance = async (name: string) => {
    await press(name);
    await dialogReady(page);
    await look(name);
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
  };

  await page.keyboard.press('F8');
  await form.getByLabel(field.publicArea).fill('B1');
  await pick(form, field.trade, words.trade.electric);
  await pick(form, field.charge, words.charge.paid);
  await form.getByLabel(field.content).fill('x');
  await look('order form');
  await form.getByRole('button', { name: words.save, exact: true }).press('Enter');
  await page.getByRole('heading', { level: 1, name: 'PG-2026-000001', exact: true }).waitFor();
  await look('order');
  await glance(action.print);
  await press(action.more);
  await look('more');
  await page.keyboard.press('Escape');
  await press(action.dispatch);
  await choose(dialog, field.department, '工程部');
  await look('dispatch');
  await dialog.getByLabel(field.opinion).press('Enter');
  await dialog.waitFor({ state: 'hidden' });
  for (const name of [action.accept, action.urge]) await glance(name);
  await page.keyboard.press('Alt+5');
  await page.getByRole('radio', { name: words.view.board }).press('Space');
  await page.getByRole('group', { name: words.board.label }).getByRole('button').waitFor();
  await look('board');
  await page.getByRole('group', { name: words.board.label }).getByRole('button').press('Enter');
  await press(action.finish);
  const work = page.getByRole('form', { name: words.work.replace('{{number}}', 'PG-2026-000001') });
  await work.getByRole('button', { name: words.addMaterial }).press('Enter');
  await work.getByLabel(`${words.materialRow.replace('{{row}}', '1')} ${words.price}`).fill('x');
  await work.getByLabel(field.done).press('Control+Enter');
  await work.getByText(words.moneyRule).waitFor();
  await look('work done, with what is wrong');
  await work.getByLabel(`${words.materialRow.replace('{{row}}', '1')} ${words.price}`).fill('5');
  await work.getByLabel(`${words.materialRow.replace('{{row}}', '1')} ${words.material}`).fill('x');
  await work.getByLabel(field.done).fill('x');
  await work.getByLabel(field.arrivedAt).fill('8:30');
  await work.getByLabel(field.done).press('Control+Enter');
  await page.getByRole('heading', { level: 1, name: 'PG-2026-000001', exact: true }).waitFor();
  await glance(action.pay);
  await glance(action.confirm);
  await press(action.followUp);
  await dialog.getByLabel(field.spokenTo).fill('x');
  await pick(dialog, field.followUpMeans, words.means.call);
  await pick(dialog, field.outcome, words.outcome.reached);
  await pick(dialog, field.overall, words.overall.notSatisfied);
  await dialog.getByLabel(words.customerOpinion).fill('x');
  await look('follow-up');
  await dialog.getByLabel(words.customerOpinion).press('Control+Enter');
  await page.getByRole('list', { name: words.followUps }).waitFor();
  await look('finished order');
}

for (const locale of ['zh-CN', 'en-GB'] as const) {
  test(`axe finds nothing serious on dispatch orders, ${locale}`, async ({ startDesk }) => {
    const { page } = await startDesk({ sample: true, locale, clock: '2026-11-23T00:30:00.000Z' });
    await unlock(page, '林晓燕', LOCK_LABELS[locale]);
    await dispatchScreens(page, locale === 'zh-CN' ? zhDispatch : enDispatch);
  });
}
