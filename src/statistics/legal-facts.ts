// Reads from the law the dates, thresholds and packages that figures and answers lean on.
import { assertOk, canonicalJson, type PlainDate, plainDate, Refusal } from "../kernel/index.ts";
import type { LawData, ParameterReading } from "../law/index.ts";
import type { LegalFacts } from "./context.ts";

/** The parameters that figures and answers read; no other can be read here, so that a release freezes all of them. */
const leanedOn = [
  "scheme.inForce",
  "application.onlineFrom",
  "indication.doubleTicket.applicationFrom",
  "indication.doubleTicket.package",
  "indication.doubleTicket.guidanceNeed",
  "indication.collective.minProductivityLoss",
  "indication.collective.requiresGuidance",
  "indication.individual.minLossOrExtraCost",
  "vop.referenceDay",
  "vop.newCriteria.requestedFrom",
  "vop.newCriteria.decidedFrom",
  "lde.referenceDay",
] as const;
/** The wage premium of a package is named after the package. */
type LeanedOn = (typeof leanedOn)[number] | `wagePremium.package.${string}`;

/** The open points of which figures and answers follow a reading. */
const openPointsFollowed = ["OPEN-57"] as const;
type OpenPointFollowed = (typeof openPointsFollowed)[number];

/** What is used of the reading of a parameter. */
export type LegalValue = Pick<ParameterReading, "id" | "value" | "unit" | "openPoints">;

/** All that figures lean on, as plain data: a release freezes it, so that its question can be asked again under the law of then. */
export interface LegalReading {
  readonly facts: LegalFacts;
  readonly dates: Readonly<Record<string, PlainDate>>;
  /** By id of the parameter, on its first day in force; left out of releases of before it was kept. */
  readonly values?: Readonly<Record<string, LegalValue>>;
  /** By open point; left out of releases of before it was kept. */
  readonly readings?: Readonly<Record<string, string>>;
}

const frozenReadings = new WeakMap<LawData, LegalReading>();

export function legalReadingOf(law: LawData): LegalReading {
  const facts = legalFactsOf(law);
  const ids: readonly LeanedOn[] = [...leanedOn, `wagePremium.package.${facts.doubleTicketPackage}`];
  return {
    facts,
    dates: datesOfLaw(law),
    values: Object.fromEntries(ids.map((id) => [id, readingOf(law, id)])),
    readings: Object.fromEntries(openPointsFollowed.map((id) => [id, readingFollowed(law, id)])),
  };
}

/** The law with, for figures, the values that a release froze in the place of today's. */
export function lawAsFrozen<L extends LawData>(law: L, frozen: LegalReading): L {
  const own = Object.create(law) as L;
  frozenReadings.set(own, frozen);
  return own;
}

/** Whether the law now says other than what was frozen, as far as that was kept. */
export function legalMoved(law: LawData, frozen: LegalReading): boolean {
  const now = legalReadingOf(law);
  return canonicalJson({ ...now, ...frozen }) !== canonicalJson(now);
}

/** @throws Refusal when the law lacks one of the values */
export function legalFactsOf(law: LawData): LegalFacts {
  const frozen = frozenReadings.get(law);
  if (frozen !== undefined) return frozen.facts;
  const start = firstDayInForce(law, "scheme.inForce");
  return {
    schemeFrom: start,
    doubleTicketFrom: dateOf(law, "indication.doubleTicket.applicationFrom"),
    doubleTicketPackage: String(readingOf(law, "indication.doubleTicket.package").value),
    doubleTicketGuidanceNeed: String(readingOf(law, "indication.doubleTicket.guidanceNeed").value),
  };
}

/** Dates of the law that a question may name, as `@schemeFrom`. */
export function datesOfLaw(law: LawData): Readonly<Record<string, PlainDate>> {
  const frozen = frozenReadings.get(law);
  if (frozen !== undefined) return frozen.dates;
  const { schemeFrom, doubleTicketFrom } = legalFactsOf(law);
  return {
    schemeFrom,
    doubleTicketFrom,
    vopReferenceDay: dateOf(law, "vop.referenceDay"),
    vopRequestedFrom: dateOf(law, "vop.newCriteria.requestedFrom"),
    vopDecidedFrom: dateOf(law, "vop.newCriteria.decidedFrom"),
    ldeReferenceDay: dateOf(law, "lde.referenceDay"),
  };
}

/** The reading of a parameter on its first day in force. */
export function readingOf(law: LawData, id: LeanedOn): LegalValue {
  const kept = frozenReadings.get(law)?.values?.[id];
  if (kept !== undefined) return kept;
  const { value, unit, openPoints } = assertOk(law.parameterAt(id, firstDayInForce(law, id)));
  return { id, value, unit, openPoints };
}

/** The reading of an open point that is followed. */
export function readingFollowed(law: LawData, id: OpenPointFollowed): string {
  return frozenReadings.get(law)?.readings?.[id] ?? assertOk(law.switchValue(id));
}

/** A parameter that is itself a date. */
export function dateOf(law: LawData, id: LeanedOn): PlainDate {
  return plainDate(String(readingOf(law, id).value));
}

function firstDayInForce(law: LawData, id: string): PlainDate {
  const first = law.parameters.get(id)?.values[0]?.from;
  if (first !== undefined) return first;
  const message = {
    nl: `De wet kent geen parameter ${id}`,
    en: `The law has no parameter ${id}`,
    fr: `La loi ne connaît pas le paramètre ${id}`,
  };
  throw new Refusal([{ id: "law.parameter", field: id, message }]);
}
