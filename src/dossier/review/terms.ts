// The terms of a review, as the law counts them (PROC-30, PROC-31, OPEN-20).
import type { PlainDate } from "../../kernel/index.ts";
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
