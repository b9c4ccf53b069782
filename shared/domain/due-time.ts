/** Adds clock hours to an instant (ISO 8601 UTC). */
export function addHours(at: string, hours: number): string {
  return new Date(Date.parse(at) + hours * 3_600_000).toISOString();
}

/** The local calendar date of an instant in an IANA zone. */
export function localDateOf(at: string, zone: string): string {
  const parts = new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' });
  return parts.format(new Date(at));
}

/** Local wall-clock `HH:mm` of an instant in an IANA zone. */
export function localTimeOf(at: string, zone: string): string {
  return new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(
    new Date(at),
  );
}

/** The instant of a local date and `HH:mm` in an IANA zone; where a clock change skips the time, the instant after it. */
export function instantOf(date: string, time: string, zone: string): string {
  const wanted = Date.parse(`${date}T${time}:00Z`);
  let at = wanted;
  // Two rounds settle every zone: the first guess may lie on the other side of a clock change.
  for (let round = 0; round < 2; round += 1) {
    const shown = Date.parse(`${localDateOf(new Date(at).toISOString(), zone)}T${localTimeOf(new Date(at).toISOString(), zone)}:00Z`);
    at += wanted - shown;
  }
  return new Date(at).toISOString();
}

/** Whether something due at this instant is late now; what has no due time is never late. */
export function isOverdue(dueAt: string, now: string): boolean {
  return dueAt !== '' && dueAt < now;
}

/** Adds calendar days to a `YYYY-MM-DD` date. */
export function addDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}
