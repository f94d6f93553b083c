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
import { type PlainDate, Refusal } from "../../kernel/index.ts";
import type { Law } from "../../law/index.ts";
import type { OpenedFile } from "../application/files.ts";

export interface Possible {
  readonly complete: boolean;
  readonly withdraw: boolean;
  readonly reportChange: boolean;
  readonly guidance: boolean;
  /** Null: never for this grant, or no grant. `open` says whether the day lies in it and nothing is under way. */
  readonly adjustment: (Window & { readonly open: boolean }) | null;
  readonly extension: (Window & { readonly open: boolean }) | null;
  readonly evaluationUnderWay: boolean;
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
  };
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
