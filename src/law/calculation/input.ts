// What a calculation is asked: the facts of one quarter of one employer or self-employed person, as typed values.
import type { BasisPoints, Cents, EmploymentFraction, PlainDate, Quarter } from "../../kernel/index.ts";
import type { SwitchChoice } from "../model.ts";

export const startPackages = ["T2", "P5", "P5_PLUS", "P5_MWB", "AFTER_EVALUATION"] as const;
export type StartPackage = (typeof startPackages)[number];

export const guidanceNeeds = ["NONE", "LOW", "MEDIUM", "HIGH"] as const;
export type GuidanceNeed = (typeof guidanceNeeds)[number];

interface OfEveryone {
  readonly package?: StartPackage | null;
  /** Only with AFTER_EVALUATION, which needs it. */
  readonly percentage?: BasisPoints | null;
  readonly startQuarter?: Quarter | null;
  readonly quarter?: Quarter | null;
  /** Readings of open points, by OPEN id; left out, the law's defaults. */
  readonly switches?: SwitchChoice;
}

/** A fact that is null or left out is missing, unless its comment says what holds then. */
export interface EmployerCalculation extends OfEveryone {
  readonly scheme: "employer";
  /** Percentage of the worker's collective advice, when a maatwerkbedrijf hires; left out, no bound (WP-08). */
  readonly collectivePercentage?: BasisPoints | null;
  /** Left out: NONE. */
  readonly guidanceNeed?: GuidanceNeed | null;
  readonly employmentFraction?: EmploymentFraction | null;
  /** Left out: the employment fraction. */
  readonly performedFraction?: EmploymentFraction | null;
  readonly grossWage?: Cents | null;
  readonly employerContributions?: Cents | null;
  readonly contributionReductions?: Cents | null;
  /** Left out: in service from before the quarter. */
  readonly inServiceFrom?: PlainDate | null;
  /** The last day, included. Left out: in service past the quarter. */
  readonly inServiceUntil?: PlainDate | null;
}

export interface SelfEmployedCalculation extends OfEveryone {
  readonly scheme: "selfEmployed";
}

export type CalculationInput = EmployerCalculation | SelfEmployedCalculation;
