// SHA-256 in plain JavaScript, synchronous, so that the same hash is made in Node and in a browser.
import { canonicalJson } from "./canonical-json.ts";

/** SHA-256 over the canonical JSON of `value`, as 64 hexadecimal digits. */
export function hashOf(value: unknown): string {
  return sha256Hex(canonicalJson(value));
}

/** SHA-256 of bytes, or of a text as UTF-8, as 64 hexadecimal digits. */
export function sha256Hex(input: string | Uint8Array): string {
  const bytes = typeof input === "string" ? encoder.encode(input) : input;
  const state = Int32Array.from(initialState);
  const wholeBlocks = bytes.length - (bytes.length % 64);
  for (let offset = 0; offset < wholeBlocks; offset += 64) compress(state, bytes, offset);
  const tail = padded(bytes.subarray(wholeBlocks), bytes.length);
  for (let offset = 0; offset < tail.length; offset += 64) compress(state, tail, offset);
  let hex = "";
  for (const word of state) hex += (word >>> 0).toString(16).padStart(8, "0");
  return hex;
}

const encoder = new TextEncoder();
const schedule = new Int32Array(64);
const primes = firstPrimes(64);
const initialState = Int32Array.from(primes.slice(0, 8), (p) => fractionalBits(Math.sqrt(p)));
const roundConstants = Int32Array.from(primes, (p) => fractionalBits(Math.cbrt(p)));

/** The last bytes, a one bit, zeros, and the length in bits, filling whole blocks. */
function padded(rest: Uint8Array, totalLength: number): Uint8Array {
  const tail = new Uint8Array(rest.length < 56 ? 64 : 128);
  tail.set(rest);
  tail[rest.length] = 0x80;
  const view = new DataView(tail.buffer);
  view.setUint32(tail.length - 8, Math.floor(totalLength / 0x2000_0000));
  view.setUint32(tail.length - 4, (totalLength << 3) >>> 0);
  return tail;
}

function compress(state: Int32Array, bytes: Uint8Array, offset: number): void {
  const w = schedule;
  for (let i = 0, at = offset; i < 16; i += 1, at += 4) {
    w[i] = (bytes[at]! << 24) | (bytes[at + 1]! << 16) | (bytes[at + 2]! << 8) | bytes[at + 3]!;
  }
  for (let i = 16; i < 64; i += 1) {
    const x = w[i - 15]!;
    const y = w[i - 2]!;
    const s0 = rotate(x, 7) ^ rotate(x, 18) ^ (x >>> 3);
    const s1 = rotate(y, 17) ^ rotate(y, 19) ^ (y >>> 10);
    w[i] = (w[i - 16]! + s0 + w[i - 7]! + s1) | 0;
  }
  let a = state[0]!;
  let b = state[1]!;
  let c = state[2]!;
  let d = state[3]!;
  let e = state[4]!;
  let f = state[5]!;
  let g = state[6]!;
  let h = state[7]!;
  for (let i = 0; i < 64; i += 1) {
    const s1 = rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25);
    const t1 = (h + s1 + ((e & f) ^ (~e & g)) + roundConstants[i]! + w[i]!) | 0;
    const s0 = rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22);
    const t2 = (s0 + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    h = g;
    g = f;
    f = e;
    e = (d + t1) | 0;
    d = c;
    c = b;
    b = a;
    a = (t1 + t2) | 0;
  }
  state[0] = state[0]! + a;
  state[1] = state[1]! + b;
  state[2] = state[2]! + c;
  state[3] = state[3]! + d;
  state[4] = state[4]! + e;
  state[5] = state[5]! + f;
  state[6] = state[6]! + g;
  state[7] = state[7]! + h;
}

function rotate(word: number, count: number): number {
  return (word >>> count) | (word << (32 - count));
}

/** The first 32 bits of the fractional part: the standard derives its constants this way from the first primes. */
function fractionalBits(root: number): number {
  return Math.floor((root - Math.floor(root)) * 0x1_0000_0000) | 0;
}

function firstPrimes(count: number): number[] {
  const found: number[] = [];
  for (let candidate = 2; found.length < count; candidate += 1) {
    if (found.every((p) => candidate % p !== 0)) found.push(candidate);
  }
  return found;
}
