// When guide, coach and plan can be given: while a grant with guidance premium runs.
import type { GrantStage } from "../grant/actions.ts";
import type { GuidanceCommand } from "./commands.ts";

export const GUIDANCE_ACTIONS: Readonly<Record<GrantStage, readonly GuidanceCommand["type"][]>> = {
  NONE: [],
  RUNNING: ["DesignateGuide", "DrawUpSupportPlan"],
  STOPPED: [],
  OVER: [],
};
