// Replays every line of a quarter at once: run by run, what was due then against what had been booked by then.
import type { Law } from "../../law/index.ts";
import { type Entitlement, entitlements } from "../entitlement/entitlement.ts";
import { quarterFrame } from "../entitlement/quarter-frame.ts";
import type { Attest, LedgerLine, PaymentPorts } from "../ports.ts";
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

export async function verifyQuarter(law: Law, ports: PaymentPorts, quarter: number): Promise<QuarterVerification> {
  const lines = await ports.ledger.lines({ quarter });
  const booked = new Map<string, number>();
  const flaws: LineFlaw[] = [];
  for (const group of bookedTogether(lines)) {
    const due = await dueThen(law, ports, quarter, group[0]!);
    for (const line of group) {
      const key = keyOf(line.grantRef, line.component);
      const before = booked.get(key) ?? 0;
      booked.set(key, before + line.cents);
      if (due === null) flaws.push({ line, flaw: "LAW", cents: null });
      else if ((due.get(key) ?? 0) - before !== line.cents)
        flaws.push({ line, flaw: "DIFFERS", cents: (due.get(key) ?? 0) - before });
    }
  }
  return { quarter, lines: lines.length, flaws };
}

/** Lines of one booking share their inputs and their law; bookings in the order in which they came. */
function bookedTogether(lines: readonly LedgerLine[]): readonly (readonly LedgerLine[])[] {
  const groups = new Map<string, LedgerLine[]>();
  for (const line of lines) {
    const key = `${line.bookedAt} ${line.runRef} ${line.graphHash} ${line.parametersHash}`;
    const held = groups.get(key);
    if (held === undefined) groups.set(key, [line]);
    else held.push(line);
  }
  return [...groups.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, group]) => group);
}

/** Cents due per grant and component as known at the booking of `line`; null when its law cannot be found. */
async function dueThen(
  law: Law,
  ports: PaymentPorts,
  quarter: number,
  line: LedgerLine,
): Promise<ReadonlyMap<string, number> | null> {
  const { knownAt, lawKnownOn } = await inputsOfLine(ports, line);
  const then = await lawOfLine(law, ports, line, lawKnownOn);
  if (typeof then === "string") return null;
  const attests = new Map<string, Attest[]>();
  for (const attest of await ports.attests.latest(quarter, knownAt)) {
    const key = keyOf(attest.personRef, attest.employerRef);
    attests.set(key, [...(attests.get(key) ?? []), attest]);
  }
  const claims = mergePositions(await ports.positions.positionsIn(quarter, knownAt)).map((position) => ({
    position,
    attests: attests.get(keyOf(position.personRef, position.employerRef ?? "")) ?? [],
  }));
  return new Map(entitlements(quarterFrame(then, quarter), claims).flatMap(amounts));
}

function amounts(due: Entitlement): [string, number][] {
  return Object.entries(due.cents).map(([component, cents]) => [keyOf(due.position.grantRef, component), cents]);
}

const keyOf = (a: string, b: string): string => `${a} ${b}`;
