// What the lab asks of the records: grants at work in a quarter with what was declared for them, and how many came and went.
import type { Instant, Localized, PlainDate, Quarter } from "../../kernel/index.ts";

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
  /** Its part of each dimension, in the order of `Records.dimensions`. */
  readonly parts: readonly string[];
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
  /** What results can be divided by, of what was asked. */
  readonly dimensions: readonly RecordedDimension[];
  readonly grants: readonly RecordedGrant[];
  readonly flow: ObservedFlow;
}

/** A dimension of the statistics. */
export interface RecordedDimension {
  readonly id: string;
  readonly title: Localized;
  /** Null: an open list, such as municipalities. */
  readonly values: readonly { readonly code: string; readonly title: Localized }[] | null;
  /** Why grants cannot be divided by it; null: they can. */
  readonly whyNot: Localized | null;
}

export interface SnapshotRequest {
  readonly knownAt: Instant;
  /** Left out: the last quarter for which about as much was declared as before it. */
  readonly base?: Quarter;
  /** Dimensions that grants are divided by. */
  readonly by: readonly string[];
}

/** Implemented over the store. */
export interface RecordsPort {
  /** Null: nothing was declared by then. What is asked of `by` must be offered. */
  records(request: SnapshotRequest): Promise<Records | null>;
  /** Every dimension of the statistics that a grant has, with why not; null: nothing was declared by then. */
  offered(knownAt: Instant): Promise<readonly RecordedDimension[] | null>;
}

/** What statistics gives for it: dimensions, and the part of each grant under its reference. */
export interface DimensionSource {
  offered(this: void, day: PlainDate, knownAt: Instant): Promise<readonly RecordedDimension[]>;
  partsOf(this: void, by: readonly string[], day: PlainDate, knownAt: Instant): Promise<ReadonlyMap<string, readonly string[]>>;
}

/** Asked for unless somebody says otherwise. */
export const usualDimensions: readonly string[] = ["package", "guidanceNeed", "province", "size", "sex"];

/** Dimensions of one result: more make the tables too thin to show. */
export const mostDimensions = 12;
