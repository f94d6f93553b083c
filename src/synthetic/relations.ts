// Applications of employers and of self-employed persons: contract, hours, how the file ends, and what happens during a grant.

import type { ContractKind, SelfEmployment, Situation } from "../dossier/index.ts";
import {
  addQuarters,
  cents,
  dateParts,
  type EmploymentFraction,
  employmentFraction,
  firstDay,
  type PlainDate,
  quarterOf,
} from "../kernel/index.ts";
import { addDays, dayBetween, later, workingDayFrom } from "./calendar.ts";
import type { ContractPlan, Fate, Flaw, RelationCategory, RelationPlan } from "./case-plan.ts";
import type { Firm } from "./firms.ts";
import { type Choices, choices, type Rng } from "./rng.ts";
import type { World } from "./world.ts";

const CONTRACT_KINDS: Choices<ContractKind> = choices([
  ["OPEN_ENDED", 760],
  ["FIXED_TERM", 140],
  ["TEMP_AGENCY", 60],
  ["FLEXI_JOB", 14],
  ["STUDENT", 10],
  ["SEASONAL", 10],
  ["EXTRA", 6],
]);

/** Share of full time, in ten-thousandths. */
const FRACTIONS: Choices<number> = choices([
  [10_000, 44],
  [9_000, 4],
  [8_000, 17],
  [7_500, 6],
  [6_667, 3],
  [6_000, 5],
  [5_000, 18],
  [4_000, 3],
]);

export const SITUATIONS: Choices<Situation> = choices([
  ["NEW_HIRE", 46],
  ["AT_WORK", 40],
  ["RETURN", 14],
]);

const CHANNELS: Choices<RelationPlan["channel"]> = choices([
  ["ONLINE", 90],
  ["API", 7],
  ["CSV", 3],
]);

const EMPLOYER_FLAWS: Choices<Flaw> = choices([
  ["NO_ADVICE", 55],
  ["RESIDENCE", 20],
  ["SERVICE_VOUCHER", 10],
  ["IN_DIFFICULTY", 8],
  ["PUBLIC_EMPLOYER", 7],
]);

/** What makes the law refuse an application of the category. */
export function drawFlaw(rng: Rng, category: RelationCategory): Flaw {
  if (category === "SUPPORT") return rng.chance(600) ? "LOW_INCOME" : "NO_ADVICE";
  const drawn = rng.weighted(EMPLOYER_FLAWS);
  return drawn === "SERVICE_VOUCHER" && category !== "WAGE" ? "NO_ADVICE" : drawn;
}

function contract(rng: Rng, situation: Situation, filedOn: PlainDate): ContractPlan {
  const from =
    situation === "NEW_HIRE"
      ? workingDayFrom(addDays(filedOn, -rng.between(4, 60)))
      : dayBetween(rng, addDays(filedOn, -5_500), addDays(filedOn, -200));
  const kind = situation === "NEW_HIRE" ? rng.weighted(CONTRACT_KINDS) : "OPEN_ENDED";
  if (kind === "OPEN_ENDED") return { hours: null, from, until: null, kind };
  const until = addDays(filedOn, rng.between(240, 1_000));
  return { hours: rng.between(120, 1_500), from, until, kind };
}

/**
 * A self-employed activity with its proof (SELF-02, SELF-04). Of the years before 2023 no minimum income is known, so who applies
 * in 2023 is a starter with a prognosis, or a holder of an older right whose prognosis a handler accepts.
 */
function selfEmployment(rng: Rng, world: World, wish: RelationWish): SelfEmployment {
  const { law } = world;
  const { filedOn } = wish;
  const enough = wish.flaw !== "LOW_INCOME";
  const occupation = rng.chance(780) ? "MAIN" : "SECONDARY";
  const year = dateParts(filedOn).year;
  if (year <= 2023) {
    const holder = wish.previous !== undefined;
    const since = dayBetween(rng, addDays(filedOn, holder ? -2_900 : -330), addDays(filedOn, holder ? -700 : -40));
    const proof = {
      kind: "PROGNOSIS_ATTEST",
      issuedOn: workingDayFrom(addDays(filedOn, -rng.between(8, 30))),
      sufficient: enough,
    } as const;
    return { occupation, since, limitationRecognisedOn: null, proof };
  }
  const since = dayBetween(rng, later(addDays(filedOn, -4_800), addDays(law.selfReferenceDay, 30)), addDays(filedOn, -500));
  const limitationRecognisedOn = dayBetween(rng, addDays(since, 30), addDays(filedOn, -30));
  const least = law.selfMinimumIncome(year - 1);
  const incomeCents = cents(enough ? least + rng.between(20_000, 1_900_000) : least - rng.between(50_000, 900_000));
  return { occupation, since, limitationRecognisedOn, proof: { kind: "TAX_ASSESSMENT", incomeYear: year - 1, incomeCents } };
}

export interface RelationWish {
  readonly category: RelationCategory;
  readonly situation: Situation;
  readonly filedOn: PlainDate;
  readonly flaw: Flaw;
  readonly fate: Fate;
  /** Given when the employer is already known, for example that of an older right. */
  readonly firm?: Firm;
  readonly previous?: RelationPlan["previous"];
  readonly recordedOn?: PlainDate;
  readonly filedAnew?: boolean;
}

function firmFor(rng: Rng, world: World, wish: RelationWish): Firm | null {
  if (wish.category === "SUPPORT") return null;
  if (wish.firm !== undefined) return wish.firm;
  if (wish.flaw === "PUBLIC_EMPLOYER") return world.firms.draw(rng, "OTHER_PUBLIC");
  if (wish.flaw === "SERVICE_VOUCHER") return world.firms.draw(rng, "SERVICE_VOUCHER");
  // A service-voucher firm cannot get the wage premium alone (EMP-08).
  // With guidance it gets the guidance premium only, which no row of the published table of 2023 counts.
  return world.firms.drawEligible(rng, wish.category === "WAGE_AND_GUIDANCE" && dateParts(wish.filedOn).year > 2023);
}

/** The day of the decision when a fate leads to a grant, or null. */
export function grantDay(fate: Fate): PlainDate | null {
  if (fate.kind === "GRANTED") return fate.decidedOn;
  return fate.kind === "INCOMPLETE" && fate.next !== null ? grantDay(fate.next) : null;
}

export function drawRelation(rng: Rng, world: World, wish: RelationWish): RelationPlan {
  const firm = firmFor(rng, world, wish);
  const terms = firm === null ? null : contract(rng, wish.situation, wish.filedOn);
  const fraction: EmploymentFraction | null = firm === null ? null : employmentFraction(rng.weighted(FRACTIONS));
  const granted = grantDay(wish.fate);

  let stop: RelationPlan["stop"] = null;
  if (granted !== null && terms?.until != null) {
    // Support stops with a fixed-term contract (OPEN-22).
    stop = { lastDay: terms.until, recordedOn: workingDayFrom(addDays(terms.until, rng.between(1, 20))) };
  } else if (granted !== null && rng.chance(270)) {
    const lastDay = dayBetween(rng, addDays(granted, 70), addDays(granted, 1_700));
    stop = { lastDay, recordedOn: workingDayFrom(addDays(lastDay, rng.between(1, 25))) };
  }
  let adjustment: RelationPlan["adjustment"] = null;
  if (granted !== null && terms?.until == null && rng.chance(65)) {
    const opens = firstDay(addQuarters(quarterOf(granted), world.law.adjustmentFromQuarter - 1));
    const requestedOn = workingDayFrom(dayBetween(rng, addDays(opens, 3), addDays(opens, 260)));
    const decidedOn = workingDayFrom(addDays(requestedOn, rng.between(25, 95)));
    const percentage = rng.oneOf(world.law.percentageGrid.slice(Math.floor(world.law.percentageGrid.length / 2)));
    if (stop === null || stop.lastDay > addDays(decidedOn, 10)) adjustment = { requestedOn, decidedOn, percentage };
  }
  return {
    category: wish.category,
    firm,
    situation: wish.situation,
    filedOn: wish.filedOn,
    recordedOn: wish.recordedOn ?? wish.filedOn,
    channel: firm === null ? "ONLINE" : rng.weighted(CHANNELS),
    contract: terms,
    fraction,
    selfEmployment: firm === null ? selfEmployment(rng, world, wish) : null,
    flaw: wish.flaw,
    fate: wish.fate,
    firstTry:
      wish.filedAnew === true
        ? { filedOn: addDays(wish.filedOn, -rng.between(12, 20)), inadmissibleOn: addDays(wish.filedOn, -rng.between(3, 8)) }
        : null,
    stop,
    adjustment,
    previous: wish.previous ?? { measure: "NONE", rightRef: null },
  };
}

const LATER_FATES: Choices<"GRANTED" | "COMPLETED" | "REFUSED" | "WITHDRAWN" | "INADMISSIBLE"> = choices([
  ["GRANTED", 742],
  ["COMPLETED", 80],
  ["REFUSED", 96],
  ["WITHDRAWN", 42],
  ["INADMISSIBLE", 40],
]);

/** How an application filed after 2023 ends; what lies after the end of the population's time is simply not told. */
export function drawLaterFate(rng: Rng, filedOn: PlainDate): Fate {
  const soon = workingDayFrom(addDays(filedOn, rng.between(3, 12)));
  const decided = workingDayFrom(addDays(filedOn, rng.between(16, 80)));
  switch (rng.weighted(LATER_FATES)) {
    case "GRANTED":
      return { kind: "GRANTED", decidedOn: decided, recordedOn: decided };
    case "REFUSED":
      return { kind: "REFUSED", decidedOn: decided, recordedOn: decided };
    case "WITHDRAWN":
      return { kind: "WITHDRAWN", on: decided };
    case "INADMISSIBLE":
      return { kind: "INADMISSIBLE", on: soon };
    case "COMPLETED": {
      const completedOn = workingDayFrom(addDays(soon, rng.between(5, 30)));
      const next = workingDayFrom(addDays(completedOn, rng.between(10, 50)));
      return { kind: "INCOMPLETE", askedOn: soon, completedOn, next: { kind: "GRANTED", decidedOn: next, recordedOn: next } };
    }
  }
}
