import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodeWire, encodeWire } from '../../shared/contract/codec.ts';

test('whatever JSON and bytes go in come out', () => {
  const bytes = fc.uint8Array({ maxLength: 200 }).map((array) => new Uint8Array(array));
  const { value } = fc.letrec((tie) => ({
    value: fc.oneof(
      fc.constantFrom(null, true, '$bytes', '协调单 𠮷'),
      fc.integer(),
      fc.string(),
      bytes,
      fc.array(tie('value'), { maxLength: 4 }),
      fc.dictionary(fc.oneof(fc.constantFrom('$bytes', '$$bytes', '$', '__proto__', 'a'), fc.string()), tie('value'), { maxKeys: 4 }),
    ),
  }));
  fc.assert(
    fc.property(value, (sent) => {
      expect(normalise(decodeWire(encodeWire(sent)))).toEqual(normalise(sent));
    }),
    { numRuns: 500 },
  );
});

/** Objects without a prototype count as plain ones; entries are compared in order, so that `__proto__` is compared too. */
function normalise(value: unknown): unknown {
  if (value instanceof Uint8Array) return `bytes ${[...value].join(' ')}`;
  if (Array.isArray(value)) return value.map(normalise);
  if (typeof value === 'object' && value !== null) return Object.entries(value).map(([key, part]) => [key, normalise(part)]);
  return Object.is(value, -0) ? 0 : value;
}

test('data that looks like bytes stays data', () => {
  expect(decodeWire(encodeWire({ $bytes: 'AAAA' }))).toEqual({ $bytes: 'AAAA' });
});

test.each(['{"$bytes":7}', '{"$bytes":"€"}', '{', ''])('%s is refused', (text) => {
  expect(() => decodeWire(text)).toThrow(SyntaxError);
});

test('large bytes survive', () => {
  const bytes = new Uint8Array(1_000_003).map((_byte, index) => index % 251);
  const received = decodeWire(encodeWire(bytes));
  expect(received instanceof Uint8Array && Buffer.from(received).equals(bytes)).toBe(true);
});
