// Reads from the law the dates, thresholds and packages that figures and answers lean on.
import { assertOk, type PlainDate, plainDate, Refusal } from "../kernel/index.ts";
import type { LawData, ParameterReading } from "../law/index.ts";
import type { LegalFacts } from "./context.ts";

/** All that figures lean on, as plain data: a release freezes it, so that its question can be asked again under the law of then. */
export interface LegalReading {
  readonly facts: LegalFacts;
  readonly dates: Readonly<Record<string, PlainDate>>;
}

const frozenReadings = new WeakMap<LawData, LegalReading>();

export function legalReadingOf(law: LawData): LegalReading {
  return { facts: legalFactsOf(law), dates: datesOfLaw(law) };
}

/** The law with, for figures, the values that a release froze in the place of today's. */
export function lawAsFrozen(law: LawData, frozen: LegalReading): LawData {
  const own = Object.create(law) as LawData;
  frozenReadings.set(own, frozen);
  return own;
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

/** The reading of a parameter on its first day in force, or on a later day. */
export function readingOf(law: LawData, id: string, day: PlainDate = firstDayInForce(law, id)): ParameterReading {
  return assertOk(law.parameterAt(id, day));
}

/** A parameter that is itself a date. */
export function dateOf(law: LawData, id: string): PlainDate {
  return plainDate(String(readingOf(law, id).value));
}

export function firstDayInForce(law: LawData, id: string): PlainDate {
  const first = law.parameters.get(id)?.values[0]?.from;
  if (first !== undefined) return first;
  const message = {
    nl: `De wet kent geen parameter ${id}`,
    en: `The law has no parameter ${id}`,
    fr: `La loi ne connaît pas le paramètre ${id}`,
  };
  throw new Refusal([{ id: "law.parameter", field: id, message }]);
}
