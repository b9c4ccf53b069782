import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createConnection, createServer } from 'node:net';
import path from 'node:path';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { lockFolder, type FolderLockOutcome } from '../../electron/services/folder-lock.ts';
import { temporaryFolder } from './test-host.ts';

afterEach(() => vi.unstubAllEnvs());

async function letGo(outcomes: readonly FolderLockOutcome[]): Promise<void> {
  for (const outcome of outcomes) if ('held' in outcome) await outcome.held.release();
}

const heldBy = (outcomes: readonly FolderLockOutcome[]): number => outcomes.filter((outcome) => 'held' in outcome).length;

/** Leaves behind what a host does that is killed while it holds the folder. */
function killHolder(folder: string): void {
  const script = `
    const { createServer } = require('node:net');
    const { renameSync } = require('node:fs');
    createServer().listen('hidden.sock', () => {
      renameSync('hidden.sock', 'host-00000000000000aa.sock');
      process.kill(process.pid, 'SIGKILL');
    });`;
  spawnSync(process.execPath, ['-e', script], { cwd: folder });
}

const LOWEST = '0'.repeat(16);
const HIGHEST = 'f'.repeat(16);

/** Another start on the folder, that answers as the test says; `null` says nothing and breaks off. Resolves once it is there to be asked. */
async function otherStart(folder: string, id: string, answer: () => string | null) {
  const questions: string[] = [];
  const server = createServer((connection) => {
    connection.on('error', () => undefined);
    connection.once('data', (data) => {
      questions.push(String(data));
      const text = answer();
      if (text === null) connection.destroy();
      else connection.end(text);
    });
  });
  await new Promise<void>((resolve) => void server.listen(path.join(folder, `host-${id}.sock`), resolve));
  return { questions, close: () => new Promise((resolve) => void server.close(resolve)) };
}

/** What the start whose socket lies in the folder beside `known` answers. */
function askStart(folder: string, known: string, question: string): Promise<string> {
  const name = readdirSync(folder).find((found) => found.endsWith('.sock') && !found.includes(known)) ?? '';
  return new Promise((resolve, reject) => {
    const connection = createConnection(path.join(folder, name), () => connection.write(question));
    connection.once('data', (data) => resolve(String(data)));
    connection.once('error', reject);
  });
}

// Windows closes a pipe with the process that made it: nothing is left there to be taken over.
describe.runIf(process.platform !== 'win32')('where a socket outlives its host', () => {
  test('of starts at one moment one holds the folder, whatever a killed host left there', async () => {
    for (let round = 0; round < 20; round += 1) {
      const folder = temporaryFolder();
      if (round % 2 === 0) writeFileSync(path.join(folder, 'host.sock'), '');
      else killHolder(folder);
      const outcomes = await Promise.all(Array.from({ length: 5 }, () => lockFolder(folder, () => undefined)));
      expect(heldBy(outcomes), `round ${round}`).toBe(1);
      expect(await lockFolder(folder, () => undefined)).toEqual({ heldElsewhere: true });
      await letGo(outcomes);
    }
  });

  test('what starts that are gone left there is cleared away, and the next finds the folder free', async () => {
    const folder = temporaryFolder();
    killHolder(folder);
    const first = await lockFolder(folder, () => undefined);
    const [socket, ...others] = readdirSync(folder).filter((name) => name.endsWith('.sock'));
    expect(others).toEqual([]);
    expect(JSON.parse(readFileSync(path.join(folder, 'running.json'), 'utf8'))).toMatchObject({ socket: path.join(folder, socket ?? '') });
    await letGo([first]);
    expect(readdirSync(folder)).toEqual([]);
    const second = await lockFolder(folder, () => undefined);
    expect(heldBy([second])).toBe(1);
    await letGo([second]);
  });

  test.each([
    ['behind\n', 1],
    ['ok\n', 0],
  ])('another start that answers %j leaves the folder to %i', async (answer, held) => {
    const folder = temporaryFolder();
    const other = await otherStart(folder, LOWEST, () => answer);
    const outcome = await lockFolder(folder, () => undefined);
    expect(heldBy([outcome])).toBe(held);
    expect(other.questions).toEqual([expect.stringMatching(/^claim [0-9a-f]{16}\n$/)]);
    await letGo([outcome]);
    await other.close();
  });

  test('another start that ends while it is asked is gone', async () => {
    const folder = temporaryFolder();
    const other = await otherStart(folder, LOWEST, () => {
      void other.close();
      return null;
    });
    const outcome = await lockFolder(folder, () => undefined);
    expect(heldBy([outcome])).toBe(1);
    await letGo([outcome]);
  });

  test.each([
    ['lower', LOWEST, 'behind\n', 0],
    ['higher', HIGHEST, 'ok\n', 1],
  ])('of two starts that both still ask, the one of the lower number goes first: asked by a %s one', async (_name, id, answer, held) => {
    const folder = temporaryFolder();
    let answered = '';
    // Between being asked and answering, a third start has come and asked: what it hears must hold whatever this one says.
    const other = createServer((connection) => {
      connection.once('data', () => {
        void askStart(folder, 'third', `claim ${id}\n`).then((heard) => {
          answered = heard;
          connection.end('behind\n');
        });
      });
    });
    await new Promise<void>((resolve) => void other.listen(path.join(folder, 'host-third.sock'), resolve));
    const outcome = await lockFolder(folder, () => undefined);
    expect(answered).toBe(answer);
    expect(heldBy([outcome])).toBe(held);
    await letGo([outcome]);
    await new Promise((resolve) => void other.close(resolve));
  });

  test('a claim, and a word of the start script, bring the window of the holder to the front', async () => {
    const folder = temporaryFolder();
    let asked = 0;
    const outcome = await lockFolder(folder, () => {
      asked += 1;
    });
    expect(await askStart(folder, 'none', 'front\n')).toBe('ok\n');
    expect(await askStart(folder, 'none', `claim ${LOWEST}\n`)).toBe('ok\n');
    expect(asked).toBe(2);
    await letGo([outcome]);
  });

  test('somebody who connects and says nothing does not keep a host from ending', async () => {
    const folder = temporaryFolder();
    const outcome = await lockFolder(folder, () => undefined);
    const [name = ''] = readdirSync(folder).filter((found) => found.endsWith('.sock'));
    const silent = createConnection(path.join(folder, name));
    await new Promise((resolve) => void silent.once('connect', resolve));
    const closed = new Promise((resolve) => void silent.once('close', resolve));
    await letGo([outcome]);
    await closed;
    expect(silent.bytesRead).toBe(0);
  });

  test('a folder of a long path is held whatever the place for temporary files is called', async () => {
    const folder = path.join(temporaryFolder(), 'x'.repeat(120));
    mkdirSync(folder);
    const first = await lockFolder(folder, () => undefined);
    vi.stubEnv('TMPDIR', temporaryFolder());
    expect(await lockFolder(folder, () => undefined)).toEqual({ heldElsewhere: true });
    await letGo([first]);
  });
});

test('one host holds a folder; a second start asks its window to the front', async () => {
  const folder = temporaryFolder();
  let asked = 0;
  const first = await lockFolder(folder, () => {
    asked += 1;
  });
  expect(await lockFolder(folder, () => undefined)).toEqual({ heldElsewhere: true });
  expect(asked).toBe(1);
  if ('held' in first) await first.held.release();
  const second = await lockFolder(folder, () => undefined);
  expect(second).toHaveProperty('held');
  if ('held' in second) await second.held.release();
});

test.runIf(process.platform !== 'win32')('the socket of a killed host does not keep the folder', async () => {
  const folder = temporaryFolder();
  writeFileSync(path.join(folder, 'host.sock'), '');
  const lock = await lockFolder(folder, () => undefined);
  expect(lock).toHaveProperty('held');
  if ('held' in lock) await lock.held.release();
});

test.runIf(process.platform !== 'win32')('a host that is too busy to answer keeps the folder', async () => {
  const folder = temporaryFolder();
  const busy = createServer(() => undefined);
  await new Promise<void>((resolve) => void busy.listen(path.join(folder, 'host.sock'), resolve));
  expect(await lockFolder(folder, () => undefined, 50)).toEqual({ heldElsewhere: true });
  busy.close();
});
