// Everything of the law that has a name: rulebook ids, rules, parameters and open points, found by that name.
import type { Law } from "../engine/index.ts";

export type LawItem = "rule" | "parameter" | "openPoint" | "statement";

/** What a name stands for; null: nothing. Open points are also statements of the rulebook: they count as open points. */
export function lawItem(law: Law, name: string): LawItem | null {
  if (law.graph.rules.has(name)) return "rule";
  if (law.parameters.has(name)) return "parameter";
  if (law.switches.has(name)) return "openPoint";
  return law.rulebook.entries.has(name) ? "statement" : null;
}
