import { choose, goTo, openRow, pick, setClock, takeHousehold, unlock } from '../support/desk-driver.ts';
import { LOCK_LABELS } from '../support/axe.ts';
import type { Locator, Page } from '@playwright/test';
import type { DeskHost, DeskOptions } from '../support/desk-host.ts';
import { expect, test } from './desk-test.ts';

/** An unlocked desk on a screen of 1366 × 768 shown at 125 %, in the longer language. */
async function enlargedDesk(startDesk: (options: Omit<DeskOptions, 'host'>) => Promise<DeskHost>): Promise<Page> {
  const { page } = await startDesk({
    sample: true,
    locale: 'en-GB',
    clock: '2026-11-23T00:30:00.000Z',
    viewport: { width: 1093, height: 614 },
  });
  await unlock(page, '林晓燕', LOCK_LABELS['en-GB']);
  return page;
}

test('what stands in a list’s marks is read in full on a small screen, in the longer language', async ({ startDesk }) => {
  const { page } = await startDesk({ sample: true, locale: 'en-GB', clock: '2026-11-23T00:30:00.000Z' });
  await unlock(page, '林晓燕', LOCK_LABELS['en-GB']);
  await page.keyboard.press('F7');
  const form = page.getByRole('form', { name: 'New coordination form' });
  await choose(form, 'Department in charge', '工程部');
  await form.getByLabel('Subject').fill('Water in the garage');
  await form.getByRole('button', { name: 'Issue', exact: true }).press('Enter');
  await page.getByRole('heading', { level: 1, name: 'XT-2026-0001' }).waitFor();
  await setClock(page, '2026-11-30', '09:00');
  await goTo(page, 'Alt+4', 'Coordination forms');
  const row = page.getByRole('row').filter({ hasText: 'XT-2026-0001' });
  for (const mark of ['Issued', 'Not received', 'Late']) {
    const text = row.getByText(mark, { exact: true });
    await expect(text).toBeVisible();
    expect(await text.evaluate((label) => label.scrollWidth <= label.clientWidth), mark).toBe(true);
  }
});

test('a register shows all its columns on a small screen with enlarged text', async ({ startDesk }) => {
  // What stands last in a row, the state and what is late, must not be out of sight.
  const page = await enlargedDesk(startDesk);
  for (const [keys, title] of [
    ['Alt+2', 'Reception log'],
    ['Alt+3', 'Letter register'],
    ['Alt+4', 'Coordination forms'],
    ['Alt+5', 'Dispatch orders'],
    ['Alt+6', 'Reply letters'],
    ['Alt+7', 'Praise posting log'],
  ] as const) {
    await goTo(page, keys, title);
    const head = page.getByRole('grid').getByRole('rowgroup').first();
    await expect(head.getByRole('columnheader', { name: 'State' })).toBeInViewport({ ratio: 1 });
    expect(await head.evaluate((row) => row.scrollWidth - row.clientWidth), title).toBe(0);
    expect(await cutShort(head.getByRole('columnheader')), title).toEqual([]);
  }
});

/** The texts among these that are not shown whole, or are broken within a word. */
function cutShort(places: Locator): Promise<string[]> {
  return places.evaluateAll((elements) =>
    elements
      .filter((element) => {
        if (!(element instanceof HTMLElement)) return true;
        element.style.overflowWrap = 'normal';
        const isCut = element.scrollWidth > element.clientWidth || element.scrollHeight > element.clientHeight;
        element.style.overflowWrap = '';
        return isCut;
      })
      .map(({ textContent }) => textContent),
  );
}

test('what the desk says in its own words is read in full in registers and on Today, on a small screen', async ({ startDesk }) => {
  const page = await enlargedDesk(startDesk);
  await page.keyboard.press('F4');
  const call = page.getByRole('form', { name: 'Outgoing call' });
  await call.getByLabel('Name', { exact: true }).fill('Jonathan Whitmore');
  await pick(call, 'Category', 'For a colleague');
  await call.getByLabel('Content', { exact: true }).fill('Asks for the steward.');
  await call.getByLabel('Content', { exact: true }).press('Control+Enter');
  await expect(call).toBeHidden();
  await page.keyboard.press('F6');
  const letter = page.getByRole('form', { name: 'Register a letter' });
  await letter.getByLabel('Sender', { exact: true }).fill('单雄信');
  await pick(letter, 'Category', 'Complaint');
  await letter.getByLabel('Subject').fill('Water in the garage');
  await letter.getByLabel('Subject').press('Control+Enter');
  await expect(letter).toBeHidden();
  await page.keyboard.press('F8');
  const order = page.getByRole('form', { name: 'New dispatch order' });
  await takeHousehold(order, 'Unit', '8-1-1401', 'John Smith');
  await pick(order, 'Trade', 'Doors and windows');
  await order.getByLabel('Content').fill('The door does not close.');
  await choose(order, 'Department', '工程部');
  await order.getByRole('button', { name: 'Issue', exact: true }).press('Enter');
  await page.getByRole('heading', { level: 1, name: 'PG-2026-000001' }).waitFor();
  for (const [keys, title, words] of [
    ['Alt+2', 'Reception log', ['Outgoing call', 'Jonathan Whitmore', 'For a colleague']],
    ['Alt+3', 'Letter register', ['Put before the assistant']],
    ['Alt+5', 'Dispatch orders', ['Doors and windows']],
  ] as const) {
    await goTo(page, keys, title);
    for (const word of words) {
      const cell = page.getByRole('gridcell', { name: word, exact: true });
      await expect(cell).toBeVisible();
      expect(await cutShort(cell), title).toEqual([]);
    }
  }
  await goTo(page, 'Alt+1', 'Today');
  const waiting = page.getByRole('list', { name: 'Letters with a next step' }).getByRole('button');
  await expect(waiting).toContainText('LH-2026-0001');
  expect(await cutShort(waiting.getByText(/^(LH-2026-0001|Water in the garage|Put before the assistant)/))).toEqual([]);
  await page.keyboard.press('Alt+8');
  await page.getByRole('tab', { name: 'Units' }).press('Enter');
  await page.getByRole('main').getByRole('textbox').first().fill('8-1-1401');
  await expect(page.getByText('Records: 1', { exact: true })).toBeVisible();
  await page.getByRole('main').getByRole('textbox').first().press('ArrowDown');
  const state = page.getByRole('grid').getByRole('gridcell', { name: 'Dispatched', exact: true });
  await expect(state).toBeVisible();
  expect(await cutShort(state)).toEqual([]);
});

test('a card of the board stays within its column, and says who has the order', async ({ startDesk }) => {
  const page = await enlargedDesk(startDesk);
  await page.keyboard.press('F8');
  const order = page.getByRole('form', { name: 'New dispatch order' });
  await order.getByLabel('Public area').fill('Underground garage, level 2, east');
  await pick(order, 'Trade', 'Doors and windows');
  await order.getByLabel('Content').fill('The fire door does not close.');
  await choose(order, 'Department', '工程部');
  await order.getByLabel('Team, or not on the roster').fill('Wanjia home services, night shift');
  await order.getByRole('button', { name: 'Issue', exact: true }).press('Enter');
  await page.getByRole('heading', { level: 1, name: 'PG-2026-000001' }).waitFor();
  await goTo(page, 'Alt+5', 'Dispatch orders');
  await page.getByRole('radio', { name: 'Board' }).press('Space');
  const column = page.getByRole('list', { name: 'Dispatched (1)' });
  const card = column.getByRole('button');
  await expect(card).toBeVisible();
  const [around, within] = [await column.boundingBox(), await card.boundingBox()];
  expect(within?.width).toBeLessThanOrEqual(around?.width ?? 0);
  expect(await cutShort(card.getByText(/^(Underground garage|Doors and windows|The fire door|PG-2026)/))).toEqual([]);
});

test('beside the directory’s list names and numbers have room on a small screen with enlarged text', async ({ startDesk }) => {
  const page = await enlargedDesk(startDesk);
  await page.keyboard.press('Alt+8');
  const find = page.getByRole('main').getByRole('textbox').first();
  await find.fill('8-1-1401');
  await expect(page.getByText('Records: 1', { exact: true })).toBeVisible();
  await find.press('ArrowDown');
  const members = page.getByRole('group', { name: 'Members' });
  await expect(members.getByLabel('Name')).toHaveValue('John Smith');
  for (const field of ['Name', 'Reading', 'ID number']) {
    const width = await members.getByLabel(field).evaluate((input) => input.clientWidth);
    expect(width, field).toBeGreaterThan(120);
  }
  await page.getByRole('tab', { name: 'Units' }).press('Enter');
  await find.fill('8-1-1401');
  await expect(page.getByText('Records: 1', { exact: true })).toBeVisible();
  await find.press('ArrowDown');
  const head = page.getByRole('grid').getByRole('rowgroup').first();
  await expect(head).toBeVisible();
  expect(await head.evaluate((row) => row.scrollWidth - row.clientWidth)).toBe(0);
});

test('a register too wide for the screen goes sideways with the arrow keys, its columns’ names with it', async ({ startDesk }) => {
  const { page } = await startDesk({ sample: true, clock: '2026-11-23T00:30:00.000Z', viewport: { width: 911, height: 512 } });
  await unlock(page, '林晓燕');
  await page.keyboard.press('F3');
  const visit = page.getByRole('form', { name: '来访' });
  await visit.getByLabel('内容', { exact: true }).fill('来问停车费');
  await visit.getByLabel('内容', { exact: true }).press('Control+Enter');
  await expect(visit).toBeHidden();
  await goTo(page, 'Alt+2', '接待记录');
  const grid = page.getByRole('grid');
  const places = () =>
    Promise.all(
      [grid.getByRole('columnheader', { name: '状态' }), grid.getByRole('gridcell').last()].map(
        async (cell) => (await cell.boundingBox())?.x,
      ),
    );
  const [name, cell] = await places();
  expect(name).toBe(cell);
  for (let step = 0; step < 3; step += 1) await grid.press('ArrowRight');
  await expect(grid.getByRole('columnheader', { name: '状态' })).toBeInViewport({ ratio: 1 });
  const [movedName, movedCell] = await places();
  expect(movedName).toBe(movedCell);
});

test('Today names who has an order, however long its trade is called, on a small screen', async ({ startDesk }) => {
  const { page } = await startDesk({ sample: true, locale: 'en-GB', clock: '2026-11-23T00:30:00.000Z' });
  await unlock(page, '林晓燕', LOCK_LABELS['en-GB']);
  await page.keyboard.press('F8');
  const form = page.getByRole('form', { name: 'New dispatch order' });
  await form.getByLabel('Public area').fill('Lobby 3');
  await pick(form, 'Trade', 'Doors and windows');
  await pick(form, 'Urgency', 'Urgent');
  await form.getByLabel('Content').fill('The door does not close.');
  await choose(form, 'Department', '工程部');
  await form.getByLabel('Team, or not on the roster').fill('Night shift');
  await form.getByRole('button', { name: 'Issue', exact: true }).press('Enter');
  await page.getByRole('heading', { level: 1, name: 'PG-2026-000001' }).waitFor();
  await setClock(page, '2026-11-23', '09:30');
  await goTo(page, 'Alt+1', 'Today');
  const order = page.getByRole('list', { name: 'Dispatch orders' }).getByRole('button');
  await expect(order).toContainText('Doors and windows · The door does not close.');
  const title = order.getByText(/^PG-2026-000001/);
  await expect(title).toHaveText(/Night shift/);
  expect(await title.evaluate((text) => text.scrollWidth <= text.clientWidth)).toBe(true);

  // Sent to a department without a name, it is the department's: everywhere that says who has it.
  await page.keyboard.press('F8');
  await form.getByLabel('Public area').fill('Gate 2');
  await pick(form, 'Trade', 'Security');
  await form.getByLabel('Content').fill('The barrier stays up.');
  await choose(form, 'Department', '保安部');
  await form.getByRole('button', { name: 'Issue', exact: true }).press('Enter');
  await page.getByRole('heading', { level: 1, name: 'PG-2026-000002' }).waitFor();
  await goTo(page, 'Alt+1', 'Today');
  await expect(page.getByRole('list', { name: 'Dispatch orders' }).getByText('PG-2026-000002 · Gate 2 · 保安部')).toBeVisible();
  await goTo(page, 'Alt+5', 'Dispatch orders');
  await expect(page.getByRole('row').filter({ hasText: 'PG-2026-000002' })).toContainText('保安部');
  await page.getByRole('radio', { name: 'Board' }).press('Space');
  await expect(page.getByRole('button').filter({ hasText: 'Gate 2' })).toContainText('PG-2026-000002 · 保安部');
});

test('whatever is pressed at the top is whole on a small screen with enlarged text, in the longer language', async ({ startDesk }) => {
  // 1366 × 768 shown at 150 %.
  const { page } = await startDesk({
    sample: true,
    locale: 'en-GB',
    clock: '2026-11-23T00:30:00.000Z',
    viewport: { width: 911, height: 512 },
  });
  await unlock(page, '林晓燕', LOCK_LABELS['en-GB']);
  const top = page.getByRole('banner').getByRole('button');
  await expect(top).toHaveCount(6);
  const cut = await top.evaluateAll((buttons) =>
    buttons
      .filter((button) => {
        const { left, right } = button.getBoundingClientRect();
        const label = button.querySelector('.mantine-Button-label');
        return left < 0 || right > innerWidth || (label !== null && label.scrollWidth > label.clientWidth);
      })
      .map((button) => button.textContent),
  );
  expect(cut).toEqual([]);
});

test('earlier contacts stand beside the change of an entry where there is room, below it on a small screen', async ({ startDesk }) => {
  const page = await enlargedDesk(startDesk);
  await page.keyboard.press('F3');
  const visit = page.getByRole('form', { name: 'Visit' });
  await visit.getByLabel('Content', { exact: true }).fill('Asks for the parking fee');
  await visit.getByLabel('Content', { exact: true }).press('Control+Enter');
  await expect(visit).toBeHidden();
  await goTo(page, 'Alt+2', 'Reception log');
  await openRow(page, 'parking fee', 'History');
  await page.getByRole('button', { name: 'Change or complete' }).press('Enter');
  const form = page.getByRole('form', { name: 'Change JD-2026-000001' });
  const note = form.getByLabel('Note');
  const contacts = form.getByRole('complementary', { name: 'Earlier contacts' });
  const boxes = () => Promise.all([note, contacts].map(async (part) => (await part.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 }));
  await expect(contacts).toBeVisible();
  const [narrow, below] = await boxes();
  expect(below?.y).toBeGreaterThan((narrow?.y ?? 0) + (narrow?.height ?? 0));
  await page.setViewportSize({ width: 1366, height: 768 });
  const [wide, beside] = await boxes();
  expect(beside?.x).toBeGreaterThan((wide?.x ?? 0) + (wide?.width ?? 0));
  expect(beside?.y).toBeLessThan(wide?.y ?? 0);
});
