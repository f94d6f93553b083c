// Why a booked line corrects what was booked before it: the two moments replayed and held side by side.
import type { Law } from "../../law/index.ts";
import { entitlementAt, inputsOfLine, lawOfLine } from "../ledger/replay.ts";
import type { LedgerLine, PaymentPorts } from "../ports.ts";
import { type CorrectionCause, correctionCauses, type Situation } from "./causes.ts";

export type CorrectionReasons =
  | { readonly outcome: "explained"; readonly line: LedgerLine; readonly causes: readonly CorrectionCause[] }
  | { readonly outcome: "lawNotFound"; readonly line: LedgerLine; readonly missing: "graph" | "parameters" };

/** The causes of a line, adding up to its cents. Of a first line: that it was declared or granted. */
export async function explainCorrection(law: Law, ports: PaymentPorts, line: LedgerLine): Promise<CorrectionReasons> {
  const lines = await ports.ledger.lines({ grantRef: line.grantRef, quarter: line.quarter });
  const earlier = lines.filter((one) => one.component === line.component && one.seq < line.seq).at(-1);
  const after = await situationOf(law, ports, line);
  if (typeof after === "string") return { outcome: "lawNotFound", line, missing: after };
  const before = earlier === undefined ? { law: after.law, entitlement: null } : await situationOf(law, ports, earlier);
  if (typeof before === "string") return { outcome: "lawNotFound", line, missing: before };
  return { outcome: "explained", line, causes: correctionCauses(line.component, line.quarter, before, after) };
}

async function situationOf(law: Law, ports: PaymentPorts, line: LedgerLine): Promise<Situation | "graph" | "parameters"> {
  const inputs = await inputsOfLine(ports, line);
  const then = await lawOfLine(law, ports, line, inputs);
  return typeof then === "string" ? then : { law: then, entitlement: await entitlementAt(then, ports, line, inputs.knownAt) };
}
