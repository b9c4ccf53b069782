/** Adds clock hours to an instant (ISO 8601 UTC). */
export function addHours(at: string, hours: number): string {
  return new Date(Date.parse(at) + hours * 3_600_000).toISOString();
}

/** Making a formatter takes a hundred times as long as using it, and every row of a list shows a time. */
const formatters = new Map<string, { date: Intl.DateTimeFormat; time: Intl.DateTimeFormat }>();

function formattersOf(zone: string): { date: Intl.DateTimeFormat; time: Intl.DateTimeFormat } {
  const known = formatters.get(zone);
  if (known !== undefined) return known;
  const made = {
    date: new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' }),
    time: new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }),
  };
  formatters.set(zone, made);
  return made;
}

/** The local calendar date of an instant in an IANA zone. */
export function localDateOf(at: string, zone: string): string {
  return formattersOf(zone).date.format(new Date(at));
}

/** Local wall-clock `HH:mm` of an instant in an IANA zone. */
export function localTimeOf(at: string, zone: string): string {
  return formattersOf(zone).time.format(new Date(at));
}

/** How far the zone's wall clock is ahead of UTC at an instant, in milliseconds. */
function zoneAheadMs(at: number, zone: string): number {
  const instant = new Date(at).toISOString();
  const minute = Math.floor(at / 60_000) * 60_000;
  return Date.parse(`${localDateOf(instant, zone)}T${localTimeOf(instant, zone)}:00Z`) - minute;
}

/**
 * The instant of a local date and `HH:mm` in an IANA zone. A time that comes twice when clocks go back is the first one;
 * one that a clock change skips moves on by what was skipped.
 */
export function instantOf(date: string, time: string, zone: string): string {
  const wanted = Date.parse(`${date}T${time}:00Z`);
  const dayMs = 86_400_000;
  const before = wanted - zoneAheadMs(wanted - dayMs, zone);
  const after = wanted - zoneAheadMs(wanted + dayMs, zone);
  const fitting = [before, after].filter((at) => at + zoneAheadMs(at, zone) === wanted);
  return new Date(fitting.length > 0 ? Math.min(...fitting) : before).toISOString();
}

/** Whether something due at this instant is late now; what has no due time is never late. */
export function isOverdue(dueAt: string, now: string): boolean {
  return dueAt !== '' && dueAt < now;
}

/** Adds calendar days to a `YYYY-MM-DD` date. */
export function addDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}
