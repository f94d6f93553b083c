// Replays a booked line under the law and the facts of its moment: the replayed cents must equal the booked ones.
import { brusselsDate, type Instant } from "../../kernel/index.ts";
import { type Explanation, type Law, readGraph } from "../../law/index.ts";
import { explainCase } from "../entitlement/compute.ts";
import { type Entitlement, entitlement } from "../entitlement/entitlement.ts";
import { type QuarterFrame, quarterFrame } from "../entitlement/quarter-frame.ts";
import type { LedgerLine, PaymentPorts, Position } from "../ports.ts";
import { mergePositions } from "./merge-positions.ts";

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

export async function explainLine(law: Law, ports: PaymentPorts, line: LedgerLine): Promise<Replay> {
  const then = await lawOf(law, ports, line);
  if (typeof then === "string") return { outcome: "lawNotFound", line, missing: then };
  const { quarter, grantRef, bookedAt } = line;
  const [position] = mergePositions(await ports.positions.positionsIn(quarter, bookedAt, grantRef));
  const frame = quarterFrame(then, quarter);
  const due = position === undefined ? null : await entitlementAt(frame, ports, position, bookedAt);
  const lines = await ports.ledger.lines({ grantRef, quarter });
  const earlierCents = lines
    .filter((one) => one.component === line.component && one.seq < line.seq)
    .reduce((total, one) => total + one.cents, 0);
  const dueCents = due?.cents[line.component] ?? 0;
  const cents = dueCents - earlierCents;
  const explanation = due?.case == null ? null : explainCase(frame, due.case);
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

async function entitlementAt(
  frame: QuarterFrame,
  ports: PaymentPorts,
  position: Position,
  knownAt: Instant,
): Promise<Entitlement> {
  const { personRef, employerRef } = position;
  const attests = employerRef === null ? [] : await ports.attests.latest(frame.number, knownAt, { personRef, employerRef });
  return entitlement(frame, { position, attests });
}

/** The graph that the line names, over the parameters as they were known on the day of booking. */
async function lawOf(law: Law, ports: PaymentPorts, line: LedgerLine): Promise<Law | "graph" | "parameters"> {
  const known = law.asKnownOn(brusselsDate(line.bookedAt));
  const data = [known, law].find((one) => one.parametersHash === line.parametersHash);
  if (data === undefined) return "parameters";
  if (data.graph.hash === line.graphHash) return data;
  const stored = await ports.graphs.read(line.graphHash);
  if (stored === null) return "graph";
  const rebuilt = data.withGraph(readGraph(stored));
  return rebuilt.ok ? rebuilt.value : "graph";
}
