// The law and the facts of a grant and quarter as they were at a moment: what every replay starts from.
import { brusselsDate, type Instant, type PlainDate } from "../../kernel/index.ts";
import { type Law, readGraph } from "../../law/index.ts";
import { type Entitlement, entitlement } from "../entitlement/entitlement.ts";
import { type QuarterFrame, quarterFrame } from "../entitlement/quarter-frame.ts";
import type { LedgerLine, PaymentPorts, RunInputs } from "../ports.ts";
import { mergePositions } from "./merge-positions.ts";

/** What a line was calculated on. */
export async function inputsOfLine(ports: PaymentPorts, line: LedgerLine): Promise<RunInputs> {
  const ofRun = await ports.inputsOf(line.runRef);
  return ofRun ?? { knownAt: line.bookedAt, lawKnownOn: brusselsDate(line.bookedAt) };
}

/** The graph that the line names, over the parameters as they were known on the day; or what of it is gone. */
export async function lawOfLine(
  law: Law,
  ports: PaymentPorts,
  line: LedgerLine,
  lawKnownOn: PlainDate,
): Promise<Law | "graph" | "parameters"> {
  const known = law.asKnownOn(lawKnownOn);
  const data = [known, law].find((one) => one.parametersHash === line.parametersHash);
  if (data === undefined) return "parameters";
  if (data.graph.hash === line.graphHash) return data;
  const stored = await ports.graphs.read(line.graphHash);
  if (stored === null) return "graph";
  const rebuilt = data.withGraph(readGraph(stored));
  return rebuilt.ok ? rebuilt.value : "graph";
}

/** What the grant was entitled to in the quarter under this law, as known at the moment; null when it did not hold then. */
export async function entitlementAt(
  law: Law,
  ports: PaymentPorts,
  of: { readonly grantRef: string; readonly quarter: number },
  knownAt: Instant,
): Promise<Entitlement | null> {
  const frame: QuarterFrame = quarterFrame(law, of.quarter);
  const [position] = mergePositions(await ports.positions.positionsIn(of.quarter, knownAt, of.grantRef));
  if (position === undefined) return null;
  const { personRef, employerRef } = position;
  const attests = employerRef === null ? [] : await ports.attests.latest(of.quarter, knownAt, { personRef, employerRef });
  return entitlement(frame, { position, attests });
}
