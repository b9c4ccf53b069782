import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { run } from './prepare.mjs';
import { say } from './words.mjs';

/** Beyond this a place counts as out of reach: company networks often swallow packets instead of refusing. */
const REACH_LIMIT_MS = 5000;
const DOWNLOAD_LIMIT_MS = 10 * 60_000;

/** Electron's program file when it is on this PC, `''` otherwise. */
export function electronHere(root) {
  const folder = path.join(root, 'node_modules', 'electron');
  const override = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  const file = path.join(override || path.join(folder, 'dist'), programName());
  if (!existsSync(file)) return '';
  if (override) return file;
  // A download that was cut short leaves files but not the mark of its version.
  const { version } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
  const mark = path.join(folder, 'dist', 'version');
  return existsSync(mark) && readFileSync(mark, 'utf8').replace(/^v/, '').trim() === version ? file : '';
}

/** Fetches Electron from its own place or from ELECTRON_MIRROR; resolves to its program file, or to `''`. */
export async function fetchElectron(root) {
  const place = process.env.ELECTRON_MIRROR || process.env.npm_config_electron_mirror || 'https://github.com/';
  if (!(await answers(place))) {
    say('unreachable', { place });
    return '';
  }
  say('downloading');
  const installer = path.join(root, 'node_modules', 'electron', 'install.js');
  const { code } = await run(process.execPath, [installer], root, false, DOWNLOAD_LIMIT_MS);
  const file = code === 0 ? electronHere(root) : '';
  if (file === '') say('unreachable', { place });
  return file;
}

async function answers(place) {
  try {
    await fetch(place, { method: 'HEAD', signal: AbortSignal.timeout(REACH_LIMIT_MS) });
    return true;
  } catch {
    return false;
  }
}

function programName() {
  if (process.platform === 'win32') return 'electron.exe';
  return process.platform === 'darwin' ? 'Electron.app/Contents/MacOS/Electron' : 'electron';
}
