// Replays a booked line under the law and the facts of its moment: the replayed cents must equal the booked ones.
import type { Explanation, Law } from "../../law/index.ts";
import { explainCase, ruleOf } from "../entitlement/compute.ts";
import type { Entitlement } from "../entitlement/entitlement.ts";
import { quarterFrame } from "../entitlement/quarter-frame.ts";
import type { LedgerLine, PaymentPorts } from "../ports.ts";
import { entitlementAt, inputsOfLine, lawOfLine } from "./replay.ts";

export type Replay =
  | {
      readonly outcome: "replayed";
      readonly line: LedgerLine;
      /** What the law gave for the whole component at the moment of booking. */
      readonly dueCents: number;
      /** Lines booked earlier for the same grant, quarter and component. */
      readonly earlierCents: number;
      /** `dueCents - earlierCents`. */
      readonly cents: number;
      readonly agrees: boolean;
      readonly entitlement: Entitlement | null;
      /** Every step; null when the law was not asked, as when an attest was cancelled. */
      readonly explanation: Explanation | null;
    }
  | { readonly outcome: "lawNotFound"; readonly line: LedgerLine; readonly missing: "graph" | "parameters" };

/** The rule that gives the line's component; null when the law was not asked. */
export function ruleOfReplay(replay: Replay): string | null {
  const asked = replay.outcome === "replayed" ? (replay.entitlement?.case ?? null) : null;
  return asked === null ? null : ruleOf(replay.line.component, asked.scheme);
}

export async function explainLine(law: Law, ports: PaymentPorts, line: LedgerLine): Promise<Replay> {
  const inputs = await inputsOfLine(ports, line);
  const then = await lawOfLine(law, ports, line, inputs);
  if (typeof then === "string") return { outcome: "lawNotFound", line, missing: then };
  const due = await entitlementAt(then, ports, line, inputs.knownAt);
  const lines = await ports.ledger.lines({ grantRef: line.grantRef, quarter: line.quarter });
  const earlierCents = lines
    .filter((one) => one.component === line.component && one.seq < line.seq)
    .reduce((total, one) => total + one.cents, 0);
  const dueCents = due?.cents[line.component] ?? 0;
  const cents = dueCents - earlierCents;
  const explanation = due?.case == null ? null : explainCase(quarterFrame(then, line.quarter), due.case);
  return {
    outcome: "replayed",
    line,
    dueCents,
    earlierCents,
    cents,
    agrees: cents === line.cents,
    entitlement: due,
    explanation,
  };
}
