// Checks on a self-employed applicant: when the activity began, and one of three proofs that it suffices (SELF-02 to SELF-04).
import { addMonths, firstDay, makeDate, quarterIndexNumber } from "../../kernel/index.ts";
import type { LawReading } from "../law-reading.ts";
import { type Check, check } from "./check.ts";
import type { ActivityProof, ApplicationFacts, SelfEmployment } from "./events.ts";
import * as reasons from "./reasons.ts";

export function selfEmployedChecks(law: LawReading, application: ApplicationFacts): Check[] {
  const { selfEmployment } = application;
  if (selfEmployment === null) return [check("BLOCK", reasons.selfEmploymentMissing())];
  return [...sinceChecks(law, selfEmployment), ...proofChecks(law, application, selfEmployment)];
}

/** SELF-02: self-employed since after the reference date, or the limitation recognised after it. */
function sinceChecks(law: LawReading, activity: SelfEmployment): Check[] {
  const { since: activitySince, limitationRecognisedOn } = activity;
  const facts = { filedOn: law.day, activitySince, limitationRecognisedOn };
  if (law.rule("activityAfterReference", facts) === true) return [];
  return [check("REFUSE", reasons.activityTooOld(law.date("self.referenceDate")))];
}

function proofChecks(law: LawReading, application: ApplicationFacts, activity: SelfEmployment): Check[] {
  const { proof } = activity;
  if (proof === null) return [check("COMPLETE", reasons.proofMissing())];
  switch (proof.kind) {
    case "FUND_ATTEST":
      return fundAttestChecks(law, proof);
    case "TAX_ASSESSMENT":
      return taxAssessmentChecks(law, proof);
    case "PROGNOSIS_ATTEST":
      return prognosisChecks(law, application, activity, proof);
  }
}

/** Contributions paid for consecutive quarters, turned back into income and held against the minimum of those quarters (OPEN-42). */
function fundAttestChecks(law: LawReading, proof: Extract<ActivityProof, { kind: "FUND_ATTEST" }>): Check[] {
  const count = law.number("self.proofQuarters");
  const numbers = proof.paid.map((one) => quarterIndexNumber(one.quarter));
  const consecutive = numbers.every((number, at) => at === 0 || number === numbers[at - 1]! + 1);
  if (proof.paid.length !== count || !consecutive || proof.paid.some((one) => one.cents <= 0)) {
    return [check("COMPLETE", reasons.fundAttestQuarters(count))];
  }
  const equalIsEnough = law.policy("OPEN-42") !== "GT";
  // income = paid / rate, minimum = sum of a quarter of each year's minimum; both sides times 4 x rate, so that all is whole.
  let paid = 0;
  let needed = 0;
  for (const one of proof.paid) {
    const on = law.on(firstDay(one.quarter));
    paid += one.cents * 4 * 10_000;
    needed += on.number("self.minIncome") * on.number("self.contributionRate");
  }
  return enough(paid, needed, equalIsEnough);
}

/** SELF-03: yearly income at least the minimum of that year. */
function taxAssessmentChecks(law: LawReading, proof: Extract<ActivityProof, { kind: "TAX_ASSESSMENT" }>): Check[] {
  const equalIsEnough = law.policy("OPEN-42") !== "GT";
  const needed = law.on(makeDate(proof.incomeYear, 12, 31)).number("self.minIncome");
  return enough(proof.incomeCents, needed, equalIsEnough);
}

/** Only when neither other proof can exist yet. */
function prognosisChecks(
  law: LawReading,
  application: ApplicationFacts,
  activity: SelfEmployment,
  proof: Extract<ActivityProof, { kind: "PROGNOSIS_ATTEST" }>,
): Check[] {
  const found: Check[] = [];
  const otherProofFrom = addMonths(activity.since, 3 * law.number("self.proofQuarters"));
  if (otherProofFrom < application.filedOn) found.push(check("MANUAL", reasons.prognosisAfterFirstYear()));
  if (!proof.sufficient) found.push(check("REFUSE", reasons.incomeTooLow()));
  return found;
}

/** Equality is flagged: the sources disagree whether it suffices (OPEN-42). */
function enough(income: number, needed: number, equalIsEnough: boolean): Check[] {
  if (income > needed) return [];
  if (income === needed && equalIsEnough) return [check("WARN", reasons.incomeEqual())];
  return [check("REFUSE", reasons.incomeTooLow())];
}
