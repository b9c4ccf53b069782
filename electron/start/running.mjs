import { existsSync, readFileSync } from 'node:fs';
import { createConnection } from 'node:net';
import path from 'node:path';

/** Asks a desk that already runs on this folder to come to the front; resolves to whether there is one. */
export function askToFront(folder) {
  const file = path.join(folder, 'running.json');
  if (!existsSync(file)) return Promise.resolve(false);
  let socket;
  try {
    ({ socket } = JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return Promise.resolve(false);
  }
  return new Promise((resolve) => {
    const connection = createConnection(socket, () => connection.write('front\n'));
    connection.setTimeout(3000, () => connection.destroy());
    connection.once('data', () => connection.destroy());
    // Nobody holds the socket any more. Who holds it and is too busy to answer is there.
    connection.once('error', () => resolve(false));
    connection.once('close', () => resolve(true));
  });
}
