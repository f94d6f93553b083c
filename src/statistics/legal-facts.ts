// Reads from the law the dates, thresholds and packages that figures and answers lean on.
import { assertOk, type PlainDate, plainDate, Refusal } from "../kernel/index.ts";
import type { LawData, ParameterReading } from "../law/index.ts";
import type { LegalFacts } from "./context.ts";

/** @throws Refusal when the law lacks one of the values */
export function legalFactsOf(law: LawData): LegalFacts {
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
