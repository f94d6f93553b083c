// The rule graph for readers: what each rule uses and what it feeds, in order of computation.
import type { Localized } from "../../kernel/index.ts";
import type { RuleGraph } from "./graph.ts";
import { kindOf } from "./kinds/index.ts";
import type { Input } from "./kinds/input.ts";
import type { Parameter } from "./kinds/parameter.ts";
import type { AnyRule } from "./kinds/rule.ts";
import type { Switch } from "./kinds/switch.ts";
import type { WhenAll } from "./kinds/when-all.ts";
import type { Expression } from "./node.ts";
import { unitText } from "./text.ts";

export interface RuleDescription {
  readonly id: string;
  readonly ids: readonly string[];
  readonly title: Localized;
  readonly dutchTerm: string;
  readonly sentence: Localized;
  readonly unit: string;
  readonly from: string | null;
  readonly until: string | null;
  /** What its own formula reads, each once. */
  readonly rules: readonly string[];
  readonly facts: readonly string[];
  readonly parameters: readonly string[];
  readonly openPoints: readonly string[];
  /** Rulebook ids of the conditions under which it refuses. */
  readonly conditions: readonly string[];
  /** Rules whose formula reads this one. */
  readonly feeds: readonly string[];
}

const descriptions = new WeakMap<RuleGraph, readonly RuleDescription[]>();

/** Every rule; a rule stands after all rules that it uses. A graph cannot change, so that it is described once. */
export function describeGraph(graph: RuleGraph): readonly RuleDescription[] {
  const before = descriptions.get(graph);
  if (before !== undefined) return before;
  const described = Object.freeze(describe(graph));
  descriptions.set(graph, described);
  return described;
}

function describe(graph: RuleGraph): RuleDescription[] {
  const described = [...graph.rules.values()].map((rule) => ({ rule, uses: usesOf(rule) }));
  const byId = new Map(described.map((one) => [one.rule.id, one]));
  const ordered: typeof described = [];
  const place = (one: (typeof described)[number]): void => {
    if (ordered.includes(one)) return;
    for (const id of one.uses.rules) place(byId.get(id)!);
    ordered.push(one);
  };
  described.forEach(place);
  return ordered.map(({ rule, uses }) => ({
    id: rule.id,
    ids: rule.ids,
    title: rule.title,
    dutchTerm: rule.dutchTerm,
    sentence: rule.sentence,
    unit: unitText(rule.unit),
    from: rule.from,
    until: rule.until,
    ...uses,
    feeds: described.filter((other) => other.uses.rules.includes(rule.id)).map((other) => other.rule.id),
  }));
}

type Uses = Pick<RuleDescription, "rules" | "facts" | "parameters" | "openPoints" | "conditions">;

function usesOf(rule: AnyRule): Uses {
  const uses = { rules: new Set<string>(), facts: new Set<string>(), parameters: new Set<string>() };
  const openPoints = new Set<string>();
  const conditions = new Set<string>();
  const walk = (node: Expression): void => {
    if (node.kind === "rule") {
      uses.rules.add((node as AnyRule).id);
      return;
    }
    if (node.kind === "input") uses.facts.add((node as Input).name);
    if (node.kind === "parameter") uses.parameters.add((node as Parameter).id);
    if (node.kind === "switch") openPoints.add((node as Switch).openPoint);
    if (node.kind === "whenAll") for (const { id } of (node as WhenAll).conditions) conditions.add(id);
    for (const operand of kindOf(node).operands(node)) walk(operand);
  };
  walk(rule.body);
  return {
    rules: [...uses.rules],
    facts: [...uses.facts],
    parameters: [...uses.parameters],
    openPoints: [...openPoints],
    conditions: [...conditions],
  };
}
