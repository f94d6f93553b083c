// Public face of applications: filing, checks, completion and the ends that are not a grant.
export * from "./actions.ts";
export * from "./check.ts";
export { checkApplication, NO_SURROUNDINGS, type Surroundings } from "./checks.ts";
export type * from "./commands.ts";
export type { ApplicationContext } from "./decide.ts";
export { establishmentOf, ownEnterpriseRef } from "./establishment.ts";
export type * from "./events.ts";
export * from "./state.ts";
