// Exact linear programming over non-negative integers: simplex by integer pivoting (no fraction, no float), then branch and bound.

/** `coefficients · x  (= | <= | >=)  bound`, all integers. */
export interface Constraint {
  readonly coefficients: readonly bigint[];
  readonly relation: "=" | "<=" | ">=";
  readonly bound: bigint;
}

export type Optimum =
  | { readonly status: "optimal"; readonly value: bigint; readonly point: readonly bigint[] }
  | { readonly status: "infeasible" }
  | { readonly status: "unbounded" };

/** Small problems only: the search stops with an error beyond this many branches, rather than run on. */
const MAX_BRANCHES = 20_000;

/** The largest value of `objective · x` over integer points x >= 0 that meet every constraint. */
export function maximise(
  objective: readonly bigint[],
  constraints: readonly Constraint[],
  mostBranches: number = MAX_BRANCHES,
): Optimum {
  const open: Constraint[][] = [[]];
  let best: { value: bigint; point: readonly bigint[] } | null = null;
  let branches = 0;
  while (open.length > 0) {
    const extra = open.pop()!;
    branches += 1;
    if (branches > mostBranches) throw new Error("The margins leave an integer problem that is too large to solve exactly");
    const relaxed = relaxation(objective, [...constraints, ...extra]);
    if (relaxed.status === "unbounded") return { status: "unbounded" };
    if (relaxed.status === "infeasible") continue;
    if (best !== null && floorDivide(relaxed.value, relaxed.denominator) <= best.value) continue;
    const fractional = relaxed.point.findIndex((value) => value % relaxed.denominator !== 0n);
    if (fractional < 0) {
      best = { value: relaxed.value / relaxed.denominator, point: relaxed.point.map((value) => value / relaxed.denominator) };
      continue;
    }
    const low = floorDivide(relaxed.point[fractional]!, relaxed.denominator);
    const unit = objective.map((_, index) => (index === fractional ? 1n : 0n));
    open.push([...extra, { coefficients: unit, relation: ">=", bound: low + 1n }]);
    open.push([...extra, { coefficients: unit, relation: "<=", bound: low }]);
  }
  return best === null ? { status: "infeasible" } : { status: "optimal", ...best };
}

/** The smallest value; see {@link maximise}. */
export function minimise(objective: readonly bigint[], constraints: readonly Constraint[], mostBranches?: number): Optimum {
  const mirrored = maximise(
    objective.map((value) => -value),
    constraints,
    mostBranches,
  );
  return mirrored.status === "optimal" ? { ...mirrored, value: -mirrored.value } : mirrored;
}

type Relaxed =
  | { status: "optimal"; value: bigint; point: bigint[]; denominator: bigint }
  | { status: "infeasible" }
  | { status: "unbounded" };

/** Rows of integers over one common denominator; the last column is the right-hand side. */
interface Tableau {
  rows: bigint[][];
  basis: number[];
  denominator: bigint;
}

function relaxation(objective: readonly bigint[], constraints: readonly Constraint[]): Relaxed {
  const variables = objective.length;
  const slacks = constraints.filter((constraint) => constraint.relation !== "=").length;
  const structural = variables + slacks;
  const width = structural + constraints.length;
  let slack = variables;
  const tableau: Tableau = { rows: [], basis: [], denominator: 1n };
  constraints.forEach((constraint, index) => {
    const row = new Array<bigint>(width + 1).fill(0n);
    for (let column = 0; column < variables; column += 1) row[column] = constraint.coefficients[column] ?? 0n;
    if (constraint.relation !== "=") {
      row[slack] = constraint.relation === "<=" ? 1n : -1n;
      slack += 1;
    }
    row[width] = constraint.bound;
    const signed = constraint.bound < 0n ? row.map((value) => -value) : row;
    signed[structural + index] = 1n;
    tableau.rows.push(signed);
    tableau.basis.push(structural + index);
  });

  const artificial = new Array<bigint>(width).fill(0n).map((_, column) => (column >= structural ? -1n : 0n));
  const feasible = optimise(tableau, artificial, width);
  if (feasible === "unbounded" || objectiveValue(tableau, artificial, width) !== 0n) return { status: "infeasible" };
  driveOut(tableau, structural);

  const cost = new Array<bigint>(width).fill(0n).map((_, column) => (column < variables ? objective[column]! : 0n));
  if (optimise(tableau, cost, structural) === "unbounded") return { status: "unbounded" };
  const point = new Array<bigint>(variables).fill(0n);
  tableau.basis.forEach((column, row) => {
    if (column < variables) point[column] = tableau.rows[row]![width]!;
  });
  return { status: "optimal", value: objectiveValue(tableau, cost, width), point, denominator: tableau.denominator };
}

/**
 * Bland's rule: always the first column that gains, so that it never cycles. Only columns below `usable` may enter. What each column gains
 * is carried along as one more row.
 */
function optimise(tableau: Tableau, cost: readonly bigint[], usable: number): "optimal" | "unbounded" {
  let gains = gainsOf(tableau, cost, usable);
  for (;;) {
    const entering = gains.findIndex((gain) => gain > 0n);
    if (entering < 0) return "optimal";
    const leaving = tightest(tableau, entering);
    if (leaving < 0) return "unbounded";
    const before = tableau.denominator;
    pivot(tableau, leaving, entering);
    const source = tableau.rows[leaving]!;
    const own = gains[entering]!;
    gains = gains.map((gain, column) => {
      const entry = source[column]!;
      if (entry === 0n) return gain === 0n ? 0n : (gain * tableau.denominator) / before;
      return (gain * tableau.denominator - own * entry) / before;
    });
  }
}

/** Of a column in the basis it is zero. */
function gainsOf(tableau: Tableau, cost: readonly bigint[], usable: number): bigint[] {
  const gains = Array.from({ length: usable }, (_, column) => cost[column]! * tableau.denominator);
  tableau.basis.forEach((basic, row) => {
    const weight = cost[basic]!;
    if (weight === 0n) return;
    const entries = tableau.rows[row]!;
    for (let column = 0; column < usable; column += 1) gains[column]! -= weight * entries[column]!;
  });
  return gains;
}

function tightest(tableau: Tableau, column: number): number {
  const right = (tableau.rows[0]?.length ?? 1) - 1;
  let leaving = -1;
  tableau.rows.forEach((row, index) => {
    const entry = row[column]!;
    if (entry <= 0n) return;
    if (leaving < 0) {
      leaving = index;
      return;
    }
    const held = tableau.rows[leaving]!;
    const difference = row[right]! * held[column]! - held[right]! * entry;
    if (difference < 0n || (difference === 0n && tableau.basis[index]! < tableau.basis[leaving]!)) leaving = index;
  });
  return leaving;
}

function pivot(tableau: Tableau, leaving: number, entering: number): void {
  let source = tableau.rows[leaving]!;
  if (source[entering]! < 0n) {
    source = source.map((value) => -value);
    tableau.rows[leaving] = source;
  }
  const point = source[entering]!;
  const before = tableau.denominator;
  tableau.rows = tableau.rows.map((row, index) => {
    if (index === leaving) return row;
    const own = row[entering]!;
    if (own === 0n) return point === before ? row : row.map((value) => (value === 0n ? 0n : (value * point) / before));
    return row.map((value, column) => (value * point - own * source[column]!) / before);
  });
  tableau.denominator = point;
  tableau.basis[leaving] = entering;
}

/** After the first phase an artificial column can stay in the basis at zero: put a real one in its place, or drop the empty row. */
function driveOut(tableau: Tableau, structural: number): void {
  for (let row = tableau.rows.length - 1; row >= 0; row -= 1) {
    if (tableau.basis[row]! < structural) continue;
    const column = tableau.rows[row]!.findIndex((value, index) => index < structural && value !== 0n);
    if (column >= 0) {
      pivot(tableau, row, column);
    } else {
      tableau.rows.splice(row, 1);
      tableau.basis.splice(row, 1);
    }
  }
}

function objectiveValue(tableau: Tableau, cost: readonly bigint[], right: number): bigint {
  let value = 0n;
  tableau.basis.forEach((column, row) => {
    value += cost[column]! * tableau.rows[row]![right]!;
  });
  return value;
}

function floorDivide(value: bigint, by: bigint): bigint {
  const quotient = value / by;
  return value % by !== 0n && value < 0n ? quotient - 1n : quotient;
}
