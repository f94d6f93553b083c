// Public face of the loader: pure, without file system; `../files.ts` reads the files for Node.

export { type LawSource, type LawSources, type Place, plainSource } from "./law-source.ts";
export { loadLaw } from "./load-law.ts";
export { publishedHash, publishedKey, publishedLedger } from "./published.ts";
export { readSimpleYaml } from "./simple-yaml.ts";
export { parseValue, UNIT_WORDS, writeValue } from "./units.ts";
