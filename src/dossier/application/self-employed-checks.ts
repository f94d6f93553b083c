// Checks on a self-employed applicant by the law's rules: when the activity began, and one of three proofs that it suffices (SELF-02 to SELF-05).
import type { LawReading } from "../law-reading.ts";
import { type Check, check } from "./check.ts";
import type { ApplicationFacts } from "./events.ts";
import { selfEmployedLawFacts } from "./law-facts.ts";
import * as reasons from "./reasons.ts";

export function selfEmployedChecks(law: LawReading, application: ApplicationFacts): Check[] {
  const { selfEmployment } = application;
  if (selfEmployment === null) return [check("BLOCK", reasons.selfEmploymentMissing())];
  const { proof, exemptMonths } = selfEmployment;
  const facts = selfEmployedLawFacts(law.day, application, selfEmployment);
  const { reasons: against, questions } = law.findings("selfEmployedEligible", facts);
  const stands = (id: string, field: string) => against.some((one) => one.id === id && one.field === field);
  const found: Check[] = [];
  if (stands("SELF-02", "activitySince")) found.push(check("REFUSE", reasons.activityTooOld(law.date("self.referenceDate"))));
  if (proof === null) return [...found, check("COMPLETE", reasons.proofMissing())];
  if (stands("SELF-04", "attestQuarters")) {
    return [...found, check("COMPLETE", reasons.fundAttestQuarters(law.number("self.proofQuarters")))];
  }
  const late = questions.find((one) => one.id === "SELF-04");
  if (late !== undefined) found.push(check("MANUAL", reasons.prognosisAfterFirstYear(), late));
  if (stands("SELF-03", "proof")) found.push(check("REFUSE", reasons.incomeTooLow()));
  // The law has an income to compare only where the proof shows one.
  else if (proof.kind !== "PROGNOSIS_ATTEST" && law.rule("incomeEqualsMinimum", facts) === true)
    found.push(check("WARN", reasons.incomeEqual()));
  if (exemptMonths !== undefined && proof.kind !== "PROGNOSIS_ATTEST") found.push(check("MANUAL", reasons.minimumAdapted()));
  return found;
}
