// Columns in WebAssembly: one or several scenarios of the law over one population in one pass, four rows at a time.
import type { Quarter } from "../../../kernel/index.ts";
import type { SwitchChoice } from "../../model.ts";
import { type CompiledColumns, compileColumns } from "../columns/compiler.ts";
import { NotInColumns } from "../columns/expression.ts";
import type { ColumnArrayName, InputColumn } from "../columns/input-column.ts";
import type { ColumnArray, InputColumns, OutputColumn, OutputColumns } from "../columns/kernel.ts";
import { type Law, switchKey } from "../law.ts";
import { ColumnMemory, rowsPerGroup } from "./column-memory.ts";
import { type LoweredColumn, lower } from "./lower.ts";
import { instanceOf, moduleOf } from "./modules.ts";
import { type ReadColumns, readColumns } from "./read-statements.ts";
import { StatementGraph } from "./statement-graph.ts";
import type { WasmModule, WasmRun } from "./wasm-api.ts";
import { moduleBytes } from "./wasm-bytes.ts";

/** A law and the readings under which it is followed. */
export interface Scenario {
  readonly law: Law;
  readonly switches?: SwitchChoice;
  /** Left out: the rules asked of all scenarios. */
  readonly rules?: readonly string[];
}

/** What another thread needs to run the same rows: code, shared memory and addresses. */
export interface WasmCall {
  readonly module: WasmModule;
  readonly addresses: readonly number[];
}

export interface WasmKernel {
  readonly quarter: Quarter;
  /** Facts of all scenarios together. */
  readonly inputs: readonly InputColumn[];
  /** By scenario. */
  readonly outputs: readonly (readonly OutputColumn[])[];
  readonly openPoints: readonly string[];
  readonly module: WasmModule;
  readonly codeBytes: number;
  readonly poolBytes: number;
  /** Columns in the kernel's memory, every fact left out. */
  makeInput(count: number): Record<string, ColumnArray>;
  makeOutput(count: number): readonly OutputColumns[];
  /**
   * Computes the first `count` rows of every scenario. Columns in the kernel's memory are used where they stand; others go through it in
   * pieces. Throws a `TypeError` when a column is missing.
   */
  run(columns: InputColumns, count: number, output: readonly OutputColumns[]): void;
  /** For threads; all columns must stand in the kernel's memory. */
  call(columns: InputColumns, output: readonly OutputColumns[]): WasmCall;
}

export interface WasmOptions {
  readonly rules: readonly string[];
  /** Where the columns are; left out, a small one through which columns go in pieces. */
  readonly memory?: ColumnMemory;
}

/** Rows per call: small enough to stay near the processor, many enough that calls cost nothing. A new call may use better code. */
const rowsPerCall = 4096;

/** Throws `NotInColumns` when the law cannot be computed exactly in columns, and a `TypeError` where there is no WebAssembly. */
export function wasmColumns(scenarios: readonly Scenario[], quarter: Quarter, options: WasmOptions): WasmKernel {
  const compiled = scenarios.map(({ law, switches = {}, rules = options.rules }) => compiledOf(law, quarter, switches, rules));
  const graph = new StatementGraph();
  const inputs = [...new Map(compiled.flatMap((one) => one.inputs.map((input) => [input.name, input] as const))).values()];
  const read = compiled.map((one) => readColumns(one, graph));
  const outputs = read.map((one) => one.outputs.map(outputColumn));
  const columns = read.flatMap((one, i): LoweredColumn[] => [
    ...one.outputs.map(({ node }, j) => ({ node, array: outputs[i]![j]!.array })),
    { node: one.status, array: "Uint8Array" },
  ]);
  const { shape, pool } = lower(inputs, columns);
  const memory = options.memory ?? new ColumnMemory(pool.byteLength + 4096 + pieceBytes(inputs, columns));
  const bytes = moduleBytes(shape, memory);
  const module = moduleOf(bytes);
  const run = instanceOf(module, memory);
  const poolAddress = memory.take(pool.byteLength);
  new Uint8Array(memory.memory.buffer, poolAddress, pool.byteLength).set(pool);
  let pieces: ReturnType<typeof makePieces> | null = null;

  const makeInput = (count: number) =>
    Object.fromEntries(inputs.map((one) => [one.name, filled(memory.column(one.array, count), one)]));
  const makePieces = () => ({ input: makeInput(rowsPerCall), output: outputsOf(outputs, memory, rowsPerCall) });

  const listed = (given: InputColumns, output: readonly OutputColumns[], count: number): readonly ColumnArray[] => [
    ...inputs.map(({ name }) => named(given, name, count)),
    ...outputs.flatMap((list, i) => {
      const one = output[i];
      if (one === undefined) throw new TypeError(`There are columns for ${output.length} scenarios, not ${outputs.length}`);
      return [...list.map(({ rule }) => named(one.values, rule, count)), named({ status: one.status }, "status", count)];
    }),
  ];

  return {
    quarter,
    inputs,
    outputs,
    openPoints: [...new Set(compiled.flatMap((one) => one.openPoints))].sort(),
    module,
    codeBytes: bytes.byteLength,
    poolBytes: pool.byteLength,
    makeInput,
    makeOutput: (count) => outputsOf(outputs, memory, count),
    run: (given, count, output) => {
      const all = listed(given, output, count);
      if (all.every((column) => memory.holds(column))) {
        inCalls(
          run,
          poolAddress,
          all.map((column) => column.byteOffset),
          count,
        );
        return;
      }
      pieces ??= makePieces();
      const near = listed(pieces.input, pieces.output, 0);
      for (let from = 0; from < count; from += rowsPerCall) {
        const rows = Math.min(rowsPerCall, count - from);
        inputs.forEach((_, i) => {
          near[i]!.set(all[i]!.subarray(from, from + rows));
        });
        inCalls(
          run,
          poolAddress,
          near.map((column) => column.byteOffset),
          rows,
        );
        for (let i = inputs.length; i < all.length; i += 1) all[i]!.set(near[i]!.subarray(0, rows), from);
      }
    },
    call: (given, output) => {
      const all = listed(given, output, 0);
      if (!all.every((column) => memory.holds(column))) throw new TypeError("Threads need columns in the kernel's memory");
      return { module, addresses: [poolAddress, ...all.map((column) => column.byteOffset)] };
    },
  };
}

const compiledBefore = new WeakMap<Law, Map<string, CompiledColumns>>();
const compiledKept = 64;

/** A law never changes, so what it was compiled to is kept as long as the law is. */
function compiledOf(law: Law, quarter: Quarter, switches: SwitchChoice, rules: readonly string[]): CompiledColumns {
  const known = compiledBefore.get(law) ?? new Map<string, CompiledColumns>();
  compiledBefore.set(law, known);
  const key = `${quarter} ${switchKey(switches)} ${rules.join(" ")}`;
  const found = known.get(key);
  if (found !== undefined) return found;
  const made = compileColumns(law, quarter, switches, rules);
  if (known.size >= compiledKept) known.clear();
  known.set(key, made);
  return made;
}

function outputsOf(outputs: readonly (readonly OutputColumn[])[], memory: ColumnMemory, count: number): readonly OutputColumns[] {
  return outputs.map((list) => ({
    values: Object.fromEntries(list.map(({ rule, array }) => [rule, memory.column(array, count)])),
    status: memory.column("Uint8Array", count) as Uint8Array,
  }));
}

/** The last group may reach past the rows: every column in the memory has room for it. */
function inCalls(run: WasmRun, pool: number, addresses: readonly number[], count: number): void {
  const end = Math.ceil(count / rowsPerGroup) * rowsPerGroup;
  for (let from = 0; from < end; from += rowsPerCall) run(from, Math.min(from + rowsPerCall, end), pool, ...addresses);
}

function pieceBytes(inputs: readonly InputColumn[], outputs: readonly LoweredColumn[]): number {
  return (inputs.length + outputs.length) * rowsPerCall * 8 * 2;
}

function filled(column: ColumnArray, { absent }: InputColumn): ColumnArray {
  return column.fill(absent ?? 0);
}

function named(columns: InputColumns, name: string, count: number): ColumnArray {
  const column = columns[name];
  if (column === undefined || column.length < count) {
    throw new TypeError(
      `The column “${name}” ${column === undefined ? "is missing" : `has ${column.length} rows, not ${count}`}`,
    );
  }
  return column;
}

function outputColumn({ rule, unit, node, den, codes }: ReadColumns["outputs"][number]): OutputColumn {
  let array: ColumnArrayName = "Float64Array";
  if (codes !== null || node.flag) array = "Uint8Array";
  else if (den === 1 && node.lo >= -(2 ** 31) && node.hi < 2 ** 31) array = "Int32Array";
  if (!Number.isSafeInteger(den)) throw new NotInColumns(`${rule} has too fine a denominator`);
  return { rule, unit, array, den, codes };
}
