// A population of the lab: one row per grant, facts in columns, traits to break results down by. No row names anybody.
import type { Localized, Quarter } from "../../kernel/index.ts";
import type { ColumnArray, InputColumn } from "../../law/index.ts";

export interface Trait {
  readonly id: string;
  readonly title: Localized;
  /** Number 0 in the column stands for the first. */
  readonly values: readonly { readonly code: string; readonly title: Localized }[];
}

export interface Population {
  readonly origin: "synthetic" | "snapshot";
  /** Rows in order of start quarter, so that those who come later stand last. */
  readonly rows: number;
  /** Quarter of the wages. */
  readonly base: Quarter;
  /** Wage, contributions and reductions of a full quarter at the level of `base`; the other facts as they are. By name of fact. */
  readonly facts: Readonly<Record<string, ColumnArray>>;
  /** Number of the start quarter, and of the last quarter at work. */
  readonly firstQuarter: Int32Array;
  readonly lastQuarter: Int32Array;
  readonly traits: readonly Trait[];
  readonly traitColumns: Readonly<Record<string, Uint8Array>>;
  /** A number per employer, only to see whether one of them stands behind an amount; left out for invented people. */
  readonly employers?: Int32Array;
}

/** Facts that are amounts of money: they rise with wages. */
export const wageFacts = ["grossWage", "employerContributions", "contributionReductions"] as const;

/** How a population moves on. Every figure is an assumption, stated with the result. */
export interface Assumptions {
  /** Yearly rise of wages from the base quarter on, in ten-thousandths. */
  readonly wageGrowth: number;
  /** Yearly rise of the guaranteed minimum income past what the law knows, in ten-thousandths. */
  readonly minimumIncomeGrowth: number;
  /** Share of grants that stop in a quarter before their term, in ten-thousandths. */
  readonly leaving: number;
  /** New grants in a quarter, per ten thousand that run at the start. */
  readonly entering: number;
}

/** Chosen for the demonstration, not observed. */
export const defaultAssumptions: Assumptions = { wageGrowth: 200, minimumIncomeGrowth: 200, leaving: 350, entering: 700 };

/** What columns a kernel asks for that a population does not have. */
export function missingFacts(inputs: readonly InputColumn[], population: Population): readonly string[] {
  return inputs.map(({ name }) => name).filter((name) => population.facts[name] === undefined);
}
