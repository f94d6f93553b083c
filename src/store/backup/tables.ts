// Which tables a backup holds, in an order in which every row finds what it refers to, and what proves that a copy is whole.
import type { Queryable } from "../connection.ts";

export interface TableShape {
  /** With its schema, for example "log.event". */
  readonly name: string;
  readonly columns: readonly string[];
}

/** What proves that two tables hold the same rows, in whatever order. */
export interface TableProof {
  readonly rows: number;
  /** Sum over the rows of 60 bits of the MD5 of their text; whole, so as text. */
  readonly checksum: string;
}

const schemas = ["log", "vault", "read", "pay", "stat", "ops"];

/** The schema's own history is made again by its migrations; whoever was logged in logs in again. */
const leftOut = new Set(["ops.migration", "ops.session"]);

/** All tables with their columns, those that others refer to first. */
export async function listTables(db: Queryable): Promise<readonly TableShape[]> {
  const { rows } = await db.query<{ name: string; columns: string[]; needs: string[] }>(
    `select n.nspname || '.' || c.relname as name,
       array(select a.attname::text from pg_attribute a
             where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '' order by a.attnum) as columns,
       array(select distinct tn.nspname || '.' || t.relname from pg_constraint k
             join pg_class t on t.oid = k.confrelid join pg_namespace tn on tn.oid = t.relnamespace
             where k.conrelid = c.oid and k.contype = 'f' and k.confrelid <> c.oid) as needs
     from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname = any($1) and c.relkind in ('r', 'p') and not c.relispartition order by 1`,
    [schemas],
  );
  return inOrder(rows.filter(({ name }) => !leftOut.has(name)));
}

function inOrder(tables: readonly (TableShape & { readonly needs: readonly string[] })[]): TableShape[] {
  const ordered: TableShape[] = [];
  const done = new Set<string>();
  let rest = [...tables];
  while (rest.length > 0) {
    const next = rest.filter(({ needs }) => needs.every((name) => done.has(name)));
    if (next.length === 0) throw new Error(`Tables refer to each other in a circle: ${rest.map((t) => t.name).join(", ")}`);
    for (const { name, columns } of next) {
      ordered.push({ name, columns });
      done.add(name);
    }
    rest = rest.filter(({ name }) => !done.has(name));
  }
  return ordered;
}

export async function proofOf(db: Queryable, { name, columns }: TableShape): Promise<TableProof> {
  const row = columns.map(quoted).join(", ");
  const { rows } = await db.query<TableProof>(
    `select count(*) as rows, coalesce(sum(('x' || substr(md5(row(${row})::text), 1, 15))::bit(60)::bigint), 0)::text as checksum from ${name}`,
  );
  return rows[0]!;
}

export function quoted(column: string): string {
  return `"${column.replaceAll('"', '""')}"`;
}
