// What every decision is given and gives: the day, the readings of open points, and events or all reasons against them.
import { fail, type PlainDate, Refusal, type Result } from "../kernel/index.ts";
import type { SwitchChoice } from "../law/index.ts";
import type { DossierEvent } from "./events.ts";
import { type Reason, reason } from "./reason.ts";

export interface Context {
  readonly today: PlainDate;
  /** Readings of open points that differ from the defaults. */
  readonly switches?: SwitchChoice;
  /** Of the decision that a review is asked of: when notice was given of it, as on record; left out or null: nothing is. */
  readonly recordedNotice?: RecordedNotice | null;
  /** Of an amount for a local government: what is entered for all of them, which share one total. */
  readonly subsidies?: readonly EnteredSubsidy[];
}

/** A yearly amount of a local government, for the days on which it holds. */
export interface EnteredSubsidy {
  readonly rightRef: string;
  readonly from: PlainDate;
  /** Last day; null: none. */
  readonly until: PlainDate | null;
  readonly cents: number;
}

/** The day on which notice was given of a decision. Not exact: the day from which it was on its way; it cannot have come earlier. */
export interface RecordedNotice {
  readonly on: PlainDate;
  readonly exact: boolean;
}

/** Events that must be appended together, or every reason why not. */
export type Decision<E extends DossierEvent = DossierEvent> = Result<readonly E[], readonly Reason[]>;

export function refuse(...reasons: Reason[]): { readonly ok: false; readonly error: readonly Reason[] } {
  return fail(reasons);
}

/** Runs a decision; where the law itself gives no value, that is the reason. */
export function deciding<E extends DossierEvent>(decide: () => Decision<E>): Decision<E> {
  try {
    return decide();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return fail(error.problems.map((one) => asReason(one)));
  }
}

function asReason(problem: Refusal["problems"][number]): Reason {
  if ("remedy" in problem) return problem as Reason;
  const { id, field, expected, message } = problem;
  return reason(id, {
    message,
    ...(field === undefined ? {} : { field }),
    ...(expected === undefined ? {} : { expected }),
    remedy: {
      nl: "Kies een andere lezing van het open punt, of beslis met de hand",
      en: "Choose another reading of the open point, or decide by hand",
      fr: "Choisissez une autre lecture du point ouvert, ou décidez manuellement",
    },
  });
}
