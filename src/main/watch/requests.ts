// Counts requests and how long they took, in the process that serves them: by door and outcome, never by address or visitor.

const BOUNDS_MS = [5, 10, 25, 50, 100, 250, 500, 1000, 2500, 10_000] as const;
/** Of the last requests, for the share that failed and the slowest twentieth. */
const RECENT = 1_000;

export type Door = "web" | "api";

export interface RequestCounts {
  readonly count: number;
  /** Of these, at most the last thousand. */
  readonly recent: number;
  readonly recentErrors: number;
  /** Milliseconds within which 95 % of the recent requests were answered; null before the first. */
  readonly p95: number | null;
}

interface Series {
  count: number;
  sumMs: number;
  readonly buckets: number[];
}

export class RequestMeter {
  readonly #series = new Map<string, Series>();
  readonly #times = new Float64Array(RECENT);
  readonly #failed = new Uint8Array(RECENT);
  #count = 0;

  /** @param ms - From the first byte read to the answer. */
  note(door: Door, status: number, ms: number): void {
    const key = `door="${door}",status="${Math.floor(status / 100)}xx"`;
    let series = this.#series.get(key);
    if (series === undefined) {
      series = { count: 0, sumMs: 0, buckets: BOUNDS_MS.map(() => 0) };
      this.#series.set(key, series);
    }
    series.count += 1;
    series.sumMs += ms;
    const bucket = BOUNDS_MS.findIndex((bound) => ms <= bound);
    if (bucket >= 0) series.buckets[bucket]! += 1;
    this.#times[this.#count % RECENT] = ms;
    this.#failed[this.#count % RECENT] = status >= 500 ? 1 : 0;
    this.#count += 1;
  }

  counts(): RequestCounts {
    const recent = Math.min(this.#count, RECENT);
    const sorted = this.#times.slice(0, recent).sort();
    return {
      count: this.#count,
      recent,
      recentErrors: this.#failed.slice(0, recent).reduce((sum, one) => sum + one, 0),
      p95: recent === 0 ? null : sorted[Math.min(recent - 1, Math.floor(recent * 0.95))]!,
    };
  }

  /** Lines in the text form that Prometheus reads. */
  lines(): string[] {
    const name = "maatwerk_request_duration_milliseconds";
    const lines = [`# TYPE ${name} histogram`];
    for (const [labels, { count, sumMs, buckets }] of [...this.#series].sort(([a], [b]) => (a < b ? -1 : 1))) {
      let below = 0;
      for (const [at, bound] of BOUNDS_MS.entries()) {
        below += buckets[at]!;
        lines.push(`${name}_bucket{${labels},le="${bound}"} ${below}`);
      }
      lines.push(
        `${name}_bucket{${labels},le="+Inf"} ${count}`,
        `${name}_sum{${labels}} ${sumMs.toFixed(1)}`,
        `${name}_count{${labels}} ${count}`,
      );
    }
    return lines;
  }
}
