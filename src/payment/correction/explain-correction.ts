// Why a booked line corrects what was booked before it: the two moments replayed and held side by side.
import type { Law } from "../../law/index.ts";
import { entitlementAt, lawOfLine } from "../ledger/replay.ts";
import type { LedgerLine, PaymentPorts } from "../ports.ts";
import { type CorrectionCause, correctionCauses, type Situation } from "./causes.ts";

export type CorrectionReasons =
  | { readonly outcome: "explained"; readonly line: LedgerLine; readonly causes: readonly CorrectionCause[] }
  | { readonly outcome: "lawNotFound"; readonly line: LedgerLine; readonly missing: "graph" | "parameters" };

/** The causes of a line, adding up to its cents. Of a first line: that it was declared or granted. */
export async function explainCorrection(law: Law, ports: PaymentPorts, line: LedgerLine): Promise<CorrectionReasons> {
  const lines = await ports.ledger.lines({ grantRef: line.grantRef, quarter: line.quarter });
  const earlier = lines.filter((one) => one.component === line.component && one.seq < line.seq).at(-1);
  const now = await lawOfLine(law, ports, line);
  if (typeof now === "string") return { outcome: "lawNotFound", line, missing: now };
  const then = earlier === undefined ? now : await lawOfLine(law, ports, earlier);
  if (typeof then === "string") return { outcome: "lawNotFound", line, missing: then };
  const after: Situation = { law: now, entitlement: await entitlementAt(now, ports, line, line.bookedAt) };
  const before: Situation = {
    law: then,
    entitlement: earlier === undefined ? null : await entitlementAt(then, ports, line, earlier.bookedAt),
  };
  return { outcome: "explained", line, causes: correctionCauses(line.component, line.quarter, before, after) };
}
