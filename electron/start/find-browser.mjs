import { existsSync } from 'node:fs';
import path from 'node:path';

/** A browser of this PC that can show the desk: Edge first on Windows, where every PC has it. `null` when there is none. */
export function findBrowser() {
  const chosen = process.env.QIANTAI_BROWSER;
  if (chosen) return existsSync(chosen) ? { name: path.basename(chosen), file: chosen } : null;
  return candidates().find(({ file }) => existsSync(file)) ?? null;
}

function candidates() {
  if (process.platform === 'win32') return windowsCandidates();
  if (process.platform === 'darwin') {
    return [
      { name: 'Google Chrome', file: '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome' },
      { name: 'Microsoft Edge', file: '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge' },
      { name: 'Chromium', file: '/Applications/Chromium.app/Contents/MacOS/Chromium' },
    ];
  }
  const names = ['microsoft-edge', 'microsoft-edge-stable', 'google-chrome', 'google-chrome-stable', 'chromium', 'chromium-browser'];
  const folders = (process.env.PATH ?? '').split(path.delimiter).filter(Boolean);
  return names.flatMap((name) => folders.map((folder) => ({ name, file: path.join(folder, name) })));
}

function windowsCandidates() {
  const roots = ['ProgramFiles(x86)', 'ProgramFiles', 'LOCALAPPDATA'].map((name) => process.env[name]).filter(Boolean);
  const places = [
    { name: 'Microsoft Edge', inside: ['Microsoft', 'Edge', 'Application', 'msedge.exe'] },
    { name: 'Google Chrome', inside: ['Google', 'Chrome', 'Application', 'chrome.exe'] },
    { name: 'Chromium', inside: ['Chromium', 'Application', 'chrome.exe'] },
  ];
  return places.flatMap(({ name, inside }) => roots.map((root) => ({ name, file: path.join(root, ...inside) })));
}
