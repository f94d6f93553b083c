// For tests in any room: populations, a way to put them into the read tables, and somebody who attacks what is released.
export { attack } from "./testing/attacker.ts";
export { largeFigure } from "./testing/large-figure.ts";
export { loadTables } from "./testing/load-tables.ts";
export { sv170Population } from "./testing/sv170-population.ts";
export { yearOfGrants } from "./testing/year-of-grants.ts";
