// The access criteria of the two ministerial decisions (LAW-07, OPEN-37) as versioned data: status `notRead` until somebody enters them.
import type { Localized, PlainDate } from "../kernel/index.ts";

export type CriteriaMeasure = "INDIVIDUAL" | "COLLECTIVE";

/** `notRead`: the text could not be read, no criterion gives direct entitlement. `read`: the criteria below are the decision's. */
export type CriteriaStatus = "notRead" | "read";

/** What meeting a criterion means: entitled at once, or a ground that VDAB weighs. */
export type CriterionEffect = "DIRECT_ENTITLEMENT" | "EXAMINED_BY_VDAB";

export interface Criterion {
  readonly id: string;
  /** Kind of evidence, for example EDUCATION or DOCTOR. */
  readonly evidence: string;
  readonly title: Localized;
  readonly effect: CriterionEffect;
}

/** One dated version of a catalogue. `until` is the first day after; null: still in force. */
export interface CriteriaVersion {
  readonly from: PlainDate;
  readonly until: PlainDate | null;
  readonly knownSince: PlainDate;
  readonly status: CriteriaStatus;
  readonly sources: readonly string[];
  readonly openPoints: readonly string[];
  readonly note: Localized | null;
  readonly criteria: readonly Criterion[];
}

export interface CriteriaCatalogue {
  readonly measure: CriteriaMeasure;
  readonly title: Localized;
  /** The document's own name, printed literally ("MB bijlage 1"). */
  readonly citedAs: string;
  readonly ids: readonly string[];
  readonly versions: readonly CriteriaVersion[];
  readonly file: string;
}

/** A superseded list, kept for comparison: it can never carry a decision taken after `lastDay`. */
export interface ReferenceList {
  readonly id: string;
  readonly title: Localized;
  readonly lastDay: PlainDate;
  readonly sources: readonly string[];
  readonly warning: Localized;
  readonly criteria: readonly Criterion[];
  readonly file: string;
}

export interface Criteria {
  readonly catalogues: ReadonlyMap<CriteriaMeasure, CriteriaCatalogue>;
  readonly references: ReadonlyMap<string, ReferenceList>;
}
