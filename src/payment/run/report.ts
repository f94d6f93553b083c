// The dry run: what a run would book, held against what was booked for the quarter before, and what needs a person's eye.
import type { BookedSum, Component } from "../ports.ts";
import { COMPONENTS } from "../ports.ts";
import { type ActivityReport, activityReport, type RunActivity } from "./activity/seen.ts";
import type { QuarterOfSlice } from "./run-lines.ts";

export interface Compared {
  readonly component: Component;
  /** Grants with an amount, and the amounts, in this quarter and in the one before. */
  readonly grants: number;
  readonly cents: number;
  readonly grantsBefore: number;
  readonly centsBefore: number;
  /** What was foreseen for this quarter; null when nothing was. */
  readonly centsForeseen: number | null;
}

export interface Outlier {
  readonly grantRef: string;
  readonly component: Component;
  readonly cents: number;
  readonly centsBefore: number;
}

type DryRunList = "undeclared" | "several" | "withheld" | "signalled" | "unchecked" | "first" | "last" | "endingSoon";

export interface DryRun extends ActivityReport {
  readonly quarter: number;
  readonly compared: readonly Compared[];
  /** Grants whose amount moved most against the quarter before, largest first. */
  readonly outliers: readonly Outlier[];
  /** How many there are of each of the lists below, which hold the first ones only. */
  readonly counts: Readonly<Record<DryRunList, number>>;
  /** Grants of employers for whose worker nothing was declared. */
  readonly undeclared: readonly string[];
  /** Grants whose wage is the sum of attests with different numbers (OPEN-24): two jobs, or the same wage declared twice. */
  readonly several: readonly string[];
  readonly withheld: readonly { readonly grantRef: string; readonly reasons: readonly string[] }[];
  /** Grants with this quarter as their first, as their last, and with their last among the next ones. */
  readonly first: readonly string[];
  readonly last: readonly string[];
  readonly endingSoon: readonly string[];
}

export interface DryRunOptions {
  /** At most so many outliers. */
  readonly outliers?: number;
  /** Quarters ahead in which an end is near. */
  readonly soon?: number;
  /** At most so many grants in each list. */
  readonly listed?: number;
}

type Part = Pick<QuarterOfSlice, "quarter" | "entitlements">;

/** @param before - What was booked up to now for the quarter before. */
export function dryRun(of: Part, before: readonly BookedSum[], options: DryRunOptions = {}): DryRun {
  const made = new DryRunMaker(of.quarter, options);
  made.add(of, before);
  return made.result();
}

/** Made up while the slices go by. */
export class DryRunMaker {
  private readonly quarter: number;
  private readonly options: Required<DryRunOptions>;
  private readonly sums: Record<Component, { grants: number; cents: number; grantsBefore: number; centsBefore: number }>;
  private outliers: Outlier[] = [];
  private readonly lists = {
    undeclared: [] as string[],
    several: [] as string[],
    first: [] as string[],
    last: [] as string[],
    endingSoon: [] as string[],
  };
  private readonly withheld: { grantRef: string; reasons: readonly string[] }[] = [];
  private readonly counts = { undeclared: 0, several: 0, withheld: 0, first: 0, last: 0, endingSoon: 0 };

  constructor(quarter: number, options: DryRunOptions = {}) {
    this.quarter = quarter;
    this.options = { outliers: 20, soon: 2, listed: 1_000, ...options };
    const none = () => ({ grants: 0, cents: 0, grantsBefore: 0, centsBefore: 0 });
    this.sums = Object.fromEntries(COMPONENTS.map((component) => [component, none()])) as typeof this.sums;
  }

  add({ entitlements }: Part, before: readonly BookedSum[]): void {
    const { quarter } = this;
    const amounts = new Map<string, number>();
    for (const { grantRef, component, cents } of before) {
      amounts.set(`${grantRef} ${component}`, cents);
      if (cents === 0) continue;
      this.sums[component].grantsBefore += 1;
      this.sums[component].centsBefore += cents;
    }
    for (const one of entitlements) {
      const { grantRef, employerRef, startQuarter, endQuarter } = one.position;
      for (const component of COMPONENTS) {
        const now = one.cents[component];
        if (now === undefined) continue;
        if (now !== 0) {
          this.sums[component].grants += 1;
          this.sums[component].cents += now;
        }
        const centsBefore = amounts.get(`${grantRef} ${component}`);
        if (centsBefore !== undefined && centsBefore !== now)
          this.outliers.push({ grantRef, component, cents: now, centsBefore });
      }
      if (employerRef !== null && one.case === null && one.attest === null) this.note("undeclared", grantRef);
      if (one.summed > 1) this.note("several", grantRef);
      if (startQuarter === quarter) this.note("first", grantRef);
      if (endQuarter === quarter) this.note("last", grantRef);
      if (endQuarter > quarter && endQuarter <= quarter + this.options.soon) this.note("endingSoon", grantRef);
      if (one.withheld.length > 0) {
        this.counts.withheld += 1;
        if (this.withheld.length < this.options.listed) this.withheld.push({ grantRef, reasons: one.withheld });
      }
    }
    this.keepLargest();
  }

  /**
   * @param foreseen - Cents per component as they were forecast.
   * @param activity - What the company register said when the run was calculated.
   */
  result(foreseen: Readonly<Partial<Record<Component, number>>> | null = null, activity: RunActivity | null = null): DryRun {
    const { counts, ...ofActivity } = activityReport(activity, this.options.listed);
    return {
      quarter: this.quarter,
      compared: COMPONENTS.map((component) => ({
        component,
        ...this.sums[component],
        centsForeseen: foreseen === null ? null : (foreseen[component] ?? 0),
      })),
      outliers: this.outliers,
      counts: { ...this.counts, ...counts },
      ...this.lists,
      ...ofActivity,
      withheld: this.withheld,
    };
  }

  private note(list: keyof DryRunMaker["lists"], grantRef: string): void {
    this.counts[list] += 1;
    if (this.lists[list].length < this.options.listed) this.lists[list].push(grantRef);
  }

  private keepLargest(): void {
    this.outliers = this.outliers
      .sort((a, b) => moved(b) - moved(a) || (a.grantRef < b.grantRef ? -1 : 1))
      .slice(0, this.options.outliers);
  }
}

const moved = (one: Outlier): number => Math.abs(one.cents - one.centsBefore);
