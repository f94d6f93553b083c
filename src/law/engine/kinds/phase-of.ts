// Which phase a quarter lies in: phase 1 up to and with the first threshold, phase 2 up to the second, and so on.
import { localized } from "../../../kernel/index.ts";
import { type Exact, order, whole } from "../exact.ts";
import { type Expression, frozen, type Kind } from "../node.ts";
import { absence, type NoValue, refusal } from "../value.ts";
import { firstOf, hasUnit } from "./operands.ts";

export interface PhaseOf extends Expression<"phase"> {
  readonly kind: "phaseOf";
  readonly index: Expression<"quarterIndex">;
  readonly lastOfPhase: Expression<"quarterIndex[]">;
  /** Rulebook id of the phases; left out: WP-07. */
  readonly id?: string;
}

/** The phase (1, 2, ...) of a quarter index under the last index of each phase. */
export function phaseOf(
  index: Expression<"quarterIndex">,
  lastOfPhase: Expression<"quarterIndex[]">,
  id?: string,
): Expression<"phase"> {
  return frozen<PhaseOf>({ kind: "phaseOf", unit: "phase", index, lastOfPhase, ...(id === undefined ? {} : { id }) });
}

export const phaseOfKind: Kind<PhaseOf> = {
  kind: "phaseOf",
  operands: (node) => [node.index, node.lastOfPhase],
  check: (node) => firstOf(hasUnit(node, node.index, "quarterIndex"), hasUnit(node, node.lastOfPhase, "quarterIndex[]")),
  prepare: (node, link) => {
    const index = link.prepare(node.index);
    const lastOfPhase = link.prepare(node.lastOfPhase);
    const pastLastPhase = pastLast(node.id ?? "WP-07");
    return (run) => {
      const at = index(run);
      const thresholds = lastOfPhase(run);
      const absent = absence(at, thresholds);
      if (absent !== undefined) return absent;
      const phase = (thresholds as readonly Exact[]).findIndex((threshold) => order(at as Exact, threshold) <= 0);
      return phase < 0 ? pastLastPhase : whole(phase + 1);
    };
  },
};

function pastLast(id: string): NoValue {
  const message = localized(
    "Dit kwartaal valt na de laatste fase. Kies een kwartaal binnen de looptijd.",
    "This quarter comes after the last phase. Choose a quarter within the term.",
    "Ce trimestre vient après la dernière phase. Choisissez un trimestre dans la durée.",
  );
  return refusal({ id, rule: null, field: "quarter", input: true, message });
}
