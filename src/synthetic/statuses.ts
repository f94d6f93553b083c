// Work statuses of a synthetic person through time.
import type { Benefit, Employability, WorkStatus } from "../dossier/index.ts";
import { type PlainDate, plainDate } from "../kernel/index.ts";
import { addDays, dayBetween, workingDayFrom } from "./calendar.ts";
import type { StatusPlan } from "./case-plan.ts";
import type { Rng } from "./rng.ts";

function status(
  from: PlainDate,
  recordedOn: PlainDate,
  kind: WorkStatus,
  employability: Employability,
  workCareTrajectory: boolean,
  benefit: Benefit,
  unemployedSince: PlainDate | null,
): StatusPlan {
  return { from, recordedOn, facts: { status: kind, employability, workCareTrajectory, benefit, unemployedSince } };
}

/** Without work from `knownFrom` on; some for years before. */
export function withoutWork(rng: Rng, knownFrom: PlainDate, benefit: Benefit, employability: Employability): StatusPlan {
  const since = addDays(knownFrom, -rng.between(0, rng.chance(350) ? 2_400 : 360));
  return status(knownFrom, knownFrom, "JOB_SEEKER_WITHOUT_WORK", employability, false, benefit, since);
}

/** The start of an activation trajectory (AMA-12) of somebody who stays without work. */
export function workCareFrom(rng: Rng, before: StatusPlan, from: PlainDate): StatusPlan {
  const { benefit, unemployedSince } = before.facts;
  return status(
    from,
    workingDayFrom(addDays(from, rng.between(0, 9))),
    "JOB_SEEKER_WITHOUT_WORK",
    "NOT_IMMEDIATE",
    true,
    benefit,
    unemployedSince,
  );
}

/** At work; recorded some days later unless `recordedOn` says when. */
export function atWork(rng: Rng, from: PlainDate, kind: "EMPLOYED" | "SELF_EMPLOYED", recordedOn?: PlainDate): StatusPlan {
  return status(from, recordedOn ?? workingDayFrom(addDays(from, rng.between(0, 4))), kind, "IMMEDIATE", false, "NONE", null);
}

/** No longer looking for work. */
export function inactive(rng: Rng, from: PlainDate, benefit: Benefit): StatusPlan {
  return status(from, workingDayFrom(addDays(from, rng.between(0, 9))), "INACTIVE", "NOT_IMMEDIATE", false, benefit, null);
}

/** A day in the window after the published answer in which late facts of 2023 are recorded. */
export function lateRecording(rng: Rng): PlainDate {
  return workingDayFrom(dayBetween(rng, plainDate("2024-01-22"), plainDate("2024-03-08")));
}
