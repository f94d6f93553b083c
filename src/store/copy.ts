// COPY in text form: rows are encoded as text, gathered per table, and sent in large pieces.
import { once } from "node:events";
import { from as copyFrom } from "pg-copy-streams";
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
export async function copyInto(client: Client, target: string, lines: readonly string[]): Promise<void> {
  const stream = client.query(copyFrom(`copy ${target} from stdin`));
  const failed = new Promise<never>((_, reject) => stream.once("error", reject));
  failed.catch(() => {});
  const finished = once(stream, "finish");
  finished.catch(() => {});
  for (let at = 0; at < lines.length; at += 2000) {
    if (!stream.write(lines.slice(at, at + 2000).join(""))) await Promise.race([once(stream, "drain"), failed]);
  }
  stream.end();
  await Promise.race([finished, failed]);
}

/**
 * Gathers lines for several tables and sends them by turns on one connection, while the caller makes the next ones. A piece is sent
 * when `pieceSize` lines wait.
 */
export class BulkWriter {
  #waiting = new Map<string, string[]>();
  #count = 0;
  #sending: Promise<void> = Promise.resolve();
  readonly #client: Client;
  readonly #pieceSize: number;

  constructor(client: Client, pieceSize = 20_000) {
    this.#client = client;
    this.#pieceSize = pieceSize;
  }

  add(target: string, values: readonly (string | null)[]): void {
    const lines = this.#waiting.get(target);
    if (lines === undefined) this.#waiting.set(target, [copyLine(values)]);
    else lines.push(copyLine(values));
    this.#count += 1;
  }

  /** Call between rows that belong together; waits only while the piece before is still on its way. */
  async breathe(): Promise<void> {
    if (this.#count >= this.#pieceSize) await this.#send();
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
    this.#count = 0;
    this.#sending = (async () => {
      for (const [target, lines] of piece) await copyInto(this.#client, target, lines);
    })();
    // The error is taken up by the next await of #sending.
    this.#sending.catch(() => {});
  }
}
