import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { chmodSync, chownSync, cpSync, existsSync, mkdtempSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { _electron, chromium, expect, type BrowserContext, type ElectronApplication, type Page } from '@playwright/test';
import { QUIET } from '../../electron/loopback/browser-process.ts';
import { findChromium } from './chromium.ts';
import { newFolder, portOf, temporaryOf } from './desk-folder.ts';
import { endOf, endProcess, killAll, processesOf } from './desk-processes.ts';

/** Which of the two hosts a test drives. */
export type HostKind = 'browser' | 'electron';

export interface DeskOptions {
  host: HostKind;
  /** Data folder of an earlier run, to open the same book again. */
  folder?: string;
  sample?: boolean;
  /** The one clock of page and host, ISO 8601 UTC. */
  clock?: string;
  /** Fault injected into the host, see electron/services/faults.ts. */
  fault?: string;
  viewport?: { width: number; height: number };
  locale?: 'zh-CN' | 'en-GB';
  /** More switches for Chromium, e.g. another store backend. */
  switches?: readonly string[];
}

export interface DeskHost {
  kind: HostKind;
  page: Page;
  context: BrowserContext;
  folder: string;
  /** Where the page is, with the key of the browser host. */
  address: string;
  /** Requests to anything but the host: refused, and counted here. */
  foreign: string[];
  /** Path of the file that this action saves; Electron's own save dialog is answered for the person. */
  savedFile(action: () => Promise<void>): Promise<string>;
  /** The save window that this action opens is closed without a file; resolves when it was. Only Electron has one. */
  cancelledFile(action: () => Promise<void>): Promise<void>;
  /** Ends the host in an orderly way. */
  close(): Promise<void>;
  /** SIGKILL of every process of the host and its browser: what a crash leaves behind. */
  kill(): Promise<void>;
  /** Resolves when the host's process is gone, however it ended. */
  gone: Promise<void>;
  /** Every process of the host and its browser that is running now. */
  processes(): number[];
}

const NOBODY = 65534;
const root = path.resolve(import.meta.dirname, '../..');
const built = path.join(root, 'out-test');
const asRoot = process.getuid?.() === 0;

/** Chromium switches: nothing of the browser's own traffic, and no sandbox only where root leaves no choice. */
export const QUIET_SWITCHES = [...QUIET, '--disable-quic'];

/** Starts a host on a data folder and opens its page; `ready` once the boot gate shows something. */
export async function openDesk(options: DeskOptions): Promise<DeskHost> {
  return options.host === 'browser' ? openInBrowser(options) : openInElectron(options);
}

function environment(options: DeskOptions): NodeJS.ProcessEnv {
  const given = { ...process.env };
  delete given['QIANTAI_FAULT'];
  return {
    ...given,
    ...(options.clock === undefined ? {} : { QIANTAI_TEST_CLOCK: options.clock }),
    ...(options.fault === undefined ? {} : { QIANTAI_FAULT: options.fault }),
  };
}

async function openInBrowser(options: DeskOptions): Promise<DeskHost> {
  const folder = options.folder ?? newFolder();
  const port = portOf(folder);
  const server = spawn(
    process.execPath,
    [
      path.join(built, 'main/loopback.cjs'),
      `--data=${folder}`,
      `--port=${port}`,
      '--no-open',
      `--browser=${findChromium()}`,
      ...(options.sample === true ? ['--sample'] : []),
    ],
    { env: environment(options), stdio: ['ignore', 'pipe', 'pipe'] },
  );
  const address = await addressOf(server);
  writeFileSync(path.join(folder, 'test-port'), new URL(address).port);
  const foreign: string[] = [];
  const context = await chromium.launchPersistentContext(path.join(folder, 'test-browser'), {
    executablePath: findChromium(),
    args: [...QUIET_SWITCHES, ...(asRoot ? ['--no-sandbox'] : []), ...(options.switches ?? [])],
    viewport: options.viewport ?? { width: 1366, height: 768 },
    locale: options.locale ?? 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    acceptDownloads: true,
    env: stringsOnly({ ...process.env, ...temporaryOf(folder) }),
  });
  await refuseForeign(context, new URL(address).origin, foreign);
  const page = context.pages()[0] ?? (await context.newPage());
  noteForeignSockets(page, new URL(address).host, foreign);
  await page.goto(address);
  const gone = endOf(server);
  return {
    kind: 'browser',
    page,
    context,
    folder,
    address,
    foreign,
    savedFile: async (action) => {
      // The first sheet starts a browser of its own: on a busy machine that takes its time.
      const [download] = await Promise.all([page.waitForEvent('download', { timeout: 60_000 }), action()]);
      return download.path();
    },
    cancelledFile: () => Promise.reject(new Error('the browser saves without a window')),
    close: async () => {
      await context.close();
      await endProcess(server, 'SIGTERM');
    },
    kill: async () => {
      await killAll(processesOf(folder));
      await gone;
      await context.close().catch(() => undefined);
    },
    gone,
    processes: () => processesOf(folder),
  };
}

/** Starts a second host on a folder that has one, and answers with the code it ends by. */
export async function startSecond(host: HostKind, folder: string): Promise<number | null> {
  const options = { host, folder };
  const child =
    host === 'browser'
      ? spawn(process.execPath, [path.join(built, 'main/loopback.cjs'), `--data=${folder}`, '--port=0', '--no-open'], {
          env: environment(options),
          stdio: 'ignore',
        })
      : spawn(asNormalUser(folder).program, [asNormalUser(folder).entry, `--data=${folder}`], {
          env: environment(options),
          stdio: 'ignore',
        });
  await endOf(child);
  return child.exitCode;
}

function addressOf(server: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    const errors: string[] = [];
    server.stderr?.on('data', (chunk: Buffer) => errors.push(String(chunk)));
    const { stdout } = server;
    if (stdout === null) return reject(new Error('host without output'));
    createInterface({ input: stdout }).on('line', (line) => {
      const found = /http:\/\/127\.0\.0\.1:\d+\/\?key=\S+/.exec(line);
      if (found !== null) resolve(found[0]);
    });
    server.once('exit', (code) => reject(new Error(`host ended with ${code}: ${errors.join('')}`)));
  });
}

async function refuseForeign(context: BrowserContext, origin: string, foreign: string[]): Promise<void> {
  await context.route(
    (url) => url.origin !== origin && !['blob:', 'data:', 'about:', 'app:', 'devtools:'].includes(url.protocol),
    (route) => {
      foreign.push(route.request().url());
      return route.abort();
    },
  );
}

/** Connections of the page that are no requests: counted too. */
function noteForeignSockets(page: Page, host: string, foreign: string[]): void {
  page.on('websocket', (socket) => {
    if (new URL(socket.url()).host !== host) foreign.push(socket.url());
  });
}

/** Where an Electron for the tests lies; `''` when there is none. */
export function electronProgram(): string {
  const given = process.env['ELECTRON_OVERRIDE_DIST_PATH'] ?? '';
  const own = path.join(root, 'node_modules/electron/dist');
  for (const folder of [given, own]) {
    const program = path.join(folder, process.platform === 'win32' ? 'electron.exe' : 'electron');
    if (folder !== '' && existsSync(program)) return program;
  }
  return '';
}

/**
 * Chromium's sandbox refuses root, so as root the program runs as a normal user, with the sandbox on: a wrapper that
 * changes the user, on a copy of the build that user can read.
 */
function asNormalUser(folder: string): { program: string; entry: string } {
  const program = electronProgram();
  if (!asRoot) return { program, entry: path.join(built, 'main/electron.cjs') };
  const stage = stageOfBuild();
  const wrapper = path.join(folder, 'electron.sh');
  writeFileSync(wrapper, `#!/bin/sh\nexec runuser -u nobody -- env HOME=${shellWord(folder)} ${shellWord(program)} "$@"\n`);
  chmodSync(wrapper, 0o755);
  chownTree(folder);
  return { program: wrapper, entry: path.join(stage, 'out-test/main/electron.cjs') };
}

/** One word for the shell, whatever is in it: folders of temporary files may have spaces in their names. */
function shellWord(text: string): string {
  return `'${text.replaceAll("'", String.raw`'\''`)}'`;
}

/** The build where a normal user may read it: copied aside and named last, because two workers may come for it at once. */
function stageOfBuild(): string {
  const stages = 'qiantai-stage-';
  const name = `${stages}${statSync(path.join(built, 'main/electron.cjs')).mtimeMs}`;
  const stage = path.join(tmpdir(), name);
  if (existsSync(stage)) return stage;
  const older = readdirSync(tmpdir()).filter((entry) => entry.startsWith(stages) && !entry.startsWith(name));
  for (const entry of older) rmSync(path.join(tmpdir(), entry), { recursive: true, force: true });
  const aside = mkdtempSync(`${stage}.`);
  cpSync(built, path.join(aside, 'out-test'), { recursive: true });
  spawnSync('chmod', ['-R', 'go+rX', aside]);
  try {
    renameSync(aside, stage);
  } catch {
    // Another worker was quicker.
    rmSync(aside, { recursive: true, force: true });
  }
  return stage;
}

function chownTree(folder: string): void {
  chownSync(folder, NOBODY, NOBODY);
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
    if (entry.isSymbolicLink()) continue;
    chownSync(path.join(entry.parentPath, entry.name), NOBODY, NOBODY);
  }
}

async function openInElectron(options: DeskOptions): Promise<DeskHost> {
  const folder = options.folder ?? newFolder();
  const temporary = temporaryOf(folder);
  const { program, entry } = asNormalUser(folder);
  const application: ElectronApplication = await _electron.launch({
    executablePath: program,
    chromiumSandbox: true,
    args: [
      entry,
      `--data=${folder}`,
      `--lang=${options.locale ?? 'zh-CN'}`,
      ...(options.sample === true ? ['--sample'] : []),
      ...(options.switches ?? []),
    ],
    env: stringsOnly({
      ...environment(options),
      ...temporary,
      TZ: 'Asia/Shanghai',
      LANG: options.locale === 'en-GB' ? 'en_GB.UTF-8' : 'zh_CN.UTF-8',
    }),
    timezoneId: 'Asia/Shanghai',
    locale: options.locale ?? 'zh-CN',
  });
  const foreign: string[] = [];
  const context = application.context();
  await refuseForeign(context, 'app://qiantai', foreign);
  const page = await application.firstWindow();
  noteForeignSockets(page, '', foreign);
  const size = options.viewport ?? { width: 1366, height: 768 };
  await page.setViewportSize(size);
  const gone = endOf(application.process());
  return {
    kind: 'electron',
    page,
    context,
    folder,
    address: page.url(),
    foreign,
    savedFile: async (action) => {
      const file = path.join(folder, `saved-${Date.now()}`);
      await answerSaveWindow(application, file, action);
      // It appears whole: written beside its name, and renamed.
      await expect.poll(() => existsSync(file), { timeout: 60_000 }).toBe(true);
      return file;
    },
    cancelledFile: (action) => answerSaveWindow(application, '', action),
    close: () => application.close(),
    kill: async () => {
      await killAll(processesOf(folder));
      await gone;
    },
    gone,
    processes: () => processesOf(folder),
  };
}

/**
 * What the main process answers to something it may well be asked twice. The inspector holds every answer weakly until the process has
 * come round to giving it, also one that is there at once: where the process is busy and clears its memory before that, the
 * answer is given up as collected, though the function has run.
 */
async function askMain<Value>(ask: () => Promise<Value>): Promise<Value> {
  for (;;) {
    try {
      return await ask();
    } catch (error) {
      if (!String(error).includes('promise was garbage collected')) throw error;
    }
  }
}

/**
 * Answers save windows with this file, or cancels them when that is `''`; resolves when the action has asked for one. The answer is
 * in place before anything asks.
 */
async function answerSaveWindow(application: ElectronApplication, file: string, action: () => Promise<void>): Promise<void> {
  await askMain(() =>
    application.evaluate(({ dialog }, filePath) => {
      const asked = { windows: 0 };
      Object.assign(globalThis, { qiantaiSaveWindow: asked });
      dialog.showSaveDialog = () => {
        asked.windows += 1;
        return Promise.resolve({ canceled: filePath === '', filePath });
      };
    }, file),
  );
  await action();
  const asked = () =>
    askMain(() => application.evaluate(() => (globalThis as { qiantaiSaveWindow?: { windows: number } }).qiantaiSaveWindow?.windows ?? 0));
  await expect.poll(asked, { message: 'no save window was asked for', timeout: 60_000 }).toBeGreaterThan(0);
}

function stringsOnly(environment: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(Object.entries(environment).filter((entry): entry is [string, string] => entry[1] !== undefined));
}
