// Who judges a table: here, or wherever a server has it done, as the largest take seconds in which nobody else would be served.
import type { Figure } from "../figure/index.ts";
import { type Passed, passGate } from "./gate.ts";
import { sameBase } from "./identity.ts";
import { type Earlier, isRelated } from "./joint.ts";
import type { DisclosurePolicy } from "./policy.ts";

/** The same table, policy and earlier tables give the same, byte for byte, whoever judges. */
export type Judge = (figure: Figure, policy: DisclosurePolicy, earlier: readonly Earlier[]) => Promise<Passed>;

/** `work`: see {@link passGate}. */
export function judgeHere(work?: number): Judge {
  return async (figure, policy, earlier) => passGate(figure, policy, earlier, work);
}

/** The earlier tables that the judgment depends on: what a judge elsewhere has to be told. */
export function heldAgainst(figure: Figure, earlier: readonly Earlier[]): readonly Earlier[] {
  return earlier.filter((other) => isRelated(figure, other) || sameBase(figure, other));
}
