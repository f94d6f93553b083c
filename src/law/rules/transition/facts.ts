// The facts that the older schemes ask for, by name and unit.
import { codeInput, input, lastDayInput } from "../../engine/build.ts";

/** The first day of a right, a trajectory or an entry in one of the older measures. */
export const olderStartedOn = input("olderStartedOn", "date");
/** The last day of an older right as its source gives it; left out: without end. */
export const olderEndsOn = lastDayInput("olderEndsOn");
/** The day on which an extension, an increase or an evaluation of an older right was asked. */
export const olderRequestedOn = input("olderRequestedOn", "date");
/** Whether the person worked for this employer, or as self-employed, on the last day of the older measures. */
export const employedOnLastDay = input("employedOnLastDay", "flag");

export const vopKind = codeInput("vopKind", ["EMPLOYEE", "TEMPORARY", "INCREASED"]);
export const vopSelfKind = codeInput("vopSelfKind", ["LASTING", "TEMPORARY"]);
/** q1 as the source gives it. */
export const vopStartQuarter = input("vopStartQuarter", "quarter");
/** The quarter of the first hiring by this employer. */
export const vopHiringQuarter = input("vopHiringQuarter", "quarter");
/** The percentage of the quarter in the schedule that the source gives. */
export const vopGivenPercentage = input("vopGivenPercentage", "basisPoints");
/** Full-time wage per month, contributions and reductions included. */
export const vopMonthlyWage = input("vopMonthlyWage", "cents/month");
/** Whether the activity of the self-employed person suffices for the second phase. */
export const vopActivity = input("vopActivity", "flag");
/** Whether the VOP goes on past the end that was foreseen, until the decision on its evaluation (TRANS-05). */
export const vopRunsOn = input("vopRunsOn", "flag");
export const vopActivityProof = codeInput("vopActivityProof", ["ASSESSMENT", "VIABILITY_ATTEST"]);
/** Net taxable income as self-employed in the income year. */
export const vopNetIncome = input("vopNetIncome", "cents/year");
export const vopIncomeYearEnd = input("vopIncomeYearEnd", "date");
/** Whether VLAIO attests that the activity of a starter is viable. */
export const vopViable = input("vopViable", "flag");

/** Where a SINE worker is employed: a regular firm, a maatwerkbedrijf inside or outside its contingent, or an LDE organisation. */
export const sinePlace = codeInput("sinePlace", ["REGULAR", "MWB_INSIDE", "MWB_OUTSIDE", "LDE_INDIVIDUAL", "LDE_COLLECTIVE"]);
/** The code of the SINE reduction in the quarterly declaration. */
export const sineCode = codeInput("sineCode", ["3240", "3241", "3250"]);
export const sineStartQuarter = input("sineStartQuarter", "quarter");
/** The first day after an interruption of the employment; left out: none. */
export const sineInterruptedOn = input("sineInterruptedOn", "date");
/** Quarters since the last work-support package or LDE allowance; left out: there never was one. */
export const quartersSincePackage = input("quartersSincePackage", "quarters");
/** Whether the employer commits to keep the employment. */
export const keepsEmployment = input("keepsEmployment", "flag");
/** Whether keeping it would put the firm's viability at risk. */
export const viabilityAtRisk = input("viabilityAtRisk", "flag");
/** SINE workers that can be converted. */
export const sineWorkers = input("sineWorkers", "count");

export const ldeStartedOn = input("ldeStartedOn", "date");
/** Whether the trajectory may exceptionally take the longer time. */
export const ldeExceptional = input("ldeExceptional", "flag");
/** The last day of the trajectory. */
export const ldeEndsOn = input("ldeEndsOn", "date");
/** The compensation per full-time worker and quarter, entered per file by a person with its source (OPEN-44). */
export const ldeAmountPerFte = input("ldeAmountPerFte", "cents/quarter");
/** Whether a package of individual customised work runs for the same worker in the quarter. */
export const imwPackageRuns = input("imwPackageRuns", "flag");
/** Full-time equivalents of the trajectories that are converted. */
export const ldeFte = input("ldeFte", "fte");
/** The ratio of a year for which the law's data hold none, entered by a person with its source (OPEN-45). */
export const ldeEnteredRatio = input("ldeEnteredRatio", "ratio");
/** Full-time equivalents that the organisation's contingent holds. */
export const ldeContingent = input("ldeContingent", "fte");
export const newMwbFoundedOn = input("newMwbFoundedOn", "date");
export const mwbFte = input("mwbFte", "fte");
/** Share of target-group workers in the payroll. */
export const mwbShare = input("mwbShare", "basisPoints");
/** The working subsidy of a local government for one year, entered per file with its source. */
export const aldEntered = input("aldEntered", "cents/year");
export const aldYearEnd = input("aldYearEnd", "date");
