import type { Page } from '@playwright/test';
import { z } from 'zod';
import { hashText } from '../../shared/journal/line.ts';
import { expect, test } from '../e2e/desk-test.ts';
import { bookSettled, readJournal } from '../faults/logged-book.ts';
import { readTables } from '../faults/page-store.ts';
import { pick, SAMPLE_PIN, unlock } from '../support/desk-driver.ts';
import type { HostKind } from '../support/desk-host.ts';

/** Waits until the boot gate has shown something: from then on the page is what an attacker would find. */
async function settled(page: Page): Promise<void> {
  await expect(page.getByRole('heading').first()).toBeVisible();
}

/** Calls the host from inside the page, as a script that got into it could. */
function asPage(page: Page, kind: HostKind): (name: string, input?: unknown) => Promise<unknown> {
  return (name, input) =>
    page.evaluate(
      async ({ host, call, given }) => {
        if (host === 'electron') return Reflect.get(Object(window.qiantai), call)(given);
        const headers = { 'Content-Type': 'application/json' };
        const answer = await fetch(`/call/${call}`, { method: 'POST', headers, body: JSON.stringify({ input: given }) });
        return answer.json();
      },
      { host: kind, call: name, given: input },
    );
}

test('the page has nothing of Node and only the named calls of the host', async ({ startDesk, hostKind }) => {
  const { page } = await startDesk();
  await settled(page);
  const found = await page.evaluate(() => {
    const shared = Reflect.get(window, 'qiantai');
    return {
      node: ['require', 'process', 'module', 'Buffer', 'ipcRenderer', 'electron'].filter((name) => name in window),
      calls: shared === undefined ? null : Object.values(shared).map((value) => typeof value),
    };
  });
  expect(found.node).toEqual([]);
  if (hostKind === 'browser') expect(found.calls).toBeNull();
  else expect(new Set(found.calls)).toEqual(new Set(['function']));
});

test('nothing of our own runs into the content policy: each report of it reads the whole page once more', async ({ startDesk }) => {
  const { page } = await startDesk();
  await settled(page);
  await page.addInitScript(() => {
    const seen: string[] = [];
    Object.assign(window, { refusedByPolicy: seen });
    // The page's own worker tells nobody of its refusals; it builds the same schemas.
    window.addEventListener('securitypolicyviolation', (event) => seen.push(`${event.violatedDirective} ${event.blockedURI}`));
  });
  await page.reload();
  await settled(page);
  expect(await page.evaluate(() => Reflect.get(window, 'refusedByPolicy'))).toEqual([]);
});

test('no script but our own runs, and nothing reaches another address', async ({ startDesk }) => {
  const { page, foreign } = await startDesk();
  await settled(page);
  const outcome = await page.evaluate(async () => {
    const inline = document.createElement('script');
    inline.textContent = 'window.inlineRan = true';
    document.body.append(inline);
    // Text as code, in a task of the page's own: inside this function the debugger lifts the rule.
    const texts = Reflect.get(window, 'setTimeout');
    texts('window.textRan = true', 0);
    await new Promise((resolve) => setTimeout(resolve, 0));
    const loads = (make: () => HTMLElement) =>
      new Promise((resolve) => {
        const element = make();
        element.addEventListener('load', () => resolve('loaded'));
        element.addEventListener('error', () => resolve('refused'));
        document.body.append(element);
      });
    return {
      inline: 'inlineRan' in window,
      text: 'textRan' in window,
      fetched: await fetch('https://example.com/').then(
        () => 'loaded',
        () => 'refused',
      ),
      image: await loads(() => Object.assign(new Image(), { src: 'https://example.com/x.png' })),
      script: await loads(() => Object.assign(document.createElement('script'), { src: 'https://example.com/x.js' })),
      socket: await new Promise((resolve) => {
        try {
          const socket = new WebSocket('wss://example.com/');
          socket.addEventListener('open', () => resolve('loaded'));
          socket.addEventListener('error', () => resolve('refused'));
        } catch {
          resolve('refused');
        }
      }),
    };
  });
  expect(outcome).toEqual({ inline: false, text: false, fetched: 'refused', image: 'refused', script: 'refused', socket: 'refused' });
  expect(foreign).toEqual([]);
});

test('the page cannot be led away, and opens no window', async ({ startDesk, hostKind }) => {
  test.skip(hostKind === 'browser', 'a browser lets its own pages navigate; there the host name resolver leads nowhere');
  const { page, context, foreign } = await startDesk();
  await settled(page);
  const opened = await page.evaluate(() => String(window.open('https://example.com/')));
  expect(opened).toBe('null');
  expect(context.pages()).toHaveLength(1);
  for (const address of ['https://example.com/', 'file:///etc/passwd', 'app://evil/', 'app://qiantai/print/x']) {
    await page.evaluate((target) => {
      const link = document.createElement('a');
      link.href = target;
      document.body.append(link);
      link.click();
    }, address);
    // The answer to this call comes from the page that is there after the click.
    expect(await page.evaluate(() => location.href)).toBe('app://qiantai/');
  }
  expect(foreign).toEqual([]);
});

test('a page that was not led away goes on saving', async ({ startDesk, hostKind }) => {
  test.skip(hostKind === 'browser', 'a browser lets its own pages navigate; there the host name resolver leads nowhere');
  const { page, folder } = await startDesk({ sample: true });
  await page.getByText(SAMPLE_PIN).waitFor({ timeout: 60_000 });
  await unlock(page, '林晓燕');
  await page.keyboard.press('F3');
  const visit = page.getByRole('form', { name: '来访' });
  await visit.getByLabel('姓名', { exact: true }).fill('陈婷');
  await pick(visit, '类别', '咨询');
  await visit.getByLabel('内容', { exact: true }).fill('问停车');
  await page.evaluate(() => {
    const link = document.createElement('a');
    link.href = 'https://example.com/';
    document.body.append(link);
    link.click();
  });
  // By the keyboard and the journal: Playwright's locators go on waiting for the page that never came.
  const saved = readJournal(folder).length;
  await page.keyboard.press('Control+Enter');
  await expect.poll(() => readJournal(folder).length).toBe(saved + 1);
});

test('the system’s devices stay closed', async ({ startDesk, hostKind }) => {
  const { page } = await startDesk();
  await settled(page);
  const outcome = await page.evaluate(async () => ({
    notifications: await Notification.requestPermission(),
    place: await new Promise((resolve) =>
      navigator.geolocation.getCurrentPosition(
        () => resolve('given'),
        (error) => resolve(error.code),
      ),
    ),
    camera: await navigator.mediaDevices.getUserMedia({ video: true }).then(
      () => 'given',
      () => 'refused',
    ),
    clipboard: await navigator.clipboard.readText().then(
      () => 'given',
      () => 'refused',
    ),
  }));
  expect(outcome).toEqual({ notifications: 'denied', place: 1, camera: 'refused', clipboard: 'refused' });
  if (hostKind === 'electron') expect(await page.evaluate(() => navigator.storage.persist())).toBe(true);
});

test('no address leads out of the built page', async ({ startDesk }) => {
  const { page } = await startDesk();
  await settled(page);
  const addresses = [
    '/..%2f..%2fpackage.json',
    '/%2e%2e/main/loopback.cjs',
    '/..%5c..%5cpackage.json',
    '/assets/..%2f..%2fmain/electron.cjs',
    '/%00',
    '/print/guess',
  ];
  const statuses = await page.evaluate(
    (targets) =>
      Promise.all(
        targets.map((target) =>
          fetch(target).then(
            (answer) => answer.status,
            () => 0,
          ),
        ),
      ),
    addresses,
  );
  for (const status of statuses) expect([0, 403, 404]).toContain(status);
});

test('a frame inside the page has no host', async ({ startDesk }) => {
  const { page, foreign } = await startDesk();
  await settled(page);
  const found = await page.evaluate(async () => {
    const frame = document.createElement('iframe');
    frame.srcdoc = '<p>sheet</p>';
    const loaded = new Promise((resolve) => frame.addEventListener('load', resolve));
    document.body.append(frame);
    await loaded;
    return frame.contentWindow !== null && 'qiantai' in frame.contentWindow;
  });
  expect(found).toBe(false);
  await page.evaluate(() => {
    const frame = document.createElement('iframe');
    frame.src = 'https://example.com/';
    document.body.append(frame);
  });
  expect(foreign).toEqual([]);
});

test('another actor’s line and a wrong payload are refused by the host itself', async ({ startDesk, hostKind }) => {
  const { page } = await startDesk();
  await settled(page);
  const ask = asPage(page, hostKind);
  expect(await ask('readScan', { sha256: '../../etc/passwd' })).toMatchObject({ ok: false, error: { code: 'badPayload' } });
  expect(await ask('unlock', null)).toMatchObject({ ok: false, error: { code: 'badPayload' } });
  const line = { sequence: 1, previousHash: '0'.repeat(64), payloadHash: '0'.repeat(64), payload: '{}' };
  expect(await ask('appendLines', { lease: 'guess', lines: [line] })).toMatchObject({ ok: false, error: { code: 'leaseLost' } });
  expect(await ask('setClock', { at: 'soon' })).toMatchObject({ ok: false, error: { code: 'badPayload' } });
});

const leaseAnswer = z.object({ ok: z.literal(true), value: z.object({ token: z.string() }) });
const endAnswer = z.object({ value: z.object({ journal: z.object({ sequence: z.int(), hash: z.string(), book: z.string() }) }) });

test('an approval that nobody gave enters no journal, not even with the desk’s own lease', async ({ startDesk, hostKind }) => {
  const { page } = await startDesk({ sample: true });
  await bookSettled(page);
  const people = (await readTables(page, ['people'])).get('people') ?? [];
  const idOf = (name: string): string => String(people.find((row) => row['name'] === name)?.['id']);
  const [receptionist, manager] = [idOf('林晓燕'), idOf('江海涛')];
  // A script that is in the page before the desk keeps the desk from its lease, and takes it itself.
  await page.addInitScript(() => void navigator.locks.request('qiantai-desk', () => new Promise(() => {})));
  await page.reload();
  const ask = asPage(page, hostKind);
  let token = '';
  await expect(async () => ({ token } = leaseAnswer.parse(await ask('takeLease')).value)).toPass({ timeout: 30_000 });
  expect(await ask('unlock', { personId: receptionist, pin: SAMPLE_PIN })).toMatchObject({ value: { outcome: 'unlocked' } });

  const { journal } = endAnswer.parse(await ask('openBook')).value;
  const write = (claims: { actor?: string; confirmations?: object[] }): Promise<unknown> => {
    const sequence = journal.sequence + 1;
    const payload = JSON.stringify({
      id: 'an-approval',
      book: journal.book,
      sequence,
      at: new Date().toISOString(),
      actor: receptionist,
      desk: 'A',
      name: 'approve-reply',
      reason: '',
      confirmations: [],
      changes: [{ table: 'replies', key: 'a-letter', before: { state: 'inReview' }, after: { state: 'approved' } }],
      resultId: 'a-letter',
      ...claims,
    });
    const line = { sequence, previousHash: journal.hash, payloadHash: hashText(payload), payload };
    return ask('appendLines', { lease: token, lines: [line] });
  };
  const byPin = { personId: manager, by: 'pin', on: '2026-11-24', evidence: '' };
  const refused = (code: string) => ({ ok: false, error: { code } });
  expect(await write({ confirmations: [byPin] })).toMatchObject(refused('confirmationMissing'));
  expect(await write({ actor: manager })).toMatchObject(refused('actorNotUnlocked'));
  // A PIN that is only guessed, or that was typed for something else, is none.
  expect(await ask('confirmByPin', { personId: manager, pin: '000000', operationId: 'an-approval' })).toMatchObject({
    value: { outcome: 'wrong' },
  });
  expect(await ask('confirmByPin', { personId: manager, pin: SAMPLE_PIN, operationId: 'another' })).toMatchObject({
    value: { outcome: 'unlocked' },
  });
  expect(await write({ confirmations: [byPin] })).toMatchObject(refused('confirmationMissing'));
  expect(endAnswer.parse(await ask('openBook')).value.journal.sequence).toBe(journal.sequence);
  // With the PIN really typed for it the very same line is taken: it was refused for nothing else.
  expect(await ask('confirmByPin', { personId: manager, pin: SAMPLE_PIN, operationId: 'an-approval' })).toMatchObject({
    value: { outcome: 'unlocked' },
  });
  expect(await write({ confirmations: [byPin] })).toMatchObject({ ok: true, value: { sequence: journal.sequence + 1 } });
});
