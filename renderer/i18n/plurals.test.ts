import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

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
});
