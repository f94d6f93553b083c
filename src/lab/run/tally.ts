// Adds up one quarter, case by case: with SIMD over the columns of the lab's memory, and with a loop for the last rows and where there is none.
import type { ColumnArray, ColumnMemory, WasmRun } from "../../law/index.ts";
import { simdFunction } from "../../law/index.ts";
import { tallyBytes, tallyCode } from "./tally-code.ts";

export interface TallyColumns {
  readonly lastQuarter: Int32Array;
  readonly statusBefore: Uint8Array;
  readonly statusAfter: Uint8Array;
  /** Cents over all quarters so far, after less before. */
  readonly net: Float64Array;
  /** 1 once a row had an amount. */
  readonly touched: Uint8Array;
  /** The total before, the total after, then any others. */
  readonly values: readonly ColumnArray[];
}

export interface Tally {
  /** Rows at work, and those among them with an amount under both laws. */
  readonly atWork: number;
  readonly due: number;
  /** Rows among those due whose total differs. */
  readonly changed: number;
  readonly change: number;
  /** Of each value column over the rows that are due. */
  readonly sums: readonly number[];
}

export function tally(memory: ColumnMemory | null, columns: TallyColumns, quarter: number, rows: number): Tally {
  const whole = memory === null || !fits(memory, columns) ? 0 : rows - (rows % 4);
  const first = whole === 0 ? nothing(columns.values.length) : bySimd(memory!, columns, quarter, whole);
  return whole === rows ? first : together(first, byLoop(columns, quarter, whole, rows));
}

function fits(memory: ColumnMemory, columns: TallyColumns): boolean {
  const { lastQuarter, net, touched, values } = columns;
  return (
    [lastQuarter, net, touched, ...values].every((column) => memory.holds(column)) &&
    values.every((column) => column instanceof Int32Array)
  );
}

const runs = new WeakMap<ColumnMemory, Map<number, WasmRun>>();

function bySimd(memory: ColumnMemory, columns: TallyColumns, quarter: number, rows: number): Tally {
  const { lastQuarter, statusBefore, statusAfter, net, touched, values } = columns;
  const known = runs.get(memory) ?? new Map<number, WasmRun>();
  runs.set(memory, known);
  const run = known.get(values.length) ?? simdFunction(memory, tallyCode(values.length));
  known.set(values.length, run);
  const mark = memory.mark();
  const bytes = tallyBytes(values.length);
  const address = memory.take(bytes);
  const all = [lastQuarter, statusBefore, statusAfter, net, touched, ...values];
  run(0, rows, address, quarter, ...all.map((column) => column.byteOffset));
  const { buffer } = memory.memory;
  const counts = new Int32Array(buffer, address, 12);
  const sums = new Float64Array(buffer, address + 48, bytes / 8 - 6);
  const counted = (from: number) => counts[from]! + counts[from + 1]! + counts[from + 2]! + counts[from + 3]!;
  const made: Tally = {
    atWork: counted(0),
    due: counted(4),
    changed: counted(8),
    change: sums[0]! + sums[1]!,
    sums: values.map((_, i) => sums[2 * i + 2]! + sums[2 * i + 3]!),
  };
  memory.release(mark);
  return made;
}

/** The same in JavaScript. */
export function byLoop(columns: TallyColumns, quarter: number, from: number, to: number): Tally {
  const { lastQuarter, statusBefore, statusAfter, net, touched, values } = columns;
  const [before, after] = values as [ColumnArray, ColumnArray];
  let [atWork, due, changed, change] = [0, 0, 0, 0];
  for (let row = from; row < to; row += 1) {
    if (lastQuarter[row]! < quarter) continue;
    atWork += 1;
    if ((statusBefore[row]! | statusAfter[row]!) !== 0) continue;
    const difference = after[row]! - before[row]!;
    due += 1;
    change += difference;
    if (difference !== 0) changed += 1;
    net[row]! += difference;
    touched[row] = 1;
  }
  const sums = values.map((column) => {
    let sum = 0;
    for (let row = from; row < to; row += 1) {
      if (lastQuarter[row]! >= quarter && (statusBefore[row]! | statusAfter[row]!) === 0) sum += column[row]!;
    }
    return sum;
  });
  return { atWork, due, changed, change, sums };
}

function nothing(values: number): Tally {
  return { atWork: 0, due: 0, changed: 0, change: 0, sums: new Array<number>(values).fill(0) };
}

function together(a: Tally, b: Tally): Tally {
  return {
    atWork: a.atWork + b.atWork,
    due: a.due + b.due,
    changed: a.changed + b.changed,
    change: a.change + b.change,
    sums: a.sums.map((sum, i) => sum + b.sums[i]!),
  };
}
