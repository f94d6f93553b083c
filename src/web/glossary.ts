// The terms that pages explain where they stand, looked up by identifier.
import type { GlossaryEntry, Rulebook } from "../law/index.ts";

export type Glossary = ReadonlyMap<string, GlossaryEntry>;

/** Terms by identifier; terms without identifier stand only on the page of terms. */
export function glossaryOf(rulebook: Rulebook): Glossary {
  return new Map(rulebook.glossary.flatMap((entry) => (entry.identifier === null ? [] : [[entry.identifier, entry] as const])));
}
