// Measuring: rounds, their median and spread, and what machine they ran on.
import { cpus, loadavg, totalmem } from "node:os";

/** Milliseconds of each round, after some that only warm up. */
export function rounds(count: number, warmUp: number, work: () => void): number[] {
  for (let i = 0; i < warmUp; i += 1) work();
  return Array.from({ length: count }, () => {
    const start = performance.now();
    work();
    return performance.now() - start;
  });
}

/** The contenders take turns within each round, so that a busy moment of the machine touches all of them. */
export function interleaved(count: number, contenders: Readonly<Record<string, () => void>>): Record<string, number[]> {
  const names = Object.keys(contenders);
  const times: Record<string, number[]> = Object.fromEntries(names.map((name) => [name, []]));
  for (let round = -2; round < count; round += 1) {
    for (const name of names) {
      const [time] = rounds(1, 0, contenders[name]!);
      if (round >= 0) times[name]!.push(time!);
    }
  }
  return times;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)]!;
}

export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]!;
}

export interface Machine {
  readonly processor: string;
  readonly cores: number;
  readonly memoryGb: number;
  readonly node: string;
  /** Work waiting for a core when the measurement began: above the number of cores, the figures are too low. */
  readonly load: number;
}

export function machine(): Machine {
  const all = cpus();
  return {
    processor: all[0]?.model.trim() ?? "unknown",
    cores: all.length,
    memoryGb: Math.round(totalmem() / 2 ** 30),
    node: process.version,
    load: Math.round((loadavg()[0] ?? 0) * 10) / 10,
  };
}
