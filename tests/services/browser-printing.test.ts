import { chmodSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { createBrowserPrinting } from '../../electron/loopback/browser-printing.ts';
import { createPrintShelf } from '../../electron/services/printing.ts';
import { temporaryFolder } from './test-host.ts';

const JOB = { title: '收据', html: '<p>sheet</p>', pageSize: { widthMm: 210, heightMm: 297 } };

const unheard: unknown[] = [];
const hear = (error: unknown): void => void unheard.push(error);
process.on('unhandledRejection', hear);
afterEach(() => void unheard.splice(0));

/** A browser that answers each method over its pipe until it is to lay out a sheet, and then does this. */
function browserThat(does: string): string {
  const file = path.join(temporaryFolder(), 'browser');
  const script = `#!${process.execPath}
    const { createReadStream, writeSync } = require('node:fs');
    let rest = '';
    createReadStream('', { fd: 3 }).on('data', (data) => {
      const texts = (rest + data).split('\\0');
      rest = texts.pop();
      for (const text of texts) {
        const { id, method } = JSON.parse(text);
        const answer = (reply) => writeSync(4, JSON.stringify({ id, ...reply }) + '\\0');
        if (method === 'Page.navigate') { ${does} }
        else answer({ result: { targetId: 't', sessionId: 's' } });
      }
    });`;
  writeFileSync(file, script);
  chmodSync(file, 0o755);
  return file;
}

test.runIf(process.platform !== 'win32').each([
  ['ends', 'process.exit()'],
  ['refuses', `answer({ error: { message: 'no' } })`],
])('a browser that %s while it lays out a sheet costs that sheet, and not the host', async (_name, does) => {
  const printing = createBrowserPrinting({
    browser: browserThat(does),
    profile: temporaryFolder(),
    origin: 'http://127.0.0.1:1',
    shelf: createPrintShelf(),
  });
  await expect(printing.savePdf(JOB)).rejects.toMatchObject({ failure: { code: 'printFailed' } });
  await printing.end();
  await new Promise((resolve) => setImmediate(resolve));
  expect(unheard).toEqual([]);
});
