import { execFile, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { lockFolder } from '../../electron/services/folder-lock.ts';
import { listenOnLoopback } from '../../electron/loopback/server.ts';
import { temporaryFolder } from './test-host.ts';

const root = path.resolve(import.meta.dirname, '../..');
const choiceSchema = z.object({ host: z.string(), browser: z.string(), profile: z.number(), port: z.number() }).nullable();

/** Runs the choice as the start script does, in a Node of its own; what it says comes back with what it chose. */
function choose(folder: string, options: object, browser: string) {
  const module = pathToFileURL(path.join(root, 'electron/start/host-choice.mjs')).href;
  const script = `
    const { chooseHost } = await import(${JSON.stringify(module)});
    const choice = await chooseHost(${JSON.stringify(root)}, ${JSON.stringify({ host: '', open: true, port: 0, folder, sample: false, move: false, ...options })});
    console.log('CHOICE ' + JSON.stringify(choice));`;
  const env = { ...process.env, LANG: 'en_GB.UTF-8', LC_ALL: '', QIANTAI_BROWSER: browser };
  const { stdout } = spawnSync(process.execPath, ['--input-type=module', '-e', script], { env, encoding: 'utf8' });
  const [said = '', chosen = 'null'] = stdout.split('CHOICE ');
  return { said, choice: choiceSchema.parse(JSON.parse(chosen)) };
}

function start(parameters: string[], LANG: string) {
  return spawnSync(process.execPath, [path.join(root, 'electron/start.mjs'), ...parameters], {
    env: { ...process.env, LANG, LC_ALL: '' },
    encoding: 'utf8',
  });
}

/** What a host would be started with: in a Node of its own, as the start script is plain JavaScript. */
function hostLocale(environment: Record<string, string>): unknown {
  const module = pathToFileURL(path.join(root, 'electron/start/character-set.mjs')).href;
  const script = `
    const { hostEnvironment } = await import(${JSON.stringify(module)});
    const { LC_ALL = null, LANGUAGE = null } = hostEnvironment(process.env);
    console.log(JSON.stringify({ LC_ALL, LANGUAGE }));`;
  const env = { PATH: process.env['PATH'], ...environment };
  return JSON.parse(spawnSync(process.execPath, ['--input-type=module', '-e', script], { env, encoding: 'utf8' }).stdout);
}

test.runIf(process.platform === 'linux').each([
  ['none is named', {}, { LC_ALL: 'C.UTF-8', LANGUAGE: null }],
  ['the language named is not installed', { LANG: 'xx_XX.UTF-8' }, { LC_ALL: 'C.UTF-8', LANGUAGE: 'xx_XX' }],
  ['names are read in another', { LC_ALL: 'C', LANG: 'C.UTF-8' }, { LC_ALL: 'C.UTF-8', LANGUAGE: null }],
  ['it is there', { LANG: 'C.UTF-8' }, { LC_ALL: null, LANGUAGE: null }],
])('the host reads folders in UTF-8, also where %s', (_where, environment, expected) => {
  expect(hostLocale(environment)).toEqual(expected);
});

test.runIf(process.platform === 'linux')('the data folder is made with a way to it that lasts, through each folder made for it', () => {
  const parent = temporaryFolder();
  const folder = path.join(parent, 'desk', 'data');
  const module = pathToFileURL(path.join(root, 'electron/start/start.mjs')).href;
  // It is made before anything is installed or built; that is where this start ends.
  const script = `
    import fs from 'node:fs';
    import { syncBuiltinESMExports } from 'node:module';
    const { existsSync, fsyncSync } = fs;
    fs.fsyncSync = (handle) => {
      console.log('SYNCED ' + fs.readlinkSync('/proc/self/fd/' + handle));
      fsyncSync(handle);
    };
    fs.existsSync = (file) => {
      if (!file.endsWith('.package-lock.json')) return existsSync(file);
      console.log('MADE ' + (fs.statSync(${JSON.stringify(folder)}).mode & 0o777).toString(8));
      process.exit();
    };
    syncBuiltinESMExports();
    const { start } = await import(${JSON.stringify(module)});
    await start(['--data', ${JSON.stringify(folder)}]);`;
  const { stdout } = spawnSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' });
  expect(stdout.split('\n').filter((line) => /^(SYNCED|MADE)/.test(line))).toEqual([
    `SYNCED ${path.join(parent, 'desk')}`,
    `SYNCED ${parent}`,
    'MADE 700',
  ]);
});

test('the first choice is written down and taken again', () => {
  const folder = temporaryFolder();
  const first = choose(folder, { host: 'browser' }, process.execPath);
  expect(first.choice).toMatchObject({ host: 'browser', browser: process.execPath, profile: 1 });
  expect(JSON.parse(readFileSync(path.join(folder, 'host.json'), 'utf8'))).toEqual(first.choice);
  expect(choose(folder, {}, '').choice).toEqual(first.choice);
});

test.each([
  ['another host', { host: 'electron' }],
  ['another port', { port: 5 }],
])('%s is refused with words about the move, and nothing changes', (_name, options) => {
  const folder = temporaryFolder();
  const { choice } = choose(folder, { host: 'browser' }, process.execPath);
  const refused = choose(folder, options, process.execPath);
  expect(refused.choice).toBeNull();
  expect(refused.said).toContain('--move');
  expect(choose(folder, {}, '').choice).toEqual(choice);
});

test.each(['', '{"host":"brow', '{"host":"firefox"}'])('a note that cannot be read (%s) is put aside, and the choice made anew', (text) => {
  const folder = temporaryFolder();
  writeFileSync(path.join(folder, 'host.json'), text);
  const { choice, said } = choose(folder, { host: 'browser' }, process.execPath);
  expect(choice).toMatchObject({ host: 'browser', profile: 1 });
  expect(said).toContain('put aside');
  expect(readFileSync(path.join(folder, 'host.json.damaged'), 'utf8')).toBe(text);
});

test('a move begins a new profile, so that no store of before is met', () => {
  const folder = temporaryFolder();
  choose(folder, { host: 'browser' }, process.execPath);
  const moved = choose(folder, { host: 'browser', move: true, port: 23456 }, process.execPath);
  expect(moved.choice).toMatchObject({ profile: 2, port: 23456 });
});

test.each([
  ['a first start', {}],
  ['a move', { move: true }],
])('%s with a port that another program has chooses nothing', async (_name, options) => {
  const folder = temporaryFolder();
  const file = path.join(folder, 'host.json');
  if ('move' in options) choose(folder, { host: 'browser' }, process.execPath);
  const before = existsSync(file) ? readFileSync(file, 'utf8') : '';
  const { server, port } = await listenOnLoopback(0);
  try {
    const { choice, said } = choose(folder, { ...options, port }, process.execPath);
    expect(choice).toBeNull();
    expect(said).toContain(`Port ${port} is used by another program`);
    expect(said).not.toContain('noted in');
    expect(existsSync(file) ? readFileSync(file, 'utf8') : '').toBe(before);
  } finally {
    server.close();
  }
});

test('a note that the system does not give is not put aside as damaged', () => {
  const folder = temporaryFolder();
  // Stands for a file that cannot be read at present: reading it fails, whoever asks.
  mkdirSync(path.join(folder, 'host.json'));
  expect(choose(folder, { host: 'browser' }, process.execPath).choice).toBeNull();
  expect(readdirSync(folder)).toEqual(['host.json']);
});

test('a browser that is gone is said, and not replaced by itself', () => {
  const folder = temporaryFolder();
  const browser = path.join(folder, 'browser');
  writeFileSync(browser, '');
  const { choice } = choose(folder, { host: 'browser' }, browser);
  writeFileSync(path.join(folder, 'host.json'), JSON.stringify({ ...choice, browser: `${browser}-gone` }));
  const again = choose(folder, {}, process.execPath);
  expect(again.choice).toBeNull();
  expect(again.said).toContain('no longer on this PC');
});

test('without any browser the desk is served, and said so', () => {
  const { choice, said } = choose(temporaryFolder(), { host: 'browser' }, '/nowhere');
  expect(choice).toMatchObject({ host: 'browser', browser: '' });
  expect(said).toContain('No Edge, Chrome or Chromium');
});

test.each([
  ['en_GB.UTF-8', 'Unknown option --prot'],
  ['zh_CN.UTF-8', '未知选项 --prot'],
])('in %s an unknown option is refused in words, before anything is done', (language, words) => {
  const { stdout, status } = start(['--prot=1'], language);
  expect([status, stdout.trim().startsWith(words)]).toEqual([2, true]);
});

test.each(['--host=firefox', '--port=99999', '--port=x'])('%s is no choice', (option) => {
  expect(start([option], 'en_GB.UTF-8').status).toBe(2);
});

// The unknown option at the end: a script that took the first one for a choice must not start a desk from here.
test.each([
  ['--data=', ['--data=']],
  ['--data=', ['--data', '--sample']],
  ['--port=', ['--port', '--sample']],
  ['--host=', ['--host', '--move']],
])('%s without a value is refused, and no option is taken for one', (option, given) => {
  expect(start([...given, '--prot'], 'en_GB.UTF-8').stdout).toContain(`Unknown option ${option}.`);
});

test.each(['--no-open', '--port=5'])('%s is no option of Electron, and is not silently left out', (option) => {
  const { stdout, status } = start(['--host=electron', option], 'en_GB.UTF-8');
  expect([status, stdout]).toEqual([2, expect.stringContaining(`${option} belongs to the browser host`)]);
});

test('a port asks for the browser host, where nothing else is said', () => {
  const folder = temporaryFolder();
  expect(choose(folder, { port: 23457 }, process.execPath).choice).toMatchObject({ host: 'browser', port: 23457 });
  writeFileSync(path.join(folder, 'host.json'), '{"host":"electron","browser":"","profile":1,"port":0}');
  const refused = choose(folder, { port: 23457 }, process.execPath);
  expect(refused.choice).toBeNull();
  expect(refused.said).toContain('--move');
});

test('a data folder that cannot be one is said in words', () => {
  const file = path.join(temporaryFolder(), 'letter.txt');
  writeFileSync(file, '');
  const { stdout, status } = start([`--data=${file}`], 'en_GB.UTF-8');
  expect(stdout).toContain('The data folder cannot be used');
  expect(status).toBe(15);
});

test.runIf(process.platform !== 'win32').each([
  ['en_GB.UTF-8', /cannot keep data private .* second backup folder/],
  ['zh_CN.UTF-8', /不支持访问权限.*第二备份文件夹/],
])('a disk that keeps no permissions is refused before anything is installed, with what to do (%s)', (LANG, words) => {
  const folder = temporaryFolder();
  const module = pathToFileURL(path.join(root, 'electron/start/start.mjs')).href;
  const script = `
    import fs from 'node:fs';
    import { syncBuiltinESMExports } from 'node:module';
    fs.chmodSync = () => {
      throw Object.assign(new Error('EPERM'), { code: 'EPERM', syscall: 'chmod' });
    };
    syncBuiltinESMExports();
    const { start } = await import(${JSON.stringify(module)});
    console.log('ENDED ' + (await start(['--data', ${JSON.stringify(folder)}])));`;
  const env = { ...process.env, LANG, LC_ALL: '' };
  const { stdout } = spawnSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8', env });
  expect(stdout).toMatch(words);
  expect(stdout).toContain('ENDED 16');
});

test.each([
  ['a window', () => undefined, 'its window comes to the front'],
  ['no window', null, 'without a window of its own'],
])('a second start beside a desk with %s says how it is reached', async (_name, onFront, words) => {
  const folder = temporaryFolder();
  const lock = await lockFolder(folder, onFront);
  // Not waited for in one go: the desk that holds the folder answers from this process.
  const { stdout } = await promisify(execFile)(process.execPath, [path.join(root, 'electron/start.mjs'), `--data=${folder}`], {
    env: { ...process.env, LANG: 'en_GB.UTF-8', LC_ALL: '' },
  });
  expect(stdout).toContain(words);
  if ('held' in lock) await lock.held.release();
});

test('the start script needs nothing that is not there before installing', () => {
  const files = [
    'start.mjs',
    'start/start.mjs',
    'start/words.mjs',
    'start/options.mjs',
    'start/prepare.mjs',
    'start/host-choice.mjs',
    'start/find-browser.mjs',
    'start/find-electron.mjs',
    'start/running.mjs',
    'start/make-folder.mjs',
  ];
  for (const file of files) {
    const text = readFileSync(path.join(root, 'electron', file), 'utf8');
    const imported = [...text.matchAll(/from '([^']+)'|import\('([^']+)'\)/g)].map((match) => match[1] ?? match[2] ?? '');
    for (const name of imported)
      expect(name.startsWith('node:') || (name.startsWith('./') && existsSync(path.join(root, 'electron', path.dirname(file), name)))).toBe(
        true,
      );
  }
});
