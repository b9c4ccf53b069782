import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { findBrowser } from './find-browser.mjs';
import { electronHere, fetchElectron } from './find-electron.mjs';
import { say } from './words.mjs';

/** First port that is tried; the one that was free the first time is kept for good. */
const FIRST_PORT = 17930;

/**
 * Host, browser, profile and port are chosen once and written into the data folder: each of them is another place where
 * the browser keeps its store. Another choice afterwards is a move, and is only made with `--move`.
 * Resolves to the choice, or to `null` after saying why there is none; rejects with the system's error where the folder
 * does not take the note.
 */
export async function chooseHost(root, options) {
  const file = path.join(options.folder, 'host.json');
  const known = readChoice(file);
  // Serving, and a port, are the browser host's alone.
  const wanted = options.host || (options.open && options.port === 0 ? '' : 'browser');
  if (known === null) return remember(file, await firstChoice(root, wanted, options, 1));
  if (options.move) {
    const choice = await firstChoice(root, wanted || known.host, options, known.profile + 1);
    if (choice !== null) say('moved', { wanted: choice.host });
    return remember(file, choice);
  }
  if (wanted !== '' && wanted !== known.host) {
    say('otherHost', { known: known.host, wanted });
    return null;
  }
  if (known.host === 'browser') return checkBrowser(known, options);
  const program = electronHere(root) || (await fetchElectron(root));
  if (program === '') say('noElectron');
  return program === '' ? null : { ...known, program };
}

/**
 * What was chosen, or `null`. A damaged file (a power cut) is put aside, and the choice made again as at the first start: that
 * is most likely the same one, and in another store the book is rebuilt from the journal.
 */
function readChoice(file) {
  if (!existsSync(file)) return null;
  // A file that the system does not give (a virus scanner holds it) is not damaged: its error is said, and nothing is chosen anew.
  const text = readFileSync(file, 'utf8');
  try {
    const { host, browser, profile, port } = JSON.parse(text);
    if (['electron', 'browser'].includes(host) && typeof browser === 'string' && Number.isInteger(profile) && Number.isInteger(port)) {
      return { host, browser, profile, port };
    }
  } catch {
    // Said below, as for a file that holds something else.
  }
  renameSync(file, `${file}.damaged`);
  say('choiceDamaged', { file: `${file}.damaged` });
  return null;
}

function checkBrowser(known, options) {
  if (options.port !== 0 && options.port !== known.port) {
    say('otherHost', { known: `port ${known.port}`, wanted: `port ${options.port}` });
    return null;
  }
  if (known.browser !== '' && !existsSync(known.browser)) {
    say('browserGone', { browser: known.browser });
    return null;
  }
  return known;
}

async function firstChoice(root, wanted, options, profile) {
  if (wanted !== 'browser') {
    const program = electronHere(root) || (await fetchElectron(root));
    if (program !== '') return { host: 'electron', browser: '', profile, port: 0, program };
    if (wanted === 'electron') {
      say('noElectron');
      return null;
    }
  }
  // Asked before anything is written down: the port is kept for good, and a desk that cannot open on it has chosen nothing.
  if (options.port !== 0 && !(await isFree(options.port))) {
    say('portTaken', { port: options.port });
    return null;
  }
  const browser = findBrowser();
  if (browser === null) {
    say('noBrowser');
    if (process.platform === 'linux') say('chromiumHint');
  }
  return { host: 'browser', browser: browser?.file ?? '', profile, port: options.port || (await freePort()) };
}

function remember(file, choice) {
  if (choice === null) return null;
  mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
  const { host, browser, profile, port } = choice;
  // Flushed: after a power cut the new name must not stand for an empty file.
  writeFileSync(`${file}.tmp`, `${JSON.stringify({ host, browser, profile, port }, null, 2)}\n`, { mode: 0o600, flush: true });
  renameSync(`${file}.tmp`, file);
  if (host === 'electron') say('chosenElectron', { file });
  else if (browser !== '') say('chosenBrowser', { browser: path.basename(browser), file });
  return choice;
}

async function freePort() {
  for (let port = FIRST_PORT; port < FIRST_PORT + 200; port += 1) {
    if (await isFree(port)) return port;
  }
  return 0;
}

function isFree(port) {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}
