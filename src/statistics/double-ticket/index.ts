// The rule of the double ticket as a check over the records: every breach, listed, in two ways.
export type { Breach, BreachKind } from "./breach.ts";
export { breachesInMemory } from "./in-memory.ts";
export { breachesBySql } from "./sql.ts";
