// For tests in any room: the population of question 170 and a way to put it into the read tables.
export { loadTables } from "./testing/load-tables.ts";
export { sv170Population } from "./testing/sv170-population.ts";
