// The rules by topic, in legal order: a topic is the part of the rulebook that a rule's first id belongs to.
import type { Localized } from "../../kernel/index.ts";
import { describeGraph, type Law, type RuleDescription } from "../engine/index.ts";

export interface Topic {
  /** The letters of the ids, for example "WP". */
  readonly id: string;
  readonly title: Localized;
  readonly rules: readonly RuleDescription[];
}

const titles: readonly (readonly [string, Localized])[] = [
  ["IND", { nl: "Indicering", en: "Indication", fr: "Indication" }],
  ["CMW", { nl: "Collectief maatwerk", en: "Collective customised work", fr: "Travail adapté collectif" }],
  ["AMA", { nl: "Arbeidsmatige activiteiten", en: "Work-oriented activities", fr: "Activités liées au travail" }],
  ["EMP", { nl: "Wie in aanmerking komt", en: "Who qualifies", fr: "Qui est admissible" }],
  ["SELF", { nl: "Zelfstandigen", en: "Self-employed persons", fr: "Indépendants" }],
  ["WP", { nl: "Loonpremie", en: "Wage premium", fr: "Prime salariale" }],
  ["REF", { nl: "Referteloon", en: "Reference wage", fr: "Salaire de référence" }],
  ["GP", { nl: "Begeleidingspremie", en: "Guidance premium", fr: "Prime d’accompagnement" }],
  ["PROC", { nl: "Procedure en looptijd", en: "Procedure and term", fr: "Procédure et durée" }],
  ["PAY", { nl: "Betaling en cumulatie", en: "Payment and cumulation", fr: "Paiement et cumul" }],
  [
    "TRANS",
    { nl: "Overgang van oudere maatregelen", en: "Transition from older measures", fr: "Transition des anciennes mesures" },
  ],
];

/** Every rule stands in one topic. Topics without rules are left out. */
export function topics(law: Law): readonly Topic[] {
  const rules = describeGraph(law.graph);
  return titles
    .map(([id, title]) => ({ id, title, rules: rules.filter((rule) => topicOf(rule) === id) }))
    .filter((topic) => topic.rules.length > 0);
}

export function topicOf(rule: Pick<RuleDescription, "ids">): string {
  return (rule.ids[0] ?? "").split("-")[0] ?? "";
}
