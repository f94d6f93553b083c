// Public face of ICF advices.
export type * from "./commands.ts";
export type * from "./events.ts";
export type * from "./state.ts";
