// Public face of the loader: pure, without file system; `../files.ts` reads the files for Node.
export { type CoverageReport, type CoveredRule, type CoveringCase, coverageReport } from "./coverage.ts";
export { type LawSource, type LawSources, type Place, plainSource } from "./law-source.ts";
export { loadLaw } from "./load-law.ts";
export { lawFromPlain, type PlainLaw, type PlainRegister, plainLaw } from "./plain-law.ts";
export { publishedLedger } from "./published.ts";
export { readSimpleYaml } from "./simple-yaml.ts";
export { parseValue, writeValue } from "./units.ts";
