// The desk of the data-protection officer.
export * from "./desk.ts";
export type * from "./ports.ts";
export * from "./requests.ts";
