import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { TIMELINE_KINDS } from '../data/queries/unit-timeline.ts';

const folder = path.join(import.meta.dirname, '../../resources/locales/en');

/** Every text of the English screen, by its path. */
function textsOf(tree: object, at: string): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]: [string, unknown]) =>
    typeof value === 'object' && value !== null ? textsOf(value, `${at}.${key}`) : [[`${at}.${key}`, String(value)]],
  );
}

const texts = new Map(
  readdirSync(folder).flatMap((file) => textsOf(JSON.parse(readFileSync(path.join(folder, file), 'utf8')), path.basename(file, '.json'))),
);

describe('plurals of the English', () => {
  const counted = [...texts].filter(([, text]) => /}} (working )?(?!(is|has|appears)\b)[a-z]+s\b/.test(text));
  it.each(counted)('%s: %s', (key) => {
    // Any figure may be one; only `count` chooses between the two.
    expect(key).toMatch(/_other$/);
    expect(texts.get(key.replace(/_other$/, '_one'))).toBeDefined();
  });

  // “Reply 1” beside “Promises 1”: what a unit's history is sorted into are several of a kind, however many there are today.
  it.each(TIMELINE_KINDS)('the history of a unit sorts into %s, in the plural', (kind) => {
    expect(texts.get(`directory.timeline.kinds.${kind}`)).toMatch(/s$|^Praise$/);
  });
});
