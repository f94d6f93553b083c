// On which day the records of a subject begin.
export { beganWithTheScheme, dataBeginsAfterBySql, dataBeginsAfterInMemory } from "./data-begin.ts";
