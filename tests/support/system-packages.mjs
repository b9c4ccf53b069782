// What the suite needs from the system, and how it gets there: apt-get when we are root on Debian, a clear sentence otherwise.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/** Debian package → how to tell that it is there. */
const NEEDED = [
  [
    'chromium',
    () =>
      ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].some(existsSync) || Boolean(process.env.CHROMIUM_PATH),
  ],
  ['poppler-utils', () => has('pdftotext') && has('pdftoppm')],
  ['zbar-tools', () => has('zbarimg')],
  ['xvfb', () => Boolean(process.env.DISPLAY) || has('Xvfb')],
  ['procps', () => has('pgrep')],
  ['fonts-noto-cjk', () => has('fc-list') && spawnSync('fc-list', [':lang=zh-cn', 'family'], { encoding: 'utf8' }).stdout.trim() !== ''],
];

function has(program) {
  return spawnSync('which', [program]).status === 0;
}

/** Installs what is missing, or says what to install; the tests that need it then fail by name. */
export function installMissing(notes) {
  if (process.platform !== 'linux') return;
  const missing = NEEDED.filter(([, there]) => !there()).map(([name]) => name);
  if (missing.length === 0) return;
  if (process.getuid?.() !== 0 || !has('apt-get')) {
    notes.push(`Please install: ${missing.join(' ')}`);
    return;
  }
  console.log(`Installing ${missing.join(' ')}`);
  spawnSync('apt-get', ['update', '-qq'], { stdio: 'inherit' });
  const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const installed = spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...missing], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: environment,
  });
  if (installed.status !== 0) notes.push(`Could not install: ${missing.join(' ')}`);
}
