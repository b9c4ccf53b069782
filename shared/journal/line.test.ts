import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { follows, formatLine, hashText, lineHash, ORIGIN_HASH, parseLine } from './line.ts';

function chained(payloads: readonly string[]) {
  let previousHash = ORIGIN_HASH;
  return payloads.map((payload, index) => {
    const line = { sequence: index + 1, previousHash, payloadHash: hashText(payload), payload };
    previousHash = lineHash(line);
    return line;
  });
}

const payload = fc.jsonValue().map((value) => JSON.stringify(value));

describe('journal line', () => {
  it('hashes like everybody else', () => {
    expect(hashText('')).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
    expect(hashText('𠮷')).toBe(hashText('\u{20BB7}'));
  });
  it('goes to the file and back', () => {
    fc.assert(
      fc.property(fc.array(payload, { minLength: 1, maxLength: 8 }), (payloads) => {
        for (const line of chained(payloads)) {
          const text = formatLine(line);
          expect(text.endsWith('\n')).toBe(true);
          expect(text.indexOf('\n')).toBe(text.length - 1);
          expect(parseLine(text.slice(0, -1))).toEqual(line);
        }
      }),
    );
  });
  it('keeps the chain when a payload is erased', () => {
    const [first, second] = chained(['{"a":1}', '{"a":2}']);
    if (first === undefined || second === undefined) throw new Error('two lines expected');
    const erased = parseLine(formatLine({ ...first, payload: null }).slice(0, -1));
    expect(erased).toEqual({ ...first, payload: null });
    expect(erased !== null && follows(second, erased.sequence, lineHash(erased))).toBe(true);
  });
  it('notices every changed character of a line', () => {
    const [line] = chained(['{"customer":"单雄信","rings":"2"}']);
    if (line === undefined) throw new Error('a line expected');
    const text = formatLine(line).slice(0, -1);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: text.length - 1 }), fc.constantFrom('0', 'x', '\t', '单'), (place, character) => {
        if (text[place] === character) return;
        const changed = parseLine(`${text.slice(0, place)}${character}${text.slice(place + 1)}`);
        // A changed sequence or previous hash leaves a whole line that no longer fits its place.
        expect(changed !== null && follows(changed, 0, ORIGIN_HASH)).toBe(false);
      }),
    );
  });
  it('notices every torn line', () => {
    const [line] = chained(['{"a":1}']);
    if (line === undefined) throw new Error('a line expected');
    const text = formatLine(line).slice(0, -1);
    for (let length = 0; length < text.length; length += 1) expect(parseLine(text.slice(0, length))).toBeNull();
  });
  it.each(['', '0', 'x', '1.0', '01', '-1', '9007199254740993'])('refuses sequence %s', (sequence) => {
    expect(parseLine(`${sequence}\t${ORIGIN_HASH}\t${hashText('1')}\t1`)).toBeNull();
  });
});
