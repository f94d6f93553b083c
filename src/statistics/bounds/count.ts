// How many whole-number populations fit the margins: eliminate to free cells, walk all but the last, and count the last in one step.
import type { Constraint } from "./integer-program.ts";

/** Beyond this many steps the count is not made. */
const MAX_STEPS = 3_000_000;

interface CellRange {
  readonly min: number;
  readonly max: number | null;
}

/**
 * The number of integer points, or null when it is infinite or would take too long. Inequalities become equalities with a slack
 * cell, which is free but not counted on its own: it follows from the others.
 */
export function countSolutions(constraints: readonly Constraint[], cells: readonly CellRange[]): bigint | null {
  if (cells.some((cell) => cell.max === null)) return null;
  const equalities = constraints.filter((constraint) => constraint.relation === "=");
  const system = reduce(equalities, cells.length);
  const free = [...cells.keys()].filter((column) => !system.pivots.includes(column));
  let steps = 1;
  for (const column of free.slice(0, -1)) steps *= cells[column]!.max! - cells[column]!.min + 1;
  if (steps > MAX_STEPS) return null;
  if (free.length === 0) return fits([], free, system, constraints, cells.length) ? 1n : 0n;

  let total = 0n;
  const walk = (chosen: bigint[]): void => {
    const column = free[chosen.length]!;
    const last = chosen.length === free.length - 1;
    if (last) {
      total += countLast(chosen, free, system, constraints, cells[column]!);
      return;
    }
    for (let value = cells[column]!.min; value <= cells[column]!.max!; value += 1) walk([...chosen, BigInt(value)]);
  };
  walk([]);
  return total;
}

/** Reduced rows over a per-row denominator: `denominator * x[pivot] = constant - sum(coefficient * x[free])`. */
interface Reduced {
  readonly pivots: number[];
  readonly rows: { pivot: number; denominator: bigint; coefficients: bigint[]; constant: bigint }[];
}

function reduce(equalities: readonly Constraint[], width: number): Reduced {
  const rows = equalities.map((constraint) => [...constraint.coefficients, constraint.bound]);
  const pivots: number[] = [];
  let next = 0;
  for (let column = 0; column < width && next < rows.length; column += 1) {
    const found = rows.findIndex((row, index) => index >= next && row[column] !== 0n);
    if (found < 0) continue;
    const source = rows[found]!;
    rows[found] = rows[next]!;
    rows[next] = source[column]! < 0n ? source.map((value) => -value) : source;
    const lead = rows[next]!;
    for (const [index, row] of rows.entries()) {
      if (index === next || row[column] === 0n) continue;
      const factor = row[column]!;
      rows[index] = row.map((value, position) => value * lead[column]! - lead[position]! * factor);
    }
    pivots.push(column);
    next += 1;
  }
  return {
    pivots,
    rows: pivots.map((pivot, index) => {
      const row = rows[index]!;
      const sign = row[pivot]! < 0n ? -1n : 1n;
      return {
        pivot,
        denominator: row[pivot]! * sign,
        coefficients: row.slice(0, width).map((value, column) => (column === pivot ? 0n : value * sign)),
        constant: row[width]! * sign,
      };
    }),
  };
}

/** With all free cells but one chosen, every cell is a line in the last one: intersect the half-lines, then mind divisibility. */
function countLast(
  chosen: readonly bigint[],
  free: readonly number[],
  system: Reduced,
  constraints: readonly Constraint[],
  range: CellRange,
): bigint {
  const column = free[free.length - 1]!;
  let low = BigInt(range.min);
  let high = BigInt(range.max!);
  let divisible = true;
  for (const row of system.rows) {
    let constant = row.constant;
    for (const [index, value] of chosen.entries()) constant -= row.coefficients[free[index]!]! * value;
    const slope = row.coefficients[column]!;
    if (row.denominator !== 1n && !(constant % row.denominator === 0n && slope % row.denominator === 0n)) divisible = false;
    if (slope === 0n && constant < 0n) return 0n;
    if (slope > 0n) high = smaller(high, floorDivide(constant, slope));
    if (slope < 0n) low = larger(low, ceilDivide(-constant, -slope));
  }
  if (low > high) return 0n;
  if (divisible && constraints.every((constraint) => constraint.relation === "=")) return high - low + 1n;
  let count = 0n;
  for (let value = low; value <= high; value += 1n) {
    if (fits([...chosen, value], free, system, constraints, system.rows[0]?.coefficients.length ?? free.length)) count += 1n;
  }
  return count;
}

function fits(
  chosen: readonly bigint[],
  free: readonly number[],
  system: Reduced,
  constraints: readonly Constraint[],
  width: number,
): boolean {
  const point = new Array<bigint>(width).fill(0n);
  for (const [index, value] of chosen.entries()) point[free[index]!] = value;
  for (const row of system.rows) {
    const value = row.constant - row.coefficients.reduce((sum, coefficient, index) => sum + coefficient * point[index]!, 0n);
    if (value < 0n || value % row.denominator !== 0n) return false;
    point[row.pivot] = value / row.denominator;
  }
  return constraints.every((constraint) => {
    const value = constraint.coefficients.reduce((sum, coefficient, index) => sum + coefficient * point[index]!, 0n);
    if (constraint.relation === "=") return value === constraint.bound;
    return constraint.relation === "<=" ? value <= constraint.bound : value >= constraint.bound;
  });
}

function floorDivide(value: bigint, by: bigint): bigint {
  const quotient = value / by;
  return value % by !== 0n && value < 0n ? quotient - 1n : quotient;
}

function ceilDivide(value: bigint, by: bigint): bigint {
  return -floorDivide(-value, by);
}

function smaller(a: bigint, b: bigint): bigint {
  return a < b ? a : b;
}

function larger(a: bigint, b: bigint): bigint {
  return a > b ? a : b;
}
