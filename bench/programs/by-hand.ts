// The premiums as a careful programmer would write them for one scheme: objects, integer cents, the law's values read once per quarter.
import {
  firstDay,
  fromEpochDay,
  fromQuarterNumber,
  lastDay,
  monthsOf,
  type PlainDate,
  type Quarter,
  quarterIndexNumber,
  toEpochDay,
} from "../../src/kernel/index.ts";
import type { LawData } from "../../src/law/index.ts";
import type { CaseObject } from "./cases.ts";

export interface HandLaw {
  readonly quarter: number;
  readonly first: number;
  readonly last: number;
  readonly days: number;
  readonly ggmmi: number;
  readonly multiplier: number;
  readonly phaseEnds: readonly number[];
  readonly packages: readonly (readonly number[])[];
  readonly highLastQuarter: number;
  readonly fixedHigh: number;
  readonly fixedLow: number;
  readonly variable: readonly number[];
}

export function handLaw(law: LawData, quarter: Quarter): HandLaw {
  const list = (id: string, on: PlainDate = firstDay(quarter)): readonly number[] => {
    const read = law.parameterAt(id, on);
    if (!read.ok) throw new Error(id);
    return [read.value.value].flat() as number[];
  };
  const one = (id: string, on?: PlainDate) => list(id, on)[0]!;
  return {
    quarter: quarterIndexNumber(quarter),
    first: toEpochDay(firstDay(quarter)),
    last: toEpochDay(lastDay(quarter)),
    days: toEpochDay(lastDay(quarter)) - toEpochDay(firstDay(quarter)) + 1,
    ggmmi: monthsOf(quarter).reduce((sum, month) => sum + one("ggmmi", `${month}-01` as PlainDate), 0),
    multiplier: one("referenceWage.capMultiplier"),
    phaseEnds: list("wagePremium.phaseLastQuarters"),
    packages: ["T2", "P5", "P5_PLUS", "P5_MWB"].map((name) => list(`wagePremium.package.${name}`)),
    highLastQuarter: one("guidancePremium.fixed.highLastQuarter"),
    fixedHigh: one("guidancePremium.fixed.high"),
    fixedLow: one("guidancePremium.fixed.low"),
    variable: ["low", "medium", "high"].map((name) => one(`guidancePremium.variable.${name}`)),
  };
}

/** A case as a program usually has it: codes and days as text, nothing where nothing is known. */
export interface PlainCase {
  readonly package: string;
  readonly startQuarter: string;
  readonly percentage: number | null;
  readonly collectivePercentage: number | null;
  readonly guidanceNeed: string;
  readonly grossWage: number;
  readonly employerContributions: number;
  readonly contributionReductions: number;
  readonly employmentFraction: number;
  readonly performedFraction: number | null;
  readonly inServiceFrom: string | null;
  readonly inServiceUntil: string | null;
}

const packageNames = ["", "T2", "P5", "P5_PLUS", "P5_MWB", "AFTER_EVALUATION"];
const needNames = ["", "NONE", "LOW", "MEDIUM", "HIGH"];

export function plainCase(one: CaseObject): PlainCase {
  const day = (value: number) => (value <= openFrom + 1 || value > 2_932_896 ? null : fromEpochDay(value));
  return {
    package: packageNames[one.package]!,
    startQuarter: fromQuarterNumber(one.startQuarter),
    percentage: one.percentage === 0 ? null : one.percentage * 100,
    collectivePercentage: one.collectivePercentage === 0 ? null : one.collectivePercentage * 100,
    guidanceNeed: needNames[one.guidanceNeed]!,
    grossWage: one.grossWage,
    employerContributions: one.employerContributions,
    contributionReductions: one.contributionReductions,
    employmentFraction: one.employmentFraction,
    performedFraction: one.performedFraction === none ? null : one.performedFraction,
    inServiceFrom: day(one.inServiceFrom),
    inServiceUntil: day(one.inServiceUntil),
  };
}

/** The same premiums over such cases. */
export function premiumsOfPlainCase(law: HandLaw, one: PlainCase): { wage: number; guidance: number } {
  const index = law.quarter - quarterIndexNumber(one.startQuarter as Quarter) + 1;
  let percentage: number;
  if (one.package === "AFTER_EVALUATION") percentage = one.percentage!;
  else {
    const phase = index <= law.phaseEnds[0]! ? 0 : index <= law.phaseEnds[1]! ? 1 : 2;
    percentage = law.packages[packageNames.indexOf(one.package) - 1]![phase]!;
  }
  if (one.collectivePercentage !== null) percentage = Math.min(percentage, one.collectivePercentage);
  const wage = one.grossWage + one.employerContributions - one.contributionReductions;
  const from = one.inServiceFrom === null ? law.first : Math.max(law.first, toEpochDay(one.inServiceFrom as PlainDate));
  const until = one.inServiceUntil === null ? law.last : Math.min(law.last, toEpochDay(one.inServiceUntil as PlainDate));
  const served = Math.max(0, until - from + 1);
  const capped = Math.min(wage * 10_000 * law.days, law.ggmmi * law.multiplier * one.employmentFraction * served);
  const under = 1_000_000 * law.days;
  const wagePremium = Math.floor((capped * (percentage / 100) + under / 2) / under);
  let guidance = 0;
  if (one.guidanceNeed !== "NONE" && served > 0 && wage > 0) {
    const fixed = index <= law.highLastQuarter ? law.fixedHigh : law.fixedLow;
    const variable = law.variable[needNames.indexOf(one.guidanceNeed) - 2]!;
    guidance = fixed + Math.floor((variable * (one.performedFraction ?? one.employmentFraction) + 5_000) / 10_000);
  }
  return { wage: wagePremium, guidance };
}

const openFrom = -719_163;
const none = -1;

/** Cents of the wage premium and the guidance premium, for sound cases. */
export function premiumsByHand(law: HandLaw, one: CaseObject): { wage: number; guidance: number } {
  const index = law.quarter - one.startQuarter + 1;
  let percentage: number;
  if (one.package === 5) percentage = one.percentage * 100;
  else {
    const phase = index <= law.phaseEnds[0]! ? 0 : index <= law.phaseEnds[1]! ? 1 : 2;
    percentage = law.packages[one.package - 1]![phase]!;
  }
  if (one.collectivePercentage > 0 && one.collectivePercentage * 100 < percentage) percentage = one.collectivePercentage * 100;
  const wage = one.grossWage + one.employerContributions - one.contributionReductions;
  const from = one.inServiceFrom === openFrom || one.inServiceFrom < law.first ? law.first : one.inServiceFrom;
  const until = one.inServiceUntil > law.last || one.inServiceUntil < openFrom + 2 ? law.last : one.inServiceUntil;
  const served = Math.max(0, until - from + 1);
  // The cap times 10 000 times the days of the quarter.
  const cap = law.ggmmi * law.multiplier * one.employmentFraction * served;
  const whole = wage * 10_000 * law.days;
  // A percent is 100 basis points: keeps the product below 2^53.
  const capped = Math.min(whole, cap) * (percentage / 100);
  const under = 1_000_000 * law.days;
  const wagePremium = Math.floor((capped + under / 2) / under);
  let guidance = 0;
  if (one.guidanceNeed > 1 && served > 0 && wage > 0) {
    const performed = one.performedFraction === none ? one.employmentFraction : one.performedFraction;
    const fixed = index <= law.highLastQuarter ? law.fixedHigh : law.fixedLow;
    guidance = fixed + Math.floor((law.variable[one.guidanceNeed - 2]! * performed + 5_000) / 10_000);
  }
  return { wage: wagePremium, guidance };
}
