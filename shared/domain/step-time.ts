import { addHours } from './due-time.ts';

const MINUTE = 'YYYY-MM-DDTHH:mm'.length;

/** When a step was taken, or what is wrong with the time that was typed. */
export type StepTime = { at: string } | { problem: 'inTheFuture' | 'beforePreviousStep' };

/**
 * The instant of a step that may be entered late: not after now, not before the step before it. Times are typed to the
 * minute, so one of the same minute as the step before counts as just after it. All instants ISO 8601 UTC.
 * @param last when the step before was taken
 * @param wanted as typed; `''` asks for now
 */
export function stepTime(last: string, wanted: string, now: string): StepTime {
  // A clock that was set back must not stop the desk: the book's order holds.
  if (wanted === '') return { at: now < last ? last : now };
  if (wanted > now) return { problem: 'inTheFuture' };
  if (wanted >= last) return { at: wanted };
  return wanted.slice(0, MINUTE) === last.slice(0, MINUTE) ? { at: last } : { problem: 'beforePreviousStep' };
}

/** What was reported longer ago than this is entered from paper or memory. */
const LATE_HOURS = 0.5;

/** Whether a record is entered so late that the steps after it have been taken long since. Instants ISO 8601 UTC, `''` for now. */
export function isEnteredLate(reportedAt: string, now: string): boolean {
  return reportedAt !== '' && reportedAt < addHours(now, -LATE_HOURS);
}
