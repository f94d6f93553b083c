// The rulebook's register as data: every id with its plain statement, its sources, and what the product does with it.
import type { Localized } from "../kernel/index.ts";

/** Who speaks in a source: a government body, parliament, the sector federation, or somebody else. */
export type SourceKind = "official" | "parliament" | "federation" | "secondary";

/** Where a fact was read: a key of the rulebook, what it is, and its addresses (none when none was recorded). */
export interface Source {
  readonly key: string;
  readonly title: string;
  readonly kind: SourceKind;
  readonly urls: readonly string[];
}

/** One numbered statement of the rulebook. `confidence` is as printed ("A", "B; start A"): the letters of section 0. */
export interface RulebookEntry {
  readonly id: string;
  readonly section: number;
  readonly nl: string;
  readonly en: string;
  /** Value and date as the rulebook prints them, or null. */
  readonly value: string | null;
  readonly dutchTerm: string;
  readonly confidence: string;
  readonly sources: readonly string[];
}

/** A dated event of the scheme's history (rulebook section 1). `date` as printed, because some are only known by month. */
export interface TimelineEntry {
  readonly date: string;
  readonly nl: string;
  readonly en: string;
  readonly confidence: string;
  readonly sources: readonly string[];
}

/** One term of the glossary (rulebook section 19). */
export interface GlossaryEntry {
  readonly nl: string;
  readonly en: string;
  readonly fr: string;
  /** Identifier in the code, or null when the term has none. */
  readonly identifier: string | null;
  readonly meaning: Localized;
}

export interface Rulebook {
  readonly entries: ReadonlyMap<string, RulebookEntry>;
  readonly timeline: readonly TimelineEntry[];
  readonly glossary: readonly GlossaryEntry[];
}

/** What the product does with a rulebook id. */
export type CoverageState = "modelled" | "judgement" | "information" | "outOfScope" | "planned";

/** Cases on each side of a threshold; an empty side is still to be written. */
export interface ThresholdCases {
  readonly below: readonly string[];
  readonly at: readonly string[];
  readonly above: readonly string[];
}

/** A test of code that no worked case can show: its file, and the words by which it is found there. */
export interface CoveringTest {
  readonly file: string;
  readonly says: string;
}

export interface CoverageEntry {
  readonly id: string;
  readonly state: CoverageState;
  /** Rules, parameters, open points, commands or pages that carry the id. */
  readonly carriers: readonly string[];
  /** Tests outside the worked cases that show it: a file, and words that stand in it. */
  readonly tests: readonly CoveringTest[];
  /** Set when the id sets a threshold: names of the cases that lie below, at and above it. */
  readonly threshold: ThresholdCases | null;
  /** Why it is out of scope, or where it is shown. */
  readonly reason: Localized | null;
  /** The question put to a person, with the screen that asks it and the event that records the answer (judgement only). */
  readonly judgement: { readonly question: Localized; readonly screen: string; readonly event: string } | null;
}
