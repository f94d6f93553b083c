// A DmfA attest as the department gets it: what one worker's employer declared for one quarter, before the law decides what counts.
import type { Cents, EmploymentFraction, Insz, Kbo, PlainDate, Quarter } from "../../kernel/index.ts";

/** Status of an attest: 0 new, 1 changed, 3 cancelled, 4 reactivated. */
export type AttestStatus = "NEW" | "CHANGED" | "CANCELLED" | "REACTIVATED";

/** A paid amount under a DmfA remuneration code. Negative only when it takes back an earlier amount. */
export interface Remuneration {
  readonly code: string;
  readonly amount: Cents;
}

/** One line of employment (tewerkstellingslijn). Q and S are hours per week in hundredths: the worker's and a full-timer's. */
export interface Occupation {
  readonly sequence: number;
  readonly jointCommittee: string;
  readonly startedOn: PlainDate;
  readonly endedOn: PlainDate | null;
  readonly weeklyHours: number;
  readonly fullTimeWeeklyHours: number;
  /** mu: share of full time performed in the quarter. */
  readonly performedFraction: EmploymentFraction;
  readonly remunerations: readonly Remuneration[];
}

/** An employer contribution or a reduction on it, by its DmfA code. Both are given as amounts of zero or more. */
export interface ContributionLine {
  readonly code: string;
  readonly amount: Cents;
}

export interface DmfaAttest {
  readonly number: string;
  readonly version: number;
  readonly status: AttestStatus;
  readonly quarter: Quarter;
  readonly employer: Kbo;
  readonly worker: Insz;
  readonly occupations: readonly Occupation[];
  readonly contributions: readonly ContributionLine[];
  readonly reductions: readonly ContributionLine[];
}
