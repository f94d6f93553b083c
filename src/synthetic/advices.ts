// Advices that a synthetic person asks for or is given: when, and what VDAB finds. Findings lie on the right side of the
// thresholds of the law that is handed in.
import type { EvidencePath, GuidanceNeed, NeedDuration } from "../dossier/index.ts";
import { addYears, type PlainDate, plainDate } from "../kernel/index.ts";
import { addDays, dayBetween, later, workingDayBetween, workingDayFrom } from "./calendar.ts";
import type { AdvicePlan, CaughtUpAdvice, ConvertedAdvice, FindingPlan, RequestedAdvice } from "./case-plan.ts";
import type { LegalFacts } from "./legal-facts.ts";
import { type Choices, choices, type Rng } from "./rng.ts";

/** First day of the history. */
const HISTORY_FROM = plainDate("2019-01-07");

const PATHS: Choices<EvidencePath> = choices([
  ["ATTEST", 62],
  ["ICF", 38],
]);
const GUIDANCE: Choices<GuidanceNeed> = choices([
  ["LOW", 40],
  ["MEDIUM", 38],
  ["HIGH", 22],
]);
const DURATIONS: Choices<NeedDuration> = choices([
  ["LASTING", 80],
  ["TEMPORARY", 20],
]);

/** Years in which older advices were given, with growing numbers. */
const YEARS_BEFORE: Choices<readonly [string, string]> = choices([
  [["2019-01-28", "2019-12-30"], 9],
  [["2020-01-06", "2020-12-30"], 11],
  [["2021-01-04", "2021-12-30"], 19],
  [["2022-01-04", "2022-12-30"], 34],
  [["2023-01-03", "2023-06-28"], 27],
] as const);

function dayBeforeScheme(rng: Rng): PlainDate {
  const [first, last] = rng.weighted(YEARS_BEFORE);
  return workingDayBetween(rng, plainDate(first), plainDate(last));
}

function collectiveFinding(rng: Rng, law: LegalFacts): FindingPlan {
  return {
    productivityLoss: law.collectiveLoss + rng.between(0, 300),
    extraCosts: rng.between(0, 250),
    guidanceRequired: true,
    guidanceNeed: rng.weighted(GUIDANCE),
    needDuration: "LASTING",
    higherNeed: true,
  };
}

/** @param guidance whether VDAB finds a need of guidance too (IND-12) */
export function individualFinding(rng: Rng, law: LegalFacts, guidance: boolean): FindingPlan {
  const byCosts = rng.chance(120);
  return {
    productivityLoss: byCosts
      ? rng.between(0, law.individualLoss - 1)
      : law.individualLoss + rng.between(0, law.collectiveLoss - law.individualLoss - 1),
    extraCosts: byCosts ? law.individualLoss + rng.between(0, 200) : rng.between(0, 150),
    guidanceRequired: guidance,
    guidanceNeed: guidance ? rng.weighted(GUIDANCE) : "NONE",
    needDuration: rng.weighted(DURATIONS),
    higherNeed: rng.chance(190),
  };
}

export function findingBelowThresholds(rng: Rng, law: LegalFacts): FindingPlan {
  return {
    productivityLoss: rng.between(0, law.individualLoss - 1),
    extraCosts: rng.between(0, law.individualLoss - 1),
    guidanceRequired: false,
    guidanceNeed: "NONE",
    needDuration: "LASTING",
    higherNeed: false,
  };
}

function request(
  rng: Rng,
  measure: RequestedAdvice["measure"],
  requestedOn: PlainDate,
  decidedOn: PlainDate,
  finding: FindingPlan,
): RequestedAdvice {
  return {
    kind: "REQUEST",
    measure,
    requestedOn,
    decidedOn,
    recordedOn: decidedOn,
    path: rng.weighted(PATHS),
    finding,
    welfare: false,
  };
}

/** A collective advice given before the scheme began. */
export function collectiveBefore(rng: Rng, law: LegalFacts): RequestedAdvice {
  const decidedOn = dayBeforeScheme(rng);
  const requestedOn = later(workingDayFrom(addDays(decidedOn, -rng.between(14, 80))), HISTORY_FROM);
  return request(rng, "COLLECTIVE", requestedOn, decidedOn, collectiveFinding(rng, law));
}

/** A collective advice applied for just before the scheme began and given after it (OPEN-39). */
export function collectiveAcross(rng: Rng, law: LegalFacts): RequestedAdvice {
  const requestedOn = workingDayBetween(rng, addDays(law.schemeFrom, -40), addDays(law.schemeFrom, -3));
  const decidedOn = workingDayBetween(rng, addDays(law.schemeFrom, 3), addDays(law.schemeFrom, 45));
  return request(rng, "COLLECTIVE", requestedOn, decidedOn, collectiveFinding(rng, law));
}

/** A collective advice applied for from the double ticket's first day on and decided by `last`. */
export function collectiveSince(rng: Rng, law: LegalFacts, first: PlainDate, last: PlainDate): RequestedAdvice {
  const requestedOn = workingDayBetween(rng, later(first, addDays(law.schemeFrom, 2)), addDays(last, -15));
  const decidedOn = workingDayBetween(rng, addDays(requestedOn, 10), earlierOf(addDays(requestedOn, 65), last));
  return request(rng, "COLLECTIVE", requestedOn, decidedOn, collectiveFinding(rng, law));
}

/** An individual advice asked for and decided within the period. */
export function individualSince(
  rng: Rng,
  law: LegalFacts,
  first: PlainDate,
  last: PlainDate,
  guidance: boolean,
): RequestedAdvice {
  const requestedOn = workingDayBetween(rng, later(first, addDays(law.schemeFrom, 2)), addDays(last, -12));
  const decidedOn = workingDayBetween(rng, addDays(requestedOn, 8), earlierOf(addDays(requestedOn, 55), last));
  return request(rng, "INDIVIDUAL", requestedOn, decidedOn, individualFinding(rng, law, guidance));
}

/** An advice for work-oriented activities decided within the period; `welfare` for the other kind (AMA-01). */
export function amaWithin(rng: Rng, law: LegalFacts, first: PlainDate, last: PlainDate, welfare: boolean): RequestedAdvice {
  const decidedOn = workingDayBetween(rng, first, last);
  const requestedOn = workingDayFrom(addDays(decidedOn, -rng.between(10, 60)));
  return { ...request(rng, "AMA", requestedOn, decidedOn, collectiveFinding(rng, law)), welfare };
}

/** The conversion of an earlier VOP right, in the scheme's first weeks (IND-17). */
export function conversion(rng: Rng, law: LegalFacts, needDuration: NeedDuration = rng.weighted(DURATIONS)): ConvertedAdvice {
  const decidedOn = workingDayBetween(rng, addDays(law.schemeFrom, 2), addDays(law.schemeFrom, 24));
  return { kind: "CONVERSION", decidedOn, recordedOn: decidedOn, needDuration };
}

/** The individual advice that the catch-up brings to a holder of an older collective advice (IND-15). */
export function catchUp(rng: Rng, first: PlainDate, last: PlainDate): CaughtUpAdvice {
  const decidedOn = workingDayBetween(rng, first, last);
  return { kind: "CATCH_UP", decidedOn, recordedOn: decidedOn };
}

/** Day on which VDAB first records a person: some weeks or years before the first advice, never before the history. */
export function firstContact(rng: Rng, firstAsked: PlainDate): PlainDate {
  const longest = rng.chance(300) ? 1_500 : 300;
  const day = dayBetween(rng, addDays(firstAsked, -longest), addDays(firstAsked, -5));
  return later(day, addDays(HISTORY_FROM, -5));
}

function earlierOf(a: PlainDate, b: PlainDate): PlainDate {
  return a < b ? a : b;
}

/** When a person's individual advice holds, and whether it asks for guidance; null for nobody without one. */
export interface IndividualAdvice {
  readonly from: PlainDate;
  /** Last day. */
  readonly until: PlainDate;
  readonly guidance: boolean;
}

/** The individual advice that holds in the end; a later one takes the place of an earlier one. */
export function individualAdvice(law: LegalFacts, advices: readonly AdvicePlan[]): IndividualAdvice | null {
  let held: IndividualAdvice | null = null;
  for (const advice of advices) {
    const from = advice.decidedOn;
    const next = heldAfter(law, advice, advices, from);
    if (next !== null && (held === null || next.from >= held.from)) held = next;
  }
  return held;
}

function heldAfter(law: LegalFacts, advice: AdvicePlan, all: readonly AdvicePlan[], from: PlainDate): IndividualAdvice | null {
  switch (advice.kind) {
    case "CONVERSION":
      return { from, until: ticketEnd(law, from, advice.needDuration), guidance: false };
    case "CATCH_UP": {
      const collective = all.find((one) => one.kind === "REQUEST" && one.measure === "COLLECTIVE");
      return collective === undefined ? null : { from, until: collectiveEnd(law, collective.decidedOn), guidance: true };
    }
    case "REQUEST": {
      const { measure, finding, requestedOn } = advice;
      const double = measure === "COLLECTIVE" && requestedOn >= law.schemeFrom;
      if (double) return { from, until: ticketEnd(law, from, "LASTING"), guidance: true };
      if (measure !== "INDIVIDUAL") return null;
      return { from, until: ticketEnd(law, from, finding.needDuration), guidance: finding.guidanceRequired };
    }
  }
}

/** Last day of a finding made on the day: a temporary need holds as long as the term that it opens (IND-20, IND-21). */
export function ticketEnd(law: LegalFacts, from: PlainDate, duration: NeedDuration): PlainDate {
  return addDays(
    addYears(from, duration === "TEMPORARY" ? Math.min(law.findingYears, law.temporaryYears) : law.findingYears),
    -1,
  );
}

/** Last day of an unused collective ticket given before the scheme (CMW-12). */
export function collectiveEnd(law: LegalFacts, from: PlainDate): PlainDate {
  return addDays(addYears(from, law.unusedTicketYears), -1);
}
