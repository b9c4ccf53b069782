/**
 * JSON with bytes, for the browser host. A `Uint8Array` travels as `{"$bytes": base64}`; a key of a plain object that
 * begins with `$` gets one more `$` on the way, so no data can be mistaken for bytes.
 */
const BYTES_KEY = '$bytes';

/** Text of a value made of JSON data and `Uint8Array`s; `undefined` becomes `{}` inside the wrapper of the caller. */
export function encodeWire(value: unknown): string {
  return JSON.stringify(toWire(value));
}

/** Reverse of {@link encodeWire}. Throws `SyntaxError` on text that is not JSON or on bytes that are not base64. */
export function decodeWire(text: string): unknown {
  return fromWire(JSON.parse(text));
}

function toWire(value: unknown): unknown {
  if (value instanceof Uint8Array) return { [BYTES_KEY]: bytesToBase64(value) };
  if (Array.isArray(value)) return value.map(toWire);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key.startsWith('$') ? `$${key}` : key, toWire(part)]));
}

function fromWire(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(fromWire);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value);
  const [first] = entries;
  if (entries.length === 1 && first !== undefined && first[0] === BYTES_KEY) {
    if (typeof first[1] !== 'string') throw new SyntaxError('bytes must be base64 text');
    return base64ToBytes(first[1]);
  }
  // fromEntries defines own properties: a key named __proto__ stays data and never becomes a prototype.
  return Object.fromEntries(entries.map(([key, part]) => [key.startsWith('$$') ? key.slice(1) : key, fromWire(part)]));
}

// String.fromCharCode takes its bytes as arguments, and engines limit how many there may be.
const PIECE = 0x8000;

function bytesToBase64(bytes: Uint8Array): string {
  let binary = '';
  for (let start = 0; start < bytes.length; start += PIECE) {
    binary += String.fromCharCode(...bytes.subarray(start, start + PIECE));
  }
  return btoa(binary);
}

function base64ToBytes(text: string): Uint8Array {
  let binary: string;
  try {
    binary = atob(text);
  } catch {
    throw new SyntaxError('bytes must be base64 text');
  }
  const bytes = new Uint8Array(binary.length);
  for (let index = 0; index < binary.length; index += 1) bytes[index] = binary.charCodeAt(index);
  return bytes;
}
