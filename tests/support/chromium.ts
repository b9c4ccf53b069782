import { existsSync } from 'node:fs';

const PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/microsoft-edge',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

/** The Chromium that tests drive: `CHROMIUM_PATH`, else the one of the system. Fails where there is none. */
export function findChromium(): string {
  const given = process.env['CHROMIUM_PATH'] ?? '';
  const found = [given, ...PLACES].find((place) => place !== '' && existsSync(place));
  if (found === undefined) throw new Error('expected a Chromium, Chrome or Edge on this PC, or CHROMIUM_PATH');
  return found;
}
