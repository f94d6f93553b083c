// Why an application cannot be filed, is refused, or needs a person's eye: each with its rule and what mends it.
export * from "./reasons/contract.ts";
export * from "./reasons/employer.ts";
export * from "./reasons/filing.ts";
export * from "./reasons/handling.ts";
export * from "./reasons/relation.ts";
export * from "./reasons/self-employed.ts";
