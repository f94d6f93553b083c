// Days on which what is counted changed meaning: a series that crosses one says so, and growth across it is refused.
import { type Localized, localized, type PlainDate } from "../../kernel/index.ts";
import type { SubjectId } from "../catalogue/index.ts";
import type { LegalFacts } from "../context.ts";
import { type Definition, firstDayOf, lastDayOf, subjectOfMeasure } from "../definition/index.ts";

interface BreakRow {
  readonly id: string;
  readonly title: Localized;
  /** Entries of the rulebook that make the break. */
  readonly ids: readonly string[];
  /** First day of the new meaning, by its name in the law. */
  readonly on: "schemeFrom" | "doubleTicketFrom";
  readonly subjects: readonly SubjectId[];
  /** Whether one period that holds the day is broken too, or only a series of several dates or periods. */
  readonly insideOnePeriod: boolean;
  readonly text: Localized;
}

/** One row per break: a further one is a row more. */
export const breakTable = [
  {
    id: "doubleTicket",
    title: localized("Start van het dubbelticket", "Start of the double ticket", "Début du double avis"),
    ids: ["IND-14"],
    on: "doubleTicketFrom",
    subjects: ["ticket", "ticketHolder"],
    insideOnePeriod: true,
    text: localized(
      "Sinds de start van het dubbelticket krijgt wie een collectief advies vraagt en krijgt, meteen ook een individueel advies.",
      "Since the double ticket began, who applies for and gets a collective advice at once gets an individual advice too.",
      "Depuis le début du double avis, qui demande et reçoit un avis collectif reçoit aussitôt un avis individuel.",
    ),
  },
  {
    id: "noNewEntries",
    title: localized(
      "Oudere maatregelen zonder nieuwe instroom",
      "Older measures without new entries",
      "Anciennes mesures sans nouvelles entrées",
    ),
    ids: ["TRANS-01", "TRANS-04"],
    on: "schemeFrom",
    subjects: ["oldRight"],
    insideOnePeriod: false,
    text: localized(
      "Sinds individueel maatwerk geldt, komt niemand meer nieuw in een oudere maatregel: wat daalt of stijgt, zijn alleen nog lopende rechten.",
      "Since individual customised work applies, nobody newly enters an older measure: what falls or rises is only rights that still run.",
      "Depuis que le travail adapté individuel s'applique, plus personne n'entre dans une ancienne mesure : seuls des droits en cours diminuent ou augmentent.",
    ),
  },
] as const satisfies readonly BreakRow[];

export interface SeriesBreak extends Omit<BreakRow, "on"> {
  readonly on: PlainDate;
}

/** The breaks of the table on their days in the law. */
export function breaksOf(law: LegalFacts): readonly SeriesBreak[] {
  return breakTable.map((row) => ({ ...row, on: law[row.on] }));
}

/** The breaks that lie inside the series: after its first window began and not after its last ended. */
export function breaksInside(definition: Definition, breaks: readonly SeriesBreak[]): readonly SeriesBreak[] {
  const subject = subjectOfMeasure(definition.measure);
  const first = definition.at[0]!;
  const last = definition.at[definition.at.length - 1]!;
  return breaks.filter(
    ({ on, subjects, insideOnePeriod }) =>
      subjects.includes(subject) &&
      (insideOnePeriod || definition.at.length > 1) &&
      firstDayOf(first) < on &&
      on <= lastDayOf(last),
  );
}
