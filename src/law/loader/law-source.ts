// What the loader takes in: plain data per file, with a way to find the line of any place in it. How the data was parsed is not its business.

/** A place in a file: keys and list positions from the top ("values", 2, "from"). */
export type Place = readonly (string | number)[];

export interface LawSource {
  /** Path as shown in errors, from the law's folder ("parameters/ggmmi.yaml"). */
  readonly file: string;
  /** Maps, lists and texts only: every scalar is the text as written, so that no amount passes through a float. */
  readonly data: unknown;
  /** Line (from 1) of a place, or of its nearest parent that exists. */
  readonly lineOf: (place: Place) => number;
  /** What made the text unreadable, if it was. */
  readonly unreadable?: { readonly line: number; readonly reason: string };
}

/** All files of the law, by kind. */
export interface LawSources {
  readonly version: LawSource;
  readonly parameters: readonly LawSource[];
  readonly switches: readonly LawSource[];
  readonly sources: LawSource;
  /** Register files, `timeline` and `glossary` included: told apart by their top key. */
  readonly rulebook: readonly LawSource[];
  readonly criteria: readonly LawSource[];
  readonly coverage: LawSource;
  /** The ledger of values already published. */
  readonly published: LawSource;
}

/** A source made by hand (tests, browsers): no line is known, so every place is line 1. */
export function plainSource(file: string, data: unknown): LawSource {
  return { file, data, lineOf: () => 1 };
}
