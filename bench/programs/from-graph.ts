// The same rule graph as programs for other engines. They get whole numbers over one denominator, folded for one quarter, as our own columns do.
import type { Quarter } from "../../src/kernel/index.ts";
import type { InputColumn, Law } from "../../src/law/index.ts";
import { type StatementNode, statementsOf } from "../../src/law/index.ts";

export const premiumRules = ["wagePremium", "guidancePremium"] as const;

export interface GraphProgram {
  readonly inputs: readonly InputColumn[];
  /** Every node that is needed, what it uses before it. */
  readonly nodes: readonly StatementNode[];
  readonly outputs: Readonly<Record<string, StatementNode>>;
}

export function graphProgram(law: Law, quarter: Quarter): GraphProgram {
  const { inputs, read } = statementsOf(law, quarter, { rules: [...premiumRules] });
  const nodes: StatementNode[] = [];
  const seen = new Set<StatementNode>();
  const walk = (node: StatementNode): void => {
    if (seen.has(node)) return;
    seen.add(node);
    for (const one of operandsOf(node)) walk(one);
    nodes.push(node);
  };
  for (const { node } of read.outputs) walk(node);
  return { inputs, nodes, outputs: Object.fromEntries(read.outputs.map(({ rule, node }) => [rule, node])) };
}

export function operandsOf(node: StatementNode): readonly StatementNode[] {
  return node.kind === "apply" ? node.of : node.kind === "table" ? [node.index] : [];
}

/** Runs of equal values in a table: the last place of each, and its value. */
export function runsOf(values: ArrayLike<number>): readonly (readonly [last: number, value: number])[] {
  const runs: [number, number][] = [];
  for (let i = 0; i < values.length; i += 1) {
    const run = runs.at(-1);
    if (run !== undefined && run[1] === values[i]) run[0] = i;
    else runs.push([i, values[i]!]);
  }
  return runs;
}

/** How an engine writes each operator; `floorOfQuotient` is rounding down of one whole number over another. */
export interface Dialect<T> {
  input(name: string): T;
  constant(value: number): T;
  reference(node: StatementNode): T;
  add(a: T, b: T): T;
  subtract(a: T, b: T): T;
  multiply(a: T, b: T): T;
  floorOfQuotient(a: T, b: number): T;
  min(a: T, b: T): T;
  max(a: T, b: T): T;
  compare(operator: "=" | "!=" | "<" | "<=" | ">" | ">=", a: T, b: T): T;
  and(a: T, b: T): T;
  or(a: T, b: T): T;
  not(a: T): T;
  select(when: T, a: T, b: T): T;
  table(values: ArrayLike<number>, index: T, flag: boolean): T;
  /** A flag used as the condition of a choice. */
  truth(node: StatementNode, value: T): T;
}

const comparisons = { equal: "=", notEqual: "!=", below: "<", atMost: "<=", above: ">", atLeast: ">=" } as const;

/** One node in an engine's own words, its operands by reference. */
export function written<T>(node: StatementNode, to: Dialect<T>): T {
  if (node.kind === "input") return to.input(node.name);
  if (node.kind === "constant") return to.constant(node.value);
  if (node.kind === "table") return to.table(node.values, to.reference(node.index), node.flag);
  const [a, b, c] = node.of as [StatementNode, StatementNode, StatementNode];
  const ref = (one: StatementNode) => (one.kind === "constant" ? to.constant(one.value) : to.reference(one));
  const truth = (one: StatementNode) => to.truth(one, ref(one));
  switch (node.operator) {
    case "add":
      return to.add(ref(a), ref(b));
    case "subtract":
      return to.subtract(ref(a), ref(b));
    case "multiply":
      return to.multiply(ref(a), ref(b));
    case "min":
      return to.min(ref(a), ref(b));
    case "max":
      return to.max(ref(a), ref(b));
    case "floor": {
      const quotient = a;
      if (quotient.kind !== "apply" || quotient.operator !== "divide") throw new Error("Only quotients are rounded");
      return to.floorOfQuotient(ref(quotient.of[0]!), quotient.of[1]!.lo);
    }
    case "divide":
      // Written with the rounding around it.
      return ref(a);
    case "not":
      return to.not(truth(a));
    case "select":
      return to.select(truth(a), ref(b), ref(c));
    case "and":
      if (node.flag) return to.and(truth(a), truth(b));
      // A mask over a number that fits it changes nothing.
      if (b.kind === "constant" && a.lo >= 0 && a.hi <= b.value) return ref(a);
      break;
    case "or":
      return node.flag ? to.or(truth(a), truth(b)) : to.add(ref(a), ref(b));
    case "shiftLeft":
      return to.multiply(ref(a), to.constant(2 ** b.lo));
    default:
      if (Object.hasOwn(comparisons, node.operator)) {
        return to.compare(comparisons[node.operator as keyof typeof comparisons], ref(a), ref(b));
      }
  }
  throw new Error(`The peers have no word for ${node.operator}`);
}
