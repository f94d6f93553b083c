// What may happen next to an application, in every state.
import type { GrantCommand } from "../grant/commands.ts";
import type { ApplicationState } from "../vocabulary.ts";
import type { ApplicationCommand } from "./commands.ts";
import type { Application } from "./state.ts";

export type ApplicationStage = "NONE" | ApplicationState;
export type ApplicationAction = ApplicationCommand["type"] | Extract<GrantCommand["type"], "DecideGrant">;

export const APPLICATION_ACTIONS: Readonly<Record<ApplicationStage, readonly ApplicationAction[]>> = {
  NONE: ["FileApplication"],
  PENDING: ["RequestCompletion", "WithdrawApplication", "DeclareInadmissible", "RefuseApplication", "DecideGrant"],
  INCOMPLETE: ["CompleteApplication", "WithdrawApplication", "DeclareInadmissible", "RefuseApplication"],
  GRANTED: [],
  REFUSED: [],
  WITHDRAWN: [],
  INADMISSIBLE: [],
};

export const applicationStage = (application: Application | null): ApplicationStage => application?.state ?? "NONE";
