// The mark that a database holds synthetic records, so that every page and document can say so, and no real one is ever filled.

/** Name of the mark in the store. */
export const DEMO_MARK = "demo";

export interface DemoMark {
  /** "loading" until the last record is in; a database left so is not usable. */
  readonly state: "loading" | "complete";
  readonly seed: string;
  readonly scale: number;
  /** Last day that the records know of. */
  readonly until: string;
  readonly lawVersion: string;
  readonly parametersHash: string;
}

export function isDemoMark(value: unknown): value is DemoMark {
  if (typeof value !== "object" || value === null) return false;
  const mark = value as Record<string, unknown>;
  return (
    (mark.state === "loading" || mark.state === "complete") && typeof mark.seed === "string" && typeof mark.scale === "number"
  );
}

/**
 * What a database is to the generator: `empty` may be filled, `ours` is synthetic and complete, `unfinished` is a load that was
 * cut off and must be thrown away, `foreign` holds records that this generator did not make and is never touched.
 */
export type DatabaseKind = "empty" | "ours" | "unfinished" | "foreign";

export function databaseKind(mark: unknown, hasRecords: boolean): DatabaseKind {
  if (isDemoMark(mark)) return mark.state === "complete" ? "ours" : "unfinished";
  return hasRecords ? "foreign" : "empty";
}
