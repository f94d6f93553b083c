// The `measure` of a question: one kind, with a subject or an event, and for a cohort the event that it waits for.
import { localized } from "../../kernel/index.ts";
import { type EventId, events, subjectFacts, subjectOf, subjects } from "../catalogue/index.ts";
import type { Measure } from "./definition.ts";
import type { Issues } from "./issue.ts";
import { isObject } from "./plain-data.ts";
import { oneOf } from "./read-field.ts";

const measureKinds = ["stock", "flow", "ever", "cumulative", "cohort"] as const;

export function parseMeasure(data: unknown, issues: Issues): Measure | null {
  const keys = isObject(data) ? Object.keys(data) : [];
  const kind = keys[0];
  if (!isObject(data) || kind === undefined || keys.some((key) => key !== kind && key !== "until")) {
    issues.add(
      ["measure"],
      "measure",
      localized(
        "Zeg hoe er geteld wordt, met één soort meting.",
        "Say how to count, with one kind of measure.",
        "Dites comment compter, avec un seul type de mesure.",
      ),
      "{ stock: ticket } | { flow: ticket.issued } | { ever: grant } | { cumulative: grant.decided } | { cohort: application.filed, until: application.decided }",
    );
    return null;
  }
  const known = oneOf(
    kind,
    measureKinds,
    ["measure", kind],
    localized("soort meting", "kind of measure", "un type de mesure"),
    issues,
  );
  if (known === null) return null;
  if (known === "stock" || known === "ever") {
    const standing = subjects.filter((subject) => subjectFacts[subject].standing);
    const subject = oneOf(
      data[known],
      standing,
      ["measure", known],
      localized("onderwerp met een stand", "subject that can stand at a date", "un sujet qui peut exister à une date"),
      issues,
    );
    return subject === null ? null : { kind: known, subject };
  }
  const what = localized("gebeurtenis", "event", "un événement");
  const event = oneOf(data[known], events, ["measure", known], what, issues);
  if (event === null) return null;
  if (known !== "cohort") return { kind: known, event };
  const same = events.filter((other) => subjectOf(other) === subjectOf(event) && other !== event && following.includes(other));
  const until = oneOf(data.until, same, ["measure", "until"], what, issues);
  return until === null ? null : { kind: "cohort", event, until };
}

/** Events that a cohort can wait for. */
const following: readonly EventId[] = [
  "indication.decided",
  "indication.issued",
  "indication.refused",
  "application.decided",
  "application.granted",
  "application.refused",
  "application.withdrawn",
  "application.inadmissible",
];
