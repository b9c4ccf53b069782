import { createHash, randomBytes } from 'node:crypto';
import { readdir, realpath, rename, rm } from 'node:fs/promises';
import { createConnection, createServer, type Server, type Socket } from 'node:net';
import path from 'node:path';
import { dropTemporary, errorCode, writeDurably } from './durable-file.ts';

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
const ID_BYTES = 8;
/** Ends of a socket's name: before it listens nobody looks at it. */
const HIDDEN = '.new';
const SHOWN = '.sock';
/** Word of a start that steps back. */
const BEHIND = 'behind';

/** Where the sockets of a folder's starts lie, and how their names begin. */
interface Place {
  folder: string;
  stem: string;
}

/** What a start has come to: still asking the others, behind one of them, or holding the folder. */
type Standing = 'asking' | 'behind' | 'holding';

/** What is heard from another start: it is dead, has stepped back, or goes before this one. */
type Answer = 'gone' | 'behind' | 'ahead';

/**
 * @param onFront a second start asks the window to the front; `null` for a host that opens none
 * @param patienceMs how long a second start waits for the answer of the first
 */
export async function lockFolder(folder: string, onFront: (() => void) | null, patienceMs = 5000): Promise<FolderLockOutcome> {
  const real = await realpath(folder);
  const hash = createHash('sha256').update(real).digest('hex').slice(0, 24);
  const start = createStart(onFront ?? (() => undefined));
  const socket =
    process.platform === 'win32'
      ? await claimPipe(start, `\\\\.\\pipe\\qiantai-${hash}`, patienceMs)
      : await claimSocket(start, placeOf(real, hash), patienceMs);
  if (socket === null) return { heldElsewhere: true };
  // The start script finds the socket here without knowing the rules below; a full disk must not keep the desk closed.
  const note = path.join(folder, 'running.json');
  await writeDurably(note, `${JSON.stringify({ socket, pid: process.pid, window: onFront !== null })}\n`).catch(() => undefined);
  return {
    held: {
      release: async () => {
        // In this order: the next start writes a note of its own as soon as the socket is gone.
        await dropTemporary(note);
        await leave(start, socket);
      },
    },
  };
}

function placeOf(folder: string, hash: string): Place {
  const longest = path.join(folder, `host-${'0'.repeat(ID_BYTES * 2)}${SHOWN}`);
  // Not where TMPDIR points, which differs between a terminal and a desktop: both must look at one place.
  return Buffer.byteLength(longest) <= LONGEST_SOCKET ? { folder, stem: 'host' } : { folder: '/tmp', stem: `qiantai-${hash}` };
}

/** One start of a host: its number, what others reach it by, and what it has come to. */
interface Start {
  id: string;
  server: Server;
  connections: Set<Socket>;
  standing: Standing;
}

function createStart(onFront: () => void): Start {
  const id = randomBytes(ID_BYTES).toString('hex');
  const start: Start = { id, server: createServer(), connections: new Set(), standing: 'asking' };
  start.server.on('connection', (connection) => {
    start.connections.add(connection);
    connection.on('error', () => undefined);
    connection.once('close', () => start.connections.delete(connection));
    connection.once('data', (data) => {
      const [word, asker = ''] = data.toString('utf8').trim().split(' ');
      // Of two that still ask, the one of the lower number goes first; who has stepped back once never goes on.
      if (word === 'claim' && start.standing === 'asking' && asker < start.id) start.standing = 'behind';
      if (start.standing === 'holding') onFront();
      connection.end(start.standing === 'behind' ? `${BEHIND}\n` : 'ok\n');
    });
  });
  return start;
}

/** A pipe's name is its holder's alone, and gone with it. Answers the name, or `null` when another start holds it. */
async function claimPipe(start: Start, pipe: string, patienceMs: number): Promise<string | null> {
  if (!(await listen(start.server, pipe))) {
    if ((await hear(pipe, start.id, patienceMs)) !== 'gone') return null;
    if (!(await listen(start.server, pipe))) return null;
  }
  start.standing = 'holding';
  return pipe;
}

/**
 * A socket's name outlives a killed host, and to take away the name of one that is dead could hit a start that has just taken
 * its place. So each start has a name that no other ever has, shown only once it listens: what refuses a connection is dead for
 * good. A start shows itself first and asks all others then. Of any two the later one sees the earlier, and whoever holds
 * the folder has heard from every other that it is dead or has stepped back: there are never two.
 * Answers the name, or `null` when another start holds the folder or goes first.
 */
async function claimSocket(start: Start, { folder, stem }: Place, patienceMs: number): Promise<string | null> {
  const name = `${stem}-${start.id}`;
  const socket = path.join(folder, `${name}${SHOWN}`);
  const hidden = path.join(folder, `${name}${HIDDEN}`);
  await listen(start.server, hidden);
  await rename(hidden, socket);
  const others = (await readdir(folder)).filter(
    (other) => other.startsWith(stem) && other.endsWith(SHOWN) && other !== path.basename(socket),
  );
  const answers = await Promise.all(others.map((other) => hear(path.join(folder, other), start.id, patienceMs)));
  // Looked at and settled in one moment: a claim that comes later finds the folder held.
  if (start.standing === 'asking' && !answers.includes('ahead')) {
    start.standing = 'holding';
    return socket;
  }
  await leave(start, socket);
  return null;
}

async function leave(start: Start, socket: string): Promise<void> {
  start.standing = 'behind';
  if (process.platform !== 'win32') await rm(socket, { force: true });
  await new Promise((resolve) => {
    start.server.close(resolve);
    // What was answered is sent; whoever has said nothing yet is not waited for.
    for (const connection of start.connections) connection.destroySoon();
  });
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

/** Hears another start out. Names of the dead are cleared away; one that does not answer in time is ahead. */
async function hear(socket: string, id: string, patienceMs: number): Promise<Answer> {
  const until = performance.now() + patienceMs;
  for (;;) {
    const answer = await ask(socket, id, patienceMs);
    if (answer === 'gone') await rm(socket, { force: true }).catch(() => undefined);
    if (answer !== 'brokenOff') return answer;
    if (performance.now() > until) return 'ahead';
  }
}

/** What the system says of a socket that nobody holds any more. */
const DEAD = new Set(['ECONNREFUSED', 'ENOENT', 'ENOTSOCK']);
/** The other end was closed between connecting and answering: the next try finds out why. */
const BROKEN_OFF = new Set(['ECONNRESET', 'EPIPE']);

/** Asks another start to step back, and its window to the front if it holds the folder. A host may be too busy to answer. */
function ask(socket: string, id: string, patienceMs: number): Promise<Answer | 'brokenOff'> {
  return new Promise((resolve) => {
    const connection = createConnection(socket, () => connection.write(`claim ${id}\n`));
    connection.setTimeout(patienceMs, () => {
      resolve('ahead');
      connection.destroy();
    });
    connection.once('data', (data) => {
      resolve(data.toString('utf8').startsWith(BEHIND) ? 'behind' : 'ahead');
      connection.destroy();
    });
    connection.once('error', (error) => {
      const code = errorCode(error);
      resolve(DEAD.has(code) ? 'gone' : BROKEN_OFF.has(code) ? 'brokenOff' : 'ahead');
    });
    connection.once('close', () => resolve('brokenOff'));
  });
}
