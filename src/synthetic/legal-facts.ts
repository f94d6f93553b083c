// The few dates, thresholds and terms of the law that a plausible life is planned around, read from the law that is handed in.

import type { SchedulePhase } from "../dossier/index.ts";
import {
  assertOk,
  type Cents,
  cents,
  firstDay,
  makeDate,
  type PlainDate,
  plainDate,
  type Quarter,
  Refusal,
} from "../kernel/index.ts";
import type { LawData } from "../law/index.ts";
import { addDays } from "./calendar.ts";

/** Thresholds are in tenths of a percent (450 is 45 %), as plans of findings are; other percentages are whole. */
export interface LegalFacts {
  /** First day of the double ticket, and of the scheme. */
  readonly schemeFrom: PlainDate;
  /** First day on which an application can be filed online. */
  readonly onlineFrom: PlainDate;
  readonly collectiveLoss: number;
  readonly individualLoss: number;
  /** Percentages of the collective start packages, rising. */
  readonly collectiveStart: readonly number[];
  /** Longest validity of a finding and of an unused collective ticket, in years. */
  readonly findingYears: number;
  readonly unusedTicketYears: number;
  /** Length of a temporary need, in years. */
  readonly temporaryYears: number;
  readonly vopReferenceDay: PlainDate;
  readonly vopEvaluationFrom: PlainDate;
  readonly ldeReferenceDay: PlainDate;
  readonly ldeTrajectoryYears: number;
  readonly sineLastDay: PlainDate;
  /** Length of a SINE right in quarters, by the code that has one (TRANS-24). */
  readonly sineQuarters: Readonly<Record<"3240" | "3241", number>>;
  readonly localSubsidyLastDay: PlainDate;
  /** What all local governments share of a year. */
  readonly localSubsidyTotal: Cents;
  /** First quarter of a grant in which an adjustment can be asked (PROC-20). */
  readonly adjustmentFromQuarter: number;
  /** The grid of WP-02, rising. */
  readonly percentageGrid: readonly number[];
  /** Self-employed or limited since this day (SELF-02). */
  readonly selfReferenceDay: PlainDate;
  readonly selfProofQuarters: number;
  readonly vopSchedule: readonly SchedulePhase[];
  readonly temporaryVopSchedule: readonly SchedulePhase[];
  readonly vopSelfSchedule: readonly SchedulePhase[];
  /** Income of a self-employed person that must be reached in a calendar year, from 2023 on; of later years the last that is known. */
  readonly selfMinimumIncome: (year: number) => Cents;
  /** Income at which the activity of a self-employed person with VOP suffices, in an income year (TRANS-11). */
  readonly vopSelfIncome: (year: number) => Cents;
  /** Full-time monthly minimum at the start of a quarter. */
  readonly minimumWage: (quarter: Quarter) => Cents;
}

/** Basis points to whole percent. */
const whole = (basisPoints: number): number => basisPoints / 100;

const FIRST_INCOME_YEAR = 2023;

/** @throws Refusal when the law lacks one of the values that a life is planned around */
export function legalFacts(law: LawData): LegalFacts {
  const valueAt = (id: string, day: PlainDate) => assertOk(law.parameterAt(id, day)).value;
  const start = plainDate(String(law.parameters.get("scheme.inForce")?.values[0]?.from));
  const number = (id: string, day: PlainDate = start): number => Number(valueAt(id, day));
  const numbers = (id: string, day: PlainDate = start): readonly number[] => [valueAt(id, day)].flat().map(Number);
  const date = (id: string, day: PlainDate = start): PlainDate => plainDate(String(valueAt(id, day)));
  const schedule = (percentages: readonly number[], lasts: readonly number[]): SchedulePhase[] =>
    percentages.map((percentage, phase) => ({ throughQuarter: lasts[phase] as number, percentage: whole(percentage) }));
  const lowest = whole(number("wagePremium.minPct"));
  const highest = whole(number("wagePremium.maxPct"));
  const step = whole(number("wagePremium.stepPct"));
  const minimum = new Map<string, Cents>();

  return {
    schemeFrom: start,
    onlineFrom: date("application.onlineFrom"),
    collectiveLoss: number("indication.collective.minProductivityLoss") / 10,
    individualLoss: number("indication.individual.minLossOrExtraCost") / 10,
    collectiveStart: numbers("cmw.wagePremium.start").map(whole),
    findingYears: number("indication.findingMaxYears"),
    unusedTicketYears: number("cmw.unusedTicketYears"),
    temporaryYears: number("term.quarters.temporary") / 4,
    vopReferenceDay: date("vop.referenceDay"),
    vopEvaluationFrom: date("vop.newCriteria.requestedFrom"),
    ldeReferenceDay: date("lde.referenceDay"),
    ldeTrajectoryYears: number("lde.trajectoryYears.normal"),
    sineLastDay: date("sine.lastDay"),
    sineQuarters: { "3240": number("sine.minQuarters"), "3241": number("sine.longQuarters") },
    localSubsidyLastDay: lastDayOf(law, "ald.totalBudget"),
    localSubsidyTotal: cents(number("ald.totalBudget")),
    adjustmentFromQuarter: number("adjustment.fromQuarter"),
    percentageGrid: Array.from({ length: (highest - lowest) / step + 1 }, (_, i) => lowest + i * step),
    selfReferenceDay: date("self.referenceDate"),
    selfProofQuarters: number("self.proofQuarters"),
    vopSchedule: schedule(numbers("vop.employee.pct"), numbers("vop.employee.phaseLastQuarters")),
    temporaryVopSchedule: schedule(numbers("vop.temporary.pct"), numbers("vop.temporary.quarters")),
    vopSelfSchedule: schedule(numbers("vop.self.pct"), numbers("vop.self.phaseLastQuarters")),
    selfMinimumIncome: (year) => {
      // A life planned beyond the years whose income is known takes the last one that is.
      for (let known = year; ; known -= 1) {
        const found = law.parameterAt("self.minIncome", makeDate(known, 12, 31));
        if (found.ok) return cents(Number(found.value.value));
        if (known === FIRST_INCOME_YEAR) throw new Refusal([found.error].flat());
      }
    },
    vopSelfIncome: (year) => cents(number("vop.self.minIncome", makeDate(year, 12, 31))),
    minimumWage: (quarter) => {
      const known = minimum.get(quarter);
      if (known !== undefined) return known;
      const read = cents(number("ggmmi", firstDay(quarter)));
      minimum.set(quarter, read);
      return read;
    },
  };
}

/** Last day on which the parameter's only value holds. */
function lastDayOf(law: LawData, id: string): PlainDate {
  const until = law.parameters.get(id)?.values.at(-1)?.until;
  if (until == null) throw new RangeError(`Parameter ${id} has no end`);
  return addDays(until, -1);
}
