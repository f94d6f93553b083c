// A figure as it leaves the house: numbers that carry their unit, population, dates, outcome and caveats. Plain data, canonical JSON.
import type { Instant, Localized } from "../../kernel/index.ts";
import type { DeclaredOutcome, Measure } from "../definition/index.ts";

/** How what is given relates to what was asked. `narrative` is used by answers that are text. */
export type Outcome =
  | DeclaredOutcome
  | {
      readonly type: "notAvailableUntil";
      /** What must come first, for example the yearly linkage. */
      readonly until: Localized;
      /** Why it is not there yet, where somebody wrote that. */
      readonly why?: Localized;
      readonly dimensions: readonly string[];
    }
  | { readonly type: "narrative" };

export interface FigureWindow {
  /** "2023-12-31", "2023-Q4", "2023-07-01/2023-12-31". */
  readonly name: string;
  /** First and last day, both included; the same day for a stock. */
  readonly from: string;
  readonly until: string;
}

export interface FigureDimension {
  readonly id: string;
  readonly title: Localized;
  /** False: one counted unit can fall in several values, so the parts can exceed the total. */
  readonly exclusive: boolean;
  readonly owner: string;
  /** The values that occur, in the order of the catalogue. */
  readonly values: readonly { readonly code: string; readonly title: Localized }[];
}

export interface FigureCell {
  readonly window: string;
  /** One code per dimension; null adds up that dimension. */
  readonly key: readonly (string | null)[];
  /** Units as a whole number; euro, fte and means as decimal text; null: nothing measured, or suppressed. */
  readonly value: number | string | null;
  /** Counted units behind a statistic of money or time. */
  readonly basis?: number;
  /** Percent of the total of its window, one decimal; null where the total is zero or suppressed. */
  readonly share?: string | null;
  /** Percent since the window before, one decimal; null for the first window or from zero. */
  readonly growth?: string | null;
  /** For amounts by employer, seen by the gate only: how many employers, the cents of the largest, and of all where that is not the value. */
  readonly employers?: { readonly count: number; readonly largest: string; readonly all?: string };
  /** Seen by the gate only: the amount is that of one counted thing, the smallest or the largest. */
  readonly ofOne?: true;
  /** True when the value is withheld by the disclosure gate. */
  readonly suppressed?: true;
}

export interface Caveat {
  readonly id: string;
  /** Rulebook ids and open points. */
  readonly ids: readonly string[];
  readonly text: Localized;
}

export interface Figure {
  readonly id: string;
  readonly title: Localized;
  readonly unit: { readonly id: string; readonly title: Localized; readonly meaning: Localized };
  readonly measure: Measure["kind"];
  /** What is counted and of whom, in a sentence. */
  readonly counted: Localized;
  readonly population: Localized;
  readonly windows: readonly FigureWindow[];
  readonly knownAt: Instant;
  readonly outcome: Outcome;
  readonly dimensions: readonly FigureDimension[];
  readonly cells: readonly FigureCell[];
  readonly caveats: readonly Caveat[];
  /** Sums that should hold and do not, with the difference. */
  readonly warnings: readonly Caveat[];
}
