// The start packages as a form offers them: their term and the percentage of each phase, read from the law.
import {
  assertOk,
  type BasisPoints,
  basisPoints,
  cents,
  employmentFraction,
  firstDay,
  type PlainDate,
  parsePercent,
  type Quarter,
  quarterOf,
} from "../../kernel/index.ts";
import { type Law, type LawData, staircase } from "../../law/index.ts";

/** Packages with a schedule of their own in the law. */
export const SCHEDULED_PACKAGES = ["P5", "P5_PLUS", "T2", "P5_MWB"] as const;
export type ScheduledPackage = (typeof SCHEDULED_PACKAGES)[number];

/** After an evaluation the percentage is free within the law's steps. */
export const AFTER_EVALUATION = "AFTER_EVALUATION";

export interface PackageSchedule {
  readonly package: ScheduledPackage;
  /** Quarters of the whole term. */
  readonly quarters: number;
  /** Percentages that follow each other; phases with the same percentage are one. */
  readonly phases: readonly { readonly percentage: BasisPoints; readonly lastQuarter: number }[];
}

function numbersAt(law: LawData, id: string, day: PlainDate): readonly number[] {
  const read = law.parameterAt(id, day);
  if (!read.ok) return [];
  const value = read.value.value;
  return (Array.isArray(value) ? value : [value]).map(Number);
}

const schedules = new WeakMap<Law, Map<string, PackageSchedule>>();

/** What the law's own calculation gives a package that starts in a quarter, phase by phase. */
export function packageSchedule(law: Law, packageCode: ScheduledPackage, start: Quarter): PackageSchedule {
  const known = schedules.get(law) ?? new Map<string, PackageSchedule>();
  schedules.set(law, known);
  const key = `${packageCode} ${start}`;
  const made = known.get(key) ?? readSchedule(law, packageCode, start);
  known.set(key, made);
  return made;
}

function readSchedule(law: Law, packageCode: ScheduledPackage, start: Quarter): PackageSchedule {
  // The percentage does not depend on the wage, so that any wage will do.
  const term = staircase(law, {
    scheme: "employer",
    package: packageCode,
    startQuarter: start,
    employmentFraction: employmentFraction(10_000),
    grossWage: cents(0),
    employerContributions: cents(0),
    contributionReductions: cents(0),
  });
  const phases: { percentage: BasisPoints; lastQuarter: number }[] = [];
  const quarters = term.outcome === "value" ? term.quarters : [];
  quarters.forEach(({ output }, index) => {
    if (!("percentage" in output)) return;
    const percentage = assertOk(parsePercent(output.percentage));
    const phase = { percentage, lastQuarter: index + 1 };
    if (phases.at(-1)?.percentage === percentage) phases[phases.length - 1] = phase;
    else phases.push(phase);
  });
  return { package: packageCode, quarters: quarters.length, phases };
}

/** Percentages that an evaluation may give: from the lowest to the highest by the law's step. */
export function evaluationPercentages(law: LawData, start: Quarter): BasisPoints[] {
  const day = firstDay(start);
  return steps(law, day, "wagePremium.minPct", "wagePremium.maxPct", "wagePremium.stepPct");
}

/** Percentages of an advice for collective customised work. */
export function collectivePercentages(law: LawData, start: Quarter): BasisPoints[] {
  return numbersAt(law, "cmw.wagePremium.values", firstDay(start)).map(basisPoints);
}

function steps(law: LawData, day: PlainDate, least: string, most: string, step: string): BasisPoints[] {
  const [from = 0] = numbersAt(law, least, day);
  const [to = 0] = numbersAt(law, most, day);
  const [by = 0] = numbersAt(law, step, day);
  return by <= 0 ? [] : Array.from({ length: Math.floor((to - from) / by) + 1 }, (_, index) => basisPoints(from + index * by));
}

/** The first quarter in which a grant can start. */
export function firstQuarter(law: LawData): Quarter {
  const [first] = law.timeline("scheme.inForce");
  if (first === undefined) throw new Error("The law does not say from when the scheme is in force");
  return quarterOf(first.from);
}
