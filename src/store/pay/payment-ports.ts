// What payment asks of the store, over one pool: positions, attests, the ledger, rule graphs.
import { firstDay, fromQuarterNumber, type Instant, lastDay, type PlainDate } from "../../kernel/index.ts";
import type { BookedSum, LedgerLine, PaymentPorts, Position } from "../../payment/index.ts";
import { type Pool, transaction } from "../connection.ts";
import { insertAttests, latestAttests } from "./attests.ts";
import { bookLines, isBookedTwice, readLines } from "./ledger.ts";
import { lineState } from "./line-state.ts";
import { olderPositions } from "./older-positions.ts";
import { positionSelect, quarterSource } from "./quarter-source.ts";
import { readRuleGraph, storeRuleGraph } from "./rule-graphs.ts";
import { runInputs } from "./runs.ts";

export function paymentPorts(pool: Pool): PaymentPorts {
  return {
    inputsOf: (runRef) => runInputs(pool, runRef),
    positions: {
      positionsIn: (quarter, knownAt, grantRef) => positionsIn(pool, quarter, knownAt, grantRef ?? null),
      personsOf: (grantRefs) => personsOf(pool, grantRefs),
      lastDaysOf: (grantRefs, knownAt) => lastDaysOf(pool, grantRefs, knownAt),
    },
    quarters: quarterSource(pool),
    attests: {
      take: (attests) => transaction(pool, (client) => insertAttests(client, attests)),
      latest: (quarter, knownAt, relation) => latestAttests(pool, { quarter, ...relation, ...(knownAt && { knownAt }) }),
    },
    ledger: {
      book: (lines) => book(pool, lines),
      sums: (quarter, grantRef) => sums(pool, quarter, grantRef ?? null),
      lines: (query) => readLines(pool, query),
      state: (line) => lineState(pool, line),
    },
    graphs: { keep: (graph) => storeRuleGraph(pool, graph), read: (hash) => readRuleGraph(pool, hash) },
  };
}

async function positionsIn(pool: Pool, quarter: number, knownAt: Instant | null, grantRef: string | null): Promise<Position[]> {
  const of = fromQuarterNumber(quarter);
  const { rows } = await pool.query<Position>(
    `select ${positionSelect}
     from read.grant_position
     where valid && daterange($1, $2, '[]') and ($4::uuid is null or grant_ref = $4)
       and case when $3::timestamptz is null then upper_inf(known) else known @> $3::timestamptz end
     order by grant_ref, lower(valid)`,
    [firstDay(of), lastDay(of), knownAt, grantRef],
  );
  // Asked by reference, it may be an older right; a list of all positions is of grants.
  if (rows.length > 0 || grantRef === null) return rows;
  return olderPositions(pool, { quarter, knownAt, rightRefs: [grantRef] });
}

async function personsOf(pool: Pool, grantRefs: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const { rows } = await pool.query<{ grantRef: string; personRef: string }>(
    `select distinct grant_ref as "grantRef", person_ref as "personRef" from read.grant_position where grant_ref = any($1::uuid[])
     union select right_ref, person_ref from read.old_right where right_ref = any($1::uuid[]) and person_ref is not null`,
    [grantRefs],
  );
  return new Map(rows.map((row) => [row.grantRef, row.personRef]));
}

async function lastDaysOf(
  pool: Pool,
  grantRefs: readonly string[],
  knownAt: Instant,
): Promise<ReadonlyMap<string, PlainDate | null>> {
  const { rows } = await pool.query<{ ref: string; lastDay: PlainDate | null }>(
    `select ref, case when bool_or(upper_inf(valid)) then null else max(upper(valid)) - 1 end as "lastDay"
     from (select grant_ref as ref, valid, known from read.grant_position where grant_ref = any($1::uuid[])
           union all select right_ref, valid, known from read.old_right where right_ref = any($1::uuid[])) held
     where known @> $2::timestamptz group by ref`,
    [grantRefs, knownAt],
  );
  return new Map(rows.map((row) => [row.ref, row.lastDay]));
}

async function book(pool: Pool, lines: readonly LedgerLine[]): Promise<"booked" | "bookedBefore"> {
  try {
    await transaction(pool, (client) => bookLines(client, lines));
    return "booked";
  } catch (error) {
    if (isBookedTwice(error)) return "bookedBefore";
    throw error;
  }
}

async function sums(pool: Pool, quarter: number, grantRef: string | null): Promise<BookedSum[]> {
  const { rows } = await pool.query<BookedSum>(
    `select grant_ref as "grantRef", (array_agg(employer_ref order by seq desc))[1] as "employerRef", quarter, component,
            sum(cents)::bigint as cents, max(seq) + 1 as "nextSeq"
     from pay.ledger_line where quarter = $1 and ($2::uuid is null or grant_ref = $2)
     group by grant_ref, quarter, component order by grant_ref, component`,
    [quarter, grantRef],
  );
  return rows;
}
