// The shape of the law as data: dated parameters, switches for open points, and the immutable value that carries both.
import type { Localized, PlainDate } from "../kernel/index.ts";

/** How sure we are of a value (rulebook section 0): A official, B secondary, C by analogy, D derived, O open. */
export type Confidence = "A" | "B" | "C" | "D" | "O";

/**
 * Units of parameters. Money is stored in integer cents, percentages in basis points (1 % = 100), fractions in 1/10000.
 * Lists hold one value per phase, threshold or level, in the order that the parameter's title states.
 */
export type ParameterUnit =
  | "cents"
  | "cents/month"
  | "cents/quarter"
  | "cents/year"
  | "basisPoints"
  | "fraction"
  | "quarterIndex"
  | "quarters"
  | "years"
  | "months"
  | "days"
  | "hours"
  | "points"
  | "fte"
  | "ratio"
  | "date"
  | "flag"
  | "code"
  | "switch";

/** A loaded value: integers for every counted unit, ISO text for dates, text for codes, lists where the law gives several. */
export type ParameterValue = number | boolean | string | readonly number[] | readonly string[];

/** What a value becomes when an open point is read the other way (section 17). */
export interface AlternativeValue {
  readonly openPoint: string;
  readonly option: string;
  readonly value: ParameterValue;
}

/** One dated value. `from` is the first day, `until` the first day after (null: still in force). `unset` refuses to be read. */
export interface DatedValue {
  readonly from: PlainDate;
  readonly until: PlainDate | null;
  readonly knownSince: PlainDate;
  readonly value: ParameterValue | "unset";
  readonly confidence: Confidence;
  readonly sources: readonly string[];
  readonly openPoints: readonly string[];
  readonly alternatives: readonly AlternativeValue[];
  readonly note: string | null;
}

export interface Parameter {
  readonly id: string;
  readonly title: Localized;
  readonly dutchTerm: string;
  readonly unit: ParameterUnit;
  /** Rulebook ids that this quantity belongs to. */
  readonly ids: readonly string[];
  /** In order of `from`; no gap and no overlap. */
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

/** An open point of rulebook section 17. */
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
