// After the storm: is everything that was acknowledged there, once, and do all books agree.
import { systemClock } from "../../src/kernel/index.ts";
import { createPayment } from "../../src/main/payment.ts";
import { calculateQuarter, verifyQuarter } from "../../src/payment/index.ts";
import type { Store } from "../../src/store/index.ts";
import type { Cast } from "./cast.ts";
import type { Booked, Tally } from "./load.ts";

/** A command of the writers that was acknowledged. */
export interface Ack {
  readonly commandId: string;
  readonly streamRef: string;
  readonly tries: number;
  readonly repeated: boolean;
}

export interface Found {
  /** Acknowledged and not there. */
  readonly lost: number;
  /** There more than once. */
  readonly doubled: number;
  /** Evidence of acknowledged commands that the vault does not hold. */
  readonly evidenceLost: number;
}

export async function checkCommands({ database }: Store, acks: readonly Ack[], tally: Tally): Promise<Found> {
  const { pool } = database;
  const { rows } = await pool.query<{ command: string; events: number }>(
    `select command_id as command, count(*)::int as events from log.event
     where command_id like 'chaos-%' or (type = 'ApplicationFiled' and command_id like 'api:%:harness-%') group by command_id`,
  );
  const events = new Map(rows.map((row) => [row.command.split(":").at(-1)!, row.events]));
  const filed = await pool.query<{ stream: string }>(
    "select stream_ref as stream from log.event where type = 'ApplicationFiled' and command_id like 'api:%:harness-%'",
  );
  const files = new Set(filed.rows.map((row) => row.stream));
  const missing = await pool.query<{ missing: number }>(
    `select count(*)::int as missing from log.event e, jsonb_array_elements(coalesce(e.payload -> 'evidence', '[]')) as one
     where e.type = 'ApplicationFiled' and e.command_id like 'api:%:harness-%'
       and not exists (select from vault.sealed s where s.sealed_ref = (one #>> '{}')::uuid)`,
  );
  const sealed = await pool.query<{ subject: string }>(
    "select distinct subject_ref as subject from vault.sealed where subject_ref = any($1)",
    [acks.map((one) => one.streamRef)],
  );
  const holding = new Set(sealed.rows.map((row) => row.subject));
  return {
    lost:
      acks.filter((one) => !events.has(one.commandId)).length +
      tally.applications.filter((one) => !events.has(one.key) || !files.has(one.id)).length,
    doubled: [...events.values()].filter((count) => count > 1).length,
    evidenceLost: missing.rows[0]!.missing + acks.filter((one) => !holding.has(one.streamRef)).length,
  };
}

export interface Sums {
  readonly quarter: number;
  readonly lines: number;
  readonly cents: number;
  /** The same of one calculation on the same facts that nothing disturbed. */
  readonly undisturbed: { readonly lines: number; readonly cents: number };
  readonly differing: number;
  readonly notReplaying: number;
}

/** The lines of the cast in quarters that were booked, beside one calculation over the frozen facts. */
export async function checkSums(store: Store, cast: Cast, booked: readonly Booked[]): Promise<Sums[]> {
  const { ports, runs } = createPayment({ law: cast.law, clock: systemClock, store, demo: true });
  const own = new Set(cast.relations.map((one) => one.grantRef));
  const all: Sums[] = [];
  for (const { quarter, runRef } of booked) {
    const run = (await runs.find(runRef))!;
    const clean = calculateQuarter(cast.law.asKnownOn(run.start.lawKnownOn), {
      quarter,
      positions: await ports.positions.positionsIn(quarter, run.start.knownAt),
      attests: await ports.attests.latest(quarter, run.start.knownAt),
      booked: [],
      runRef,
      bookedAt: run.start.knownAt,
    }).lines.filter((line) => own.has(line.grantRef));
    const expected = new Map(clean.map((line) => [`${line.grantRef} ${line.component}`, line.cents]));
    const lines = (await ports.ledger.lines({ quarter })).filter((line) => own.has(line.grantRef));
    const right = lines.filter((line) => line.seq === 0 && expected.get(`${line.grantRef} ${line.component}`) === line.cents);
    const sum = (of: readonly { readonly cents: number }[]) => of.reduce((total, line) => total + line.cents, 0);
    all.push({
      quarter,
      lines: lines.length,
      cents: sum(lines),
      undisturbed: { lines: clean.length, cents: sum(clean) },
      differing: lines.length - right.length + (expected.size - right.length),
      notReplaying: (await verifyQuarter(cast.law, ports, quarter)).flaws.length,
    });
  }
  return all;
}

export async function checkBooks(store: Store, cast: Cast): Promise<readonly unknown[]> {
  const { balance } = createPayment({ law: cast.law, clock: systemClock, store, demo: true });
  return (await balance()).imbalances;
}
