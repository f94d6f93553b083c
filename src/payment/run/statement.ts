// A statement (afrekening): what a run comes to for one beneficiary, frozen when its lines are booked.
import { createHash } from "node:crypto";
import { hashOf, type Instant } from "../../kernel/index.ts";
import type { LedgerLine } from "../ports.ts";
import type { Beneficiary } from "../recovery/steps.ts";

export interface StatementHead {
  readonly statementRef: string;
  readonly runRef: string;
  /** The quarter that the run is for, as year x 4 + n - 1. */
  readonly quarter: number;
  readonly beneficiary: Beneficiary;
  /** Below zero: a recovery is proposed. */
  readonly cents: number;
  readonly lines: number;
  /** SHA-256 of its lines, 64 hexadecimal digits. */
  readonly linesHash: string;
  readonly frozenAt: Instant;
}

export interface StatementLine extends LedgerLine {
  readonly personRef: string;
}

export interface Statement extends StatementHead {
  /** In order of quarter, grant, component and sequence. */
  readonly of: readonly StatementLine[];
}

/** One statement per run and beneficiary, whoever makes it and how often. */
export function statementRefOf(runRef: string, beneficiary: Beneficiary): string {
  return derivedRef({ of: "statement", runRef, kind: beneficiary.kind, ref: beneficiary.ref });
}

/** A reference that follows from what it is of: the same work done again makes the same one. */
export function derivedRef(of: Readonly<Record<string, unknown>>): string {
  const hex = hashOf(of);
  const variant = ((Number.parseInt(hex[16]!, 16) & 0x3) | 0x8).toString(16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

type Hashed = Pick<LedgerLine, "grantRef" | "quarter" | "component" | "seq" | "cents">;

/** The same for the same lines in any order. */
export function linesHashOf(lines: readonly Hashed[]): string {
  const texts = lines.map((one) => `${one.quarter} ${one.grantRef} ${one.component} ${one.seq} ${one.cents}`);
  return createHash("sha256").update(texts.sort().join("\n")).digest("hex");
}
