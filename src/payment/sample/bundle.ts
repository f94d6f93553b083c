// Everything behind one payment, from the finding's reference to the bank's, with what people decided in place of a rule.
import type { Instant, PlainDate } from "../../kernel/index.ts";
import type { Law } from "../../law/index.ts";
import type { Replay } from "../ledger/explain-line.ts";
import type { LedgerLine } from "../ports.ts";

/** An event of the file, by what it is and who did it; its payload stays where it is. */
export interface FileStep {
  readonly type: string;
  readonly on: PlainDate;
  readonly recordedAt: Instant;
  readonly role: string;
  readonly actorRef: string;
}

/** A step of the run that booked the line. */
export interface RunApproval {
  readonly step: string;
  readonly at: Instant;
  readonly role: string;
  readonly actorRef: string;
}

/** Where a line came from. Nothing of a finding but its reference and its day: findings stay with VDAB. */
export interface Origin {
  readonly fileRef: string | null;
  readonly filedOn: PlainDate | null;
  readonly channel: string | null;
  readonly decidedOn: PlainDate | null;
  readonly lawVersion: string | null;
  readonly switches: Readonly<Record<string, string>>;
  readonly openPoints: readonly string[];
  readonly ticket: { readonly ticketRef: string; readonly grantedOn: PlainDate; readonly indicationRef: string | null } | null;
  /** A person wrote a reason where the rules propose something else, for the grant or its ticket. */
  readonly motivated: readonly ("GRANT" | "TICKET")[];
  readonly steps: readonly FileStep[];
  readonly attest: { readonly attestNo: string; readonly version: number; readonly receivedAt: Instant } | null;
  readonly run: readonly RunApproval[];
  readonly letters: readonly {
    readonly documentRef: string;
    readonly kind: string;
    readonly issuedAt: Instant;
    readonly hash: string;
  }[];
  readonly bank: readonly {
    readonly endToEndId: string;
    readonly batchRef: string;
    readonly status: string;
    readonly on: PlainDate | null;
  }[];
  readonly blocks: number;
  readonly waivers: number;
}

export interface BundleSource {
  of(line: LedgerLine): Promise<Origin>;
}

/**
 * PERCENTAGE, TEMPORARY: a person entered the percentage. MOTIVATED: a reason stands where the rules propose something else.
 * READING: an open point was read otherwise than by default. BLOCK: a block took part of the payment. WAIVER: a recovery of it was given up.
 * MIGRATED: the line was taken over. UNEXPLAINED: the replay gives other cents, or its law is gone. SAME_PERSON: one person on both sides.
 */
export type OverrideKind =
  | "PERCENTAGE"
  | "TEMPORARY"
  | "MOTIVATED"
  | "READING"
  | "BLOCK"
  | "WAIVER"
  | "MIGRATED"
  | "UNEXPLAINED"
  | "SAME_PERSON";

export interface Override {
  readonly kind: OverrideKind;
  /** What it is about: a percentage, an OPEN id with its reading, a count. */
  readonly detail: string;
}

export interface Bundle {
  readonly line: LedgerLine;
  readonly replay: Replay;
  readonly origin: Origin;
  readonly overrides: readonly Override[];
  /** Other lines of the same grant and quarter. */
  readonly others: readonly LedgerLine[];
}

export function overridesOf(law: Law, line: LedgerLine, replay: Replay, origin: Origin): readonly Override[] {
  const found: Override[] = [];
  const position = replay.outcome === "replayed" ? (replay.entitlement?.position ?? null) : null;
  if (position?.package === "AFTER_EVALUATION") found.push({ kind: "PERCENTAGE", detail: `${position.percentage ?? ""} %` });
  if (position?.package === "TEMP_VULNERABLE") found.push({ kind: "TEMPORARY", detail: `${position.percentage ?? ""} %` });
  for (const what of origin.motivated) found.push({ kind: "MOTIVATED", detail: what });
  for (const [id, option] of Object.entries(position?.switches ?? origin.switches)) {
    const point = law.switches.get(id);
    if (point !== undefined && point.default !== option) found.push({ kind: "READING", detail: `${id}=${option}` });
  }
  if (origin.blocks > 0) found.push({ kind: "BLOCK", detail: String(origin.blocks) });
  if (origin.waivers > 0) found.push({ kind: "WAIVER", detail: String(origin.waivers) });
  if (line.origin === "migration") found.push({ kind: "MIGRATED", detail: "" });
  if (replay.outcome !== "replayed") found.push({ kind: "UNEXPLAINED", detail: replay.missing });
  else if (!replay.agrees) found.push({ kind: "UNEXPLAINED", detail: String(replay.cents) });
  const started = origin.run.find((one) => one.step === "STARTED");
  const approved = origin.run.find((one) => one.step === "APPROVED");
  if (started !== undefined && approved !== undefined && started.actorRef === approved.actorRef)
    found.push({ kind: "SAME_PERSON", detail: "" });
  return found;
}
