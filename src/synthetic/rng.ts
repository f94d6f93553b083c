// A small seeded random source (sfc32). The same seed and label always give the same sequence, on every machine,
// and every person has an own source, so that one more person never changes the others.

export interface Rng {
  /** Whole number in [0, 2^32). */
  next(): number;
  /** Whole number from `low` to `high`, both included. */
  between(low: number, high: number): number;
  /** True with the given chance in thousandths (0 to 1000). */
  chance(perMille: number): boolean;
  /** One of the values, each as likely. */
  oneOf<T>(values: readonly T[]): T;
  /** One of the values, by the whole-number weight beside each. */
  weighted<T>(choices: Choices<T>): T;
}

/** Values with cumulative whole-number weights, prepared once by `choices`. */
export interface Choices<T> {
  readonly values: readonly T[];
  readonly upTo: readonly number[];
  readonly total: number;
}

/** Prepares weighted values; weights are whole numbers >= 0 with a sum above 0. */
export function choices<T>(pairs: readonly (readonly [T, number])[]): Choices<T> {
  const values: T[] = [];
  const upTo: number[] = [];
  let total = 0;
  for (const [value, weight] of pairs) {
    if (weight <= 0) continue;
    total += weight;
    values.push(value);
    upTo.push(total);
  }
  if (total <= 0) throw new RangeError("choices need a positive sum of weights");
  return { values, upTo, total };
}

function scramble(text: string): [number, number, number, number] {
  let a = 1779033703;
  let b = 3144134277;
  let c = 1013904242;
  let d = 2773480762;
  for (let i = 0; i < text.length; i++) {
    const k = text.charCodeAt(i);
    a = b ^ Math.imul(a ^ k, 597399067);
    b = c ^ Math.imul(b ^ k, 2869860233);
    c = d ^ Math.imul(c ^ k, 951274213);
    d = a ^ Math.imul(d ^ k, 2716044179);
  }
  a = Math.imul(c ^ (a >>> 18), 597399067);
  b = Math.imul(d ^ (b >>> 22), 2869860233);
  c = Math.imul(a ^ (c >>> 17), 951274213);
  d = Math.imul(b ^ (d >>> 19), 2716044179);
  return [a >>> 0, b >>> 0, c >>> 0, d >>> 0];
}

/** A random source for a seed and any number of labels, for example `rngOf(seed, "person", 12)`. */
export function rngOf(seed: string, ...labels: readonly (string | number)[]): Rng {
  let [a, b, c, d] = scramble(`${seed}\u0000${labels.join("\u0000")}`);

  function next(): number {
    const t = (((a + b) | 0) + d) | 0;
    d = (d + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (c << 21) | (c >>> 11);
    c = (c + t) | 0;
    return t >>> 0;
  }
  for (let i = 0; i < 12; i++) next();

  function between(low: number, high: number): number {
    // A product below 2^53: the span never exceeds 2^21 in this room's use, and is checked.
    const span = high - low + 1;
    if (span < 1 || span > 2_000_000) throw new RangeError(`between(${low}, ${high}) spans ${span} values`);
    return low + Math.floor((next() * span) / 4_294_967_296);
  }

  return {
    next,
    between,
    chance: (perMille) => between(1, 1000) <= perMille,
    oneOf: (values) => {
      if (values.length === 0) throw new RangeError("oneOf needs at least one value");
      return values[between(0, values.length - 1)] as (typeof values)[number];
    },
    weighted: (prepared) => {
      const ticket = between(1, prepared.total);
      let low = 0;
      let high = prepared.upTo.length - 1;
      while (low < high) {
        const middle = (low + high) >> 1;
        if ((prepared.upTo[middle] as number) < ticket) low = middle + 1;
        else high = middle;
      }
      return prepared.values[low] as (typeof prepared.values)[number];
    },
  };
}

const HEX = Array.from({ length: 256 }, (_, i) => i.toString(16).padStart(2, "0"));

/** A reference in the form of a UUID (version 8: made by an own scheme), drawn from the source. */
export function seededUuid(rng: Rng): string {
  const bytes: number[] = [];
  for (let i = 0; i < 4; i++) {
    const word = rng.next();
    bytes.push(word >>> 24, (word >>> 16) & 255, (word >>> 8) & 255, word & 255);
  }
  bytes[6] = ((bytes[6] as number) & 0x0f) | 0x80;
  bytes[8] = ((bytes[8] as number) & 0x3f) | 0x80;
  const hex = bytes.map((byte) => HEX[byte]).join("");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
