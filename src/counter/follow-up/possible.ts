// What an applicant can do with a file now, and from when the rest: read from the same tables that decide.
import {
  APPLICATION_ACTIONS,
  applicationStage,
  CHANGE_ACTIONS,
  GUIDANCE_ACTIONS,
  grantStage,
  LawReading,
  type Window,
  windowFor,
} from "../../dossier/index.ts";
import { type EvaluationRef, type PlainDate, Refusal } from "../../kernel/index.ts";
import type { Law } from "../../law/index.ts";
import type { OpenedFile } from "../application/files.ts";
import { lastDayToAsk } from "../vdab/review.ts";

export interface Possible {
  readonly complete: boolean;
  readonly withdraw: boolean;
  readonly reportChange: boolean;
  readonly guidance: boolean;
  /** Null: never for this grant, or no grant. `open` says whether the day lies in it and nothing is under way. */
  readonly adjustment: (Window & { readonly open: boolean }) | null;
  readonly extension: (Window & { readonly open: boolean }) | null;
  readonly evaluationUnderWay: boolean;
  /**
   * The last evaluation that VDAB decided and of which no review runs (PROC-30); null: none. `inTerm` counts from the decision: whoever took
   * notice later can still ask, and the law decides.
   */
  readonly review: { readonly evaluationRef: EvaluationRef; readonly decidedOn: PlainDate; readonly inTerm: boolean } | null;
}

export function possibleWith(law: Law, file: OpenedFile, today: PlainDate): Possible {
  const { application, grant, evaluations } = file.state;
  const stage = applicationStage(application);
  const running = grantStage(grant, today) === "RUNNING";
  const evaluationUnderWay = Object.values(evaluations).some((one) => one.finding === null || !one.applied);
  const window = (purpose: "ADJUSTMENT" | "EXTENSION") => {
    if (grant === null || !running) return null;
    const found = safeWindow(() => windowFor(new LawReading(law, today), grant, purpose));
    return found === null ? null : { ...found, open: found.opensOn <= today && today <= found.closesOn && !evaluationUnderWay };
  };
  return {
    complete: APPLICATION_ACTIONS[stage].includes("CompleteApplication"),
    withdraw: APPLICATION_ACTIONS[stage].includes("WithdrawApplication"),
    reportChange: CHANGE_ACTIONS[stage].includes("ReportChange"),
    guidance:
      grant !== null &&
      grant.facts.guidanceNeed !== "NONE" &&
      GUIDANCE_ACTIONS[grantStage(grant, today)].includes("DesignateGuide"),
    adjustment: window("ADJUSTMENT"),
    extension: window("EXTENSION"),
    evaluationUnderWay,
    review: reviewable(law, file, today),
  };
}

function reviewable(law: Law, { state }: OpenedFile, today: PlainDate): Possible["review"] {
  const decided = Object.values(state.evaluations)
    .flatMap(({ evaluationRef, finding }) => (finding === null ? [] : [{ evaluationRef, decidedOn: finding.decidedOn }]))
    .sort((a, b) => (a.decidedOn < b.decidedOn ? 1 : -1))[0];
  if (decided === undefined) return null;
  const asked = Object.values(state.reviews).some((one) => one.subjectRef === decided.evaluationRef && one.decidedOn === null);
  const last = lastDayToAsk(law, decided.decidedOn);
  return asked || last === null ? null : { ...decided, inTerm: today <= last };
}

/** Where the law itself gives no window, there is none to show. */
function safeWindow(find: () => Window | null): Window | null {
  try {
    return find();
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
}
