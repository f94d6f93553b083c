// Turns a rule graph into straight-line text over columns, for one reference quarter and one choice of readings.
import type { Quarter } from "../../../kernel/index.ts";
import type { SwitchChoice } from "../../model.ts";
import { Exact, whole } from "../exact.ts";
import { factValue } from "../explain.ts";
import { kindOf } from "../kinds/index.ts";
import type { Input } from "../kinds/input.ts";
import type { AnyRule } from "../kinds/rule.ts";
import type { Law } from "../law.ts";
import { isMonthly } from "../monthly.ts";
import type { Expression } from "../node.ts";
import { type Fact, Run } from "../run.ts";
import { NoValue, type Value } from "../value.ts";
import { dependencyKey } from "./dependencies.ts";
import {
  type CodeColumn,
  type ColumnExpression,
  constantColumn,
  type FlagColumn,
  gcd,
  least,
  most,
  NotInColumns,
  type NumberColumn,
  Status,
} from "./expression.ts";
import { bitsOf, edgesOf, factOfNumber, type InputColumn, inputColumn } from "./input-column.ts";

/** What the kinds of nodes use to write themselves as columns. */
export interface ColumnCompiler {
  column(this: void, node: Expression): ColumnExpression;
  number(this: void, node: Expression): NumberColumn;
  flag(this: void, node: Expression): FlagColumn;
  code(this: void, node: Expression): CodeColumn;
  /** The column of a fact and the name under which a row's number stands. */
  input(this: void, input: Input): { readonly column: InputColumn; readonly text: string };
  /** The same under a short name, for texts that use it more than once. */
  named<C extends ColumnExpression>(this: void, column: C): C;
  /** Whether a node is worked out in a table when the kernel is made. */
  isTabled(this: void, ...nodes: Expression[]): boolean;
  /** The chosen reading of an open point, or its refusal. */
  option(this: void, openPoint: string): string | NoValue;
  inMonth<T>(this: void, month: number, work: () => T): T;
  /** First and last day of the reference quarter, as epoch days. */
  readonly firstDay: number;
  readonly lastDay: number;
}

/** A list of values worked out when the kernel is made; the text reads it by a place. */
export interface Table {
  readonly name: string;
  readonly values: Int32Array | Float64Array;
}

export interface CompiledColumns {
  readonly inputs: readonly InputColumn[];
  readonly statements: readonly string[];
  readonly outputs: readonly { readonly rule: AnyRule; readonly column: ColumnExpression }[];
  readonly tables: readonly Table[];
  /** OPEN ids that any row could lean on. */
  readonly openPoints: readonly string[];
}

/** Tables of more than 2^12 places would push the columns themselves out of the processor's nearest memory. */
const tableBits = 12;
/** Stands in a table where a case has no value; its status says so. */
const none = whole(0);

interface Tabled {
  readonly values: readonly (Value | NoValue)[];
  readonly openPoints: readonly string[];
}

/** Tables by node and by all that they rest on: a law that differs elsewhere only makes none anew. */
const tabledBefore = new WeakMap<Expression, Map<string, Tabled>>();
const tablesKept = 64;

function keepTable(node: Expression, key: string, made: Tabled): void {
  let tables = tabledBefore.get(node);
  if (tables === undefined) {
    tables = new Map();
    tabledBefore.set(node, tables);
  }
  if (tables.size >= tablesKept) tables.clear();
  tables.set(key, made);
}

/** Throws `NotInColumns` when the law cannot be computed exactly in columns. */
export function compileColumns(law: Law, quarter: Quarter, switches: SwitchChoice, ruleIds: readonly string[]): CompiledColumns {
  const { program } = law;
  const frame = law.frame(quarter, switches);
  const inputs = new Map<string, InputColumn>();
  const tables: Table[] = [];
  const statements: string[] = [];
  const statementNames = new Map<string, string>();
  const openPoints = new Set<string>();
  const written = new Map<string, ColumnExpression>();
  const numbers = new Map<Expression, number>();
  let month = -1;

  const columnOf = (input: Input): InputColumn => {
    const known = inputs.get(input.name);
    if (known !== undefined) return known;
    const column = inputColumn(input, quarter);
    inputs.set(input.name, column);
    return column;
  };

  const evaluate = (node: Expression, facts: readonly Fact[], leaned: Set<string> = openPoints): Value | NoValue => {
    const run = new Run(frame, facts, program.memo, null);
    run.month = month;
    const value = program.prepare(node)(run);
    for (const openPoint of run.openPoints) leaned.add(openPoint);
    return value;
  };

  const noFacts: readonly Fact[] = new Array(program.inputs.size);

  const column = (node: Expression): ColumnExpression => {
    const outer = month;
    if (!isMonthly(node)) month = -1;
    try {
      const key = `${numberOf(node)} ${month}`;
      const known = written.get(key);
      if (known !== undefined) return known;
      const made = named(write(node));
      written.set(key, made);
      return made;
    } finally {
      month = outer;
    }
  };

  const numberOf = (node: Expression): number => {
    const known = numbers.get(node);
    if (known !== undefined) return known;
    numbers.set(node, numbers.size);
    return numbers.size - 1;
  };

  const write = (node: Expression): ColumnExpression => {
    if (node.kind === "rule") return column((node as AnyRule).body);
    const needed = program.inputsOf(node);
    if (needed.length === 0) return tabled(evaluate(node, noFacts));
    const columns = needed.map(columnOf);
    if (node.kind !== "input" && fitsTable(columns)) return table(node, columns);
    const { column: compile } = kindOf(node);
    if (compile === undefined)
      throw new NotInColumns(`“${node.kind}” over ${needed.map(({ name }) => name).join(", ")} has no column`);
    return compile(node, compiler);
  };

  const fitsTable = (columns: readonly InputColumn[]): boolean =>
    columns.every((one) => one.small) && columns.reduce((total, one) => total + bitsOf(one), 0) <= tableBits;

  /** The node's value for every combination of its few inputs, worked out now by the explaining evaluator itself. */
  const table = (node: Expression, columns: readonly InputColumn[]): ColumnExpression => {
    const at = statement(placeText(columns));
    const key = dependencyKey(node, frame, program.parameter, month);
    const before = key === null ? undefined : tabledBefore.get(node)?.get(key);
    if (before !== undefined) {
      for (const openPoint of before.openPoints) openPoints.add(openPoint);
      return lookUp(before.values, at);
    }
    const leaned = new Set<string>();
    const values: (Value | NoValue)[] = [];
    const facts: Fact[] = new Array(program.inputs.size);
    const fill = (index: number): void => {
      const one = columns[index];
      if (one === undefined) {
        values.push(evaluate(node, facts, leaned));
        return;
      }
      const slot = program.inputs.get(one.name)!;
      const [lowest, highest] = edgesOf(one);
      // Each column takes a power of two, so that any number finds a place; places that no case reaches repeat the first.
      for (let offset = 0; offset < 2 ** bitsOf(one); offset += 1) {
        const number = lowest + offset <= highest ? lowest + offset : lowest;
        const fact = factOfNumber(one, number);
        facts[slot.index] = fact === undefined ? undefined : factValue(fact, slot.unit);
        fill(index + 1);
      }
      facts[slot.index] = undefined;
    };
    fill(0);
    for (const openPoint of leaned) openPoints.add(openPoint);
    if (key !== null) keepTable(node, key, { values, openPoints: [...leaned] });
    return lookUp(values, at);
  };

  const lookUp = (values: readonly (Value | NoValue)[], at: string): ColumnExpression => {
    const statuses = values.map(statusOf);
    const status = statuses.some((one) => one !== 0) ? `${tableName(statuses)}[${at}]` : "0";
    const sample = values.find((value) => !(value instanceof NoValue));
    if (sample === undefined) return { ...constantColumn(0n, 1n), status };
    if (typeof sample === "boolean") {
      return { type: "flag", text: `${tableName(values.map((value) => (value === true ? 1 : 0)))}[${at}]`, status };
    }
    if (typeof sample === "string") {
      const codes = [...new Set(values.filter((value) => typeof value === "string"))];
      const places = values.map((value) => (typeof value === "string" ? codes.indexOf(value) + 1 : 0));
      return { type: "code", text: `${tableName(places)}[${at}]`, codes, status };
    }
    return { ...numberTable(values, at), status };
  };

  const numberTable = (values: readonly (Value | NoValue)[], at: string): NumberColumn => {
    const exact = values.map((value) => (value instanceof Exact ? value : none));
    let den = 1n;
    for (const value of exact) den = (den * value.den) / gcd(den, value.den);
    const whole = exact.map((value) => (value.num * den) / value.den);
    const common = whole.reduce((divisor, value) => gcd(divisor, value < 0n ? -value : value), den) || 1n;
    const places = whole.map((value) => value / common);
    const lo = least(places);
    const hi = most(places);
    if (lo === hi) return { ...constantColumn(lo * common, den), status: "0" };
    if (lo < -(2n ** 53n) || hi > 2n ** 53n) throw new NotInColumns("A table holds a value past what a double holds exactly");
    return { type: "number", text: `${tableName(places.map(Number))}[${at}]`, den: den / common, lo, hi, status: "0" };
  };

  const tabled = (value: Value | NoValue): ColumnExpression => {
    if (value instanceof NoValue) return { ...constantColumn(0n, 1n), status: String(statusOf(value)) };
    if (value instanceof Exact) return constantColumn(value.num, value.den);
    if (typeof value === "boolean") return { type: "flag", text: value ? "1" : "0", status: "0" };
    if (typeof value === "string") return { type: "code", text: "1", codes: [value], status: "0" };
    throw new NotInColumns("A list has no column of its own");
  };

  const tableName = (values: readonly number[]): string => {
    const array = values.some((value) => Math.abs(value) > 2_147_483_647) ? Float64Array.from(values) : Int32Array.from(values);
    const same = tables.find((one) => one.values.length === array.length && one.values.every((value, i) => value === array[i]));
    if (same !== undefined) return same.name;
    const name = `t${tables.length}`;
    tables.push({ name, values: array });
    return name;
  };

  const statement = (text: string): string => {
    // A name or a number needs no statement of its own.
    if (/^[\w.]+$/.test(text)) return text;
    const known = statementNames.get(text);
    if (known !== undefined) return known;
    const name = `v${statements.length}`;
    statements.push(`const ${name} = ${text};`);
    statementNames.set(text, name);
    return name;
  };

  const named = <C extends ColumnExpression>(made: C): C => ({
    ...made,
    text: statement(made.text),
    status: statement(made.status),
  });

  const rowText = (one: InputColumn): string => `x_${one.name}`;

  /** A place for each combination of small columns, by their binary digits; within the table for every number. */
  const placeText = (columns: readonly InputColumn[]): string => {
    let shift = columns.reduce((total, one) => total + bitsOf(one), 0);
    const parts = columns.map((one) => {
      const [lowest] = edgesOf(one);
      const bits = bitsOf(one);
      shift -= bits;
      const digits = `(${lowest === 0 ? rowText(one) : `${rowText(one)} - ${lowest}`} & ${2 ** bits - 1})`;
      return shift === 0 ? digits : `${digits} << ${shift}`;
    });
    return parts.length === 1 ? parts[0]! : `(${parts.join(" | ")})`;
  };

  const as = <T extends ColumnExpression["type"]>(type: T, node: Expression): Extract<ColumnExpression, { type: T }> => {
    const made = column(node);
    if (made.type !== type) throw new NotInColumns(`“${node.kind}” gives a ${made.type} where a ${type} is needed`);
    return made as Extract<ColumnExpression, { type: T }>;
  };

  const compiler: ColumnCompiler = {
    column,
    number: (node) => as("number", node),
    flag: (node) => as("flag", node),
    code: (node) => as("code", node),
    input: (input) => {
      const one = columnOf(input);
      return { column: one, text: rowText(one) };
    },
    named,
    isTabled: (...nodes) => {
      const needed = new Map(nodes.flatMap((node) => program.inputsOf(node)).map((input) => [input.name, columnOf(input)]));
      return fitsTable([...needed.values()]);
    },
    option: (openPoint) => {
      openPoints.add(openPoint);
      return frame.option(openPoint);
    },
    inMonth: (at, work) => {
      const outer = month;
      month = at;
      try {
        return work();
      } finally {
        month = outer;
      }
    },
    firstDay: frame.firstDay,
    lastDay: frame.lastDay,
  };

  const outputs = ruleIds.map((id) => {
    const rule = law.graph.rules.get(id);
    if (rule === undefined) throw new TypeError(`The graph has no rule “${id}”`);
    return { rule, column: column(rule) };
  });
  return { inputs: [...inputs.values()], statements, outputs, tables, openPoints: [...openPoints].sort() };
}

function statusOf(value: Value | NoValue): number {
  if (!(value instanceof NoValue)) return 0;
  return (
    (value.refused.length > 0 ? Status.refused : 0) |
    (value.missing.length > 0 ? Status.missing : 0) |
    (value.judgements.length > 0 ? Status.judgement : 0)
  );
}
