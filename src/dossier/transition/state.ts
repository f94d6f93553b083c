// An older right as it stands, folded from its events.
import type { GrantRef, PlainDate, Quarter } from "../../kernel/index.ts";
import type { OldRightAmount, OldRightFacts, TransitionEvent, VopOutcome } from "./events.ts";

/** Full-time equivalents in hundredths, ratio and contingent in 1/10000. */
export interface ConvertedRight {
  readonly convertedOn: PlainDate;
  readonly of: "LDE" | "SINE";
  readonly fte: number | null;
  readonly ratioEntered: number | null;
  readonly contingent: number | null;
}

export interface OldRight {
  readonly facts: OldRightFacts;
  readonly endedOn: PlainDate | null;
  /** Last day after the foreseen end, when the right ran on to the grant; null: it did not. */
  readonly ranOnUntil: PlainDate | null;
  readonly evaluation: {
    readonly requestedOn: PlainDate;
    readonly decidedOn: PlainDate | null;
    readonly outcome: VopOutcome | null;
    readonly grantRef: GrantRef | null;
  } | null;
  readonly ldeChoice: "INDIVIDUAL" | "COLLECTIVE" | null;
  /** In order of entry. */
  readonly amounts: readonly OldRightAmount[];
  /** In order of judgement; a later one counts from its quarter on. */
  readonly activity: readonly { readonly fromQuarter: Quarter; readonly suffices: boolean; readonly incomeYear: number | null }[];
  /** What the right became in a contingent; null: nothing yet. */
  readonly converted: ConvertedRight | null;
  /** The end about which the employer was warned last; null: never. */
  readonly warnedOfEnd: PlainDate | null;
}

export function evolveOldRight(state: OldRight | null, event: TransitionEvent): OldRight {
  if (event.type === "OldRightRecorded") {
    const { payload: facts } = event;
    return {
      facts,
      endedOn: null,
      ranOnUntil: null,
      evaluation: null,
      ldeChoice: null,
      amounts: [],
      activity: [],
      converted: null,
      warnedOfEnd: null,
    };
  }
  if (state === null) throw new Error(`${event.type} in the stream of a right that was never recorded`);
  switch (event.type) {
    case "VopEvaluationRequested":
      return { ...state, evaluation: { requestedOn: event.payload.requestedOn, decidedOn: null, outcome: null, grantRef: null } };
    case "VopEvaluationDecided": {
      const { decidedOn, outcome, grantRef } = event.payload;
      const requestedOn = state.evaluation?.requestedOn ?? decidedOn;
      return { ...state, evaluation: { requestedOn, decidedOn, outcome, grantRef } };
    }
    case "LdeChoiceMade":
      return { ...state, ldeChoice: event.payload.choice };
    case "OldRightAmountEntered":
      return { ...state, amounts: [...state.amounts, event.payload] };
    case "VopActivityJudged": {
      const { fromQuarter, suffices, incomeYear } = event.payload;
      return { ...state, activity: [...state.activity, { fromQuarter, suffices, incomeYear }] };
    }
    case "ContingentConverted": {
      const { convertedOn, of, fte, ratioEntered, contingent } = event.payload;
      return { ...state, converted: { convertedOn, of, fte, ratioEntered, contingent } };
    }
    case "EndWarningGiven":
      return { ...state, warnedOfEnd: event.payload.endsOn };
    case "OldRightRanOn":
      return { ...state, ranOnUntil: event.payload.until };
    case "OldRightEnded":
      return { ...state, endedOn: event.payload.endedOn };
  }
}

/** Last day of the right; null when indefinite and not ended. */
export function lastDayOfRight(right: OldRight): PlainDate | null {
  const days = [right.endedOn, right.ranOnUntil ?? right.facts.endsOn].filter((day) => day !== null);
  return days.sort()[0] ?? null;
}
