// What a calculation answers, ready to be written as JSON. Amounts, percentages and fractions are decimal text.
import type { Localized } from "../../kernel/index.ts";
import type { Confidence } from "../model.ts";

/** The data that an answer rests on. */
export interface LawStamp {
  readonly version: string;
  /** Hash of the parameters. */
  readonly parameters: string;
  /** Hash of the rule graph. */
  readonly rules: string;
}

export interface ParameterLine {
  readonly id: string;
  readonly title: Localized;
  readonly value: string;
  readonly unit: string;
  /** First day of the row that was read, and the first day after it (null: still in force). */
  readonly since: string;
  readonly until: string | null;
  readonly confidence: Confidence;
  readonly sources: readonly string[];
  readonly openPoints: readonly string[];
}

export interface FactLine {
  readonly name: string;
  /** Null: the case does not give it. */
  readonly value: string | null;
  readonly unit: string;
}

export interface StepLine {
  readonly rule: string;
  /** The rule, and the month for a rule about one month; `from` lists keys. */
  readonly key: string;
  readonly ids: readonly string[];
  readonly title: Localized;
  readonly dutchTerm: string;
  readonly sentence: Localized;
  /** Null when the step has no value: the reasons stand in the outcome. */
  readonly value: string | null;
  readonly unit: string;
  readonly from: readonly string[];
  readonly facts: readonly FactLine[];
  readonly parameters: readonly ParameterLine[];
  readonly switches: Readonly<Record<string, string>>;
  readonly openPoints: readonly string[];
}

/** Something that the reader of a result must know. */
export interface Note {
  readonly id: string;
  readonly message: Localized;
}

export interface ReasonLine {
  /** Rulebook id, OPEN id, or the name of a check on the input. */
  readonly id: string;
  readonly field?: string;
  readonly message: Localized;
}

interface Result {
  readonly outcome: "value";
  /** 1 in the start quarter. */
  readonly quarterIndex: number;
  readonly percentage: string;
  readonly total: string;
  readonly steps?: readonly StepLine[];
  readonly openPoints: readonly string[];
  readonly notes?: readonly Note[];
  readonly law: LawStamp;
}

export interface EmployerResult extends Result {
  readonly referenceWage: string;
  /** Not rounded: only the premium is. At most eight decimals are printed. */
  readonly wageCap: string;
  readonly wagePremium: string;
  readonly guidancePremium: string;
}

export interface SelfEmployedResult extends Result {
  readonly supportBase: string;
  readonly supportPremium: string;
}

/** No amount, and every reason why. */
export interface NoResult {
  readonly outcome: "refused" | "incomplete" | "judgement" | "invalid";
  readonly reasons: readonly ReasonLine[];
  readonly steps?: readonly StepLine[];
  readonly law?: LawStamp;
}

export type CalculationOutput = EmployerResult | SelfEmployedResult | NoResult;
