// A smallest set of constraints that cannot hold together: leave out, one by one, each constraint whose absence keeps the conflict.
import { type Constraint, maximise } from "./integer-program.ts";

/** Indices into `constraints`; without any one of them the rest can hold. The whole set must be infeasible. */
export function minimalConflict(constraints: readonly Constraint[]): readonly number[] {
  let kept = constraints.map((_, index) => index);
  for (const index of constraints.keys()) {
    const without = kept.filter((other) => other !== index);
    const rest = without.map((other) => constraints[other]!);
    const zero = (constraints[0]?.coefficients ?? []).map(() => 0n);
    if (maximise(zero, rest).status === "infeasible") kept = without;
  }
  return kept;
}
