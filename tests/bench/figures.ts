/** Value below which this share of the measurements lies. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((left, right) => left - right);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

export const median = (values: readonly number[]): number => percentile(values, 0.5);

interface Figure {
  what: string;
  value: string;
  /** What it is held against, and whether it keeps to it; `null` where nothing was aimed at. */
  aim: { words: string; met: boolean } | null;
}

const figures: Figure[] = [];

export function note(what: string, value: string, aim: Figure['aim'] = null): void {
  figures.push({ what, value, aim });
}

export const ms = (value: number): string => `${value < 10 ? value.toFixed(1) : Math.round(value)} ms`;

/** The table of everything noted so far. */
export function table(): string {
  const width = Math.max(...figures.map(({ what }) => what.length));
  const rows = figures.map(({ what, value, aim }) => {
    const verdict = aim === null ? '' : `${aim.words}: ${aim.met ? 'met' : 'MISSED'}`;
    return `${what.padEnd(width)}  ${value.padEnd(34)}  ${verdict}`;
  });
  return rows.join('\n');
}
