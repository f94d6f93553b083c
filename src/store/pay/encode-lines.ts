// Ledger lines in the binary form of COPY. Fields that repeat in a run are encoded once.
import { epochMillisecondsOf, type Instant } from "../../kernel/index.ts";
import type { LedgerLine } from "./ledger.ts";

/** Room for one line: fixed fields, three references, two hashes, and texts that are short. */
const LINE_ROOM = 400;
const FIELDS = 13;
/** Microseconds from 1970 to the year from which PostgreSQL counts. */
const EPOCH_2000 = 946_684_800_000_000n;

const texts = new Map<string, Buffer>();

/** The same text comes back in most lines: its length and bytes as one piece. */
function fixedText(text: string): Buffer {
  const held = texts.get(text);
  if (held !== undefined) return held;
  const made = field(Buffer.from(text, "utf8"));
  if (texts.size < 64) texts.set(text, made);
  return made;
}

function field(bytes: Buffer): Buffer {
  const made = Buffer.allocUnsafe(bytes.length + 4);
  made.writeInt32BE(bytes.length, 0);
  bytes.copy(made, 4);
  return made;
}

interface Repeated {
  readonly runRef: string;
  readonly graphHash: string;
  readonly parametersHash: string;
  readonly bookedAt: Instant;
  readonly run: Buffer;
  readonly rest: Buffer;
}

function repeatedOf({ runRef, graphHash, parametersHash, bookedAt }: LedgerLine): Repeated {
  const at = Buffer.alloc(8);
  at.writeBigInt64BE(BigInt(epochMillisecondsOf(bookedAt)) * 1_000n - EPOCH_2000);
  const rest = Buffer.concat([field(Buffer.from(graphHash, "hex")), field(Buffer.from(parametersHash, "hex")), field(at)]);
  return { runRef, graphHash, parametersHash, bookedAt, run: field(Buffer.from(runRef.replaceAll("-", ""), "hex")), rest };
}

/** In the order of the columns that `bookLines` names. */
export function encodeLines(lines: readonly LedgerLine[]): Buffer {
  const out = Buffer.allocUnsafe(lines.length * LINE_ROOM);
  let at = 0;
  let repeated: Repeated | null = null;
  for (const line of lines) {
    if (
      repeated === null ||
      repeated.runRef !== line.runRef ||
      repeated.bookedAt !== line.bookedAt ||
      repeated.graphHash !== line.graphHash ||
      repeated.parametersHash !== line.parametersHash
    )
      repeated = repeatedOf(line);
    at = out.writeInt16BE(FIELDS, at);
    at = writeRef(out, line.grantRef, at);
    at = writeInteger(out, line.quarter, at);
    at = writeBytes(out, fixedText(line.component), at);
    at = writeInteger(out, line.seq, at);
    at = line.employerRef === null ? writeNull(out, at) : writeRef(out, line.employerRef, at);
    at = out.writeInt32BE(8, at);
    at = writeCents(out, line.cents, at);
    at = writeBytes(out, fixedText(line.origin), at);
    at = writeBytes(out, repeated.run, at);
    at = line.attestNo === null ? writeNull(out, at) : writeText(out, line.attestNo, at);
    at = line.attestVersion === null ? writeNull(out, at) : writeInteger(out, line.attestVersion, at);
    at = writeBytes(out, repeated.rest, at);
  }
  return out.subarray(0, at);
}

function writeNull(out: Buffer, at: number): number {
  return out.writeInt32BE(-1, at);
}

function writeInteger(out: Buffer, value: number, at: number): number {
  return out.writeInt32BE(value, out.writeInt32BE(4, at));
}

function writeBytes(out: Buffer, bytes: Buffer, at: number): number {
  out.set(bytes, at);
  return at + bytes.length;
}

/** Attest numbers hold plain letters and digits; another text is written by its bytes. */
function writeText(out: Buffer, text: string, at: number): number {
  const length = out.write(text, at + 4, LINE_ROOM / 4, "utf8");
  if (length !== Buffer.byteLength(text)) throw new RangeError(`The attest number ${text} is too long`);
  out.writeInt32BE(length, at);
  return at + 4 + length;
}

/** Two halves: a safe integer does not fit in one. */
function writeCents(out: Buffer, cents: number, at: number): number {
  const low = cents % 4_294_967_296;
  const positive = low < 0 ? low + 4_294_967_296 : low;
  out.writeInt32BE((cents - positive) / 4_294_967_296, at);
  return out.writeUInt32BE(positive, at + 4);
}

/** 16 bytes from "8-4-4-4-12" digits. */
function writeRef(out: Buffer, ref: string, at: number): number {
  out[at] = 0;
  out[at + 1] = 0;
  out[at + 2] = 0;
  out[at + 3] = 16;
  let to = at + 4;
  for (let i = 0; i < 36; i += 2) {
    if (i === 8 || i === 13 || i === 18 || i === 23) i += 1;
    out[to++] = (digit(ref.charCodeAt(i)) << 4) | digit(ref.charCodeAt(i + 1));
  }
  return to;
}

function digit(code: number): number {
  // 0-9, then a-f and A-F alike.
  return code < 58 ? code - 48 : (code | 32) - 87;
}
