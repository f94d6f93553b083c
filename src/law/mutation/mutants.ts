// Small wrong versions of a rule graph: each differs from the law in one place, and worked cases should notice every one.

import { add, constant } from "../engine/build.ts";
import type { RuleGraph } from "../engine/index.ts";
import type { Add } from "../engine/kinds/add.ts";
import type { CodeTable } from "../engine/kinds/code-table.ts";
import type { Compare, Comparison } from "../engine/kinds/compare.ts";
import type { Extreme } from "../engine/kinds/extreme.ts";
import { kindOf } from "../engine/kinds/index.ts";
import type { Logic } from "../engine/kinds/logic.ts";
import type { SumOverMonths } from "../engine/kinds/months.ts";
import type { OneOf } from "../engine/kinds/one-of.ts";
import type { Parameter } from "../engine/kinds/parameter.ts";
import type { Otherwise } from "../engine/kinds/presence.ts";
import type { Round } from "../engine/kinds/round.ts";
import type { AnyRule } from "../engine/kinds/rule.ts";
import type { Select } from "../engine/kinds/select.ts";
import type { Switch } from "../engine/kinds/switch.ts";
import type { WhenAll } from "../engine/kinds/when-all.ts";
import { type Expression, frozen } from "../engine/node.ts";

export interface Mutant {
  /** The rule that is wrong, and how. */
  readonly rule: string;
  readonly change: string;
  readonly rules: readonly AnyRule[];
}

/** One way to get a node wrong: its name and what stands in the node's place. */
type Change = readonly [name: string, instead: Expression];

/** Every mutant of the rules chosen (default: all). The same rule graph gives the same mutants in the same order. */
export function mutantsOf(graph: RuleGraph, chosen: (rule: AnyRule) => boolean = () => true): readonly Mutant[] {
  const parameters = parametersByUnit(graph);
  const mutants: Mutant[] = [];
  for (const rule of graph.rules.values()) {
    if (!chosen(rule)) continue;
    for (const node of nodesOf(rule)) {
      for (const [change, instead] of changesOf(node, parameters)) {
        mutants.push({ rule: rule.id, change, rules: withNode(graph, rule, node, instead) });
      }
    }
  }
  return mutants;
}

/** The nodes of a rule's own formula, each once. */
function nodesOf(rule: AnyRule): readonly Expression[] {
  const nodes = new Set<Expression>();
  const walk = (node: Expression): void => {
    if (node.kind === "rule" || nodes.has(node)) return;
    nodes.add(node);
    kindOf(node).operands(node).forEach(walk);
  };
  walk(rule.body);
  return [...nodes];
}

function parametersByUnit(graph: RuleGraph): ReadonlyMap<string, readonly Parameter[]> {
  const found = new Map<string, Parameter[]>();
  for (const rule of graph.rules.values()) {
    for (const node of nodesOf(rule)) {
      if (node.kind !== "parameter") continue;
      const parameter = node as Parameter;
      const others = found.get(parameter.unit) ?? [];
      if (!others.some(({ id }) => id === parameter.id)) found.set(parameter.unit, [...others, parameter]);
    }
  }
  return found;
}

const nextStep: Readonly<Record<Comparison, readonly Comparison[]>> = {
  atLeast: ["above", "below"],
  above: ["atLeast", "atMost"],
  atMost: ["below", "above"],
  below: ["atMost", "atLeast"],
  equals: ["above", "below"],
};

function changesOf(node: Expression, parameters: ReadonlyMap<string, readonly Parameter[]>): readonly Change[] {
  const as = <N extends Expression>(): N => node as N;
  const dropped = (operands: readonly Expression[], name: string, make: (left: readonly Expression[]) => Expression): Change[] =>
    operands.length < 2
      ? []
      : operands.map((_, at) => [`drop ${name} ${at + 1} of ${node.kind}`, make(operands.filter((_, i) => i !== at))]);

  switch (node.kind) {
    case "minimum":
    case "maximum": {
      const { of } = as<Extreme>();
      const swapped = node.kind === "minimum" ? "maximum" : "minimum";
      return [
        [`${node.kind} becomes ${swapped}`, { ...node, kind: swapped }],
        ...dropped(of, "operand", (left) => same(node, { of: left })),
      ];
    }
    case "add":
      return dropped(as<Add>().terms, "term", (left) => same(node, { terms: left }));
    case "subtract": {
      const { from, less } = node as unknown as { from: Expression; less: Expression };
      return [
        ["drop what is taken off", from],
        ["add instead of taking off", add(from as never, less as never)],
      ];
    }
    case "times":
    case "divide": {
      const { of, by } = node as unknown as { of: Expression; by: Expression };
      const changes: Change[] = of.unit === node.unit ? [[`drop ${node.kind}`, of]] : [];
      if (node.kind === "divide" && of.unit === by.unit)
        changes.push(["turn the division round", same(node, { of: by, by: of })]);
      return changes;
    }
    case "compare": {
      const { is } = as<Compare>();
      return nextStep[is].map((other) => [`${is} becomes ${other}`, same(node, { is: other })]);
    }
    case "select": {
      const { value, otherwise } = as<Select>();
      return [
        ["always the first", value],
        ["always the second", otherwise],
        ["the other way round", same(node, { value: otherwise, otherwise: value })],
      ];
    }
    case "allOf":
    case "anyOf": {
      const { of } = as<Logic>();
      const swapped = node.kind === "allOf" ? "anyOf" : "allOf";
      return [
        [`${node.kind} becomes ${swapped}`, { ...node, kind: swapped }],
        ...dropped(of, "condition", (left) => same(node, { of: left })),
      ];
    }
    case "not":
      return [["drop not", (node as unknown as { of: Expression }).of]];
    case "oneOf":
      return as<OneOf>().codes.map((code) => [
        `forget ${code}`,
        same(node, { codes: as<OneOf>().codes.filter((one) => one !== code) }),
      ]);
    case "round": {
      const { mode } = as<Round>();
      const other = mode === "halfUp" ? "towardsZero" : "halfUp";
      return [
        [`${mode} becomes ${other}`, same(node, { mode: other })],
        ["do not round", as<Round>().of],
      ];
    }
    case "sumOverMonths": {
      const { method } = as<SumOverMonths>();
      return (["each", "first", "last"] as const)
        .filter((other) => other !== method)
        .map((other) => [`${method} month becomes ${other}`, same(node, { method: other })]);
    }
    case "codeTable":
      return rotated(as<CodeTable>().rows, (rows, name) => [`row ${name} becomes another`, same(node, { rows })]);
    case "switch":
      return rotated(as<Switch>().options, (options, name) => [`reading ${name} becomes another`, same(node, { options })]);
    case "whenAll": {
      const { conditions, value } = as<WhenAll>();
      return conditions.map((condition, at) => [
        `drop condition ${condition.id} (${at + 1})`,
        conditions.length === 1 ? value : same(node, { conditions: conditions.filter((_, i) => i !== at) }),
      ]);
    }
    case "otherwise":
      return [
        ["never the fact", as<Otherwise>().value],
        ["never its stand-in", as<Otherwise>().fact],
      ];
    case "given":
      return [
        ["always given", constant("flag", true)],
        ["never given", constant("flag", false)],
      ];
    case "parameter":
      return otherParameters(as<Parameter>(), parameters);
    case "quartersSince":
      return [
        ["a quarter later", add(node as Expression<"quarterIndex">, constant("quarterIndex", 1))],
        ["a quarter earlier", add(node as Expression<"quarterIndex">, constant("quarterIndex", -1))],
      ];
    case "daysInService":
      return [
        ["a day more", add(node as Expression<"days">, constant("days", 1))],
        ["ignore the first day", same(node, { from: { kind: "edgeOfQuarter", unit: "date", edge: "first" } })],
        ["ignore the last day", same(node, { until: { kind: "edgeOfQuarter", unit: "date", edge: "last" } })],
      ];
    default:
      return [];
  }
}

/** The first other parameter of the unit, and the next ones up to three: enough to see whether the right one matters. */
function otherParameters(node: Parameter, parameters: ReadonlyMap<string, readonly Parameter[]>): readonly Change[] {
  return (parameters.get(node.unit) ?? [])
    .filter(({ id }) => id !== node.id)
    .slice(0, 3)
    .map(({ id }) => [`${node.id} becomes ${id}`, same(node, { id })]);
}

/** Each entry gets the value of the next. */
function rotated<T extends Expression>(
  entries: Readonly<Record<string, T>>,
  make: (entries: Record<string, T>, name: string) => Change,
): Change[] {
  const names = Object.keys(entries);
  return names.flatMap((name, at) => {
    const other = entries[names[(at + 1) % names.length]!]!;
    return other === entries[name] ? [] : [make({ ...entries, [name]: other }, name)];
  });
}

function same(node: Expression, changed: Readonly<Record<string, unknown>>): Expression {
  return frozen({ ...node, ...changed } as Expression);
}

/** All rules with one node replaced, and every rule that uses the changed one made anew; the others stay the same objects. */
function withNode(graph: RuleGraph, rule: AnyRule, node: Expression, instead: Expression): readonly AnyRule[] {
  const made = new Map<Expression, Expression>();
  const copy = (part: unknown, inside: AnyRule | null): unknown => {
    if (Array.isArray(part)) {
      const items = part.map((item) => copy(item, inside));
      return items.some((item, at) => item !== part[at]) ? Object.freeze(items) : part;
    }
    if (typeof part !== "object" || part === null) return part;
    if (inside === rule && part === node) return instead;
    const known = made.get(part as Expression);
    if (known !== undefined) return known;
    const isRule = (part as Expression).kind === "rule";
    const owner = isRule ? (part as AnyRule) : inside;
    const entries = Object.entries(part).map(([key, item]) => [key, copy(item, owner)] as const);
    const changed = entries.some(([key, item]) => item !== (part as Record<string, unknown>)[key]);
    const result = changed ? frozen(Object.fromEntries(entries) as unknown as Expression) : part;
    if (isRule) made.set(part as Expression, result as Expression);
    return result;
  };
  return [...graph.rules.values()].map((one) => copy(one, one) as AnyRule);
}
