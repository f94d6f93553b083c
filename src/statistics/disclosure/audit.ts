// The attacker: solves for the withheld cells from everything that is shown, exactly and in whole numbers.
import { type Constraint, maximise, minimise } from "../bounds/integer-program.ts";
import type { Line } from "./relations.ts";

/** What the shown cells leave possible for a withheld one. `max` is null when nothing bounds it. */
export interface Possible {
  readonly min: number;
  readonly max: number | null;
}

/**
 * The possible values of each withheld cell (by position). Zeros are always shown, so that a withheld cell is at least 1.
 * Cells that no line ties together are solved apart.
 */
export function possibleValues(
  counts: readonly number[],
  withheld: ReadonlySet<number>,
  lines: readonly Line[],
  wanted: ReadonlySet<number> = withheld,
): ReadonlyMap<number, Possible> {
  const found = new Map<number, Possible>();
  for (const group of groupsOf(withheld, lines)) {
    const constraints = constraintsOf(group, counts, withheld, lines);
    for (const [index, cell] of group.entries()) {
      if (!wanted.has(cell)) continue;
      const form = group.map((_, other) => (other === index ? 1n : 0n));
      const low = minimise(form, constraints);
      const high = maximise(form, constraints);
      found.set(cell, {
        min: low.status === "optimal" ? Number(low.value) + 1 : 1,
        max: high.status === "optimal" ? Number(high.value) + 1 : null,
      });
    }
  }
  return found;
}

/** Withheld cells that share a line, directly or through others. */
function groupsOf(withheld: ReadonlySet<number>, lines: readonly Line[]): number[][] {
  const group = new Map([...withheld].map((cell) => [cell, cell]));
  const rootOf = (cell: number): number => {
    let root = cell;
    while (group.get(root) !== root) root = group.get(root)!;
    return root;
  };
  for (const line of lines) {
    const [first, ...others] = [line.total, ...line.parts].filter((cell) => withheld.has(cell));
    for (const other of others) group.set(rootOf(other), rootOf(first!));
  }
  const byRoot = new Map<number, number[]>();
  for (const cell of withheld) byRoot.set(rootOf(cell), [...(byRoot.get(rootOf(cell)) ?? []), cell]);
  return [...byRoot.values()];
}

function constraintsOf(
  group: readonly number[],
  counts: readonly number[],
  withheld: ReadonlySet<number>,
  lines: readonly Line[],
): Constraint[] {
  const place = new Map(group.map((cell, index) => [cell, index]));
  // Solved for what each cell has above 1, so that "at least 1" needs no constraint of its own.
  const constraints: Constraint[] = [];
  for (const line of lines) {
    if (![line.total, ...line.parts].some((cell) => place.has(cell))) continue;
    // total - sum(parts), with what is shown on the other side.
    const coefficients = new Array<bigint>(group.length).fill(0n);
    let shown = 0n;
    const put = (cell: number, sign: bigint): void => {
      const index = place.get(cell);
      if (withheld.has(cell) && index !== undefined) coefficients[index] = coefficients[index]! + sign;
      else shown += sign * BigInt(counts[cell]!);
    };
    put(line.total, 1n);
    for (const part of line.parts) put(part, -1n);
    constraints.push({ coefficients, relation: line.exact ? "=" : "<=", bound: -shown - sumOf(coefficients) });
    if (!line.exact) constraints.push(...partsBelowTotal(line, place, counts, group.length));
  }
  return constraints;
}

/** Where parts overlap, each is still at most the total. */
function partsBelowTotal(line: Line, place: ReadonlyMap<number, number>, counts: readonly number[], size: number): Constraint[] {
  return line.parts.flatMap((part): Constraint[] => {
    const [p, t] = [place.get(part), place.get(line.total)];
    if (p === undefined && t === undefined) return [];
    const coefficients = new Array<bigint>(size).fill(0n);
    let bound = 0n;
    if (p === undefined) bound -= BigInt(counts[part]!);
    else coefficients[p] = 1n;
    if (t === undefined) bound += BigInt(counts[line.total]!);
    else coefficients[t] = (coefficients[t] ?? 0n) - 1n;
    return [{ coefficients, relation: "<=", bound: bound - sumOf(coefficients) }];
  });
}

function sumOf(values: readonly bigint[]): bigint {
  return values.reduce((sum, value) => sum + value, 0n);
}
