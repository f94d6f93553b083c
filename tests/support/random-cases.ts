// Seeded random cases for comparing ways of computing the same law, mostly sound, some wrong on purpose.
import type { OracleCase } from "./law-oracle.ts";

/** A small generator with a seed, so that a failing run can be repeated. */
export function randomNumbers(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296) * below);
  };
}

const packages = ["T2", "P5", "P5_PLUS", "P5_MWB", "AFTER_EVALUATION"] as const;
const needs = ["NONE", "LOW", "MEDIUM", "HIGH"] as const;

export function randomCase(year: number, quarterOfYear: number, random: (below: number) => number): OracleCase {
  const chosen = packages[random(5)]!;
  // From one quarter ahead to 22 back: a few lie outside the term.
  const start = year * 4 + quarterOfYear - 1 - random(23) + (random(40) === 0 ? 1 : 0);
  const grid = () => (random(30) === 0 ? 1 + random(100) : 20 + 5 * random(12));
  const firstDayOfQuarter = [0, 90, 181, 273][quarterOfYear - 1]!;
  const day = () => firstDayOfQuarter - 20 + random(130);
  const firstDay = random(4) === 0 ? day() : null;
  const lastDay = random(4) === 0 ? Math.max(day(), firstDay ?? 0) : null;
  const gross = random(12) === 0 ? random(200) : random(10) === 0 ? random(20_000_000) : 200_000 + random(1_400_000);
  return {
    year,
    quarterOfYear,
    startYear: Math.floor(start / 4),
    startQuarterOfYear: (start % 4) + 1,
    package: chosen,
    percentage: chosen === "AFTER_EVALUATION" ? grid() : null,
    collectivePercentage: random(4) === 0 ? grid() : null,
    need: needs[random(4)]!,
    fraction: random(3) === 0 ? 10_000 : 1 + random(10_000),
    performed: random(3) === 0 ? random(10_001) : null,
    gross,
    contributions: random(400_000),
    reductions: random(20) === 0 ? random(500_000) : random(100_000),
    firstDay,
    lastDay,
  };
}
