// npm test: everything a change has to pass, on a fresh clone, with one command. Ends with `N passed, N failed, N skipped`.
//   --only=types,format,lint,unit,build,e2e,faults   some steps only (`bench` runs by name only)
//   --whole   the whole fault suite instead of its short cut
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { installMissing } from './support/system-packages.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
process.chdir(root);
const output = path.join(root, 'tests/output');
const only =
  process.argv
    .find((argument) => argument.startsWith('--only='))
    ?.slice('--only='.length)
    .split(',') ?? null;
const whole = process.argv.includes('--whole');
const bin = (name) => path.join(root, 'node_modules/.bin', process.platform === 'win32' ? `${name}.cmd` : name);

const totals = { passed: 0, failed: 0, skipped: 0 };
const notes = [];
/** What failed, by name: said once more at the end, because of a long run often only the end is kept. */
const failures = [];

function add(passed, failed, skipped = 0) {
  totals.passed += passed;
  totals.failed += failed;
  totals.skipped += skipped;
}

function addFailure(name) {
  failures.push(name);
  add(0, 1);
}

function run(command, args, options = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      stdio: 'inherit',
      shell: process.platform === 'win32',
      ...options,
      env: { ...process.env, ...options.env },
    });
    child.on('error', () => resolve(1));
    child.on('exit', (code) => resolve(code ?? 1));
  });
}

async function step(name, work) {
  if (only !== null && !only.includes(name)) return;
  const started = Date.now();
  console.log(`\n== ${name}`);
  await work();
  console.log(`== ${name}: ${((Date.now() - started) / 1000).toFixed(1)} s`);
}

async function check(command, args, options) {
  const code = await run(command, args, options);
  if (code === 0) add(1, 0);
  else addFailure([path.relative(root, command), ...args].join(' '));
}

async function dependencies() {
  const installed = path.join(root, 'node_modules/.package-lock.json');
  const fresh = existsSync(installed) && statSync(installed).mtimeMs >= statSync(path.join(root, 'package-lock.json')).mtimeMs;
  if (fresh) return;
  // The Electron binary is fetched by `npm start` when it can be had; tests use the runtime they are given.
  const code = await run('npm', ['ci', '--no-audit', '--no-fund'], { env: { ELECTRON_SKIP_BINARY_DOWNLOAD: '1' } });
  if (code !== 0) throw new Error('npm ci failed');
}

/** Counts of a vitest JSON report; a run that wrote none has failed. */
function countUnit(name, file, code) {
  if (!existsSync(file)) return addFailure(`${name}: no report`);
  const report = JSON.parse(readFileSync(file, 'utf8'));
  add(report.numPassedTests, report.numFailedTests, report.numPendingTests + report.numTodoTests);
  for (const { name: testFile, assertionResults } of report.testResults) {
    const failed = assertionResults.filter(({ status }) => status === 'failed');
    failures.push(...failed.map(({ fullName }) => `${name}: ${path.relative(root, testFile)} › ${fullName}`));
  }
  // A file that could not be loaded has no failing test, and must not pass for that.
  if (report.numFailedTests === 0 && code !== 0) addFailure(`${name}: ended with code ${code}`);
}

async function unit(name, args) {
  const report = path.join(output, `${name}.json`);
  rmSync(report, { force: true });
  const code = await run(bin('vitest'), ['run', ...args, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`]);
  countUnit(name, report, code);
}

/** Counts of a Playwright JSON report. */
function countPlaywright(name, file, code) {
  if (!existsSync(file)) return addFailure(`${name}: no report`);
  const { stats, suites } = JSON.parse(readFileSync(file, 'utf8'));
  add(stats.expected, stats.unexpected + stats.flaky, stats.skipped);
  const specsOf = (suite) => [...(suite.specs ?? []), ...(suite.suites ?? []).flatMap(specsOf)];
  for (const { file: testFile, title, tests } of suites.flatMap(specsOf)) {
    const failed = tests.filter(({ status }) => status === 'unexpected' || status === 'flaky');
    failures.push(...failed.map(({ projectName }) => `${name}: [${projectName}] ${testFile} › ${title}`));
  }
  if (stats.unexpected + stats.flaky === 0 && code !== 0) addFailure(`${name}: ended with code ${code}`);
}

/** A display for Electron where there is none; access is open because the app runs as another user. */
async function withDisplay(work) {
  if (process.platform !== 'linux' || process.env.DISPLAY) return work({});
  if (spawnSync('which', ['Xvfb']).status !== 0) return work({});
  // It must outlive the app: hundreds of kills would each reset it, and one of them ends it.
  const server = spawn('Xvfb', ['-displayfd', '3', '-noreset', '-ac', '-nolisten', 'tcp', '-screen', '0', '1920x1080x24'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const display = await new Promise((resolve, reject) => {
    server.stdio[3].once('data', (chunk) => resolve(String(chunk).trim()));
    server.once('exit', () => reject(new Error('Xvfb ended')));
  });
  try {
    return await work({ DISPLAY: `:${display}` });
  } finally {
    server.kill();
  }
}

function electronThere() {
  const given = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  const program = process.platform === 'win32' ? 'electron.exe' : 'electron';
  return [given, path.join(root, 'node_modules/electron/dist')].some((folder) => folder && existsSync(path.join(folder, program)));
}

async function playwright(name, args, environment = {}) {
  const report = path.join(output, `${name}.json`);
  rmSync(report, { force: true });
  const code = await withDisplay((display) =>
    run(bin('playwright'), ['test', ...args], { env: { ...display, ...environment, QIANTAI_REPORT: report } }),
  );
  countPlaywright(name, report, code);
  if (!electronThere()) {
    notes.push(
      `Electron half of ${name} skipped, because there is no Electron binary: set ELECTRON_OVERRIDE_DIST_PATH or run npm start once.`,
    );
    add(0, 0, 1);
  }
}

/** Prints tables of figures; only something that breaks fails, a missed aim does not. */
async function bench() {
  await check(bin('playwright'), ['test', '--config=playwright.bench.config.ts']);
  await check(bin('vitest'), ['run', '--config=vitest.bench.config.ts', '--silent=false', '--disable-console-intercept']);
}

async function main() {
  mkdirSync(output, { recursive: true });
  installMissing(notes);
  await dependencies();
  await step('types', () => check(bin('tsc'), ['--noEmit', '-p', 'tsconfig.json']));
  await step('format', () => check(bin('oxfmt'), ['--check']));
  await step('lint', async () => {
    await check(bin('oxlint'), ['--deny-warnings']);
    await check(process.execPath, ['tests/support/lint-house.mjs']);
  });
  await step('unit', async () => {
    await unit('unit', []);
    // The data tests once more, on the IndexedDB of a real Chromium.
    await unit('unit-chromium', ['--config=vitest.chromium.config.ts']);
  });
  await step('build', async () => {
    await check(bin('electron-vite'), ['build', '--logLevel=warn']);
    await check(bin('electron-vite'), ['build', '--logLevel=warn'], { env: { QIANTAI_TEST_BUILD: '1' } });
  });
  await step('e2e', () => playwright('e2e', []));
  const faults = ['--config=playwright.faults.config.ts'];
  await step('faults', () => playwright('faults', faults, whole ? { QIANTAI_FAULTS: 'whole' } : {}));
  if (only?.includes('bench')) await step('bench', bench);
  for (const note of notes) console.log(note);
  for (const failure of failures) console.log(`failed: ${failure}`);
  console.log(`${totals.passed} passed, ${totals.failed} failed, ${totals.skipped} skipped`);
  process.exitCode = totals.failed === 0 && totals.passed > 0 ? 0 : 1;
}

await main();
