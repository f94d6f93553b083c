// What the lab asks of the records: grants at work in a quarter with what was declared for them, and how many came and went.
import type { Quarter } from "../../kernel/index.ts";

/** One grant of an employer in the base quarter. Names nobody: people and employers have no reference here. */
export interface RecordedGrant {
  readonly package: string;
  /** Whole percent; null: the package's own. */
  readonly percentage: number | null;
  readonly collectivePercentage: number | null;
  readonly guidanceNeed: string;
  /** Numbers of quarters. */
  readonly startQuarter: number;
  readonly endQuarter: number;
  /** Cents of the whole quarter, as declared. */
  readonly grossCents: number;
  readonly contributionCents: number;
  readonly reductionCents: number;
  /** In ten-thousandths. */
  readonly contractualFraction: number;
  readonly performedFraction: number | null;
  readonly sex: string;
  readonly province: string;
  readonly size: string;
  /** Numbers employers within this snapshot only. */
  readonly employer: number;
}

/** How many grants came and went over some quarters up to the base quarter. */
export interface ObservedFlow {
  readonly quarters: number;
  /** Grants that ran, summed over those quarters. */
  readonly running: number;
  readonly started: number;
  /** Ended before the last quarter of their term. */
  readonly stopped: number;
}

export interface Records {
  readonly base: Quarter;
  /** The moment whose knowledge this is: the same moment gives the same records for ever. */
  readonly knownAt: string;
  readonly grants: readonly RecordedGrant[];
  readonly flow: ObservedFlow;
}

/** Implemented over the store. */
export interface RecordsPort {
  /** Null: nothing was declared by then. `base` left out: the last quarter for which about as much was declared as before it. */
  records(knownAt: string, base?: Quarter): Promise<Records | null>;
}
