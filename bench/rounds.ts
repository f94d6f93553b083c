// Contenders take turns within each round, so that whatever else the machine does hits all of them; the ratio is taken within the round.

export interface Contender {
  readonly name: string;
  /** Rows of one turn: slow contenders get fewer. */
  readonly rows: number;
  /** One turn. */
  readonly run: () => void | Promise<void>;
}

export interface Measured {
  readonly name: string;
  readonly rows: number;
  readonly rowsPerSecond: Spread;
  readonly seconds: readonly number[];
}

export interface Spread {
  readonly median: number;
  readonly low: number;
  readonly high: number;
}

const tries = 5;

export async function rounds(contenders: readonly Contender[], count: number): Promise<readonly Measured[]> {
  const seconds = contenders.map((): number[] => []);
  for (const { run } of contenders) await run();
  for (let round = 0; round < count; round += 1) {
    // Another order each time: nobody always comes after the same neighbour.
    for (let turn = 0; turn < contenders.length; turn += 1) {
      const i = (turn + round) % contenders.length;
      globalThis.gc?.();
      // The best of a few tries: on a machine that others use too, the rest measures them. Slow contenders get one.
      let best = Number.POSITIVE_INFINITY;
      for (let attempt = 0, spent = 0; attempt < tries && spent < 400; attempt += 1) {
        const start = performance.now();
        await contenders[i]!.run();
        const took = performance.now() - start;
        spent += took;
        best = Math.min(best, took);
      }
      seconds[i]!.push(best / 1000);
    }
  }
  return contenders.map(({ name, rows }, i) => ({
    name,
    rows,
    rowsPerSecond: spread(seconds[i]!.map((one) => rows / one)),
    seconds: seconds[i]!,
  }));
}

/** How many times faster one is per row than another, round by round. */
export function ratio(measured: readonly Measured[], one: string, other: string): Spread | null {
  const a = measured.find(({ name }) => name === one);
  const b = measured.find(({ name }) => name === other);
  if (a === undefined || b === undefined) return null;
  return spread(a.seconds.map((seconds, round) => a.rows / seconds / (b.rows / b.seconds[round]!)));
}

export function spread(values: readonly number[]): Spread {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const median = sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
  return { median, low: sorted[0]!, high: sorted.at(-1)! };
}
