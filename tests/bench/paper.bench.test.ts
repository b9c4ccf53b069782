import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { createInterface } from 'node:readline';
import { chromium, type Page } from 'playwright';
import { expect, it } from 'vitest';
import { printCoordinationForm } from '../../renderer/print/coordination-form.tsx';
import { printOfficialLetter } from '../../renderer/print/official-letter.tsx';
import { joinDocuments, type PrintDocument } from '../../renderer/print/print-document.tsx';
import { zhLetter } from '../paper/letter-samples.ts';
import { shortForm, zhContext } from '../paper/samples.ts';
import { findChromium } from '../support/chromium.ts';
import { newFolder } from '../support/desk-folder.ts';
import { QUIET_SWITCHES } from '../support/desk-host.ts';
import { median, ms, note, table } from './figures.ts';

const SHEETS = 7;
const LETTERS = Number(process.env['QIANTAI_BENCH_LETTERS'] ?? 500);

/** A browser host of its own, asked for PDFs as its page would ask. */
async function startHost(folder: string): Promise<{ process: ChildProcess; origin: string; cookie: string }> {
  const program = path.resolve(import.meta.dirname, '../../out-test/main/loopback.cjs');
  const child = spawn(process.execPath, [program, `--data=${folder}`, '--port=0', '--no-open', `--browser=${findChromium()}`], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const address = await new Promise<string>((resolve, reject) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      const found = /http:\S+/.exec(line)?.[0];
      if (found !== undefined) resolve(found);
    });
    child.once('exit', (code) => reject(new Error(`the host ended with ${code}`)));
  });
  const entered = await fetch(address, { redirect: 'manual' });
  return { process: child, origin: new URL(address).origin, cookie: (entered.headers.get('set-cookie') ?? '').split(';')[0] ?? '' };
}

async function timeHost(host: { origin: string; cookie: string }, { title, html, pageSize }: PrintDocument): Promise<number> {
  const started = performance.now();
  const response = await fetch(`${host.origin}/call/savePdf`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Cookie: host.cookie, Origin: host.origin, 'Sec-Fetch-Site': 'same-origin' },
    body: JSON.stringify({ input: { title, html, pageSize } }),
  });
  const answer = await response.text();
  const took = performance.now() - started;
  if (!answer.includes('"ok":true')) throw new Error(answer.slice(0, 300));
  return took;
}

/** The same pages shown and printed by the browser without anything of ours around them. */
async function timeBare(page: Page, { html }: PrintDocument): Promise<number> {
  const started = performance.now();
  await page.setContent(html);
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  await page.pdf({ preferCSSPageSize: true, printBackground: true });
  return performance.now() - started;
}

/** @param count a single sheet is printed once before, to warm up fonts and processes; a batch is long enough without */
async function timesOf(count: number, time: () => Promise<number>): Promise<number[]> {
  if (count > 1) await time();
  const took: number[] = [];
  for (let at = 0; at < count; at += 1) took.push(await time());
  return took;
}

it('sheets and a batch of letters to PDF', { timeout: 1_200_000 }, async () => {
  const folder = newFolder();
  const host = await startHost(folder);
  const browser = await chromium.launch({
    executablePath: findChromium(),
    args: [...QUIET_SWITCHES, ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
  });
  try {
    const page = await browser.newPage();
    await page.goto(`${host.origin}/fonts/serif-regular.woff2`).catch(() => undefined);
    await page.goto(`${host.origin}/favicon.ico`).catch(() => undefined);
    const letters = Array.from({ length: LETTERS }, (_one, at) =>
      printOfficialLetter({ ...zhLetter, number: `客函〔2026〕${at + 1}号` }, zhContext),
    );
    const [letter] = letters;
    if (letter === undefined) throw new Error('expected letters');
    const batch = joinDocuments('letters', letters);
    for (const [what, document, count] of [
      ['one coordination form to PDF', printCoordinationForm(shortForm, zhContext), SHEETS],
      ['one official letter to PDF', letter, SHEETS],
      [`${LETTERS} official letters in one job`, batch, 1],
    ] as const) {
      const ours = median(await timesOf(count, () => timeHost(host, document)));
      const bare = median(await timesOf(count, () => timeBare(page, document)));
      expect(ours, 'a figure').toBeGreaterThan(0);
      note(what, `${ms(ours)}, bare print ${ms(bare)}`, { words: `${(ours / bare).toFixed(2)} × (aim 2)`, met: ours <= 2 * bare });
    }
  } finally {
    await browser.close();
    const hostGone = once(host.process, 'exit');
    host.process.kill();
    await hostGone;
    rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
    console.log(`\n${table()}\n`);
  }
});
