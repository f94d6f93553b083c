// A form with a file too large to hold: read part by part as it comes, the file kept aside until it was used.
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { Busboy, type BusboyFileStream } from "@fastify/busboy";
import type { Arrival, Arrivals } from "../counter/index.ts";
import { Refusal } from "../kernel/index.ts";

/** A form as it was sent, and its file; null when none was chosen. */
export interface SentUpload {
  readonly fields: Readonly<Record<string, string>>;
  readonly file: { readonly name: string; readonly kept: Arrival } | null;
}

const LIMITS = { fields: 20, fieldSize: 10_000, files: 1, parts: 21 };

/**
 * Reads a form with at most one file. Whoever calls releases the file. Throws a `Refusal` when the file cannot be kept; the rest of what comes is
 * then read past, so that the visitor sees the page that says so. What is no such form has no fields and no file.
 */
export async function readUpload(request: Request, arrivals: Arrivals, most: number): Promise<SentUpload> {
  const type = request.headers.get("content-type") ?? "";
  const none: SentUpload = { fields: {}, file: null };
  if (request.body === null || !/^multipart\/form-data\b.*boundary=/i.test(type)) return none;
  const parser = new Busboy({ headers: { "content-type": type }, limits: LIMITS });
  parser.on("error", () => {});
  const fields: Record<string, string> = {};
  let coming: Promise<SentUpload["file"] | Refusal> = Promise.resolve(null);
  let open: BusboyFileStream | null = null;
  parser.on("field", (name, value) => {
    fields[name] = value.replaceAll("\0", "");
  });
  parser.on("file", (_, stream, name) => {
    open = stream;
    // Told by what reads it; an error that nobody hears would end the program.
    stream.on("error", () => {});
    coming = keep(stream, name, arrivals, most);
    // Waited for once the whole form came; until then, that it failed must not end the program.
    coming.catch(() => {});
  });
  try {
    await pipeline(Readable.fromWeb(request.body as never), parser);
  } catch (error) {
    // The connection broke, or the form has no end: what came of the file is cut off with it.
    (open as BusboyFileStream | null)?.destroy(error as Error);
    const cut = await coming;
    if (cut instanceof Refusal) throw cut;
    await cut?.kept.release();
    return none;
  }
  const file = await coming;
  if (file instanceof Refusal) throw file;
  return { fields, file };
}

async function keep(
  stream: BusboyFileStream,
  name: string | undefined,
  arrivals: Arrivals,
  most: number,
): Promise<SentUpload["file"] | Refusal> {
  try {
    const kept = await arrivals.receive(stream, most);
    // A browser sends an empty file when none was chosen.
    if (kept.bytes > 0 || (name ?? "") !== "") return { name: name ?? "", kept };
    await kept.release();
    return null;
  } catch (error) {
    stream.resume();
    if (error instanceof Refusal) return error;
    throw error;
  }
}
