// The same calculator with the rules of payment, work-oriented activities and the older schemes too: a larger file.
import { leanLaw as bundled } from "bundled-law";
import { graphOf, type Law } from "./engine/index.ts";
import { lawWithData } from "./engine/law.ts";
import { prepareProgram } from "./engine/program.ts";
import { lawFromLean } from "./loader/lean-law.ts";
import { allRules } from "./rules/index.ts";

export * from "./library-parts.ts";
export { codeName } from "./rules/index.ts";

/** The whole law as this version knows it. Immutable. */
export const law: Law = lawWithData(lawFromLean(bundled), prepareProgram(graphOf(allRules)));
