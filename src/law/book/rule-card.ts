// A rule for readers: its sentence, what it reads and feeds, the statements it rests on, how sure they are, and the cases that show it.
import type { LawCase } from "../cases/law-case.ts";
import { describeGraph, type Law, type RuleDescription } from "../engine/index.ts";
import type { RulebookEntry } from "../register.ts";

export interface RuleCard extends RuleDescription {
  readonly statements: readonly RulebookEntry[];
  /** Names of the cases that ask for this rule or show one of its statements. */
  readonly cases: readonly string[];
}

/** Null for a name that no rule has. */
export function ruleCard(law: Law, id: string, cases: readonly LawCase[]): RuleCard | null {
  const rule = describeGraph(law.graph).find((one) => one.id === id);
  if (rule === undefined) return null;
  const statements = rule.ids.flatMap((one) => law.rulebook.entries.get(one) ?? []);
  return { ...rule, statements, cases: casesOf(rule, cases).map((one) => one.id) };
}

/** First those that ask for the rule by name, then those that show one of its statements. */
export function casesOf(rule: Pick<RuleDescription, "id" | "ids">, cases: readonly LawCase[]): readonly LawCase[] {
  const asking = cases.filter((one) => Object.hasOwn(one.expected, rule.id) || Object.hasOwn(one.steps, rule.id));
  const showing = cases.filter((one) => !asking.includes(one) && one.ids.some((id) => rule.ids.includes(id)));
  return [...asking, ...showing];
}
