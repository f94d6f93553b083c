// The shape of the law as data: dated parameters, switches for open points, and the immutable value that carries both.
import type { Localized, PlainDate } from "../kernel/index.ts";

/** How sure we are of a value (rulebook section 0): A official, B secondary, C by analogy, D derived, O open. */
export type Confidence = "A" | "B" | "C" | "D" | "O";

/**
 * Units of parameters. Every counted unit is stored as an integer: money in cents, percentages in basis points (1 % = 100),
 * `ratio` in ten-thousandths (0.85 = 8500), `fte` in hundredths (189.5 = 18950); the rest as they are. `times` with decimals is decimal
 * text ("2.2"). `wageCodes` are remuneration codes of the quarterly declaration, or ALL of them.
 * `date` is YYYY-MM-DD, `month` YYYY-MM, `duration` ISO 8601 (P2Y1D); `code` and `switch` are words of a closed list.
 * Lists hold one value per phase, threshold or level, in the order that the parameter's title states.
 */
export type ParameterUnit =
  | "cents"
  | "cents/month"
  | "cents/quarter"
  | "cents/year"
  | "cents/fte"
  | "cents/fte/year"
  | "basisPoints"
  | "quarterIndex"
  | "quarters"
  | "years"
  | "months"
  | "days"
  | "hours"
  | "times"
  | "count"
  | "fte"
  | "ratio"
  | "date"
  | "month"
  | "duration"
  | "flag"
  | "code"
  | "wageCodes"
  | "switch";

/** A loaded value: integers for every counted unit, ISO text for dates, text for codes, lists where the law gives several. */
export type ParameterValue = number | boolean | string | readonly number[] | readonly string[];

/** What a value becomes when an open point is read the other way (section 17). */
export interface AlternativeValue {
  readonly openPoint: string;
  readonly option: string;
  readonly value: ParameterValue;
}

/**
 * One dated value. `from` is the first day, `until` the first day after (null: still in force). `knownSince` is the first day
 * on which the value could be known; a later row with the same `from` corrects the earlier one. `unset` refuses to be read.
 */
export interface DatedValue {
  readonly from: PlainDate;
  readonly until: PlainDate | null;
  readonly knownSince: PlainDate;
  readonly value: ParameterValue | "unset";
  readonly confidence: Confidence;
  readonly sources: readonly string[];
  readonly openPoints: readonly string[];
  readonly alternatives: readonly AlternativeValue[];
  readonly note: Localized | null;
}

export interface Parameter {
  readonly id: string;
  readonly title: Localized;
  readonly dutchTerm: string;
  readonly unit: ParameterUnit;
  /** Rulebook ids that this quantity belongs to. */
  readonly ids: readonly string[];
  /** True when new values are announced from time to time (index, yearly amounts): an old value read later is carried forward. */
  readonly expectsRevision: boolean;
  /** In order of `from`, then of `knownSince`; without gap and without overlap. */
  readonly values: readonly DatedValue[];
  readonly file: string;
}

/** A reading of an open point. `computable` is false when no formula is known: choosing it is refused by name. */
export interface SwitchOption {
  readonly value: string;
  readonly title: Localized;
  readonly computable: boolean;
  readonly confidence: Confidence;
}

/** An open point of rulebook section 17. One option: nothing to choose, the point only informs. */
export interface LawSwitch {
  readonly id: string;
  readonly dutchTerm: string;
  readonly question: Localized;
  readonly why: Localized;
  readonly default: string;
  readonly options: readonly SwitchOption[];
  /** Parameters or policy switch names of the rulebook's last column. */
  readonly carries: readonly string[];
  readonly sources: readonly string[];
  readonly file: string;
}

/** Chosen readings, by OPEN id. What is left out reads the default. */
export type SwitchChoice = Readonly<Record<string, string>>;
