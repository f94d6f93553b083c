// Half-open ranges of text that compares as it stands (days, instants).
import type { TextRange } from "./tables.ts";

export function holds(range: TextRange, at: string): boolean {
  return (range.from === null || range.from <= at) && (range.until === null || at < range.until);
}

/** What both have in common, or null. */
export function common(a: TextRange, b: TextRange): TextRange | null {
  const from = a.from === null || (b.from !== null && b.from > a.from) ? b.from : a.from;
  const until = a.until === null || (b.until !== null && b.until < a.until) ? b.until : a.until;
  return from !== null && until !== null && from >= until ? null : { from, until };
}
