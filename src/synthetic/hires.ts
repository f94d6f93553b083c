// A job seeker with an individual advice who finds work with support: the status, and the employer's application.
import { addMonths, type PlainDate, plainDate } from "../kernel/index.ts";
import { individualAdvice } from "./advices.ts";
import { addDays, later, workingDayBetween, workingDayFrom } from "./calendar.ts";
import type { AdvicePlan, RelationPlan, StatusPlan } from "./case-plan.ts";
import { drawLaterFate, drawRelation } from "./relations.ts";
import { type Choices, choices, type Rng } from "./rng.ts";
import { atWork } from "./statuses.ts";
import type { World } from "./world.ts";

export interface HireChances {
  /** In thousandths, over all years after 2023. */
  readonly hired: number;
  /** A collective advice: both premiums, and now and then a maatwerkbedrijf that hires on the individual scheme. */
  readonly fromCollective: boolean;
}

const YEARS: Choices<readonly [string, string]> = choices([
  [["2024-01-08", "2024-12-20"], 46],
  [["2025-01-06", "2025-12-19"], 26],
  [["2026-01-05", "2026-12-18"], 18],
  [["2027-01-04", "2027-12-17"], 10],
] as const);

/** Draws whether and when somebody is hired, after `from`; null for nobody. */
export function drawHire(
  rng: Rng,
  world: World,
  chances: HireChances,
  from: PlainDate,
  advices: readonly AdvicePlan[],
): { readonly status: StatusPlan; readonly relation: RelationPlan } | null {
  const held = individualAdvice(world.law, advices);
  if (held === null || !rng.chance(chances.hired)) return null;
  const [first, last] = rng.weighted(YEARS);
  const earliest = addDays(later(from, held.from), 10);
  const started =
    last <= earliest
      ? workingDayBetween(rng, earliest, addMonths(earliest, 8))
      : workingDayBetween(rng, later(plainDate(first), earliest), plainDate(last));
  // The advice must still hold when the department decides.
  if (addDays(started, 200) > held.until) return null;
  const filedOn = workingDayFrom(addDays(started, rng.between(4, 45)));
  const relation = drawRelation(rng, world, {
    category: held.guidance ? "WAGE_AND_GUIDANCE" : "WAGE",
    situation: "NEW_HIRE",
    filedOn,
    flaw: "NONE",
    fate: withoutRefusal(drawLaterFate(rng, filedOn)),
    ...(chances.fromCollective && rng.chance(60) ? { firm: world.firms.draw(rng, "MWB") } : {}),
  });
  const contract = relation.contract === null ? null : { ...relation.contract, from: started };
  return { status: atWork(rng, started, "EMPLOYED"), relation: { ...relation, contract } };
}

/** Somebody without a flaw is not refused. */
function withoutRefusal(fate: RelationPlan["fate"]): RelationPlan["fate"] {
  return fate.kind === "REFUSED" ? { kind: "GRANTED", decidedOn: fate.decidedOn, recordedOn: fate.recordedOn } : fate;
}
