// What a run of the lab gives: plain data in cents and numbers of people, with the assumptions it stands on.
import type { Quarter } from "../../kernel/index.ts";
import type { Assumptions } from "../population/population.ts";
import type { BreakEvenKind } from "./break-even-table.ts";
import type { CaseOfInterest } from "./cases.ts";

export interface ComponentCost {
  readonly rule: string;
  readonly before: number;
  readonly after: number;
}

export interface QuarterCost {
  readonly quarter: Quarter;
  /** Grants with an employer's amount in this quarter, before and after. */
  readonly due: number;
  /** Grants at work for which the law gives no amount under one of the two. */
  readonly refused: number;
  readonly components: readonly ComponentCost[];
  readonly before: number;
  readonly after: number;
  /** Grants whose amount differs. */
  readonly changed: number;
  /** What employers bear of the wage cost; left out unless asked for. */
  readonly employerShare?: { readonly before: WageShare; readonly after: WageShare };
  /** Sum over grants of after less before, added up case by case. */
  readonly change: number;
}

/** In ten-thousandths: of the whole wage cost, and of one hundred euro of wage more for everybody. */
export interface WageShare {
  readonly average: number;
  readonly marginal: number;
}

/** Cents per grant and quarter among those due in the quarter looked at; all but the average in whole euro, rounded down. */
export interface Spread {
  readonly average: number;
  readonly p10: number;
  readonly p50: number;
  readonly p90: number;
}

export interface Group {
  readonly code: string;
  /** Null: withheld, too few people. */
  readonly people: number | null;
  readonly winners: number | null;
  readonly losers: number | null;
  readonly same: number | null;
  /** Cents over the whole horizon; null: withheld. */
  readonly change: number | null;
}

export interface Breakdown {
  readonly trait: string;
  readonly groups: readonly Group[];
}

/** Up to which wage cost support covers a loss of productivity, in one quarter. */
export interface BreakEvenResult {
  readonly quarter: Quarter;
  /** In ten-thousandths of the wage cost. */
  readonly loss: number;
  /** From the law alone: what holds for each kind of grant, whoever has it. */
  readonly kinds: readonly BreakEvenKind[];
  /** Of the grants due in the quarter; null: withheld, a group is too small. */
  readonly covered: Covered | null;
}

/** Grants whose own support covers the loss on their own wage cost. */
export interface Covered {
  readonly due: number;
  readonly before: number;
  readonly after: number;
  /** Covered by the reform alone, and by the law as it is alone. */
  readonly gained: number;
  readonly lost: number;
}

export interface Interval {
  readonly low: number;
  readonly middle: number;
  readonly high: number;
}

export interface LabResult {
  readonly reform: string;
  readonly origin: "synthetic" | "snapshot";
  readonly grants: number;
  readonly assumptions: Assumptions;
  readonly law: { readonly version: string; readonly parameters: string; readonly rules: string };
  readonly quarters: readonly QuarterCost[];
  readonly before: number;
  readonly after: number;
  readonly change: number;
  readonly winners: number;
  readonly losers: number;
  readonly same: number;
  readonly focus: { readonly quarter: Quarter; readonly before: Spread; readonly after: Spread };
  readonly breakdowns: readonly Breakdown[];
  /** Left out unless asked for. */
  readonly breakEven?: BreakEvenResult;
  /** Left out unless asked for, and for records always. */
  readonly cases?: readonly CaseOfInterest[];
  /** Of the total change over repeated draws, 5th and 95th percentile; null after a single draw. */
  readonly uncertainty: { readonly draws: number; readonly change: Interval } | null;
  readonly milliseconds: number;
}
