import { spawn } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { hostEnvironment } from './character-set.mjs';
import { chooseHost } from './host-choice.mjs';
import { keepsNoPermissions, makeFolder } from './make-folder.mjs';
import { readOptions } from './options.mjs';
import { buildFolder, prepare } from './prepare.mjs';
import { askToFront, runningLine } from './running.mjs';
import { say } from './words.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..', '..');

/** Installs and builds where due, chooses the host once, and runs it. Resolves to the exit code. */
export async function start(argv) {
  const options = readOptions(argv);
  if (options === null) return 2;
  // Before anything is built: a build under a running desk would pull its page away.
  if (await askToFront(options.folder)) {
    say(runningLine(options.folder));
    return 0;
  }
  const { folder } = options;
  // Asked first: a folder that cannot be one would else be found out after minutes of installing.
  const refused = await refusalOf(() => makeFolder(folder), folder);
  if (refused !== null) return tell(refused, null, options);
  if (!(await prepare(root))) return 1;
  let choice = null;
  const unwritten = await refusalOf(async () => {
    choice = await chooseHost(root, options);
  }, folder);
  if (unwritten !== null) return tell(unwritten, null, options);
  if (choice === null) return 1;
  return tell(await runHost(choice, options), choice, options);
}

/** The exit code where the system does not let this be written into the data folder, said as the hosts say it; else `null`. */
async function refusalOf(write, folder) {
  try {
    await write();
    return null;
  } catch (error) {
    if (error.syscall === undefined) throw error;
    console.error(String(error));
    if (keepsNoPermissions(error, folder)) return 16;
    return ['ENOSPC', 'EDQUOT'].includes(error.code) ? 14 : 15;
  }
}

function runHost(choice, options) {
  const shared = [`--data=${options.folder}`, `--profile=${choice.profile}`, ...(options.sample ? ['--sample'] : [])];
  const main = path.join(buildFolder(root), 'main');
  if (choice.host === 'electron') {
    // Chromium's sandbox refuses root on Linux, and the window would never open.
    const asRoot = process.platform === 'linux' && process.getuid() === 0 ? ['--no-sandbox'] : [];
    return run(choice.program, [path.join(main, 'electron.cjs'), ...asRoot, ...shared], 'pipe');
  }
  const more = [`--port=${choice.port}`, `--browser=${choice.browser}`, ...(options.open ? [] : ['--no-open'])];
  return run(process.execPath, [path.join(main, 'loopback.cjs'), ...shared, ...more]);
}

/** @param errors Chromium fills a terminal with complaints about the desktop; they are only shown when the app failed. */
function run(program, parameters, errors = 'inherit') {
  const { ELECTRON_RUN_AS_NODE: _unset, ...env } = process.env;
  return new Promise((resolve) => {
    const child = spawn(program, parameters, { stdio: ['inherit', 'inherit', errors], env: hostEnvironment(env) });
    let complaints = '';
    child.stderr?.on('data', (data) => {
      complaints = (complaints + data).slice(-4000);
    });
    // Ctrl+C reaches the host too; it ends in order, and we with it.
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
    child.on('error', () => resolve(1));
    child.on('close', (code) => {
      if (code !== 0) process.stderr.write(complaints);
      resolve(code ?? 1);
    });
  });
}

/** Words the exit codes of the hosts (electron/services/exit-codes.ts). */
function tell(code, choice, { folder }) {
  if (code === 10) say(runningLine(folder));
  else if (code === 11) say('portBusy', { port: choice.port });
  else if (code === 12) say('notASample', { folder });
  else if (code === 13) say('damaged', { folder });
  else if (code === 14) say('diskFull', { folder });
  else if (code === 15) say('unusable', { folder });
  else if (code === 16) say('notPrivate', { folder });
  else if (code !== 0) say('ended', { code });
  return code === 10 ? 0 : code;
}
