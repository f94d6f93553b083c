// Public face of VDAB's counter: work, persons, indications, evaluations, reviews, advices, the catch-up.
export * from "./advice.ts";
export * from "./catch-up.ts";
export * from "./conversion.ts";
export * from "./evaluate.ts";
export { openFileOfGrant, type VdabFile } from "./file.ts";
export * from "./finding-input.ts";
export * from "./indicate.ts";
export * from "./person-file.ts";
export * from "./ports.ts";
export * from "./purposes.ts";
export * from "./request.ts";
export * from "./review.ts";
export * from "./work.ts";
