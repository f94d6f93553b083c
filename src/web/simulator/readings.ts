// What another reading of each open point would change over the whole term, in euro.
import { type Cents, type Localized, subtractCents } from "../../kernel/index.ts";
import type { Law, LawSwitch } from "../../law/index.ts";
import type { SimulatedCase } from "./contract.ts";
import { type Simulation, simulatedTotal } from "./simulate.ts";

export type Effect =
  | { readonly kind: "difference"; readonly cents: Cents }
  /** The law's authors know no formula or amount for it. */
  | { readonly kind: "noFormula" }
  /** There is a formula, but not for this case. */
  | { readonly kind: "notHere" };

export interface OtherReading {
  readonly value: string;
  readonly title: Localized;
  readonly effect: Effect;
}

export interface LeanedOn {
  readonly point: LawSwitch;
  /** The reading that was followed. */
  readonly taken: { readonly value: string; readonly title: Localized; readonly isDefault: boolean };
  readonly others: readonly OtherReading[];
}

/** The open points that a simulation leaned on, with the effect of each other reading. */
export function readingsOf(law: Law, simulated: SimulatedCase, simulation: Simulation): LeanedOn[] {
  if (simulation.kind === "none") return [];
  return simulation.openPoints.flatMap((id) => {
    const point = law.switches.get(id);
    if (point === undefined) return [];
    const taken = simulated.switches[id] ?? point.default;
    const title = point.options.find((option) => option.value === taken)?.title ?? point.question;
    const others = point.options
      .filter((option) => option.value !== taken)
      .map((option) => ({
        value: option.value,
        title: option.title,
        effect: option.computable
          ? effectOf(law, simulated, simulation.total, id, option.value)
          : ({ kind: "noFormula" } as const),
      }));
    return [{ point, taken: { value: taken, title, isDefault: taken === point.default }, others }];
  });
}

function effectOf(law: Law, simulated: SimulatedCase, total: Cents, id: string, value: string): Effect {
  const other = simulatedTotal(law, { ...simulated, switches: { ...simulated.switches, [id]: value } });
  return other === null ? { kind: "notHere" } : { kind: "difference", cents: subtractCents(other, total) };
}
