// Rights under the older measures that run out beside the scheme: VOP, temporary VOP, LDE, SINE, maatwerkafdeling, local subsidy.

import type { TransitionMeasure } from "../dossier/index.ts";
import {
  addQuarters,
  addYears,
  asRef,
  firstDay,
  lastDay,
  type PersonRef,
  type PlainDate,
  plainDate,
  quarterOf,
  type RightRef,
} from "../kernel/index.ts";
import { conversion, individualFinding } from "./advices.ts";
import { addDays, dayBetween, earlier, later, workingDayBetween, workingDayFrom } from "./calendar.ts";
import type { AdvicePlan, CasePlan, PersonPlan, RelationCategory, RelationPlan, RightPlan } from "./case-plan.ts";
import type { FirmKind } from "./firm-traits.ts";
import type { Firm } from "./firms.ts";
import { drawPerson } from "./person-traits.ts";
import { drawRelation } from "./relations.ts";
import { type Rng, seededUuid } from "./rng.ts";
import { sineCodeOf } from "./sine-codes.ts";
import { atWork } from "./statuses.ts";
import type { World } from "./world.ts";

/** Day on which the department carried the older rights over from its lists. */
const CARRIED_OVER = plainDate("2023-06-26");
/** Weeks in which the organisations completed their lists and choices. */
const LISTS_COMPLETED = [plainDate("2023-08-14"), plainDate("2023-08-18")] as const;

interface RightWish {
  readonly measure: TransitionMeasure;
  readonly firm: Firm | null;
  readonly startedOn: PlainDate;
  readonly quarters: number | null;
  readonly endsOn: PlainDate | null;
  readonly source: string;
}

function right(rng: Rng, wish: RightWish): RightPlan {
  return {
    ref: asRef<RightRef>(seededUuid(rng)),
    ...wish,
    recordedOn: CARRIED_OVER,
    evaluation: null,
    ldeChoice: null,
    ended: null,
  };
}

/** A VOP right that still ran on the reference day (TRANS-03). */
function runningVop(rng: Rng, world: World, measure: "VOP" | "TVOP", firm: Firm | null): RightPlan {
  const { law } = world;
  const schedule = measure === "TVOP" ? law.temporaryVopSchedule : firm === null ? law.vopSelfSchedule : law.vopSchedule;
  const quarters = schedule.at(-1)?.throughQuarter ?? 0;
  // Old enough to have been evaluated from the first day on.
  const youngest = addDays(law.vopEvaluationFrom, -70);
  const oldest = addDays(law.vopReferenceDay, -(measure === "TVOP" ? 540 : 1_600));
  const startedOn = dayBetween(rng, oldest, youngest);
  const endsOn = lastDay(addQuarters(quarterOf(startedOn), quarters - 1));
  return right(rng, { measure, firm, startedOn, quarters, endsOn, source: "vop-2023-06" });
}

/** The VOP right behind a grant of 2023: evaluation asked, decided with the grant, and the right at its end (TRANS-05). */
export function vopRight(
  rng: Rng,
  world: World,
  measure: "VOP" | "TVOP",
  category: RelationCategory,
  decidedOn: PlainDate,
  relation: number,
): RightPlan {
  const firm = category === "SUPPORT" ? null : world.firms.drawEligible(rng);
  const requestedOn = workingDayBetween(
    rng,
    addDays(world.law.vopEvaluationFrom, 2),
    earlier(addDays(decidedOn, -25), plainDate("2023-11-10")),
  );
  return {
    ...runningVop(rng, world, measure, firm),
    evaluation: { requestedOn, decision: { decidedOn, outcome: "IMW", relation } },
  };
}

function holder(
  rng: Rng,
  rights: readonly RightPlan[],
  relations: readonly RelationPlan[],
  advices: readonly AdvicePlan[],
): CasePlan {
  const knownFrom = CARRIED_OVER;
  const firm = rights[0]?.firm ?? null;
  const status = { ...atWork(rng, knownFrom, firm === null ? "SELF_EMPLOYED" : "EMPLOYED"), recordedOn: knownFrom };
  const person: PersonPlan = {
    ref: asRef<PersonRef>(seededUuid(rng)),
    traits: drawPerson(rng),
    knownFrom,
    statuses: [status],
    advices,
    ends: [],
    educationFrom: relations.length > 0 ? "LINKAGE" : "NONE",
  };
  return { person, relations, rights };
}

/** A VOP right that was not crossed over in 2023: it runs on, was evaluated otherwise, or crosses later. */
export function vopHolder(rng: Rng, world: World): CasePlan {
  const measure = rng.chance(130) ? "TVOP" : "VOP";
  const firm = rng.chance(60) ? null : world.firms.drawEligible(rng);
  const held = runningVop(rng, world, measure, firm);
  const endsOn = held.endsOn as PlainDate;
  const way = rng.between(1, 1000);
  if (way <= 45) {
    // Asked before the new criteria could be used, so decided under the old ones (TV-43).
    const requestedOn = workingDayBetween(rng, plainDate("2023-02-06"), addDays(world.law.vopEvaluationFrom, -1));
    const decidedOn = workingDayBetween(rng, addDays(CARRIED_OVER, 2), addDays(world.law.vopReferenceDay, 60));
    return holder(
      rng,
      [{ ...held, evaluation: { requestedOn, decision: { decidedOn, outcome: "OLD_CRITERIA", relation: null } } }],
      [],
      [],
    );
  }
  const requestedOn = workingDayBetween(rng, addDays(world.law.vopEvaluationFrom, 2), plainDate("2023-12-15"));
  if (way <= 75) {
    const decidedOn = workingDayBetween(rng, addDays(world.law.schemeFrom, 4), plainDate("2023-12-22"));
    const asked = earlier(requestedOn, addDays(decidedOn, -3));
    return holder(
      rng,
      [
        {
          ...held,
          evaluation: { requestedOn: asked, decision: { decidedOn, outcome: "NO_NEED", relation: null } },
        },
      ],
      [],
      [],
    );
  }
  if (way <= 255) {
    // Evaluation still running at the end of 2023; the grant comes in 2024.
    const decidedOn = workingDayBetween(rng, plainDate("2024-02-19"), plainDate("2024-09-27"));
    if (endsOn > addDays(decidedOn, 20)) return crossed(rng, world, held, requestedOn, decidedOn);
  }
  if (way <= 520) {
    // Asked shortly before the right ends, so that support goes on.
    const decidedOn = workingDayFrom(addDays(endsOn, -rng.between(5, 60)));
    if (decidedOn > plainDate("2024-03-01"))
      return crossed(rng, world, held, workingDayFrom(addDays(decidedOn, -rng.between(60, 150))), decidedOn);
  }
  return holder(rng, [held], [], []);
}

function crossed(rng: Rng, world: World, held: RightPlan, requestedOn: PlainDate, decidedOn: PlainDate): CasePlan {
  const measure = held.measure === "TVOP" ? "TVOP" : "VOP";
  const evaluated: RightPlan = {
    ...held,
    evaluation: { requestedOn, decision: { decidedOn, outcome: "IMW", relation: 0 } },
  };
  const relation = crossing(rng, world, held, measure, workingDayFrom(addDays(decidedOn, -rng.between(12, 40))), decidedOn);
  return holder(rng, [evaluated], [relation], [adviceFor(rng, world, relation, decidedOn)]);
}

function crossing(
  rng: Rng,
  world: World,
  held: RightPlan,
  measure: "VOP" | "TVOP" | "LDE" | "MWA" | "SINE",
  filedOn: PlainDate,
  decidedOn: PlainDate,
): RelationPlan {
  const category: RelationCategory =
    held.firm === null ? "SUPPORT" : rng.chance(measure === "LDE" ? 420 : 60) ? "WAGE_AND_GUIDANCE" : "WAGE";
  return drawRelation(rng, world, {
    category,
    situation: "AT_WORK",
    filedOn,
    flaw: "NONE",
    fate: { kind: "GRANTED", decidedOn, recordedOn: decidedOn },
    previous: { measure, rightRef: held.ref },
    ...(held.firm === null ? {} : { firm: held.firm }),
  });
}

/** A worker in the local services economy on the reference day (TRANS-30); some cross over when the trajectory ends. */
export function ldeHolder(rng: Rng, world: World, choice: "INDIVIDUAL" | "COLLECTIVE"): CasePlan {
  const { law } = world;
  const firm = world.firms.draw(rng, "LDE_ORGANISATION");
  const startedOn = dayBetween(
    rng,
    addDays(addYears(law.ldeReferenceDay, -law.ldeTrajectoryYears), 60),
    addDays(law.ldeReferenceDay, -10),
  );
  const endsOn = addDays(addYears(startedOn, law.ldeTrajectoryYears), -1);
  const measure = choice === "INDIVIDUAL" ? "LDE_INDIVIDUAL" : "LDE_COLLECTIVE";
  const held: RightPlan = {
    ...right(rng, { measure, firm, startedOn, quarters: null, endsOn, source: "lde-2023-05" }),
    ldeChoice: { choice, recordedOn: workingDayBetween(rng, ...LISTS_COMPLETED) },
  };
  const leftOn = dayBetween(rng, plainDate("2024-01-08"), addDays(endsOn, -10));
  if (rng.chance(180) && leftOn < addDays(endsOn, -20)) {
    return holder(
      rng,
      [{ ...held, ended: { on: leftOn, recordedOn: workingDayFrom(addDays(leftOn, 6)), reason: "CONTRACT_ENDED" } }],
      [],
      [],
    );
  }
  const decidedOn = workingDayFrom(addDays(endsOn, -rng.between(3, 50)));
  if (choice === "INDIVIDUAL" && decidedOn > plainDate("2024-03-01") && rng.chance(620)) {
    const relation = crossing(rng, world, held, "LDE", workingDayFrom(addDays(decidedOn, -rng.between(15, 45))), decidedOn);
    // The grant takes over whole quarters, so that none is paid twice or left out.
    const ended = { on: addDays(firstDay(quarterOf(decidedOn)), -1), recordedOn: decidedOn, reason: "IMW_GRANTED" as const };
    return holder(rng, [{ ...held, ended }], [relation], [evaluationAdvice(rng, world, relation, decidedOn)]);
  }
  return holder(rng, [held], [], []);
}

/** A converted right asks no guidance; a need of guidance is found by an evaluation. */
function adviceFor(rng: Rng, world: World, relation: RelationPlan, decidedOn: PlainDate): AdvicePlan {
  if (relation.category === "WAGE_AND_GUIDANCE") return evaluationAdvice(rng, world, relation, decidedOn);
  return conversion(rng, world.law, "LASTING");
}

/** Sitting workers need a VDAB evaluation in time: an advice asked for some months before the end (TRANS-31). */
function evaluationAdvice(rng: Rng, world: World, relation: RelationPlan, decidedOn: PlainDate): AdvicePlan {
  const requestedOn = later(workingDayFrom(addDays(decidedOn, -rng.between(100, 160))), addDays(world.law.schemeFrom, 2));
  const found = workingDayFrom(addDays(requestedOn, rng.between(15, 45)));
  const finding = individualFinding(rng, world.law, relation.category === "WAGE_AND_GUIDANCE");
  return {
    kind: "REQUEST",
    measure: "INDIVIDUAL",
    requestedOn,
    decidedOn: found,
    recordedOn: found,
    path: "ICF",
    finding,
    welfare: false,
  };
}

const SINE_FIRMS: Readonly<Record<"SINE_REGULAR" | "SINE_MWB_INSIDE" | "SINE_MWB_OUTSIDE", FirmKind>> = {
  SINE_REGULAR: "NON_PROFIT",
  SINE_MWB_INSIDE: "MWB",
  SINE_MWB_OUTSIDE: "MWB",
};

export function sineHolder(rng: Rng, world: World, measure: keyof typeof SINE_FIRMS): CasePlan {
  const firm =
    measure === "SINE_REGULAR" && rng.chance(300)
      ? world.firms.draw(rng, "SERVICE_VOUCHER")
      : world.firms.draw(rng, SINE_FIRMS[measure]);
  const startedOn = dayBetween(rng, plainDate("2014-01-06"), plainDate("2023-04-28"));
  const endsOn = world.law.sineLastDay;
  const held = right(rng, { measure, firm, startedOn, quarters: null, endsOn, source: "sine-2023-06" });
  // On the list, so the right still ran on the last day of the older measures.
  return withSineCode(world, holder(rng, [held], [], []), world.law.vopReferenceDay);
}

/** The list gives the code of the reduction; it follows from what was drawn already, so that no draw comes beside it. */
function withSineCode({ law }: World, plan: CasePlan, ranOn: PlainDate): CasePlan {
  const rights = plan.rights.map((one): RightPlan => {
    const code = sineCodeOf(law, one.startedOn, plan.person.traits.bornIn, ranOn);
    return code === null ? one : { ...one, reductionCode: code };
  });
  return { ...plan, rights };
}

/** A worker of a maatwerkafdeling; started trajectories are completed (TRANS-40). */
export function departmentHolder(rng: Rng, world: World): CasePlan {
  const firm = world.firms.draw(rng, "COMPANY");
  const startedOn = dayBetween(rng, plainDate("2019-10-07"), plainDate("2023-05-31"));
  const endsOn = addDays(addYears(startedOn, world.law.ldeTrajectoryYears), -1);
  const held = right(rng, { measure: "MWA", firm, startedOn, quarters: null, endsOn, source: "mwa-2022-q4" });
  return holder(rng, [held], [], []);
}

/** First day of the archive that the department carried over beside its lists. */
const ARCHIVE_FROM = plainDate("2019-01-07");
/** Room between the end of a right and the reference day, on which none of these ran. */
const CLEAR_DAYS = 40;

/**
 * A right of 2019 or later that was over before the reference day, so that nobody crosses over from it: a temporary VOP ran its term, the
 * others stopped with the contract. LDE is not among them: a right is named after the choice that the organisation made in 2023.
 */
export function formerHolder(rng: Rng, world: World, measure: "VOP" | "TVOP" | "SINE_REGULAR" | "MWA"): CasePlan {
  const { law } = world;
  const latestEnd = addDays(law.vopReferenceDay, -CLEAR_DAYS);
  const source = "archief-2019-2023";
  const firm =
    measure === "MWA"
      ? world.firms.draw(rng, "COMPANY")
      : rng.chance(60) && measure === "VOP"
        ? null
        : world.firms.drawEligible(rng);
  if (measure === "TVOP") {
    const quarters = law.temporaryVopSchedule.at(-1)?.throughQuarter ?? 0;
    const startedOn = dayBetween(rng, ARCHIVE_FROM, firstDay(addQuarters(quarterOf(latestEnd), -quarters)));
    const endsOn = lastDay(addQuarters(quarterOf(startedOn), quarters - 1));
    return holder(rng, [right(rng, { measure, firm, startedOn, quarters, endsOn, source })], [], []);
  }
  const startedOn = dayBetween(rng, ARCHIVE_FROM, addDays(latestEnd, -400));
  const schedule = firm === null ? law.vopSelfSchedule : law.vopSchedule;
  const quarters = measure === "VOP" ? (schedule.at(-1)?.throughQuarter ?? 0) : null;
  const endsOn =
    quarters === null
      ? addDays(addYears(startedOn, law.ldeTrajectoryYears), -1)
      : lastDay(addQuarters(quarterOf(startedOn), quarters - 1));
  const on = dayBetween(rng, addDays(startedOn, 90), latestEnd);
  const ended = { on, recordedOn: addDays(CARRIED_OVER, 1), reason: "CONTRACT_ENDED" as const };
  const plan = holder(rng, [{ ...right(rng, { measure, firm, startedOn, quarters, endsOn, source }), ended }], [], []);
  return measure === "SINE_REGULAR" ? withSineCode(world, plan, on) : plan;
}

/** The yearly working subsidy of a local government (TRANS-50): a right without a person. */
export function localSubsidy(rng: Rng, world: World): RightPlan {
  const firm = world.firms.draw(rng, "LOCAL");
  const plan = right(rng, {
    measure: "ALD",
    firm,
    // It came when the older measures closed.
    startedOn: world.law.schemeFrom,
    quarters: null,
    endsOn: world.law.localSubsidyLastDay,
    source: "ald-2023",
  });
  return { ...plan, recordedOn: LISTS_COMPLETED[0] };
}
