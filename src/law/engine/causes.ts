// Why one case pays another amount than another: each cause with its own share of the difference, in the order in which they are taken over.
import type { Quarter } from "../../kernel/index.ts";
import type { LawData } from "../law-data.ts";
import type { SwitchChoice } from "../model.ts";
import { compareExplanations } from "./compare-explanations.ts";
import { difference, type Exact } from "./exact.ts";
import { type Explanation, explain, type Facts } from "./explain.ts";
import { type Law, lawWithData } from "./law.ts";
import { valueText } from "./text.ts";

/** A case under a law: the same question with other facts, another quarter, other readings or another law. */
export interface CaseUnderLaw {
  readonly law: Law;
  readonly facts: Facts;
  readonly quarter: Quarter;
  readonly switches?: SwitchChoice;
}

export interface Cause {
  readonly kind: "quarter" | "fact" | "switch" | "parameter" | "rules";
  /** The quarter, the fact, the OPEN id, or the parameter; `rules` for another rule graph. */
  readonly name: string;
  /** How much the result moves when this is taken over after those before it. All effects together are the whole difference. */
  readonly effect: string;
}

/**
 * Takes over from `after`, one by one, the quarter, the facts, the readings, the parameters and the rules, and gives what each moves the
 * result. Null when one of the two cases, or one on the way, has no amount: then only `compareExplanations` can say what differs.
 */
export function causesOf(rule: string, before: CaseUnderLaw, after: CaseUnderLaw): readonly Cause[] | null {
  const causes: Cause[] = [];
  let current = before;
  let value = resultOf(rule, current);
  if (value === undefined || resultOf(rule, after) === undefined) return null;

  const unit = before.law.graph.rules.get(rule)!.unit;
  const take = (kind: Cause["kind"], name: string, next: CaseUnderLaw): boolean => {
    const result = resultOf(rule, next);
    if (result === undefined) return false;
    const effect = difference(result, value!);
    if (effect.num !== 0n) causes.push({ kind, name, effect: valueText(effect, unit) });
    [current, value] = [next, result];
    return true;
  };

  if (before.quarter !== after.quarter && !take("quarter", after.quarter, { ...current, quarter: after.quarter })) return null;
  for (const name of keysOf(before.facts, after.facts)) {
    if (!take("fact", name, { ...current, facts: { ...current.facts, [name]: after.facts[name] } })) return null;
  }
  for (const name of keysOf(before.switches ?? {}, after.switches ?? {})) {
    const { [name]: _, ...others } = current.switches ?? {};
    const chosen = after.switches?.[name];
    if (!take("switch", name, { ...current, switches: chosen === undefined ? others : { ...others, [name]: chosen } }))
      return null;
  }
  for (const id of parametersThatDiffer(rule, current, { ...current, law: after.law })) {
    if (!take("parameter", id, { ...current, law: withParameterOf(current.law, after.law, id) })) return null;
  }
  return take("rules", "rules", after) ? causes : null;
}

function resultOf(rule: string, one: CaseUnderLaw): Exact | undefined {
  return explanationOf(rule, one, false).values.get(rule) as Exact | undefined;
}

function explanationOf(rule: string, one: CaseUnderLaw, steps: boolean): Explanation {
  const { law, facts, quarter, switches = {} } = one;
  return explain(law, { rules: [rule], facts, quarter, switches, steps });
}

function keysOf(a: Facts, b: Facts): readonly string[] {
  return [...new Set([...Object.keys(a), ...Object.keys(b)])].filter((name) => (a[name] ?? null) !== (b[name] ?? null));
}

function parametersThatDiffer(rule: string, before: CaseUnderLaw, after: CaseUnderLaw): readonly string[] {
  const { parameters } = compareExplanations(explanationOf(rule, before, true), explanationOf(rule, after, true));
  return [...new Set(parameters.map(({ name }) => name.split("@")[0]!))];
}

/** One law whose values of one parameter are those of another. */
function withParameterOf(law: Law, other: Law, id: string): Law {
  const data: LawData = Object.create(law, {
    parameterAt: {
      value: (asked: string, ...rest: [never]) => (asked === id ? other : law).parameterAt(asked, ...rest),
    },
  });
  return lawWithData(data, law.program);
}
