// The evaluations of a file, folded from its events.
import type { EvaluationRef, GrantRef, PlainDate } from "../../kernel/index.ts";
import type { GuidanceNeed } from "../vocabulary.ts";
import type { EvaluationEvent, EvaluationOutcome, EvaluationPurpose } from "./events.ts";

export interface Finding {
  readonly decidedOn: PlainDate;
  readonly outcome: EvaluationOutcome;
  readonly percentage: number | null;
  readonly guidanceNeed: GuidanceNeed | null;
}

export interface Evaluation {
  readonly evaluationRef: EvaluationRef;
  readonly grantRef: GrantRef;
  readonly purpose: EvaluationPurpose;
  readonly requestedOn: PlainDate;
  readonly finding: Finding | null;
  /** Whether the grant followed it. */
  readonly applied: boolean;
}

export type Evaluations = Readonly<Record<string, Evaluation>>;

export function evolveEvaluations(state: Evaluations, event: EvaluationEvent): Evaluations {
  const { evaluationRef, grantRef } = event.payload;
  switch (event.type) {
    case "AdjustmentRequested":
    case "ExtensionRequested": {
      const purpose = event.type === "AdjustmentRequested" ? "ADJUSTMENT" : "EXTENSION";
      const { requestedOn } = event.payload;
      return { ...state, [evaluationRef]: { evaluationRef, grantRef, purpose, requestedOn, finding: null, applied: false } };
    }
    case "EvaluationRecorded": {
      const { decidedOn, outcome, percentage, guidanceNeed, purpose } = event.payload;
      const requested = state[evaluationRef] ?? {
        evaluationRef,
        grantRef,
        purpose,
        requestedOn: decidedOn,
        finding: null,
        applied: false,
      };
      // An evaluation that leaves the grant as it is has nothing to be applied.
      const applied = outcome === "UNCHANGED";
      return { ...state, [evaluationRef]: { ...requested, finding: { decidedOn, outcome, percentage, guidanceNeed }, applied } };
    }
  }
}

/** The grant followed the evaluation: adjusted, extended, or stopped because no need was found. */
export function markApplied(state: Evaluations, matches: (evaluation: Evaluation) => boolean): Evaluations {
  const changed = Object.values(state).filter((one) => matches(one) && !one.applied);
  if (changed.length === 0) return state;
  return { ...state, ...Object.fromEntries(changed.map((one) => [one.evaluationRef, { ...one, applied: true }])) };
}
