// COPY in PostgreSQL's binary form, written piece by piece: the quickest way in for many rows of one shape.
import { once } from "node:events";
import { type CopyStreamQuery, from as copyFrom } from "pg-copy-streams";
import type { Client } from "./connection.ts";
import { whileConnected } from "./copy.ts";

const HEADER = Buffer.concat([Buffer.from("PGCOPY\n\xff\r\n\0", "latin1"), Buffer.alloc(8)]);
const TRAILER = Buffer.from([0xff, 0xff]);

export class BinaryCopy {
  readonly #stream: CopyStreamQuery;
  readonly #failed: Promise<never>;

  constructor(client: Client, target: string) {
    this.#stream = client.query(copyFrom(`copy ${target} from stdin (format binary)`));
    this.#failed = new Promise<never>((_, reject) => this.#stream.once("error", reject));
    this.#failed.catch(() => {});
    this.#stream.write(HEADER);
  }

  /** Rows as the binary form has them; returns when more may come. */
  async write(rows: Buffer): Promise<void> {
    if (rows.length === 0) return;
    if (!whileConnected(() => this.#stream.write(rows))) await Promise.race([once(this.#stream, "drain"), this.#failed]);
  }

  async end(): Promise<void> {
    const finished = once(this.#stream, "finish");
    finished.catch(() => {});
    whileConnected(() => this.#stream.end(TRAILER));
    await Promise.race([finished, this.#failed]);
  }

  /** Gives up; the transaction can only be rolled back after this. */
  async abort(): Promise<void> {
    if (this.#stream.destroyed) return;
    const closed = once(this.#stream, "close").catch(() => {});
    this.#stream.destroy();
    await closed;
  }
}
