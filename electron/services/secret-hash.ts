import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';

/** A PIN or recovery code as it lies on disk: never the secret, one salt each. */
export const secretHashSchema = z.object({
  salt: z.string(),
  hash: z.string(),
  /** scrypt's N; kept with the hash so that it can be raised later. */
  cost: z.int(),
});
export type SecretHash = z.infer<typeof secretHashSchema>;

/** About 80 ms and 32 MB on an office PC: slow for a thief's list of ten thousand PINs, bearable at every unlock. */
export const SCRYPT_COST = 2 ** 15;
const BLOCK_SIZE = 8;
const HASH_BYTES = 32;

function derive(secret: string, salt: Buffer, cost: number): Promise<Buffer> {
  const options = { N: cost, r: BLOCK_SIZE, p: 1, maxmem: 256 * cost * BLOCK_SIZE };
  return new Promise((resolve, reject) => {
    scrypt(secret, salt, HASH_BYTES, options, (error, key) => (error === null ? resolve(key) : reject(error)));
  });
}

export async function hashSecret(secret: string, cost: number): Promise<SecretHash> {
  const salt = randomBytes(16);
  const key = await derive(secret, salt, cost);
  return { salt: salt.toString('base64'), hash: key.toString('base64'), cost };
}

export async function fitsSecret(secret: string, stored: SecretHash): Promise<boolean> {
  const expected = Buffer.from(stored.hash, 'base64');
  const key = await derive(secret, Buffer.from(stored.salt, 'base64'), stored.cost);
  return expected.length === key.length && timingSafeEqual(expected, key);
}
