import { createHash } from 'node:crypto';
import { realpath, rm } from 'node:fs/promises';
import { createConnection, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { errorCode, writeDurably } from './durable-file.ts';

/**
 * One host per data folder, whichever of the two: held by a local socket, which the system closes however the host
 * ends. A second start asks the first, through the same socket, to come to the front.
 */
export interface FolderLock {
  release(): Promise<void>;
}

export type FolderLockOutcome = { held: FolderLock } | { heldElsewhere: true };

/** Longest path a socket may have on macOS; Linux allows four more. */
const LONGEST_SOCKET = 103;

async function socketOf(folder: string): Promise<string> {
  const real = await realpath(folder);
  const hash = createHash('sha256').update(real).digest('hex').slice(0, 24);
  if (process.platform === 'win32') return `\\\\.\\pipe\\qiantai-${hash}`;
  const inside = path.join(real, 'host.sock');
  return Buffer.byteLength(inside) <= LONGEST_SOCKET ? inside : path.join(tmpdir(), `qiantai-${hash}.sock`);
}

/**
 * @param onFront a second start asks the window to the front
 * @param patienceMs how long a second start waits for the answer of the first
 */
export async function lockFolder(folder: string, onFront: () => void, patienceMs = 5000): Promise<FolderLockOutcome> {
  const socket = await socketOf(folder);
  const server = createServer((connection) => {
    connection.on('error', () => undefined);
    connection.once('data', (data) => {
      if (data.toString('utf8').startsWith('front')) onFront();
      connection.end('ok\n');
    });
  });
  if (!(await listen(server, socket))) {
    if (await askToFront(socket, patienceMs)) return { heldElsewhere: true };
    // Nobody is there: the socket of a host that was killed.
    await rm(socket, { force: true });
    if (!(await listen(server, socket))) return { heldElsewhere: true };
  }
  // The start script finds the socket here without knowing the rule above; a full disk must not keep the desk closed.
  await writeDurably(path.join(folder, 'running.json'), `${JSON.stringify({ socket, pid: process.pid })}\n`).catch(() => undefined);
  return { held: { release: () => release(server, folder) } };
}

function listen(server: Server, socket: string): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const onError = (error: Error): void => {
      if (errorCode(error) === 'EADDRINUSE') resolve(false);
      else reject(error);
    };
    server.once('error', onError);
    server.listen(socket, () => {
      server.off('error', onError);
      resolve(true);
    });
  });
}

/** What the system says of a socket that nobody holds any more. */
const DEAD = new Set(['ECONNREFUSED', 'ENOENT', 'ENOTSOCK']);

/** Asks whoever holds the socket to come to the front; resolves to whether anybody does. A host may be too busy to answer. */
function askToFront(socket: string, patienceMs: number): Promise<boolean> {
  return new Promise((resolve) => {
    const connection = createConnection(socket, () => connection.write('front\n'));
    connection.setTimeout(patienceMs, () => connection.destroy());
    connection.once('data', () => connection.destroy());
    connection.once('error', (error) => resolve(!DEAD.has(errorCode(error))));
    connection.once('close', () => resolve(true));
  });
}

async function release(server: Server, folder: string): Promise<void> {
  await new Promise((resolve) => server.close(resolve));
  await rm(path.join(folder, 'running.json'), { force: true });
}
