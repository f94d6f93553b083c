// The dry run: what a run would book, held against what was booked for the quarter before, and what needs a person's eye.
import type { BookedSum, Component } from "../ports.ts";
import { COMPONENTS } from "../ports.ts";
import type { QuarterOfRun } from "./run-lines.ts";

export interface Compared {
  readonly component: Component;
  /** Grants with an amount, and the amounts, in this quarter and in the one before. */
  readonly grants: number;
  readonly cents: number;
  readonly grantsBefore: number;
  readonly centsBefore: number;
}

export interface Outlier {
  readonly grantRef: string;
  readonly component: Component;
  readonly cents: number;
  readonly centsBefore: number;
}

export interface DryRun {
  readonly quarter: number;
  readonly compared: readonly Compared[];
  /** Grants whose amount moved most against the quarter before, largest first. */
  readonly outliers: readonly Outlier[];
  /** Grants of employers for whose worker nothing was declared. */
  readonly undeclared: readonly string[];
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
}

/** @param before - What was booked up to now for the quarter before. */
export function dryRun(of: QuarterOfRun, before: readonly BookedSum[], options: DryRunOptions = {}): DryRun {
  const { outliers = 20, soon = 2 } = options;
  const { quarter, entitlements } = of;
  const amounts = new Map(before.map((sum) => [`${sum.grantRef} ${sum.component}`, sum.cents]));
  const refs = (keep: (one: QuarterOfRun["entitlements"][number]) => boolean) =>
    entitlements.filter(keep).map((one) => one.position.grantRef);
  return {
    quarter,
    compared: COMPONENTS.map((component) => compare(component, of, before)),
    outliers: entitlements
      .flatMap(({ position: { grantRef }, cents }) =>
        COMPONENTS.flatMap((component): Outlier[] => {
          const now = cents[component];
          const centsBefore = amounts.get(`${grantRef} ${component}`);
          return now === undefined || centsBefore === undefined || now === centsBefore
            ? []
            : [{ grantRef, component, cents: now, centsBefore }];
        }),
      )
      .sort((a, b) => moved(b) - moved(a) || (a.grantRef < b.grantRef ? -1 : 1))
      .slice(0, outliers),
    undeclared: refs((one) => one.position.employerRef !== null && one.case === null && one.attest === null),
    withheld: entitlements
      .filter((one) => one.withheld.length > 0)
      .map((one) => ({ grantRef: one.position.grantRef, reasons: one.withheld })),
    first: refs((one) => one.position.startQuarter === quarter),
    last: refs((one) => one.position.endQuarter === quarter),
    endingSoon: refs((one) => one.position.endQuarter > quarter && one.position.endQuarter <= quarter + soon),
  };
}

const moved = (one: Outlier): number => Math.abs(one.cents - one.centsBefore);

function compare(component: Component, of: QuarterOfRun, before: readonly BookedSum[]): Compared {
  const now = of.entitlements.map((one) => one.cents[component] ?? 0).filter((cents) => cents !== 0);
  const then = before.filter((sum) => sum.component === component && sum.cents !== 0).map((sum) => sum.cents);
  const sum = (all: readonly number[]) => all.reduce((total, cents) => total + cents, 0);
  return { component, grants: now.length, cents: sum(now), grantsBefore: then.length, centsBefore: sum(then) };
}
