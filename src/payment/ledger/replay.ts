// The law and the facts of a grant and quarter as they were at a moment: what every replay starts from.
import { brusselsDate, type Instant, type PlainDate } from "../../kernel/index.ts";
import { type Law, readGraph } from "../../law/index.ts";
import { type Entitlement, entitlement } from "../entitlement/entitlement.ts";
import { type QuarterFrame, quarterFrame } from "../entitlement/quarter-frame.ts";
import type { LedgerLine, PaymentPorts, RunInputs } from "../ports.ts";
import { lawHash, underReadings } from "./law-hash.ts";
import { mergePositions } from "./merge-positions.ts";

/** What a line was calculated on. */
export async function inputsOfLine(ports: Pick<PaymentPorts, "inputsOf">, line: LedgerLine): Promise<RunInputs> {
  const ofRun = await ports.inputsOf(line.runRef);
  return ofRun ?? { knownAt: line.bookedAt, lawKnownOn: brusselsDate(line.bookedAt) };
}

type Named = Pick<LedgerLine, "graphHash" | "parametersHash">;

/** Laws found before, so that all lines of a run share one with its frames. */
const found = new WeakMap<Law, Map<string, Promise<Law | "graph" | "parameters">>>();

/** The graph that the line names, over the values as they were known on the day and the readings of its run; or what of it is gone. */
export function lawOfLine(
  law: Law,
  ports: Pick<PaymentPorts, "graphs">,
  line: Named,
  { lawKnownOn, switches }: Pick<RunInputs, "lawKnownOn" | "switches">,
): Promise<Law | "graph" | "parameters"> {
  const held = found.get(law) ?? new Map<string, Promise<Law | "graph" | "parameters">>();
  found.set(law, held);
  const key = `${lawKnownOn} ${line.graphHash} ${line.parametersHash}`;
  const wanted = held.get(key) ?? findLaw(law, ports, line, lawKnownOn, switches);
  held.set(key, wanted);
  return wanted;
}

async function findLaw(
  law: Law,
  ports: Pick<PaymentPorts, "graphs">,
  line: Named,
  lawKnownOn: PlainDate,
  switches: RunInputs["switches"],
): Promise<Law | "graph" | "parameters"> {
  const data = [law.asKnownOn(lawKnownOn), law]
    .map((one) => underReadings(one, switches))
    .find((one) => one !== null && lawHash(one, switches) === line.parametersHash);
  if (data === undefined || data === null) return "parameters";
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
