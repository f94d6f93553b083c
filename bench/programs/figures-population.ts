// Fills the read tables with the benchmark's people by COPY, and checks on a smaller number that the store makes the same rows of events.
import { once } from "node:events";
import { from as copyFrom } from "pg-copy-streams";
import { projection } from "../../src/dossier/index.ts";
import { fixedClock, plainDate } from "../../src/kernel/index.ts";
import { type Client, createStore, masterKeyFrom } from "../../src/store/index.ts";
import type { TestDatabase } from "../../src/store/testing.ts";
import { streamsOf } from "./figures-events.ts";
import { type Target, targets } from "./figures-rows.ts";

/** Characters gathered before they are sent. */
const PIECE = 1 << 20;

/** Everything in one transaction; gives the number of rows. The same size gives the same rows. */
export async function fillByCopy(client: Client, persons: number): Promise<number> {
  let rows = 0;
  for (const target of targets) rows += await copy(client, target, persons);
  await client.query("analyze");
  return rows;
}

async function copy(client: Client, { table, columns, lines }: Target, persons: number): Promise<number> {
  const stream = client.query(copyFrom(`copy ${table} (${columns}) from stdin`));
  let rows = 0;
  let piece = "";
  for (let n = 0; n < persons; n += 1) {
    for (const one of lines(n, persons)) {
      piece += `${one}\n`;
      rows += 1;
    }
    if (piece.length < PIECE) continue;
    if (!stream.write(piece)) await once(stream, "drain");
    piece = "";
  }
  stream.end(piece);
  await once(stream, "finish");
  return rows;
}

/** The same people told as events to the store; declarations are no events and come in by COPY here too. */
export async function fillByEvents(database: TestDatabase, persons: number): Promise<number> {
  const clock = fixedClock(plainDate("2024-12-31"));
  const store = createStore({ database, clock, project: projection, masterKey: masterKeyFrom(Buffer.alloc(32, 7)) });
  const { events } = await store.events.bulkAppend(streamsOf(persons));
  await database.asOwner((client) => copy(client as Client, targets.find(({ table }) => table === "pay.attest")!, persons));
  await database.asOwner((client) => client.query("analyze"));
  return events;
}

/** A hash of all rows of each table, whatever their order. */
export async function contentOf(client: Pick<Client, "query">): Promise<Readonly<Record<string, string>>> {
  const found: Record<string, string> = {};
  for (const { table } of targets) {
    const { rows } = await client.query<{ hash: string; n: string }>(
      `select count(*)::text as n, md5(string_agg(t::text, '|' order by t::text)) as hash from ${table} t`,
    );
    found[table] = `${rows[0]!.n} rows ${rows[0]!.hash}`;
  }
  return found;
}

/** The exclusion constraints guard the history and are not read by figures: a large population is filled without them. */
export async function dropGuards(client: Pick<Client, "query">): Promise<void> {
  const { rows } = await client.query<{ table: string; name: string }>(
    `select c.conrelid::regclass::text as table, c.conname as name from pg_constraint c
     where c.contype = 'x' and c.connamespace = 'read'::regnamespace`,
  );
  for (const { table, name } of rows) await client.query(`alter table ${table} drop constraint ${name}`);
}
