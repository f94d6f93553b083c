// What the company register says of the enterprise of a self-employed person to whom a run pays. It tells people, and changes no amount.
import { brusselsDate, type Instant, type PlainDate } from "../../../kernel/index.ts";

/** NOT_ANSWERED: the register was down. NO_NUMBER: the records do not say which enterprise it is. */
export type ActivityAnswer = "FOUND" | "UNKNOWN" | "NOT_ANSWERED" | "NO_NUMBER";

export interface ActivitySeen {
  /** The grant or older right that is paid. */
  readonly grantRef: string;
  readonly answer: ActivityAnswer;
  /** Day on which the activity stopped, as the register has it; null: it says of none. */
  readonly stoppedOn: PlainDate | null;
  readonly insolvency: boolean;
  /** Last day of the grant as the run knew it; null: none. */
  readonly grantUntil: PlainDate | null;
}

/** Of one run, asked at one moment. */
export interface RunActivity {
  readonly askedAt: Instant;
  readonly seen: readonly ActivitySeen[];
}

/** The part of the dry run that is about this. */
export interface ActivityReport {
  /** Null: nothing was asked for this run. */
  readonly askedAt: Instant | null;
  /** Grants whose enterprise was to be asked. */
  readonly asked: number;
  /** Grants that run while the register says that the activity stopped, knows no such enterprise, or signals insolvency. */
  readonly signalled: readonly ActivitySeen[];
  /** Grants of which the register said nothing. */
  readonly unchecked: readonly ActivitySeen[];
}

/** @param listed - At most so many grants in each list; `counts` has how many there are. */
export function activityReport(
  activity: RunActivity | null,
  listed: number,
): ActivityReport & { readonly counts: Readonly<Record<"signalled" | "unchecked", number>> } {
  if (activity === null) return { askedAt: null, asked: 0, signalled: [], unchecked: [], counts: { signalled: 0, unchecked: 0 } };
  const { askedAt, seen } = activity;
  const day = brusselsDate(askedAt);
  const signalled = seen.filter((one) => isSignal(one, day));
  const unchecked = seen.filter((one) => one.answer === "NOT_ANSWERED" || one.answer === "NO_NUMBER");
  return {
    askedAt,
    asked: seen.length,
    signalled: signalled.slice(0, listed),
    unchecked: unchecked.slice(0, listed),
    counts: { signalled: signalled.length, unchecked: unchecked.length },
  };
}

function isSignal(one: ActivitySeen, day: PlainDate): boolean {
  return one.answer === "UNKNOWN" || one.insolvency || ranOn(one, day);
}

/** A stop that is announced is none yet, and a grant that ended with the activity does not run on. */
function ranOn({ stoppedOn, grantUntil }: ActivitySeen, day: PlainDate): boolean {
  return stoppedOn !== null && stoppedOn <= day && (grantUntil === null || grantUntil > stoppedOn);
}
