// Public face of the auditor's sample.
export type { Bundle, BundleSource, FileStep, Origin, Override, OverrideKind, RunApproval } from "./bundle.ts";
export { drawSample, type LineKey, type SampleFrame } from "./draw.ts";
export { type Sample, type SamplePorts, type SampleRequest, type SampleStore, Samples } from "./samples.ts";
