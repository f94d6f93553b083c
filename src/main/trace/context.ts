// W3C Trace Context: which trace a request belongs to, as it comes in and goes on.
import { randomBytes } from "node:crypto";

/** One place in a trace. */
export interface TraceContext {
  /** 32 hexadecimal digits, of the whole trace. */
  readonly traceId: string;
  /** 16 hexadecimal digits, of the part that goes on from here. */
  readonly spanId: string;
  /** Whether whoever began the trace wants it kept. */
  readonly sampled: boolean;
}

const FORM = /^([0-9a-f]{2})-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})(-.*)?$/;

/** Null: none, or one that the standard says to take no notice of. */
export function parseTraceparent(text: string | null | undefined): TraceContext | null {
  const found = FORM.exec(text ?? "");
  if (found === null) return null;
  const [, version, traceId = "", spanId = "", flags = "", more] = found;
  // Version 00 ends there; a later one may go on.
  if (version === "ff" || (version === "00" && more !== undefined)) return null;
  if (/^0+$/.test(traceId) || /^0+$/.test(spanId)) return null;
  return { traceId, spanId, sampled: (Number.parseInt(flags, 16) & 1) === 1 };
}

export const formatTraceparent = ({ traceId, spanId, sampled }: TraceContext): string =>
  `00-${traceId}-${spanId}-${sampled ? "01" : "00"}`;

export const newTraceId = (): string => randomBytes(16).toString("hex");
export const newSpanId = (): string => randomBytes(8).toString("hex");
