// The law that money was paid under: each rule graph as canonical JSON under its hash, so that any line can be replayed.
import { canonicalJson, sha256Hex } from "../../kernel/index.ts";
import type { Queryable } from "../connection.ts";

/** Stores a graph once and returns its hash, 64 hexadecimal digits. */
export async function storeRuleGraph(db: Queryable, graph: unknown): Promise<string> {
  const body = canonicalJson(graph);
  const hash = sha256Hex(body);
  await db.query("insert into pay.rule_graph (hash, body) values (decode($1, 'hex'), $2) on conflict do nothing", [hash, body]);
  return hash;
}

/** The graph with this hash, or null. Throws when what is stored does not have that hash. */
export async function readRuleGraph(db: Queryable, hash: string): Promise<unknown> {
  const { rows } = await db.query<{ body: unknown }>("select body from pay.rule_graph where hash = decode($1, 'hex')", [hash]);
  if (rows.length === 0) return null;
  const { body } = rows[0]!;
  if (sha256Hex(canonicalJson(body)) !== hash) throw new Error(`The stored rule graph ${hash} was changed`);
  return body;
}
