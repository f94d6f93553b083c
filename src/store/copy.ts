// COPY in text form: rows are encoded as text, gathered per table, and sent in large pieces.
import { once } from "node:events";
import { from as copyFrom } from "pg-copy-streams";
import { Outage } from "../kernel/index.ts";
import type { Client } from "./connection.ts";

const special = /[\\\n\r\t]/;
const escapes: Readonly<Record<string, string>> = { "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t" };

/** One line of COPY text; null is SQL null. */
export function copyLine(values: readonly (string | null)[]): string {
  let line = "";
  for (let i = 0; i < values.length; i += 1) {
    if (i > 0) line += "\t";
    const value = values[i]!;
    line += value === null ? "\\N" : special.test(value) ? value.replace(/[\\\n\r\t]/g, (c) => escapes[c]!) : value;
  }
  return `${line}\n`;
}

/** A value as PostgreSQL reads it: lists as arrays, other objects as JSON. */
export function asText(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  if (typeof value === "string") return value;
  if (typeof value === "object") return Array.isArray(value) ? arrayText(value as unknown[]) : JSON.stringify(value);
  return String(value);
}

/** An array literal of texts. */
export function arrayText(items: readonly unknown[]): string {
  return `{${items.map((item) => `"${String(item).replace(/["\\]/g, "\\$&")}"`).join(",")}}`;
}

/** A range literal that includes its start and not its end; null is without bound. */
export function rangeText(from: string | null, to: string | null): string {
  return `[${from ?? ""},${to ?? ""})`;
}

/** Sends lines made by `copyLine`. `target` is the table with its column list. */
export async function copyInto(client: Client, target: string, lines: readonly (string | Buffer)[]): Promise<void> {
  const stream = client.query(copyFrom(`copy ${target} from stdin`));
  const failed = new Promise<never>((_, reject) => stream.once("error", reject));
  failed.catch(() => {});
  const finished = once(stream, "finish");
  finished.catch(() => {});
  for (const line of lines) {
    if (!whileConnected(() => stream.write(line))) await Promise.race([once(stream, "drain"), failed]);
  }
  whileConnected(() => stream.end());
  await Promise.race([finished, failed]);
}

/** The stream of a connection that broke fails in a way of its own; to us it is a database that is away. */
export function whileConnected<T>(write: () => T): T {
  try {
    return write();
  } catch (error) {
    throw new Outage("The connection was lost while rows were sent", { cause: error });
  }
}

// Text waits as bytes outside the garbage collector's heap; lines kept as strings until sent would make it the costliest part.
const chunkLength = 32_768;

/** Text of one table that waits to be sent. */
class Waiting {
  readonly #chunks: Buffer[] = [];
  #text = "";

  add(line: string): number {
    this.#text += line;
    if (this.#text.length < chunkLength) return 0;
    return this.#close();
  }

  take(): Buffer[] {
    this.#close();
    return this.#chunks;
  }

  #close(): number {
    const chunk = Buffer.from(this.#text, "utf8");
    this.#chunks.push(chunk);
    this.#text = "";
    return chunk.length;
  }
}

/**
 * Gathers lines for several tables and sends them by turns on one connection, while the caller makes the next ones. A piece is sent
 * when about `pieceSize` bytes wait.
 */
export class BulkWriter {
  #waiting = new Map<string, Waiting>();
  #bytes = 0;
  #sending: Promise<void> = Promise.resolve();
  readonly #client: Client;
  readonly #pieceSize: number;

  constructor(client: Client, pieceSize = 4_000_000) {
    this.#client = client;
    this.#pieceSize = pieceSize;
  }

  add(target: string, values: readonly (string | null)[]): void {
    let waiting = this.#waiting.get(target);
    if (waiting === undefined) {
      waiting = new Waiting();
      this.#waiting.set(target, waiting);
    }
    this.#bytes += waiting.add(copyLine(values));
  }

  /** Call between rows that belong together; waits only while the piece before is still on its way. */
  async breathe(): Promise<void> {
    if (this.#bytes >= this.#pieceSize) await this.#send();
  }

  /** Sends what is left and returns when all is with the server. */
  async flush(): Promise<void> {
    await this.#send();
    await this.#sending;
  }

  async #send(): Promise<void> {
    await this.#sending;
    const piece = this.#waiting;
    this.#waiting = new Map();
    this.#bytes = 0;
    this.#sending = (async () => {
      for (const [target, waiting] of piece) await copyInto(this.#client, target, waiting.take());
    })();
    // The error is taken up by the next await of #sending.
    this.#sending.catch(() => {});
  }
}
