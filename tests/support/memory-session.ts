import { createHostApi } from '../../shared/contract/host-api.ts';
import { failure, success } from '../../shared/contract/result.ts';
import { createClock } from '../../renderer/data/clock.ts';
import { createOutbox } from '../../renderer/data/outbox.ts';
import type { DeskSession } from '../../renderer/data/perform.ts';
import { openTestDatabase } from './test-databases.ts';

export interface MemorySession extends DeskSession {
  /** Who is unlocked from now on. */
  become(personId: string): void;
}

/** A session on an empty book (in Node in memory, in a browser in its store) whose host takes every journal line and knows nothing else. */
export async function memorySession(at = '2026-11-23T00:00:00.000Z'): Promise<MemorySession> {
  const database = await openTestDatabase();
  const host = createHostApi((name, input) => {
    if (name !== 'appendLines' || input === undefined || !('lines' in input)) return Promise.resolve(failure('notInMemory', { name }));
    const last = input.lines.at(-1);
    return Promise.resolve(success({ sequence: last?.sequence ?? 0, hash: '' }));
  });
  let actor = '';
  const clock = createClock(Date.parse(at) - Date.now());
  const outbox = createOutbox(database, host, 'lease', { stored: 0, saved: 0 });
  return {
    database,
    host,
    book: 'book',
    clock,
    outbox,
    actorId: () => actor,
    become: (personId) => {
      actor = personId;
    },
  };
}
