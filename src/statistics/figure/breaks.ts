// Days on which what is counted changed meaning: a series that crosses one says so, and growth across it is refused.
import { type Localized, localized, type PlainDate } from "../../kernel/index.ts";
import type { SubjectId } from "../catalogue/index.ts";
import { type Definition, firstDayOf, lastDayOf, subjectOfMeasure } from "../definition/index.ts";

export interface SeriesBreak {
  readonly id: string;
  /** First day of the new meaning. */
  readonly on: PlainDate;
  readonly subjects: readonly SubjectId[];
  readonly ids: readonly string[];
  readonly text: Localized;
}

/** Breaks that the law itself makes; dates come from it. */
export function breaksOf(law: { readonly schemeFrom: PlainDate; readonly doubleTicketFrom: PlainDate }): readonly SeriesBreak[] {
  return [
    {
      id: "doubleTicket",
      on: law.doubleTicketFrom,
      subjects: ["ticket", "ticketHolder"],
      ids: ["IND-14"],
      text: localized(
        "Sinds de start van het dubbelticket krijgt wie een collectief advies vraagt en krijgt, meteen ook een individueel advies.",
        "Since the double ticket began, who applies for and gets a collective advice at once gets an individual advice too.",
        "Depuis le début du double avis, qui demande et reçoit un avis collectif reçoit aussitôt un avis individuel.",
      ),
    },
  ];
}

/** The breaks that lie inside the series: after its first window began and not after its last ended. */
export function breaksInside(definition: Definition, breaks: readonly SeriesBreak[]): readonly SeriesBreak[] {
  const subject = subjectOfMeasure(definition.measure);
  const first = definition.at[0]!;
  const last = definition.at[definition.at.length - 1]!;
  return breaks.filter((one) => one.subjects.includes(subject) && firstDayOf(first) < one.on && one.on <= lastDayOf(last));
}
