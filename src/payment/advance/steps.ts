// The steps of a monthly advance on the wage premium (voorschot, PAY-02): asked, granted, paid month by month, settled each quarter.
import type { Actor } from "../../dossier/index.ts";
import type { Instant, PlainDate } from "../../kernel/index.ts";

export type AdvanceStep =
  | {
      readonly step: "REQUESTED";
      readonly grantRef: string;
      readonly employerRef: string;
      /** First day of the first month. */
      readonly fromMonth: PlainDate;
    }
  /** The amount is the law's on the day of the decision; the open points are what it leans on (OPEN-27). */
  | { readonly step: "GRANTED"; readonly monthlyCents: number; readonly openPoints: readonly string[] }
  | { readonly step: "REFUSED"; readonly reason: string }
  /** `month`: its first day. Of the month's amount, `withheldCents` make good what earlier quarters paid too much; the rest is paid. */
  | {
      readonly step: "PAID";
      readonly month: PlainDate;
      readonly cents: number;
      readonly withheldCents: number;
      readonly batchRef: string;
    }
  /** What the quarter's premium took of the advances up to its end; may be zero. */
  | { readonly step: "SETTLED"; readonly quarter: number; readonly cents: number; readonly runRef: string }
  /** No month from this one on. */
  | { readonly step: "STOPPED"; readonly fromMonth: PlainDate };

export interface StoredAdvanceStep {
  readonly advanceRef: string;
  readonly seq: number;
  readonly at: Instant;
  readonly actor: Actor;
  readonly step: AdvanceStep;
}
