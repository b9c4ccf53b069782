import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { say } from './words.mjs';

/** What the build is made of; a change in any of them makes the build stale. */
const SOURCES = [
  'electron',
  'renderer',
  'shared',
  'resources',
  'electron.vite.config.ts',
  'postcss.config.cjs',
  'tsconfig.json',
  'package.json',
  'package-lock.json',
];

/** Folder of the build; a test build lies beside the real one. */
export function buildFolder(root) {
  return path.join(root, process.env.QIANTAI_TEST_BUILD === '1' ? 'out-test' : 'out');
}

/** Installs and builds where that is due. Resolves to whether the app can be started. */
export async function prepare(root) {
  return (await install(root)) && (await build(root));
}

async function install(root) {
  const installed = path.join(root, 'node_modules', '.package-lock.json');
  const wanted = path.join(root, 'package-lock.json');
  if (existsSync(installed) && statSync(installed).mtimeMs >= statSync(wanted).mtimeMs) return true;
  say('installing');
  let { code, output } = await runNpm(['ci', '--loglevel=error'], root);
  if (code !== 0) {
    // A mirror that lacks some other system's binaries makes `npm ci` call the lock file incomplete; install takes what
    // it names all the same, and --no-save leaves it as it is.
    ({ code, output } = await runNpm(['install', '--no-save', '--loglevel=error'], root));
  }
  if (code === 0) return true;
  say('installFailed');
  console.log(output);
  return false;
}

/** The npm that runs `npm start`, or else the one on the path. */
function runNpm(parameters, root) {
  const npm = process.env.npm_execpath;
  if (npm?.endsWith('.js')) return run(process.execPath, [npm, ...parameters], root);
  return run('npm', parameters, root, process.platform === 'win32');
}

async function build(root) {
  const stamp = path.join(buildFolder(root), 'stamp.txt');
  const mark = markOf(root);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === mark) return true;
  say('building');
  const builder = path.join(root, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js');
  const { code, output } = await run(process.execPath, [builder, 'build'], root);
  if (code !== 0) {
    say('buildFailed');
    console.log(output);
    return false;
  }
  mkdirSync(path.dirname(stamp), { recursive: true });
  writeFileSync(stamp, mark);
  return true;
}

/** Names, sizes and times of every source in one short text: reading 40 MB of fonts at each start would be felt. */
function markOf(root) {
  const hash = createHash('sha256');
  for (const source of SOURCES) addTo(hash, path.join(root, source), source);
  return hash.digest('hex');
}

function addTo(hash, file, name) {
  const found = statSync(file, { throwIfNoEntry: false });
  if (found === undefined || name.endsWith('.test.ts') || name.endsWith('.test.tsx')) return;
  if (found.isDirectory()) {
    for (const entry of readdirSync(file).sort()) addTo(hash, path.join(file, entry), `${name}/${entry}`);
  } else {
    hash.update(`${name}\t${found.size}\t${found.mtimeMs}\n`);
  }
}

/** Runs a program quietly; its last lines are there for when it fails. */
export function run(program, parameters, cwd, shell = false, limitMs = 0) {
  return new Promise((resolve) => {
    const child = spawn(program, parameters, { cwd, shell, stdio: ['ignore', 'pipe', 'pipe'], timeout: limitMs });
    let output = '';
    const keep = (data) => {
      output = (output + data).slice(-8000);
    };
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    child.on('error', (error) => resolve({ code: 1, output: String(error) }));
    child.on('close', (code) => resolve({ code: code ?? 1, output }));
  });
}
