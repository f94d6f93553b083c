// A rule graph as a whole: its rules by id, and its canonical JSON, by which it is hashed, stored and read back.
import { hashOf } from "../../kernel/index.ts";
import { kindOf } from "./kinds/index.ts";
import type { AnyRule } from "./kinds/rule.ts";
import { type Expression, frozen } from "./node.ts";
import { isAnyUnit } from "./units.ts";

/** Version of the meaning of node kinds. A stored graph names the version it was written for. */
export const engineVersion = 1;

export interface RuleGraph {
  readonly rules: ReadonlyMap<string, AnyRule>;
  /** SHA-256 of the canonical JSON. */
  readonly hash: string;
}

/** The form in which a graph is stored: rules by id, each reference to a rule as `{ kind: "rule", id, unit }`. */
export interface StoredGraph {
  readonly engine: number;
  readonly rules: Readonly<Record<string, unknown>>;
}

/** All rules reachable from the given ones. Two different rules with one id are refused by `checkGraph`. */
export function graphOf(roots: Iterable<AnyRule>): RuleGraph {
  const rules = new Map<string, AnyRule>();
  const walk = (node: Expression): void => {
    if (node.kind === "rule") {
      const rule = node as AnyRule;
      const known = rules.get(rule.id);
      if (known === rule) return;
      if (known !== undefined) throw new TypeError(`Two rules are called “${rule.id}”`);
      rules.set(rule.id, rule);
    }
    for (const operand of kindOf(node).operands(node)) walk(operand);
  };
  for (const root of roots) walk(root);
  return withHash(rules);
}

export function storeGraph(graph: Pick<RuleGraph, "rules">): StoredGraph {
  const rules: Record<string, unknown> = {};
  for (const [id, rule] of graph.rules) rules[id] = { ...rule, body: stored(rule.body) };
  return { engine: engineVersion, rules };
}

/** Reads a stored graph. Throws a `TypeError` that names what is wrong: unknown kind, unknown rule, a cycle, a unit that does not fit. */
export function readGraph(json: unknown): RuleGraph {
  const { engine, rules: bodies } = json as StoredGraph;
  if (engine !== engineVersion) throw new TypeError(`The graph is for engine ${String(engine)}; this is engine ${engineVersion}`);
  const rules = new Map<string, AnyRule>();
  const busy = new Set<string>();
  // Parts that are written alike are one node again, as they were when the rules were made: bounds are proved by who stands where.
  const parts = new Map<string, Expression>();

  const readRule = (id: string): AnyRule => {
    const known = rules.get(id);
    if (known !== undefined) return known;
    if (!Object.hasOwn(bodies, id)) throw new TypeError(`The graph names a rule “${id}” that it does not hold`);
    if (busy.has(id)) throw new TypeError(`The rules form a cycle: ${[...busy, id].join(" → ")}`);
    busy.add(id);
    const source = bodies[id] as AnyRule;
    const rule = checked({ ...source, body: revive(source.body) as AnyRule["body"] }, id);
    busy.delete(id);
    rules.set(id, rule);
    return rule;
  };

  const revive = (value: unknown): unknown => {
    if (Array.isArray(value)) return Object.freeze(value.map(revive));
    if (typeof value !== "object" || value === null) return value;
    const part = value as Record<string, unknown>;
    if (part.kind === "rule") return readRule(String(part.id));
    const key = typeof part.kind === "string" ? JSON.stringify(part) : null;
    const known = key === null ? undefined : parts.get(key);
    if (known !== undefined) return known;
    const copy: Record<string, unknown> = {};
    for (const [key, item] of Object.entries(part)) copy[key] = revive(item);
    if (key === null) return Object.freeze(copy);
    const node = checked(copy as unknown as Expression, String(part.kind));
    parts.set(key, node);
    return node;
  };

  for (const id of Object.keys(bodies)) readRule(id);
  return withHash(rules);
}

/** What is wrong with the units of any node; empty when nothing is. */
export function unitComplaints(graph: RuleGraph): readonly { readonly rule: string; readonly complaint: string }[] {
  const complaints: { rule: string; complaint: string }[] = [];
  const seen = new Set<Expression>();
  const walk = (node: Expression, rule: string): void => {
    if (seen.has(node)) return;
    seen.add(node);
    const kind = kindOf(node);
    const complaint = isAnyUnit(node.unit) ? kind.check(node) : `there is no unit ${String(node.unit)}`;
    if (complaint !== null) complaints.push({ rule, complaint });
    if (node.kind !== "rule") for (const operand of kind.operands(node)) walk(operand, rule);
  };
  for (const rule of graph.rules.values()) {
    const complaint = kindOf(rule).check(rule);
    if (complaint !== null) complaints.push({ rule: rule.id, complaint });
    walk(rule.body, rule.id);
  }
  return complaints;
}

/** Visits every node of every rule once per place where it stands. */
export function visit(graph: Pick<RuleGraph, "rules">, each: (node: Expression, rule: AnyRule) => void): void {
  for (const rule of graph.rules.values()) {
    const walk = (node: Expression): void => {
      each(node, rule);
      if (node.kind !== "rule") for (const operand of kindOf(node).operands(node)) walk(operand);
    };
    walk(rule.body);
  }
}

/** A rule with its references to other rules written as ids. */
export function stored(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(stored);
  if (typeof value !== "object" || value === null) return value;
  const part = value as Record<string, unknown>;
  if (part.kind === "rule") return { kind: "rule", id: part.id, unit: part.unit };
  return Object.fromEntries(Object.entries(part).map(([key, item]) => [key, stored(item)]));
}

function checked<N extends Expression>(node: N, name: string): N {
  const complaint = isAnyUnit(node.unit) ? kindOf(node).check(node) : `there is no unit ${String(node.unit)}`;
  if (complaint !== null) throw new TypeError(`${name}: ${complaint}`);
  return frozen(node);
}

function withHash(rules: ReadonlyMap<string, AnyRule>): RuleGraph {
  return Object.freeze({ rules, hash: hashOf(storeGraph({ rules })) });
}
