// How much somebody may ask: a bucket per key that fills by the minute. Per process.

interface Bucket {
  left: number;
  at: number;
}

/** Buckets kept; the oldest go first, so that made-up addresses cannot fill the memory. */
const MOST_BUCKETS = 50_000;

export class RateLimiter {
  readonly #perMinute: number;
  readonly #buckets = new Map<string, Bucket>();

  constructor(perMinute: number) {
    this.#perMinute = perMinute;
  }

  /** Seconds to wait; 0 when the request may go on. */
  take(key: string, now: number): number {
    const left = this.#left(key, now);
    // Put at the end again: the order of the map is the order of the last request.
    this.#buckets.delete(key);
    if (this.#buckets.size >= MOST_BUCKETS) this.#buckets.delete(this.#buckets.keys().next().value ?? "");
    const goesOn = left >= 1;
    this.#buckets.set(key, { left: goesOn ? left - 1 : left, at: now });
    return goesOn ? 0 : this.#wait(left);
  }

  /** The same without taking anything. */
  wait(key: string, now: number): number {
    const left = this.#left(key, now);
    return left >= 1 ? 0 : this.#wait(left);
  }

  #left(key: string, now: number): number {
    const held = this.#buckets.get(key) ?? { left: this.#perMinute, at: now };
    return Math.min(this.#perMinute, held.left + ((now - held.at) / 60_000) * this.#perMinute);
  }

  #wait(left: number): number {
    return Math.max(1, Math.ceil(((1 - left) / this.#perMinute) * 60));
  }
}
