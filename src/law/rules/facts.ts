// The facts that the rules ask for, by name and unit. Amounts are of the reference quarter.
import { codeInput, input, lastDayInput } from "../engine/build.ts";

export const startPackage = codeInput("package", ["T2", "P5", "P5_PLUS", "P5_MWB", "AFTER_EVALUATION"]);
export const startQuarter = input("startQuarter", "quarter");
/** The percentage that an evaluation set. */
export const evaluatedPercentage = input("percentage", "basisPoints");
/** The percentage of the worker's collective advice, given when a maatwerkbedrijf hires. */
export const collectivePercentage = input("collectivePercentage", "basisPoints");
export const guidanceNeed = codeInput("guidanceNeed", ["NONE", "LOW", "MEDIUM", "HIGH"]);

export const grossWage = input("grossWage", "cents/quarter");
export const employerContributions = input("employerContributions", "cents/quarter");
export const contributionReductions = input("contributionReductions", "cents/quarter");
/** The share of full time in the contract. */
export const employmentFraction = input("employmentFraction", "fraction");
/** The share of full time really worked in the quarter; left out, the share of the contract. */
export const performedFraction = input("performedFraction", "fraction");
export const inServiceFrom = input("inServiceFrom", "date");
/** The last day in service, included. */
export const inServiceUntil = lastDayInput("inServiceUntil");

export const productivityLoss = input("productivityLoss", "basisPoints");
export const extraCosts = input("extraCosts", "basisPoints");
/** Whether guidance on the workfloor is needed. */
export const guidanceRequired = input("guidanceRequired", "flag");
export const needDuration = codeInput("needDuration", ["TEMPORARY", "LASTING"]);
/** Whether VDAB finds a need for a higher wage premium. */
export const higherNeed = input("higherNeed", "flag");
/** The level that VDAB finds. */
export const guidanceLevelFound = codeInput("guidanceLevelFound", ["LOW", "MEDIUM", "HIGH"]);
/** Whether a maatwerkbedrijf hires under individual customised work. */
export const hiredByMwb = input("hiredByMwb", "flag");
export const appliedOn = input("appliedOn", "date");
export const grantedOn = input("grantedOn", "date");
export const decidedOn = input("decidedOn", "date");
/** The day of the VDAB finding. */
export const foundOn = input("foundOn", "date");
/** The day on which the double ticket is looked at; left out, the day of the finding. */
export const assessedOn = input("assessedOn", "date");
/** Whether VDAB gave a collective advice; left out, what IND-10 says. */
export const collectiveAdviceGiven = input("collectiveAdviceGiven", "flag");

/** The percentage that a person entered for a temporary package (OPEN-14). */
export const enteredPercentage = input("enteredPercentage", "basisPoints");
/** The day on which an adjustment, an extension or an evaluation was asked. */
export const requestedOn = input("requestedOn", "date");
/** The percentage that held before the evaluation. */
export const currentPercentage = input("currentPercentage", "basisPoints");
/** q1 of the grant that came before. */
export const earlierStartQuarter = input("earlierStartQuarter", "quarter");
/** Why there is a new application for somebody who had support before. Dutch: herindienstneming, vervanging, overname. */
export const employmentChange = codeInput("employmentChange", [
  "NEW_EMPLOYER",
  "SECOND_EMPLOYER",
  "SAME_EMPLOYER_REHIRE",
  "REPLACEMENT",
  "TAKE_OVER",
]);
/** Quarters of the term without wage. */
export const pausedQuarters = input("pausedQuarters", "quarterIndex");
/** The day on which a person took notice of a decision. */
export const noticeOn = input("noticeOn", "date");
/** The day of the review committee's advice. */
export const advisedOn = input("advisedOn", "date");
/** Whether the person already works in collective customised work. */
export const inCollectiveWork = input("inCollectiveWork", "flag");
/** Whether the person was indicated with the ICF instrument. */
export const icfIndicated = input("icfIndicated", "flag");
/** Whether the person had a right to VOP. */
export const holdsVopRight = input("holdsVopRight", "flag");
/** Whether the person held a SINE card without a job on the first day of the scheme. */
export const holdsSineCard = input("holdsSineCard", "flag");
/** The day on which a ticket is used. */
export const usedOn = input("usedOn", "date");
