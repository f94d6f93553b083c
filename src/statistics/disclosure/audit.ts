// The attacker: solves for the withheld cells from everything that is shown, exactly and in whole numbers.
import { type Constraint, maximise, minimise } from "../bounds/integer-program.ts";
import { outerBounds } from "./outer-bounds.ts";
import type { Line } from "./relations.ts";
import { shiftOf } from "./shift.ts";
import { floorOf, type Sums } from "./sums.ts";

/** More withheld numbers than this together are not solved for: what cannot be proved safe counts as worked out. */
const MOST = 90;
const ENOUGH = 1000n;
const NEAR = [14, 30, 60] as const;
const FEW = 4;

/** As hard as one question may be; whoever publishes waits for it. */
const BRANCHES = 60;

/** As much as may be sought for one table: somebody waits for it; counted in steps, so that it ends alike on any machine. */
export const WORK = 10_000;

/**
 * Judges whether a withheld number stays possible as several different ones. What has been found possible stays so when more is withheld,
 * and is remembered.
 */
export class Audit {
  readonly #sums: Sums;
  /** Numbers that fit all that is shown, each given by where it departs from the true ones. */
  #witnesses: ReadonlyMap<number, number>[] = [];
  #low: number[] = [];
  #high: number[] = [];
  readonly #linesOf = new Map<number, Line[]>();

  readonly #work: number;
  #spent = 0;

  constructor(sums: Sums, work: number = WORK) {
    this.#sums = sums;
    this.#work = work;
    for (const line of sums.lines)
      for (const cell of new Set([line.total, ...line.parts]))
        this.#linesOf.set(cell, [...(this.#linesOf.get(cell) ?? []), line]);
  }

  /**
   * Whether a withheld number can still be at least `span` different ones, beside all that are withheld. `quick`: among very many, only
   * what is found at once counts.
   */
  isWide(cell: number, withheld: ReadonlySet<number>, span: number, quick = false): boolean {
    if (!this.#linesOf.has(cell) || this.#seen(cell) >= span) return true;
    this.#spent += 1;
    if (this.isSpent) return false;
    if (this.#canShift(cell, withheld, span)) return true;
    if (quick && this.around(cell, withheld, MOST).length > MOST) return false;
    // Near ones first, the others held as they are: what is possible then is possible at all.
    const [first, ...others] = NEAR;
    if (this.#canMove(cell, withheld, first!, span)) return true;
    const whole = this.around(cell, withheld);
    const own = outerBounds(whole, this.#touching(whole), this.#sums, withheld).get(cell)!;
    // Without a solution the tables contradict each other, and nothing follows from them.
    if (own.max < own.min) return true;
    if (own.max - own.min + 1 < span) return false;
    if (others.some((most) => most < whole.length && this.#canMove(cell, withheld, most, span))) return true;
    if (whole.length > MOST) return false;
    return this.#solve(cell, whole, span) || this.#seen(cell) >= span;
  }

  /** From then on, whatever was not found possible yet counts as worked out. */
  get isSpent(): boolean {
    return this.#spent > this.#work;
  }

  /** Whether the number can be shifted along a few sums, which is found much faster than by solving. */
  #canShift(cell: number, withheld: ReadonlySet<number>, span: number): boolean {
    const own = this.#sums.counts[cell]!;
    for (const sign of [1, -1]) {
      const gone = sign > 0 ? (this.#high[cell] ?? own) - own : own - (this.#low[cell] ?? own);
      for (let by = gone + span - this.#seen(cell); by > gone; by -= 1) {
        const shift = shiftOf(cell, sign * by, { sums: this.#sums, linesOf: this.#linesOf, withheld });
        if (shift === null) continue;
        const moves = new Map([...shift].map(([one, own]) => [one, this.#sums.counts[one]! + own]));
        this.#witnesses.push(moves);
        this.#spread(moves);
        break;
      }
    }
    return this.#seen(cell) >= span;
  }

  /** Whether some of the nearest withheld numbers can move so that this one does. */
  #canMove(cell: number, withheld: ReadonlySet<number>, most: number, span: number): boolean {
    const near = this.#near(cell, withheld, most);
    const lines = this.#touching(near);
    const { unknown } = this.#sums;
    if (
      unknown !== undefined &&
      unknown.size > 0 &&
      lines.some((line) => [line.total, ...line.parts].some((one) => unknown.has(one)))
    )
      return false;
    this.#solve(cell, near, span);
    return this.#seen(cell) >= span;
  }

  /** Of each sum only the few largest others, which have most room: so rectangles close before a long sum fills all. */
  #near(cell: number, withheld: ReadonlySet<number>, most: number): readonly number[] {
    const { counts } = this.#sums;
    const found = new Set([cell]);
    for (const at of found) {
      for (const line of this.#linesOf.get(at) ?? []) {
        const others = [line.total, ...line.parts].filter((other) => other !== at && withheld.has(other));
        for (const other of others.sort((a, b) => counts[b]! - counts[a]!).slice(0, FEW)) found.add(other);
      }
      if (found.size >= most) break;
    }
    return [...found].slice(0, most);
  }

  /** Does what it can to find that a withheld number can be shown after all: `keeps` says whether everything else stays safe without it. */
  tryToShow(cell: number, keeps: () => boolean): boolean {
    const before = [this.#witnesses, this.#low, this.#high] as const;
    const left = this.#witnesses.filter((moves) => !moves.has(cell));
    if (left.length < this.#witnesses.length) {
      [this.#witnesses, this.#low, this.#high] = [left, [], []];
      for (const moves of left) this.#spread(moves);
    }
    if (keeps()) return true;
    [this.#witnesses, this.#low, this.#high] = before;
    return false;
  }

  /** All numbers that move in what was found possible for this one at its lowest and its highest. */
  movedWith(cell: number): readonly number[] {
    const own = this.#witnesses.filter((moves) => moves.has(cell)).sort((a, b) => a.get(cell)! - b.get(cell)!);
    return [own[0], own.at(-1)].flatMap((moves) => [...(moves?.keys() ?? [])]);
  }

  #seen(cell: number): number {
    const low = this.#low[cell];
    return low === undefined ? 1 : this.#high[cell]! - low + 1;
  }

  /** Withheld numbers that share a sum with this one, directly or through others, the nearest first. */
  around(cell: number, withheld: ReadonlySet<number>, enough = Number.POSITIVE_INFINITY): readonly number[] {
    const found = new Set([cell]);
    const seen = new Set<Line>();
    for (const at of found) {
      if (found.size > enough) break;
      for (const line of this.#linesOf.get(at) ?? []) {
        if (seen.has(line)) continue;
        seen.add(line);
        if (withheld.has(line.total)) found.add(line.total);
        for (const part of line.parts) if (withheld.has(part)) found.add(part);
      }
    }
    return [...found];
  }

  /** Numbers that share a sum with one of these and are shown. */
  shownBeside(cells: readonly number[], withheld: ReadonlySet<number>): number[] {
    const shown = new Set<number>();
    for (const line of this.#touching(cells)) {
      if (!withheld.has(line.total)) shown.add(line.total);
      for (const part of line.parts) if (!withheld.has(part)) shown.add(part);
    }
    return [...shown];
  }

  #touching(cells: readonly number[]): readonly Line[] {
    const found = new Set<Line>();
    for (const cell of cells) for (const line of this.#linesOf.get(cell) ?? []) found.add(line);
    return [...found];
  }

  /** Remembers what is possible for all `free` numbers, not farther away than is asked; true when the tables contradict each other. */
  #solve(cell: number, free: readonly number[], span: number): boolean {
    const form = free.map((one) => (one === cell ? 1n : 0n));
    const constraints = constraintsOf(free, this.#touching(free), this.#sums);
    if (this.#sums.unknown?.has(cell) !== true) {
      const least = floorOf(cell, this.#sums);
      const own = this.#sums.counts[cell]!;
      constraints.push({ coefficients: form, relation: "<=", bound: BigInt(own + span - 1 - least) });
      constraints.push({ coefficients: form, relation: ">=", bound: BigInt(Math.max(own - span + 1 - least, 0)) });
    } else constraints.push({ coefficients: form, relation: "<=", bound: ENOUGH });
    this.#spent += Math.ceil((free.length * constraints.length) / 100);
    try {
      for (const seek of [maximise, minimise]) {
        const found = seek(form, constraints, BRANCHES);
        if (found.status !== "optimal") return true;
        const point = found.point.map(
          (value, index) => [free[index]!, Number(value) + floorOf(free[index]!, this.#sums)] as const,
        );
        const moves = new Map(
          point.filter(([one, value]) => this.#sums.unknown?.has(one) === true || value !== this.#sums.counts[one]),
        );
        this.#witnesses.push(moves);
        this.#spread(moves);
      }
    } catch {
      // Too large to solve exactly.
    }
    return false;
  }

  #spread(moves: ReadonlyMap<number, number>): void {
    for (const [cell, value] of moves) {
      const start = this.#sums.unknown?.has(cell) === true ? value : this.#sums.counts[cell]!;
      this.#low[cell] = Math.min(this.#low[cell] ?? start, value);
      this.#high[cell] = Math.max(this.#high[cell] ?? start, value);
    }
  }
}

/** Numbers that are not free stand as they are. Solved for what each has above its least, so that this needs no constraint of its own. */
function constraintsOf(free: readonly number[], lines: readonly Line[], sums: Sums): Constraint[] {
  const place = new Map(free.map((cell, index) => [cell, index]));
  const constraint = (terms: readonly (readonly [cell: number, sign: bigint])[], relation: "=" | "<="): Constraint | null => {
    const coefficients = new Array<bigint>(free.length).fill(0n);
    let bound = 0n;
    for (const [cell, sign] of terms) {
      const index = place.get(cell);
      if (index === undefined) bound -= sign * BigInt(sums.counts[cell]!);
      else {
        coefficients[index]! += sign;
        bound -= sign * BigInt(floorOf(cell, sums));
      }
    }
    return coefficients.every((value) => value === 0n) ? null : { coefficients, relation, bound };
  };
  return lines
    .flatMap((line) => {
      const parts = line.parts.map((part) => [part, -1n] as const);
      if (line.exact) return [constraint([[line.total, 1n], ...parts], "=")];
      // Where parts overlap, their total is no more than their sum, and no less than each.
      return [
        constraint([[line.total, 1n], ...parts], "<="),
        ...line.parts.map((part) =>
          constraint(
            [
              [part, 1n],
              [line.total, -1n],
            ],
            "<=",
          ),
        ),
      ];
    })
    .filter((one) => one !== null);
}
