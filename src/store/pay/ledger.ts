// The entitlement ledger: lines are added, read and never changed. Two lines with one key cannot both be booked.
import type { Instant } from "../../kernel/index.ts";
import { BinaryCopy } from "../binary-copy.ts";
import type { Client, Queryable } from "../connection.ts";
import { asText, BulkWriter } from "../copy.ts";
import { encodeLines } from "./encode-lines.ts";

export interface LedgerLine {
  readonly grantRef: string;
  /** year * 4 + n - 1. */
  readonly quarter: number;
  readonly component: "WAGE" | "GUIDANCE" | "SUPPORT" | "VOP" | "COMPENSATION";
  /** 0 for the first line of a grant, quarter and component; each correction takes the next. */
  readonly seq: number;
  /** Null for a self-employed person. */
  readonly employerRef: string | null;
  readonly cents: number;
  readonly origin: "initial" | "correction" | "migration" | "recovery";
  readonly runRef: string;
  readonly attestNo: string | null;
  readonly attestVersion: number | null;
  /** SHA-256 of the rule graph (see `rule_graph`), 64 hexadecimal digits. */
  readonly graphHash: string;
  readonly parametersHash: string;
  readonly bookedAt: Instant;
}

const fields = {
  grantRef: "grant_ref",
  quarter: "quarter",
  component: "component",
  seq: "seq",
  employerRef: "employer_ref",
  cents: "cents",
  origin: "origin",
  runRef: "run_ref",
  attestNo: "attest_no",
  attestVersion: "attest_version",
  graphHash: "graph_hash",
  parametersHash: "parameters_hash",
  bookedAt: "booked_at",
} as const satisfies Record<keyof LedgerLine, string>;

const names = Object.keys(fields) as (keyof LedgerLine)[];
export const lineColumns = Object.values(fields).join(", ");
const target = `pay.ledger_line (${lineColumns})`;
export const lineSelect = names
  .map((name) => (name.endsWith("Hash") ? `encode(${fields[name]}, 'hex') as "${name}"` : `${fields[name]} as "${name}"`))
  .join(", ");

/**
 * Books lines by COPY, inside the caller's transaction. A line whose key is booked already makes the whole fail with SQL state 23505
 * (see `isBookedTwice`).
 */
export async function bookLines(client: Client, lines: AsyncIterable<LedgerLine> | Iterable<LedgerLine>): Promise<number> {
  const writer = new BulkWriter(client);
  let count = 0;
  for await (const line of lines) {
    writer.add(target, [
      line.grantRef,
      String(line.quarter),
      line.component,
      String(line.seq),
      line.employerRef,
      String(line.cents),
      line.origin,
      line.runRef,
      asText(line.attestNo),
      asText(line.attestVersion),
      `\\x${line.graphHash}`,
      `\\x${line.parametersHash}`,
      line.bookedAt,
    ]);
    count += 1;
    await writer.breathe();
  }
  await writer.flush();
  return count;
}

/** Books the lines of slices by binary COPY, inside the caller's transaction; `onSlice` sees each slice once it is on its way. */
export async function bookSlices<T extends { readonly lines: readonly LedgerLine[] }>(
  client: Client,
  slices: AsyncIterable<T>,
  onSlice: (slice: T) => void,
): Promise<void> {
  const copy = new BinaryCopy(client, target);
  try {
    for await (const slice of slices) {
      await copy.write(encodeLines(slice.lines));
      onSlice(slice);
    }
    await copy.end();
  } catch (error) {
    await copy.abort();
    throw error;
  }
}

/** Whether an error of `bookLines` means that a line was booked already. */
export function isBookedTwice(error: unknown): boolean {
  const { code, constraint } = error as { code?: string; constraint?: string };
  return code === "23505" && constraint === "ledger_line_pkey";
}

export interface LedgerQuery {
  readonly grantRef?: string;
  readonly employerRef?: string;
  readonly quarter?: number;
  readonly runRef?: string;
  /** Only lines booked by then. */
  readonly knownAt?: Instant;
}

/** Lines that fit, in order of grant, quarter, component and sequence. */
export async function readLines(db: Queryable, query: LedgerQuery): Promise<LedgerLine[]> {
  const { rows } = await db.query<LedgerLine>(
    `select ${lineSelect} from pay.ledger_line
     where ($1::uuid is null or grant_ref = $1) and ($2::uuid is null or employer_ref = $2) and ($3::int is null or quarter = $3)
       and ($4::uuid is null or run_ref = $4) and ($5::timestamptz is null or booked_at <= $5)
     order by grant_ref, quarter, component, seq`,
    [query.grantRef ?? null, query.employerRef ?? null, query.quarter ?? null, query.runRef ?? null, query.knownAt ?? null],
  );
  return rows;
}

/** Cents booked up to now for one grant, per quarter and component: what a correction starts from. */
export interface BookedSum {
  readonly grantRef: string;
  readonly quarter: number;
  readonly component: LedgerLine["component"];
  readonly cents: number;
  readonly nextSeq: number;
}

export async function bookedSums(
  db: Queryable,
  query: Pick<LedgerQuery, "grantRef" | "employerRef" | "quarter">,
): Promise<BookedSum[]> {
  const { rows } = await db.query<BookedSum>(
    `select grant_ref as "grantRef", quarter, component, sum(cents)::bigint as cents, max(seq) + 1 as "nextSeq" from pay.ledger_line
     where ($1::uuid is null or grant_ref = $1) and ($2::uuid is null or employer_ref = $2) and ($3::int is null or quarter = $3)
     group by 1, 2, 3 order by 1, 2, 3`,
    [query.grantRef ?? null, query.employerRef ?? null, query.quarter ?? null],
  );
  return rows;
}
