// Public face of the law: its data, its rules and what runs them. Free of Node, so that it also runs in a browser.
export { BEFORE_RECORDS } from "./before-records.ts";
export type * from "./criteria.ts";
export type * from "./law-data.ts";
export {
  type LawSource,
  type LawSources,
  loadLaw,
  parseValue,
  plainSource,
  publishedLedger,
  writeValue,
} from "./loader/index.ts";
export type * from "./model.ts";
export type * from "./register.ts";

// The rules, and what runs them.
export * from "./calculation/index.ts";
export * from "./engine/index.ts";
export { allRules, codeName } from "./rules/index.ts";
