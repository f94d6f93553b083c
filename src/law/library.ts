// The calculator as a library: the scheme's law with its values inside, explained case by case or run in columns. No dependency, no Node.
// `npm run build:law` packs it; there the values come from the module "bundled-law", which the build makes from the law's files.
import { leanLaw as bundled } from "bundled-law";
import { graphOf, type Law } from "./engine/index.ts";
import { lawWithData } from "./engine/law.ts";
import { prepareProgram } from "./engine/program.ts";
import { lawFromLean } from "./loader/lean-law.ts";
import { schemeRules } from "./rules/scheme-rules.ts";

export * from "./library-parts.ts";
export { codeName } from "./rules/codes.ts";

// Checked when the library was packed, with the register that only people read.
/** The law of the scheme as this version knows it: values, readings of open points, rules. Immutable. */
export const law: Law = lawWithData(lawFromLean(bundled), prepareProgram(graphOf(schemeRules)));
