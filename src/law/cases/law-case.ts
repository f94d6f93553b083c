// A worked case: what is asked of the law and what it must answer, in a form that a lawyer can read and write.
import type { ParameterOverride } from "../law-data.ts";
import type { SwitchChoice } from "../model.ts";

export interface LawCase {
  /** Stable name: the rulebook's TV id where it has one, with a number for each row of a table. */
  readonly id: string;
  /** Rulebook ids that the case shows. */
  readonly ids: readonly string[];
  /** `published`: printed by a source. `constructed`: worked out from the rulebook. */
  readonly origin: "published" | "constructed";
  /** What the case shows, in a sentence. */
  readonly intent: { readonly nl: string; readonly en: string };
  readonly ask: Ask;
  /** Values of the law that this case replaces. */
  readonly parameters: readonly ParameterOverride[];
  /** What must come out, as text. */
  readonly expected: Readonly<Record<string, string>>;
  /** Values of steps on the way, by step (`wageCap`, `monthlyMaximum@2024-01`). */
  readonly steps: Readonly<Record<string, string>>;
  readonly file: string;
  readonly line: number;
}

/** Every fact is text as `maatwerk calculate` takes it. */
export type FactsOfCase = Readonly<Record<string, string | Readonly<Record<string, string>>>>;

export type Ask =
  /** One quarter; the answer has the fields of `maatwerk calculate`. */
  | { readonly kind: "calculation"; readonly input: FactsOfCase }
  /** All quarters of a term; the answer holds the sum of each rule over them. */
  | { readonly kind: "term"; readonly input: FactsOfCase }
  /**
   * Single rules, by name. `feeds` takes a fact from what another rule gives ("startQuarter" from "termStart"); `when` names rules that must
   * hold. A rule of either that gives no value is the answer: there is no amount.
   */
  | {
      readonly kind: "rules";
      readonly facts: FactsOfCase;
      readonly feeds?: Readonly<Record<string, string>>;
      readonly when?: readonly string[];
    };

/** The readings of open points that a case names. */
export function readingsOfCase({ ask }: LawCase): SwitchChoice {
  const given = ask.kind === "rules" ? ask.facts : ask.input;
  return (given.switches ?? {}) as SwitchChoice;
}
