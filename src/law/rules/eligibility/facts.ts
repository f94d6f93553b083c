// The facts that eligibility asks for, by name and unit.
import { codeInput, input } from "../../engine/build.ts";

/** Dutch: rechtsvorm, publieke kant. An edge case is a body between local government and other authority (OPEN-35). */
export const employerForm = codeInput("employerForm", [
  "PRIVATE_LEGAL_PERSON",
  "NATURAL_PERSON",
  "FOREIGN",
  "SCHOOL",
  "LOCAL_GOVERNMENT",
  "PUBLIC_EDGE_CASE",
  "OTHER_PUBLIC",
]);
/** Whether a school applies with the enterprise number of its school group; left out: it does. */
export const schoolGroupNumber = input("schoolGroupNumber", "flag");
export const declaredNotInDifficulty = input("declaredNotInDifficulty", "flag");
/** Whether the company register reports an insolvency; left out: it does not. */
export const insolvencySignal = input("insolvencySignal", "flag");
/** Whether the employer owes social contributions or a recovery; left out: no. */
export const employerDebts = input("employerDebts", "flag");
/** Dutch: dienstenchequeonderneming; left out: no. */
export const serviceVoucherFirm = input("serviceVoucherFirm", "flag");
export const premiumsAsked = codeInput("premiumsAsked", ["WAGE", "WAGE_AND_GUIDANCE", "SUPPORT"]);
/** Whether the enterprise number is registered for individual customised work. */
export const registeredForImw = input("registeredForImw", "flag");

/** Main residence. */
export const residence = codeInput("residence", ["FLANDERS", "BRUSSELS", "WALLONIA", "EEA", "OTHER"]);
/** Whether the work is done in the Flemish Region. */
export const worksInFlanders = input("worksInFlanders", "flag");
export const situation = codeInput("situation", ["NEW_HIRE", "AT_WORK", "RETURN"]);
/** Whether the person has a recognised work disability. */
export const workDisability = input("workDisability", "flag");
/** Whether VDAB gave an individual advice that is valid; left out: what IND-11 and IND-14 say. */
export const individualAdviceGiven = input("individualAdviceGiven", "flag");

export const filedOn = input("filedOn", "date");
export const channel = codeInput("channel", ["ONLINE", "API", "CSV"]);
export const contractFrom = input("contractFrom", "date");
/** The last day of the contract, included; left out: open-ended. */
export const contractUntil = input("contractUntil", "date");
/** Agreed hours of work over the whole contract. */
export const contractHours = input("contractHours", "hours");
export const contractKind = codeInput("contractKind", [
  "OPEN_ENDED",
  "FIXED_TERM",
  "TEMP_AGENCY",
  "STUDENT",
  "FLEXI_JOB",
  "EXTRA",
  "SEASONAL",
  "ASSOCIATION",
]);
/** Whether this employer already has an open application or a running grant for this worker; left out: no. */
export const sameRelationOpen = input("sameRelationOpen", "flag");
/** Whether other support that may not be combined runs for the same work; left out: no. */
export const excludedSupport = input("excludedSupport", "flag");

/** When the self-employed activity began, in main or secondary occupation. */
export const activitySince = input("activitySince", "date");
export const limitationRecognisedOn = input("limitationRecognisedOn", "date");
export const registeredInKbo = input("registeredInKbo", "flag");
export const proof = codeInput("proof", ["NONE", "FUND_ATTEST", "TAX_ASSESSMENT", "PROGNOSIS_ATTEST"]);
/** How many consecutive quarters the fund's attest covers. */
export const attestQuarters = input("attestQuarters", "quarters");
/** The last quarter of the fund's attest. */
export const attestLastQuarter = input("attestLastQuarter", "quarter");
/** Contributions paid over the quarters of the attest together, net of the fund's fee. */
export const contributionsPaid = input("contributionsPaid", "cents/year");
/** Quarters that count towards the minimum: less than four with a part year or illness; left out: four. */
export const quartersCounted = input("quartersCounted", "quarters");
/** Months that count towards the minimum; left out: twelve. */
export const monthsCounted = input("monthsCounted", "months");
/** Professional income of the last tax assessment. */
export const assessedIncome = input("assessedIncome", "cents/year");
/** The last day of the income year of the assessment. */
export const incomeYearEnd = input("incomeYearEnd", "date");
export const prognosisSufficient = input("prognosisSufficient", "flag");
/** Whether a fund attest or a tax assessment exists already; left out: judged by how long the activity runs. */
export const otherProofExists = input("otherProofExists", "flag");

// Answers of a person to what the law leaves open; left out, the question is put.
export const publicEdgeAccepted = input("publicEdgeAccepted", "flag");
export const soundDespiteSignal = input("soundDespiteSignal", "flag");
export const residenceAccepted = input("residenceAccepted", "flag");
export const prognosisAccepted = input("prognosisAccepted", "flag");
export const reemploymentAccepted = input("reemploymentAccepted", "flag");
