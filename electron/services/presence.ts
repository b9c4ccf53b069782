import { z } from 'zod';
import type { Clock } from './clock.ts';
import { isSystemError } from './durable-file.ts';
import type { Faults } from './faults.ts';
import { openRecordLog } from './record-log.ts';
import { createSerial } from './serial.ts';

/**
 * Who was unlocked at this desk, and when. Kept on disk, because a line stored before a lock or a crash may reach the
 * journal only afterwards, and must still be taken.
 */
export interface Presence {
  /** `''` when the desk is locked. */
  person(): string;
  begin(personId: string): Promise<void>;
  end(): Promise<void>;
  /**
   * Takes a line's sequence, actor and time: whether the person was unlocked then. Lines come in the order they were
   * stored, so once a line of a later span was taken, earlier spans are closed to the lines after it: nobody can write
   * under a colleague's name of before. The same line may come again when the disk refused it.
   */
  admits(sequence: number, personId: string, at: number): Promise<boolean>;
  /** Where the journal already stands, after a start: spans before its last line are closed. */
  resumeAt(personId: string, at: number): void;
  /** A new book begins: no earlier span speaks for its lines. */
  resumeFromNow(): void;
}

const eventSchema = z.union([z.object({ begin: z.string(), at: z.number() }), z.object({ end: z.number() })]);

type PresenceEvent = z.infer<typeof eventSchema>;

interface Span {
  person: string;
  from: number;
  /** `null` while the person is at the desk. */
  to: number | null;
}

/** The page takes a line's time before it locks, but from its own reading of the clock. */
const TOLERANCE_MS = 2000;
/** A step of the clock beyond this is one that somebody set, or the PC slept. */
const STEP_MS = 1000;
/** How long a span that a crash left open may have lasted. */
const LONGEST_OPEN_MS = 24 * 3600_000;
const KEPT_MS = 400 * 24 * 3600_000;
const KEPT_EVENTS = 5000;
/** Of these, however old they look: the clock may stand wrong at a start, and a line of the last of them may still be to come. */
const KEPT_ANYWAY = 500;

export async function openPresence(file: string, clock: Clock, faults: Faults): Promise<Presence> {
  const log = await openRecordLog(file, eventSchema);
  // A line is looked at while somebody locks the desk: each must find whole what the other notes, and note nothing twice.
  const inTurn = createSerial();
  const spans: Span[] = [];
  for (const event of log.entries()) fold(spans, event);
  let resumed = 0;
  /** Spans that taken lines belong to, by the line's sequence; growing in both. */
  const taken: { sequence: number; span: number }[] = [];
  let seen = { wall: clock.now(), monotonic: clock.monotonic() };

  const unwritten: PresenceEvent[] = [];

  /** A disk that takes nothing must not keep people from reading their book: then the span lives in memory for a while. */
  async function note(event: PresenceEvent): Promise<void> {
    fold(spans, event);
    unwritten.push(event);
    try {
      for (let next = unwritten[0]; next !== undefined; next = unwritten[0]) {
        faults.reach('desk');
        await log.append(next);
        unwritten.shift();
      }
    } catch (error) {
      if (!isSystemError(error)) throw error;
    }
  }

  /** Splits the running span where the clock was set: a line may carry a time of the old clock or of the new. */
  async function observe(): Promise<void> {
    const wall = clock.now();
    const passed = clock.monotonic() - seen.monotonic;
    const before = seen.wall;
    seen = { wall, monotonic: clock.monotonic() };
    const running = spans.at(-1);
    if (running === undefined || running.to !== null || Math.abs(wall - before - passed) <= STEP_MS) return;
    await note({ end: before + passed });
    await note({ begin: running.person, at: wall - passed });
  }

  const left = spans.at(-1);
  if (left !== undefined && left.to === null) {
    // A crash: nobody is at the desk now, but what the person stored before it is still to come.
    await note({ end: Math.max(clock.now(), left.from + LONGEST_OPEN_MS) });
  }
  if (log.entries().length > KEPT_EVENTS) {
    const recent = spans.filter((span, index) => index >= spans.length - KEPT_ANYWAY || (span.to ?? clock.now()) > clock.now() - KEPT_MS);
    const events = recent.flatMap((span) => [{ begin: span.person, at: span.from }, ...(span.to === null ? [] : [{ end: span.to }])]);
    // A log that stays long costs a moment at each start; a disk that takes nothing must not keep the desk shut.
    await log.replace(events).catch((error: unknown) => {
      if (!isSystemError(error)) throw error;
    });
    spans.splice(0, spans.length, ...recent);
  }

  function person(): string {
    const running = spans.at(-1);
    return running !== undefined && running.to === null ? running.person : '';
  }

  function spanOf(personId: string, at: number, from: number): number {
    return spans.findIndex(
      (span, index) =>
        index >= from &&
        span.person === personId &&
        at >= span.from - TOLERANCE_MS &&
        at <= (span.to ?? Math.max(clock.now(), span.from)) + TOLERANCE_MS,
    );
  }

  async function end(): Promise<void> {
    await observe();
    if (person() !== '') await note({ end: clock.now() });
  }

  async function begin(personId: string): Promise<void> {
    if (person() === personId) return;
    await end();
    await note({ begin: personId, at: clock.now() });
  }

  async function admits(sequence: number, personId: string, at: number): Promise<boolean> {
    await observe();
    while ((taken.at(-1)?.sequence ?? 0) >= sequence) taken.pop();
    const earliest = taken.at(-1)?.span ?? resumed;
    const span = spanOf(personId, at, earliest);
    if (span === -1) return false;
    if (span > earliest) taken.push({ sequence, span });
    return true;
  }

  return {
    person,
    end: () => inTurn(end),
    begin: (personId) => inTurn(() => begin(personId)),
    admits: (sequence, personId, at) => inTurn(() => admits(sequence, personId, at)),
    resumeAt: (personId, at) => {
      // Never back: a book that was put back must not open what was closed when it was.
      resumed = Math.max(resumed, spanOf(personId, at, 0));
      taken.length = 0;
    },
    resumeFromNow: () => {
      resumed = spans.length;
      taken.length = 0;
    },
  };
}

function fold(spans: Span[], event: PresenceEvent): void {
  if ('begin' in event) {
    spans.push({ person: event.begin, from: event.at, to: null });
    return;
  }
  const running = spans.at(-1);
  if (running !== undefined && running.to === null) running.to = event.end;
}
