// The columns that runs over one population share, one run after the other.
import type { Quarter } from "../../kernel/index.ts";
import { quarterIndexNumber } from "../../kernel/index.ts";
import { type ColumnArray, ColumnMemory, type Law, type OutputColumns, simdFunction, webAssembly } from "../../law/index.ts";
import { type Assumptions, type Population, wageFacts } from "../population/population.ts";
import { grownLaw, growth } from "./grown-law.ts";
import { type CellGroup, cellGroups } from "./people.ts";
import type { Spread } from "./result.ts";
import { EuroCounts } from "./spread.ts";
import { raiseCode } from "./tally-code.ts";

/** Bytes that a run over so many rows needs for its own columns. */
export function workingBytes(rows: number): number {
  return rows * 144 + 8_000_000;
}

export interface RoomOptions {
  /** Where kernels work; left out, one is made. */
  readonly memory?: ColumnMemory;
  /** Computes in JavaScript even where there is WebAssembly. */
  readonly withoutWasm?: boolean;
}

export class LabRoom {
  readonly population: Population;
  readonly assumptions: Assumptions;
  readonly memory: ColumnMemory | null;
  /** Facts at the level of the quarter at hand. */
  readonly input: Record<string, ColumnArray>;
  readonly lastQuarter: Int32Array;
  /** Cents over all quarters so far, and whether a row ever had an amount. */
  readonly net: Float64Array;
  readonly touched: Uint8Array;
  readonly grown: (law: Law) => Law;
  readonly outputs = new Map<string, readonly OutputColumns[]>();
  readonly cells: readonly CellGroup[];
  /** The law as it is in one quarter, kept for the next reform of it. */
  kept: {
    readonly quarter: Quarter;
    readonly law: Law;
    readonly rows: number;
    readonly output: OutputColumns;
    spread: Spread | null;
  } | null = null;
  readonly euroCounts = new EuroCounts();
  /** Wages at the level of the base quarter. */
  private readonly wages: Readonly<Record<string, ColumnArray>>;
  private dearer: ColumnArray | null = null;
  private poolMark: number | null = null;
  private wagesAt: { readonly quarter: Quarter; readonly rows: number } | null = null;

  constructor(population: Population, assumptions: Assumptions, options: RoomOptions = {}) {
    this.population = population;
    this.assumptions = assumptions;
    const { rows } = population;
    const wasm = webAssembly !== undefined && options.withoutWasm !== true;
    const memory = wasm ? (options.memory ?? new ColumnMemory(workingBytes(rows))) : null;
    this.memory = memory;
    // What stands elsewhere is brought over once, not for every quarter.
    const near = (column: ColumnArray): ColumnArray => {
      if (memory === null || memory.holds(column)) return column;
      const made = memory.column(column.constructor.name as "Int32Array", rows);
      made.set(column);
      return made;
    };
    this.net = (memory?.column("Float64Array", rows) as Float64Array | undefined) ?? new Float64Array(rows);
    this.touched = (memory?.column("Uint8Array", rows) as Uint8Array | undefined) ?? new Uint8Array(rows);
    this.lastQuarter = near(population.lastQuarter) as Int32Array;
    const facts = Object.entries(population.facts).map(([name, column]) => [name, near(column)] as const);
    this.input = Object.fromEntries(facts);
    this.wages = Object.fromEntries(facts.filter(([name]) => (wageFacts as readonly string[]).includes(name)));
    for (const name of Object.keys(this.wages)) {
      this.input[name] = memory?.column("Int32Array", rows) ?? new Int32Array(rows);
    }
    this.cells = cellGroups(population);
    this.grown = grownLaw(population.base, assumptions);
  }

  /** Columns that stay; the pool of the quarter at hand may lie under them. */
  makeOutput(kernel: { makeOutput(count: number): readonly OutputColumns[] }): readonly OutputColumns[] {
    const made = kernel.makeOutput(this.population.rows);
    this.poolMark = this.memory?.mark() ?? 0;
    return made;
  }

  /** Gives back the constants and tables of the quarter before. */
  releasePool(): void {
    if (this.memory === null) return;
    if (this.poolMark !== null) this.memory.release(this.poolMark);
    this.poolMark = this.memory.mark();
  }

  /** Gross wages of the quarter at hand with so much more for everybody. */
  dearerWages(rows: number, more: number): ColumnArray {
    if (this.dearer === null) {
      this.dearer = this.memory?.column("Int32Array", this.population.rows) ?? new Int32Array(this.population.rows);
      this.poolMark = this.memory?.mark() ?? 0;
    }
    const wages = this.input.grossWage!;
    for (let row = 0; row < rows; row += 1) this.dearer[row] = wages[row]! + more;
    return this.dearer;
  }

  /** Wages of the base quarter at the level of another: whole cents, rounded down. */
  raiseWages(quarter: Quarter, rows: number): void {
    if (this.wagesAt?.quarter === quarter && this.wagesAt.rows >= rows) return;
    this.wagesAt = { quarter, rows };
    const apart = quarterIndexNumber(quarter) - quarterIndexNumber(this.population.base);
    const factor = growth(this.assumptions.wageGrowth, apart);
    for (const [name, base] of Object.entries(this.wages)) {
      const raised = this.input[name]!;
      if (factor === 10_000) raised.set(base.subarray(0, rows));
      else if (this.memory === null) {
        // A product of at most 2^31 and some ten thousands stays exact, and a quotient of exact numbers rounds down exactly.
        for (let row = 0; row < rows; row += 1) raised[row] = Math.floor((base[row]! * factor) / 10_000);
      } else raiseBySimd(this.memory, base, raised, factor, rows);
    }
  }
}

function raiseBySimd(memory: ColumnMemory, base: ColumnArray, raised: ColumnArray, factor: number, rows: number): void {
  if (rows === 0) return;
  const mark = memory.mark();
  const address = memory.take(32);
  new Float64Array(memory.memory.buffer, address, 4).set([factor, factor, 10_000, 10_000]);
  // A column has room for the rest of its last group of rows.
  simdFunction(memory, raiseCode())(0, Math.ceil(rows / 4) * 4, address, base.byteOffset, raised.byteOffset);
  memory.release(mark);
}
