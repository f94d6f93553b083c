// An application as it stands, folded from the events of its file.
import type { PlainDate } from "../../kernel/index.ts";
import type { ApplicationState } from "../vocabulary.ts";
import type { ApplicationEvent, ApplicationFacts } from "./events.ts";

export interface Application extends ApplicationFacts {
  readonly state: ApplicationState;
  readonly stateOn: PlainDate;
  /** Codes that a completion was asked for. */
  readonly missing: readonly string[];
  readonly supplied: readonly string[];
  /** Day by which the last completion was asked; null when none was named. */
  readonly answerBy?: PlainDate | null;
  /** Rulebook ids of a refusal or inadmissibility. */
  readonly grounds: readonly string[];
}

export function evolveApplication(state: Application | null, event: ApplicationEvent): Application {
  if (event.type === "ApplicationFiled") {
    return { ...event.payload, state: "PENDING", stateOn: event.payload.filedOn, missing: [], supplied: [], grounds: [] };
  }
  if (state === null) throw new Error(`${event.type} in a file without application`);
  const stateOn = event.effectiveOn;
  switch (event.type) {
    case "ApplicationCompletionRequested":
      return { ...state, state: "INCOMPLETE", stateOn, missing: event.payload.missing, answerBy: event.payload.answerBy ?? null };
    case "ApplicationCompleted": {
      const { supplied, evidence, ...changed } = event.payload;
      return {
        ...state,
        ...changed,
        state: "PENDING",
        stateOn,
        missing: state.missing.filter((code) => !supplied.includes(code)),
        supplied: [...state.supplied, ...supplied],
        evidence: [...state.evidence, ...evidence],
      };
    }
    case "ApplicationWithdrawn":
      return { ...state, state: "WITHDRAWN", stateOn };
    case "ApplicationInadmissible":
      return { ...state, state: "INADMISSIBLE", stateOn, grounds: event.payload.grounds };
    case "ApplicationRefused":
      return { ...state, state: "REFUSED", stateOn, grounds: event.payload.grounds };
  }
}

/** Filed and not yet at an end: a second one for the same relation is refused. */
export const isOpen = (state: ApplicationState): boolean => state === "PENDING" || state === "INCOMPLETE";
