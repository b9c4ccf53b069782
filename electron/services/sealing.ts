import { armor, Decrypter, Encrypter, generateX25519Identity, identityToRecipient } from 'age-encryption';
import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { open } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { z } from 'zod';
import { dropTemporary, isDiskError, renamePatiently, syncFolder } from './durable-file.ts';
import { refuse } from './refuse.ts';
import { openStateFile } from './state-file.ts';

/**
 * Sealing with age, openable by the standard tool: `age -d -i identity-….age snapshot-….json.gz.age | zcat`.
 * Files are sealed to a public key; its private half lies beside them, itself sealed by the passphrase. So the host can
 * seal at any time, and no secret of it lies on this disk.
 */
export interface Sealing {
  /** `null` until a passphrase was set. */
  current(): SealKey | null;
  setPassphrase(passphrase: string): Promise<void>;
  /** Goes on with the key of a backup that was opened, the last one where several were, unless one was set here. */
  adopt(key: OpenKey): Promise<void>;
}

/** A key that its passphrase has opened. */
export interface OpenKey extends Omit<SealKey, 'recipient'> {
  identity: string;
}

export interface SealKey {
  /** File name of the sealed private half, different for every key. */
  identityName: string;
  /** What that file holds: an armored age file. */
  identityFile: string;
  recipient: string;
}

const keySchema = z.object({ identityName: z.string(), identityFile: z.string(), recipient: z.string() }).nullable();

/** age's own default for passphrases: about a second, once when it is set and once when a restore begins. */
const WORK_FACTOR = 18;

export async function openSealing(file: string, workFactor = WORK_FACTOR): Promise<Sealing> {
  const state = await openStateFile<SealKey | null>(file, keySchema, null);
  // Somebody who looks for the right backup may open others before.
  let adopted = false;
  return {
    current: () => state.read(),
    setPassphrase: async (passphrase) => {
      const identity = await generateX25519Identity();
      const recipient = await identityToRecipient(identity);
      const encrypter = new Encrypter();
      encrypter.setPassphrase(passphrase);
      encrypter.setScryptWorkFactor(workFactor);
      const identityFile = armor.encode(await encrypter.encrypt(`# public key: ${recipient}\n${identity}\n`));
      const identityName = `identity-${createHash('sha256').update(recipient).digest('hex').slice(0, 12)}.age`;
      await state.write({ identityName, identityFile, recipient });
      adopted = false;
    },
    adopt: async ({ identityName, identityFile, identity }) => {
      if (state.read() !== null && !adopted) return;
      await state.write({ identityName, identityFile, recipient: await identityToRecipient(identity) });
      adopted = true;
    },
  };
}

export function isIdentityName(name: string): boolean {
  return /^identity-[0-9a-f]{12}\.age$/.test(name);
}

/** The private key inside an identity file. Fails with `wrongPassphrase`. */
export async function openIdentity(identityFile: string, passphrase: string): Promise<string> {
  const decrypter = new Decrypter();
  decrypter.addPassphrase(passphrase);
  const text = await decrypter.decrypt(armor.decode(identityFile), 'text').catch(() => refuse('wrongPassphrase'));
  return text.split('\n').find((line) => line.startsWith('AGE-SECRET-KEY-')) ?? refuse('wrongPassphrase');
}

interface SealWays {
  /** File beside the target. */
  temporary?: string;
  /** Hears of every step. */
  alive?: () => void;
}

/** Seals a file to a public key: temp, fsync, rename, folder fsync. Returns the sealed size in bytes. */
export async function sealFile(source: string, target: string, recipient: string, ways: SealWays = {}): Promise<number> {
  const { temporary = `${target}.tmp`, alive } = ways;
  const encrypter = new Encrypter();
  encrypter.addRecipient(recipient);
  try {
    const sealed = await encrypter.encrypt(bytesOf(createReadStream(source), alive));
    await pipeline(readableOf(sealed), createWriteStream(temporary, { mode: 0o600 }));
    const handle = await open(temporary, 'r+');
    let size: number;
    try {
      await handle.sync();
      size = (await handle.stat()).size;
    } finally {
      await handle.close();
    }
    await renamePatiently(temporary, target);
    await syncFolder(path.dirname(target));
    return size;
  } catch (error) {
    await dropTemporary(temporary);
    throw error;
  }
}

/**
 * The plain bytes of a sealed file, as a stream that fails when the file was changed or cut. Fails with `snapshotDamaged` or the
 * disk's error.
 */
export async function unsealFile(file: string, identity: string, alive?: () => void): Promise<Readable> {
  const decrypter = new Decrypter();
  decrypter.addIdentity(identity);
  const source = createReadStream(file);
  try {
    return readableOf(await decrypter.decrypt(bytesOf(source, alive)));
  } catch (error) {
    source.destroy();
    if (isDiskError(error)) throw error;
    return refuse('snapshotDamaged');
  }
}

/** @param alive hears of each piece: it is asked for once the one before it has gone on */
function bytesOf(source: Readable, alive: () => void = () => undefined): ReadableStream<Uint8Array> {
  const chunks = source[Symbol.asyncIterator]();
  return new ReadableStream<Uint8Array>({
    pull: async (controller) => {
      alive();
      const next = await chunks.next();
      if (next.done === true) controller.close();
      else controller.enqueue(new Uint8Array(next.value));
    },
    cancel: async () => {
      await chunks.return?.();
    },
  });
}

/** Given up half way, it gives up its source too: the handle on a file is closed. */
function readableOf(stream: ReadableStream<Uint8Array>): Readable {
  const reader = stream.getReader();
  return new Readable({
    read() {
      reader.read().then(
        ({ done, value }) => this.push(done ? null : value),
        (error: unknown) => this.destroy(error instanceof Error ? error : new Error(String(error))),
      );
    },
    destroy(error, done) {
      giveUp(reader);
      done(error);
    },
  });
}

function giveUp(reader: ReadableStreamDefaultReader): void {
  reader.cancel().catch(() => undefined);
}
