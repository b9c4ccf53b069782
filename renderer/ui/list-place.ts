import { pathBefore } from './path-before.ts';

/** The row somebody opened, and where it stood. */
export interface ListPlace {
  id: string;
  index: number;
}

const opened = new Map<string, { place: ListPlace; path: string }>();

/**
 * Keeps which row of a list was opened, so that whoever comes straight back from its page goes on there.
 * @param list the list's own name
 * @param path address of the page that the row opens
 */
export function keepPlace(list: string, place: ListPlace, path: string): void {
  opened.set(list, { place, path });
}

/** The row to begin with: that whose page was left last; `null` for whoever comes from elsewhere, who looks at the first. */
export function placeToBegin(list: string): ListPlace | null {
  const last = opened.get(list);
  if (last === undefined) return null;
  const before = pathBefore();
  return before === last.path || before.startsWith(`${last.path}/`) ? last.place : null;
}
