// The terms of a review, as the law counts them (PROC-30, PROC-31, OPEN-20).
import type { PlainDate } from "../../kernel/index.ts";
import type { RecordedNotice } from "../deciding.ts";
import type { LawReading } from "../law-reading.ts";

/** Last day on which a review of a decision can be asked, counted from the day after notice. */
export const lastRequestDay = (law: LawReading, noticeOn: PlainDate): PlainDate =>
  law.rule("reviewLastDay", { noticeOn }) as PlainDate;

/** Last day for the committee's advice. */
export const committeeDay = (law: LawReading, requestedOn: PlainDate): PlainDate =>
  law.rule("committeeLastDay", { requestedOn }) as PlainDate;

/** Last day for the board's decision. */
export const boardDay = (law: LawReading, advisedOn: PlainDate): PlainDate =>
  law.rule("boardLastDay", { advisedOn }) as PlainDate;

/** What is on record starts the term, whatever is said; of a letter by post only the day of sending is known, so a later day said counts. */
export function noticeThatCounts(said: PlainDate, recorded: RecordedNotice | null): PlainDate {
  if (recorded === null) return said;
  return !recorded.exact && said > recorded.on ? said : recorded.on;
}
