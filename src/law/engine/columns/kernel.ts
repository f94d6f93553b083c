// A fused loop over columns, generated from the rule graph for one reference quarter, and the way to run or print it.
import type { Quarter } from "../../../kernel/index.ts";
import type { SwitchChoice } from "../../model.ts";
import type { AnyRule } from "../kinds/rule.ts";
import type { Law } from "../law.ts";
import { type CompiledColumns, compileColumns, type Table } from "./compiler.ts";
import { anyStatus, type ColumnExpression, NotInColumns, Status } from "./expression.ts";
import { type ColumnArrayName, type InputColumn, outsideText } from "./input-column.ts";

export interface OutputColumn {
  readonly rule: string;
  readonly unit: string;
  readonly array: ColumnArrayName;
  /** The value is the column's whole number over this. 1 for rounded amounts in cents. */
  readonly den: number;
  /** For codes: number 1 stands for the first. */
  readonly codes: readonly string[] | null;
}

export type ColumnArray = Int32Array | Int16Array | Uint8Array | Float64Array;

/** Columns by name of fact. */
export type InputColumns = Readonly<Record<string, ColumnArray>>;

export interface OutputColumns {
  /** By rule; the number of a row whose status is not 0 means nothing. */
  readonly values: Readonly<Record<string, ColumnArray>>;
  /** Bits of `Status`; 0: the row has its values. Other rows are explained one by one. */
  readonly status: Uint8Array;
}

export interface ColumnKernel {
  readonly quarter: Quarter;
  readonly inputs: readonly InputColumn[];
  readonly outputs: readonly OutputColumn[];
  readonly openPoints: readonly string[];
  /** Computes the first `count` rows. Allocates nothing when `output` is given. Throws a `TypeError` when a column is missing. */
  run(columns: InputColumns, count: number, output?: OutputColumns): OutputColumns;
  makeInput(count: number): Record<string, ColumnArray>;
  makeOutput(count: number): OutputColumns;
  /** The kernel as a JavaScript module without imports, for places that may not make code at run time. */
  readonly module: string;
}

const arrays = { Int32Array, Int16Array, Uint8Array, Float64Array };

type Loop = (
  count: number,
  inputs: readonly ColumnArray[],
  outputs: readonly ColumnArray[],
  status: Uint8Array,
  tables: readonly Table["values"][],
) => void;

/** Loops by their text: another law with the same shape runs the same code on other tables. */
const loops = new Map<string, Loop>();
const loopsKept = 256;

export interface ColumnOptions {
  readonly rules: readonly string[];
  readonly switches?: SwitchChoice;
}

/** Throws `NotInColumns` when the law under these readings cannot be computed exactly in columns. */
export function columns(law: Law, quarter: Quarter, options: ColumnOptions): ColumnKernel {
  const compiled = compileColumns(law, quarter, options.switches ?? {}, options.rules);
  const outputs = compiled.outputs.map(({ rule, column }) => outputColumn(rule, column));
  const text = loopText(compiled, outputs);
  const tables = compiled.tables.map((table) => table.values);
  const loop = loopOf(text);

  const makeOutput = (count: number): OutputColumns => ({
    values: Object.fromEntries(outputs.map(({ rule, array }) => [rule, new arrays[array](count)])),
    status: new Uint8Array(count),
  });
  return {
    quarter,
    inputs: compiled.inputs,
    outputs,
    openPoints: compiled.openPoints,
    run: (input, count, output = makeOutput(count)) => {
      const given = compiled.inputs.map(({ name }) => columnNamed(input, name, count));
      const filled = outputs.map(({ rule }) => columnNamed(output.values, rule, count));
      loop(count, given, filled, output.status, tables);
      return output;
    },
    makeInput: (count) => Object.fromEntries(compiled.inputs.map((one) => [one.name, emptyColumn(one, count)])),
    makeOutput,
    get module() {
      return moduleText(compiled, outputs, text);
    },
  };
}

/** Every fact left out. */
function emptyColumn(column: InputColumn, count: number): ColumnArray {
  const made = new arrays[column.array](count);
  return column.absent === null || column.absent === 0 ? made : made.fill(column.absent);
}

function columnNamed(columns: InputColumns, name: string, count: number): ColumnArray {
  const column = columns[name];
  if (column === undefined || column.length < count) {
    throw new TypeError(
      `The column “${name}” ${column === undefined ? "is missing" : `has ${column.length} rows, not ${count}`}`,
    );
  }
  return column;
}

function outputColumn(rule: AnyRule, column: ColumnExpression): OutputColumn {
  const base = { rule: rule.id, unit: rule.unit };
  if (column.type === "code") return { ...base, array: "Uint8Array", den: 1, codes: column.codes };
  if (column.type === "flag") return { ...base, array: "Uint8Array", den: 1, codes: null };
  if (column.den > BigInt(Number.MAX_SAFE_INTEGER)) throw new NotInColumns(`${rule.id} has too fine a denominator`);
  const fits = column.den === 1n && column.lo >= -(2n ** 31n) && column.hi < 2n ** 31n;
  return { ...base, array: fits ? "Int32Array" : "Float64Array", den: Number(column.den), codes: null };
}

function loopText(compiled: CompiledColumns, outputs: readonly OutputColumn[]): string {
  const { inputs, statements, tables } = compiled;
  const outside = inputs.map((one) => outsideText(one, `x_${one.name}`)).join(" | ");
  const outsideStatus = outside === "" ? "0" : `((${outside}) >> 31 & ${Status.outside})`;
  const status = anyStatus(outsideStatus, ...compiled.outputs.map(({ column }) => column.status));
  return [
    ...inputs.map(({ name }, i) => `const c_${name} = inputs[${i}];`),
    ...outputs.map((_, i) => `const o${i} = outputs[${i}];`),
    ...tables.map(({ name }, i) => `const ${name} = tables[${i}];`),
    "for (let i = 0; i < count; i = i + 1 | 0) {",
    ...inputs.map(({ name }) => `  const x_${name} = c_${name}[i];`),
    ...statements.map((statement) => `  ${statement}`),
    `  status[i] = ${status};`,
    ...compiled.outputs.map(({ column }, i) => `  o${i}[i] = ${column.text};`),
    "}",
  ].join("\n");
}

function loopOf(text: string): Loop {
  const known = loops.get(text);
  if (known !== undefined) return known;
  if (loops.size >= loopsKept) loops.clear();
  // The text holds only names and numbers made by the compiler, never words of a case or of a law file.
  const loop = new Function("count", "inputs", "outputs", "status", "tables", `"use strict";\n${text}`) as Loop;
  loops.set(text, loop);
  return loop;
}

function moduleText(compiled: CompiledColumns, outputs: readonly OutputColumn[], text: string): string {
  const list = (table: Table) => `${table.values.constructor.name}.of(${table.values.join(", ")})`;
  return [
    "// Generated from the rule graph; do not edit.",
    `export const inputs = ${JSON.stringify(compiled.inputs)};`,
    `export const outputs = ${JSON.stringify(outputs)};`,
    `export const tables = [${compiled.tables.map(list).join(", ")}];`,
    "export function run(count, inputs, outputs, status, tables) {",
    text.replace(/^/gm, "  "),
    "}",
    "",
  ].join("\n");
}
