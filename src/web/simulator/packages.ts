// The start packages as a form offers them: their term and the percentage of each phase, read from the law.
import { type BasisPoints, basisPoints, firstDay, type PlainDate, type Quarter, quarterOf } from "../../kernel/index.ts";
import type { LawData } from "../../law/index.ts";

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

/** The number of quarters that a package runs. */
export function termQuarters(law: LawData, packageCode: string, start: Quarter): number {
  const id = packageCode === "T2" ? "term.quarters.temporary" : "term.quarters.lasting";
  return numbersAt(law, id, firstDay(start))[0] ?? 0;
}

export function packageSchedule(law: LawData, packageCode: ScheduledPackage, start: Quarter): PackageSchedule {
  const day = firstDay(start);
  const quarters = termQuarters(law, packageCode, start);
  const lastQuarters = numbersAt(law, "wagePremium.phaseLastQuarters", day);
  const phases = numbersAt(law, `wagePremium.package.${packageCode}`, day)
    .map((percentage, index) => ({
      percentage: basisPoints(percentage),
      lastQuarter: Math.min(lastQuarters[index] ?? quarters, quarters),
    }))
    .filter((phase, index, all) => index === 0 || phase.lastQuarter > (all[index - 1]?.lastQuarter ?? 0));
  // Neighbours with one percentage read as one phase.
  const merged = phases.filter((phase, index) => phase.percentage !== phases[index + 1]?.percentage);
  return { package: packageCode, quarters, phases: merged };
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
