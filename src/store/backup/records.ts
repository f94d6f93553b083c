// Tables as a stream of records, compressed: what lies inside the encrypted pieces of a backup.
import { once } from "node:events";
import { PassThrough, Readable } from "node:stream";
import { createGunzip, createGzip } from "node:zlib";
import { refuse } from "../refuse.ts";
import type { TableProof, TableShape } from "./tables.ts";

/** A table begins, some of its rows, all tables are there. */
export type BackupRecord =
  | { readonly kind: "table"; readonly table: TableShape & { readonly proof: TableProof } }
  | { readonly kind: "rows"; readonly bytes: Buffer }
  | { readonly kind: "end"; readonly tables: number };

const tags = { table: 1, rows: 2, end: 3 } as const;
const headBytes = 5;

/** Takes records and gives the compressed bytes of them in pieces of about a megabyte. */
export class RecordWriter {
  readonly #gzip = createGzip({ level: 3 });
  readonly #out: Promise<void>;

  constructor(piece: (bytes: Buffer) => Promise<void>) {
    this.#out = (async () => {
      let waiting: Buffer[] = [];
      let size = 0;
      for await (const chunk of this.#gzip) {
        waiting.push(chunk as Buffer);
        size += (chunk as Buffer).length;
        if (size < 1_000_000) continue;
        await piece(Buffer.concat(waiting));
        waiting = [];
        size = 0;
      }
      if (size > 0) await piece(Buffer.concat(waiting));
    })();
    this.#out.catch((error: Error) => this.#gzip.destroy(error));
  }

  async add(record: BackupRecord): Promise<void> {
    const body =
      record.kind === "rows"
        ? record.bytes
        : Buffer.from(JSON.stringify(record.kind === "table" ? record.table : { tables: record.tables }), "utf8");
    const head = Buffer.alloc(headBytes);
    head[0] = tags[record.kind];
    head.writeUInt32BE(body.length, 1);
    this.#gzip.write(head);
    if (!this.#gzip.write(body)) await Promise.race([once(this.#gzip, "drain"), this.#out]);
  }

  async end(): Promise<void> {
    this.#gzip.end();
    await this.#out;
  }
}

/** The records of compressed pieces, in order; ends after the record that says that all tables are there. */
export async function* readRecords(pieces: AsyncIterable<Buffer>): AsyncGenerator<BackupRecord> {
  const gunzip = createGunzip();
  const source = Readable.from(pieces);
  source.once("error", (error) => gunzip.destroy(error));
  source.pipe(gunzip);
  let waiting: Buffer = Buffer.alloc(0);
  let complete = false;
  for await (const chunk of gunzip) {
    waiting = waiting.length === 0 ? (chunk as Buffer) : Buffer.concat([waiting, chunk as Buffer]);
    let at = 0;
    while (waiting.length - at >= headBytes) {
      const length = waiting.readUInt32BE(at + 1);
      if (waiting.length - at < headBytes + length) break;
      const record = recordOf(waiting[at]!, waiting.subarray(at + headBytes, at + headBytes + length));
      at += headBytes + length;
      complete = record.kind === "end";
      yield record;
    }
    waiting = waiting.subarray(at);
  }
  if (!complete || waiting.length > 0) incomplete();
}

function recordOf(tag: number, body: Buffer): BackupRecord {
  if (tag === tags.rows) return { kind: "rows", bytes: body };
  const content = JSON.parse(body.toString("utf8"));
  if (tag === tags.table) return { kind: "table", table: content };
  if (tag === tags.end) return { kind: "end", tables: content.tables };
  return incomplete();
}

/** One table of a backup with its rows as a stream. */
export interface RecordedTable {
  readonly table: TableShape & { readonly proof: TableProof };
  readonly rows: Readable;
}

/** Gives `take` each table in turn; what it does not read of the rows is passed over. Returns the number of tables. */
export async function eachTable(
  records: AsyncIterable<BackupRecord>,
  take: (one: RecordedTable) => Promise<void>,
): Promise<number> {
  let open: { rows: PassThrough; taking: Promise<void> } | null = null;
  let tables = 0;
  const close = async () => {
    if (open === null) return;
    open.rows.end();
    await open.taking;
    open = null;
  };
  for await (const record of records) {
    if (record.kind === "rows") {
      if (open === null) incomplete();
      const { rows, taking } = open as { rows: PassThrough; taking: Promise<void> };
      // Taking ends early only by an error, which is then ours too.
      if (!rows.write(record.bytes)) await Promise.race([once(rows, "drain"), taking]);
      continue;
    }
    await close();
    if (record.kind === "end") {
      if (record.tables !== tables) incomplete();
      return tables;
    }
    tables += 1;
    const rows = new PassThrough({ highWaterMark: 1_000_000 });
    const taking = take({ table: record.table, rows });
    taking.catch(() => {});
    open = { rows, taking };
  }
  return incomplete();
}

function incomplete(): never {
  refuse(
    "backupIncomplete",
    "De back-up is niet volledig. Gebruik een andere back-up.",
    "The backup is not complete. Use another backup.",
    "La sauvegarde n'est pas complète. Utilisez une autre sauvegarde.",
  );
}
