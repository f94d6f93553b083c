// `maatwerk calculate`: JSON Lines in, one result line for each, in order. A bad line gets its own error and the rest still run.
import { isUtf8 } from "node:buffer";
import { once } from "node:events";
import type { Readable, Writable } from "node:stream";
import { localized, type Problem } from "../../kernel/index.ts";
import { type CalculationOutput, calculateLine, invalidInput, type Law } from "../../law/index.ts";

export interface CalculateOptions {
  /** Adds every step to each result. */
  readonly steps?: boolean;
}

export interface CalculateSummary {
  /** Lines that got a result; blank lines get none. */
  readonly lines: number;
  /** Lines that were `invalid`. The command ends with exit code 1 when there are any. */
  readonly bad: number;
}

/** Longest line that is read, in bytes, without its line end. */
export const longestLine = 65_536;

/** Text is handed on in pieces of about this size: one write per line would cost more than the calculation. */
const outputPiece = 65_536;

const lineFeed = 10;

/**
 * Reads lines from `input` until its end and writes a result line for each to `output`, waiting whenever `output` is full, so that memory
 * does not grow with the number of lines. Blank lines are passed over; a last line without line end counts as a line. Rejects only when a
 * stream fails.
 */
export async function runCalculate(
  input: Readable | AsyncIterable<Uint8Array>,
  output: Writable,
  law: Law,
  options: CalculateOptions = {},
): Promise<CalculateSummary> {
  let lines = 0;
  let bad = 0;
  let pending = "";
  const answer = (result: CalculationOutput): void => {
    lines += 1;
    if (result.outcome === "invalid") bad += 1;
    pending += `${JSON.stringify(result)}\n`;
  };
  const flush = async (): Promise<void> => {
    if (pending === "") return;
    const piece = pending;
    pending = "";
    if (!output.write(piece)) await roomAgain(output);
  };

  for await (const piece of linesOf(input)) {
    for (const line of piece) {
      if (line === "tooLong") answer(invalidInput([tooLong]));
      else if (!isUtf8(line)) answer(invalidInput([notUtf8]));
      else {
        const text = withoutMark(line.toString("utf8"), lines);
        if (text.trim() !== "") answer(calculateLine(law, text, options));
      }
      if (pending.length > outputPiece) await flush();
    }
  }
  await flush();
  return { lines, bad };
}

/** Some editors put a byte order mark before the first line. */
function withoutMark(text: string, linesBefore: number): string {
  return linesBefore === 0 && text.startsWith("\ufeff") ? text.slice(1) : text;
}

/** Until a full stream takes more. Rejects when it fails or closes first: nobody reads any longer. */
async function roomAgain(output: Writable): Promise<void> {
  const stop = new AbortController();
  const closed = once(output, "close", { signal: stop.signal }).then(() => {
    throw new Error("The output was closed before all results were written");
  });
  try {
    await Promise.race([once(output, "drain", { signal: stop.signal }), closed]);
  } finally {
    stop.abort();
    closed.catch(() => undefined);
  }
}

/** The lines of a stream of bytes, those that end in one piece together. Of a line that is too long only that fact is kept. */
async function* linesOf(input: Readable | AsyncIterable<Uint8Array>): AsyncGenerator<readonly (Buffer | "tooLong")[]> {
  let rest: Buffer[] = [];
  let restLength = 0;
  for await (const piece of input) {
    const lines: (Buffer | "tooLong")[] = [];
    const chunk = typeof piece === "string" ? Buffer.from(piece) : Buffer.from(piece.buffer, piece.byteOffset, piece.byteLength);
    let start = 0;
    for (let end = chunk.indexOf(lineFeed); end >= 0; end = chunk.indexOf(lineFeed, start)) {
      const length = restLength + end - start;
      if (length > longestLine) lines.push("tooLong");
      else if (restLength === 0) lines.push(chunk.subarray(start, end));
      else lines.push(Buffer.concat([...rest, chunk.subarray(start, end)]));
      rest = [];
      restLength = 0;
      start = end + 1;
    }
    if (start < chunk.length) {
      restLength += chunk.length - start;
      // Past the limit only the length matters, so that a stream without line ends cannot fill the memory.
      if (restLength <= longestLine) rest.push(Buffer.from(chunk.subarray(start)));
      else rest = [];
    }
    if (lines.length > 0) yield lines;
  }
  if (restLength > longestLine) yield ["tooLong"];
  else if (restLength > 0) yield [Buffer.concat(rest)];
}

const tooLong: Problem = {
  id: "calculation.lineLength",
  expected: `<= ${longestLine} bytes`,
  message: localized(
    "Deze regel is langer dan 64 kB. Schrijf één berekening per regel.",
    "This line is longer than 64 kB. Write one calculation per line.",
    "Cette ligne dépasse 64 ko. Écrivez un calcul par ligne.",
  ),
};

const notUtf8: Problem = {
  id: "calculation.utf8",
  expected: "UTF-8",
  message: localized(
    "Deze regel is geen geldige UTF-8. Bewaar het bestand als UTF-8.",
    "This line is not valid UTF-8. Save the file as UTF-8.",
    "Cette ligne n’est pas de l’UTF-8 valide. Enregistrez le fichier en UTF-8.",
  ),
};
