// The dates that an answer's definitions name with @: some follow from the reference date, the others stand in the law.
import {
  addDays,
  addMonths,
  dateParts,
  firstDay,
  lastDay,
  makeDate,
  type PlainDate,
  type Quarter,
  quarterOf,
} from "../../kernel/index.ts";
import type { LawData } from "../../law/index.ts";
import { datesOfLaw, legalFactsOf } from "../legal-facts.ts";

export interface NamedDates {
  readonly dates: Readonly<Record<string, PlainDate>>;
  readonly dateLists: Readonly<Record<string, readonly PlainDate[]>>;
}

/** Month ends shown of the catch-up, before the reference date and with it. */
const MONTHS_SHOWN = 6;

/** `wageQuarter`: the last quarter whose declarations were in; left out, that of the reference date. */
export function namedDatesOf(reference: PlainDate, law: LawData, wageQuarter: Quarter = quarterOf(reference)): NamedDates {
  const { schemeFrom, doubleTicketFrom } = legalFactsOf(law);
  const yearStart = makeDate(dateParts(reference).year, 1, 1);
  const months = monthEnds(reference).filter((day) => day >= doubleTicketFrom);
  return {
    dates: {
      reference,
      yearStart,
      quarterStart: firstDay(quarterOf(reference)),
      wageQuarterStart: firstDay(wageQuarter),
      wageQuarterEnd: wageQuarter === quarterOf(reference) ? reference : lastDay(wageQuarter),
      ...datesOfLaw(law),
      // The scheme's first year has no flows before it came into force.
      flowStart: schemeFrom > yearStart && schemeFrom <= reference ? schemeFrom : yearStart,
    },
    dateLists: {
      catchUpMonths: months.length === 0 ? [reference] : months,
      catchUpDays: [addDays(doubleTicketFrom, -1), ...months],
    },
  };
}

/** The last days of the months up to the reference date, which comes last whatever day it is. */
function monthEnds(reference: PlainDate): PlainDate[] {
  const { year, month } = dateParts(reference);
  const firstOfMonth = makeDate(year, month, 1);
  const ends: PlainDate[] = [];
  for (let back = MONTHS_SHOWN - 1; back > 0; back -= 1) ends.push(addDays(addMonths(firstOfMonth, 1 - back), -1));
  return [...ends, reference];
}
