// Public face of the mutation check: how much of the law the worked cases really look at.
export { type Mutant, mutantsOf } from "./mutants.ts";
export { type MutantResult, runMutants } from "./run-mutants.ts";
