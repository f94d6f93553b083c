// The last day of an older right as its life is planned.
import { firstDay, type PlainDate, quarterOf } from "../kernel/index.ts";
import { addDays, earlier } from "./calendar.ts";
import type { RightPlan } from "./case-plan.ts";

/** As planned, not as told so far: what was declared or paid before must not depend on how far the telling went. Null: without end. */
export function plannedLastDay({ endsOn, ended, evaluation }: RightPlan): PlainDate | null {
  const decision = evaluation?.decision ?? null;
  const crossed = decision?.outcome === "IMW" ? addDays(firstDay(quarterOf(decision.decidedOn)), -1) : null;
  const stopped = decision?.outcome === "NO_NEED" ? decision.decidedOn : null;
  const days = [endsOn, ended?.on ?? null, crossed, stopped].filter((day) => day !== null);
  return days.length === 0 ? null : days.reduce(earlier);
}
