// Public face of releases.
export { figureCsv, figureCsvMetadata } from "./csv.ts";
export type * from "./linkage-port.ts";
export type { ManifestFile, ReleaseManifest } from "./manifest.ts";
export type * from "./ports.ts";
export {
  bytesOf,
  computedFiles,
  hashOfDefinitions,
  makeRelease,
  nameProblems,
  type ReleaseFile,
  type ReleaseFiles,
  type ReleaseFlaw,
  type ReleaseInput,
  verifyRelease,
} from "./release.ts";
