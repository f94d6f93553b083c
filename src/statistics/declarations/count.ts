// How many declarations of a quarter had been received: a quarter can only be asked for wages once most of them are in.
import { addQuarters, type Instant, type Quarter, quarterIndexNumber } from "../../kernel/index.ts";
import type { Records } from "../port.ts";
import type { Tables } from "../reference/index.ts";

/** Number of declarations by quarter, each counted once whatever its versions; quarters without any are left out. */
export type DeclarationCounts = ReadonlyMap<number, number>;

export async function declarationsBySql(
  records: Records,
  quarters: readonly number[],
  knownAt: Instant,
): Promise<DeclarationCounts> {
  const rows = await records.query(
    `select a.quarter, count(distinct a.attest_no)::int as n from read.attest a
     where a.quarter = any($1::int[]) and a.received_at <= $2::timestamptz group by a.quarter`,
    [quarters.map(String), knownAt],
  );
  return new Map(rows.map((row) => [Number(row.quarter), Number(row.n)]));
}

export function declarationsInMemory(tables: Tables, quarters: readonly number[], knownAt: Instant): DeclarationCounts {
  const seen = new Map<number, Set<string>>();
  for (const row of tables.attest) {
    if (!quarters.includes(row.quarter) || row.received_at > knownAt) continue;
    seen.set(row.quarter, (seen.get(row.quarter) ?? new Set()).add(row.attest_no));
  }
  return new Map([...seen].map(([quarter, numbers]) => [quarter, numbers.size]));
}

/**
 * Whether the declarations of a quarter are in: at least half as many as of the quarter before. A first quarter with any
 * declaration is in. The share is a rule of thumb of this product, not of the law.
 */
export function declarationsAreIn(counts: DeclarationCounts, quarter: Quarter): boolean {
  const number = quarterIndexNumber(quarter);
  const received = counts.get(number) ?? 0;
  return received > 0 && received * 2 >= (counts.get(number - 1) ?? 0);
}

/** Quarters that the search for a declared one goes back at most. */
const LOOK_BACK = 8;

/** The last quarter, not after the one given, whose declarations were in; the one given when none was. */
export async function lastDeclaredQuarter(evaluator: DeclarationCounter, quarter: Quarter, knownAt: Instant): Promise<Quarter> {
  const candidates = Array.from({ length: LOOK_BACK }, (_, back) => addQuarters(quarter, -back));
  const counts = await evaluator.declarations(quartersToJudge(candidates), knownAt);
  return candidates.find((candidate) => declarationsAreIn(counts, candidate)) ?? quarter;
}

interface DeclarationCounter {
  declarations(quarters: readonly number[], knownAt: Instant): Promise<DeclarationCounts>;
}

/** Quarters that must be counted to judge these. */
export function quartersToJudge(quarters: readonly Quarter[]): readonly number[] {
  return [...new Set(quarters.flatMap((quarter) => [quarterIndexNumber(quarter), quarterIndexNumber(quarter) - 1]))];
}
