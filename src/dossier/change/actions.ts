// When a change may be reported.
import type { ApplicationStage } from "../application/actions.ts";
import type { ChangeCommand } from "./commands.ts";

/** While an application is open and for good once a grant was decided: an end can come to light late. */
export const CHANGE_ACTIONS: Readonly<Record<ApplicationStage, readonly ChangeCommand["type"][]>> = {
  NONE: [],
  PENDING: ["ReportChange"],
  INCOMPLETE: ["ReportChange"],
  GRANTED: ["ReportChange"],
  REFUSED: [],
  WITHDRAWN: [],
  INADMISSIBLE: [],
};
