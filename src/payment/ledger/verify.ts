// Replays every line, slice after slice: booking by booking, what was due then against what had been booked by then.
import type { Law } from "../../law/index.ts";
import { type Entitlement, entitlements } from "../entitlement/entitlement.ts";
import { quarterFrame } from "../entitlement/quarter-frame.ts";
import type { Attest, LedgerLine, PaymentPorts, Slice } from "../ports.ts";
import { mergePositions } from "./merge-positions.ts";
import { inputsOfLine, lawOfLine } from "./replay.ts";

export interface LineFlaw {
  readonly line: LedgerLine;
  /** DIFFERS: the replay gives other cents. LAW: the rules or values that the line names are gone. */
  readonly flaw: "DIFFERS" | "LAW";
  /** What the line should be; null when it cannot be told. */
  readonly cents: number | null;
}

export interface QuarterVerification {
  readonly quarter: number;
  readonly lines: number;
  readonly flaws: readonly LineFlaw[];
}

export interface LedgerVerification {
  readonly lines: number;
  readonly quarters: number;
  /** How many there are; `flaws` holds the first ones. */
  readonly flawed: number;
  readonly flaws: readonly LineFlaw[];
}

type Ports = Pick<PaymentPorts, "inputsOf" | "quarters" | "graphs">;

const FLAWS_TOLD = 1_000;

/** @param onProgress - Told after each slice: lines so far, and which quarter. */
export async function verifyLedger(
  law: Law,
  ports: Ports,
  onProgress?: (lines: number, quarter: number) => void,
): Promise<LedgerVerification> {
  const quarters = await ports.quarters.bookedQuarters();
  const flaws: LineFlaw[] = [];
  let lines = 0;
  let flawed = 0;
  for (const quarter of quarters) {
    for await (const part of verifySlices(law, ports, quarter)) {
      lines += part.lines;
      flawed += part.flaws.length;
      flaws.push(...part.flaws.slice(0, FLAWS_TOLD - flaws.length));
      onProgress?.(lines, quarter);
    }
  }
  return { lines, quarters: quarters.length, flawed, flaws };
}

export async function verifyQuarter(law: Law, ports: Ports, quarter: number): Promise<QuarterVerification> {
  const flaws: LineFlaw[] = [];
  let lines = 0;
  for await (const part of verifySlices(law, ports, quarter)) {
    lines += part.lines;
    flaws.push(...part.flaws);
  }
  return { quarter, lines, flaws };
}

async function* verifySlices(law: Law, ports: Ports, quarter: number): AsyncGenerator<{ lines: number; flaws: LineFlaw[] }> {
  const runs = new Map<string, ReturnType<typeof inputsOfLine>>();
  for (const slice of await ports.quarters.slices(quarter, quarter, null)) {
    const lines = await ports.quarters.lines(quarter, slice);
    const booked = new Map<string, number>();
    const flaws: LineFlaw[] = [];
    for (const group of bookedTogether(lines)) {
      const due = await dueThen(law, ports, quarter, slice, group, runs);
      for (const line of group) {
        const key = keyOf(line.grantRef, line.component);
        const before = booked.get(key) ?? 0;
        booked.set(key, before + line.cents);
        if (due === null) flaws.push({ line, flaw: "LAW", cents: null });
        else if ((due.get(key) ?? 0) - before !== line.cents)
          flaws.push({ line, flaw: "DIFFERS", cents: (due.get(key) ?? 0) - before });
      }
    }
    yield { lines: lines.length, flaws };
  }
}

/** Lines of one booking share their inputs and their law; they come in the order of booking. */
function bookedTogether(lines: readonly LedgerLine[]): readonly (readonly LedgerLine[])[] {
  const groups: LedgerLine[][] = [];
  for (const line of lines) {
    const last = groups.at(-1);
    if (last !== undefined && sameBooking(last[0]!, line)) last.push(line);
    else groups.push([line]);
  }
  return groups;
}

function sameBooking(a: LedgerLine, b: LedgerLine): boolean {
  return (
    a.runRef === b.runRef && a.bookedAt === b.bookedAt && a.graphHash === b.graphHash && a.parametersHash === b.parametersHash
  );
}

/** Cents due per grant and component as known at the booking of the lines; null when their law cannot be found. */
async function dueThen(
  law: Law,
  ports: Ports,
  quarter: number,
  slice: Slice,
  group: readonly LedgerLine[],
  runs: Map<string, ReturnType<typeof inputsOfLine>>,
): Promise<ReadonlyMap<string, number> | null> {
  const [line] = group;
  const key = `${line!.runRef} ${line!.bookedAt}`;
  const asked = runs.get(key) ?? inputsOfLine(ports, line!);
  runs.set(key, asked);
  const inputs = await asked;
  const then = await lawOfLine(law, ports, line!, inputs);
  if (typeof then === "string") return null;
  const grantRefs = [...new Set(group.map((one) => one.grantRef))];
  const facts = await ports.quarters.facts(quarter, inputs.knownAt, slice, grantRefs.length < FEW ? grantRefs : undefined);
  const attests = new Map<string, Attest[]>();
  for (const attest of facts.attests) {
    const relation = keyOf(attest.personRef, attest.employerRef);
    const held = attests.get(relation);
    if (held === undefined) attests.set(relation, [attest]);
    else held.push(attest);
  }
  const claims = mergePositions(facts.positions).map((position) => ({
    position,
    attests: attests.get(keyOf(position.personRef, position.employerRef ?? "")) ?? [],
  }));
  return new Map(entitlements(quarterFrame(then, quarter), claims).flatMap(amounts));
}

/** Below this it is quicker to ask for the grants themselves than to read the whole slice. */
const FEW = 1_000;

function amounts(due: Entitlement): [string, number][] {
  return Object.entries(due.cents).map(([component, cents]) => [keyOf(due.position.grantRef, component), cents]);
}

const keyOf = (a: string, b: string): string => `${a} ${b}`;
