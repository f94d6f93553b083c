// Public face of releases.
export { figureCsv, figureCsvMetadata } from "./csv.ts";
export {
  makeRelease,
  type Release,
  type ReleaseFlaw,
  type ReleaseInput,
  type ReleaseManifest,
  verifyRelease,
} from "./release.ts";
