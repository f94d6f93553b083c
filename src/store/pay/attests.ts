// Attests as the department received them. A version that is known already changes nothing.
import type { Instant } from "../../kernel/index.ts";
import type { Attest } from "../../payment/index.ts";
import type { Client, Queryable } from "../connection.ts";
import { asText, BulkWriter, copyInto, copyLine } from "../copy.ts";
import { refuse } from "../refuse.ts";

export type { Attest };

const fields = {
  attestNo: "attest_no",
  version: "version",
  status: "status",
  personRef: "person_ref",
  employerRef: "employer_ref",
  quarter: "quarter",
  grossCents: "gross_cents",
  contributionCents: "contribution_cents",
  reductionCents: "reduction_cents",
  contractualFraction: "contractual_fraction",
  performedFraction: "performed_fraction",
  inServiceFrom: "in_service_from",
  inServiceUntil: "in_service_until",
  source: "source",
  remunerations: "remunerations",
  receivedAt: "received_at",
} as const satisfies Record<keyof Attest, string>;

const names = Object.keys(fields) as (keyof Attest)[];
export const attestSelect = names.map((name) => `${fields[name]} as "${name}"`).join(", ");
export const attestColumns = Object.values(fields).join(", ");
const columns = attestColumns;

export const attestValues = (attest: Attest): (string | null)[] => names.map((name) => asText(attest[name]));

/** Whether versions `i` and `a` say the same. */
export const sameAttest = names
  .filter((name) => name !== "receivedAt")
  .map((name) => `i.${fields[name]} is not distinct from a.${fields[name]}`)
  .join(" and ");

/**
 * Stores the versions that are new and returns them as `taken`; the same version again is counted as `known`. A known version with
 * another content is a contradiction of the source: it is not stored and is returned in `contradicted`. Call inside a transaction.
 */
export async function insertAttests(
  client: Client,
  attests: readonly Attest[],
): Promise<{ taken: number; known: number; contradicted: readonly { readonly attestNo: string; readonly version: number }[] }> {
  await client.query("create temporary table if not exists incoming_attest (like pay.attest) on commit delete rows");
  await client.query("delete from incoming_attest");
  await copyInto(
    client,
    `incoming_attest (${columns})`,
    attests.map((a) => copyLine(attestValues(a))),
  );
  const { rowCount: taken } = await client.query(
    `insert into pay.attest (${columns}) select ${columns} from incoming_attest on conflict do nothing`,
  );
  const { rows } = await client.query<{ attestNo: string; version: number }>(
    `select distinct i.attest_no as "attestNo", i.version from incoming_attest i join pay.attest a using (attest_no, version)
     where not (${sameAttest}) order by 1, 2`,
  );
  return { taken: taken ?? 0, known: attests.length - (taken ?? 0) - rows.length, contradicted: rows };
}

/** The bulk way in for attests that are all new. Call inside a transaction; fails as a whole when one is known. */
export async function copyAttests(client: Client, attests: AsyncIterable<Attest> | Iterable<Attest>): Promise<number> {
  const writer = new BulkWriter(client);
  let count = 0;
  for await (const attest of attests) {
    writer.add(`pay.attest (${columns})`, attestValues(attest));
    count += 1;
    await writer.breathe();
  }
  await writer.flush();
  return count;
}

export interface AttestQuery {
  readonly quarter?: number;
  readonly personRef?: string;
  readonly employerRef?: string;
  /** Only versions received by then. */
  readonly knownAt?: Instant;
}

/** The last version of each attest that fits, in order of number; at least one of quarter, person or employer is asked. */
export async function latestAttests(db: Queryable, query: AttestQuery): Promise<Attest[]> {
  if (query.quarter === undefined && query.personRef === undefined && query.employerRef === undefined) {
    refuse(
      "attestQuery",
      "Vraag attesten per kwartaal, persoon of werkgever.",
      "Ask for attests by quarter, person or employer.",
      "Demandez les attestations par trimestre, personne ou employeur.",
    );
  }
  const { rows } = await db.query<Attest>(
    `select distinct on (attest_no) ${attestSelect} from pay.attest
     where ($1::int is null or quarter = $1) and ($2::uuid is null or person_ref = $2) and ($3::uuid is null or employer_ref = $3)
       and ($4::timestamptz is null or received_at <= $4)
     order by attest_no, version desc`,
    [query.quarter ?? null, query.personRef ?? null, query.employerRef ?? null, query.knownAt ?? null],
  );
  return rows;
}

/** Every version of one attest, oldest first. */
export async function attestVersions(db: Queryable, attestNo: string): Promise<Attest[]> {
  const { rows } = await db.query<Attest>(`select ${attestSelect} from pay.attest where attest_no = $1 order by version`, [
    attestNo,
  ]);
  return rows;
}
