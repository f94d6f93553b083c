// The terms of a review, in days as the law counts them (PROC-30, PROC-31, OPEN-20).
import { addDays, type PlainDate, toEpochDay } from "../../kernel/index.ts";
import type { LawReading } from "../law-reading.ts";

/** Last day on which a review of a decision can be asked, counted from the day after notice. */
export const lastRequestDay = (law: LawReading, noticeOn: PlainDate): PlainDate =>
  counted(law, noticeOn, law.number("review.vdab.requestDays"));

/** Last day for the committee's advice. */
export const committeeDay = (law: LawReading, requestedOn: PlainDate): PlainDate =>
  counted(law, requestedOn, law.number("review.vdab.committeeDays"));

/** Last day for the board's decision. */
export const boardDay = (law: LawReading, advisedOn: PlainDate): PlainDate =>
  counted(law, advisedOn, law.number("review.vdab.boardDays"));

function counted(law: LawReading, from: PlainDate, days: number): PlainDate {
  const last = addDays(from, days);
  if (law.policy("OPEN-20") !== "NEXT_WORKING_DAY") return last;
  // 1970-01-01 was a Thursday: 2 is Saturday, 3 is Sunday.
  const weekday = ((toEpochDay(last) % 7) + 7) % 7;
  return addDays(last, weekday === 2 ? 2 : weekday === 3 ? 1 : 0);
}
