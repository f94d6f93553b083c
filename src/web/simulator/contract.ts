// The request that a simulation sends to the calculation, quarter by quarter: the same form as the command line and the API take.

/** Amounts in euro, percentages in percent and fractions as share of one, all as decimal text. */
export interface EmployerCase {
  readonly scheme: "employer";
  readonly package: string;
  readonly percentage: string | null;
  readonly collectivePercentage: string | null;
  readonly guidanceNeed: string;
  readonly startQuarter: string;
  readonly employmentFraction: string;
  readonly performedFraction: string | null;
  readonly inServiceFrom: string | null;
  readonly inServiceUntil: string | null;
  readonly switches: Readonly<Record<string, string>>;
  /** Per full quarter, in cents: a quarter with part service gets its share of days. */
  readonly wageCents: number;
  /** Null when the employer did not give them. */
  readonly contributionCents: number | null;
}

export interface SelfEmployedCase {
  readonly scheme: "selfEmployed";
  readonly package: string;
  readonly percentage: string | null;
  readonly startQuarter: string;
  readonly switches: Readonly<Record<string, string>>;
}

export type SimulatedCase = EmployerCase | SelfEmployedCase;
