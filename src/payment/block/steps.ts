// The steps of a payment block (blokkering): set by one person, confirmed by another where money goes elsewhere, lifted, used by runs.
import type { Actor } from "../../dossier/index.ts";
import type { Instant, PlainDate } from "../../kernel/index.ts";
import type { Beneficiary } from "../recovery/index.ts";

/** Dutch: beslag, overdracht van schuldvordering, faillissement, overlijden. */
export const BLOCK_KINDS = ["SEIZURE", "ASSIGNMENT", "BANKRUPTCY", "DEATH"] as const;
export type BlockKind = (typeof BLOCK_KINDS)[number];

export interface BlockTerms {
  readonly kind: BlockKind;
  readonly beneficiary: Beneficiary;
  /** First day on which a payment is touched. */
  readonly from: PlainDate;
  /** At most so much in all; null: everything that is due. */
  readonly mostCents: number | null;
  /** Name and account of who gets the money, sealed under the beneficiary's key; null: the money waits here. */
  readonly payeeRef: string | null;
}

export type BlockStep =
  | ({ readonly step: "SET"; readonly reasonRef: string } & BlockTerms)
  /** By another person than who set it. */
  | { readonly step: "CONFIRMED" }
  | { readonly step: "REFUSED"; readonly reasonRef: string }
  /** Asked by one person, where money goes elsewhere; another lifts. */
  | { readonly step: "LIFT_ASKED"; readonly lastDay: PlainDate; readonly reasonRef: string }
  | { readonly step: "LIFTED"; readonly lastDay: PlainDate }
  /** What a run held back, sent to the payee, or gave free after the block was lifted. */
  | { readonly step: "USED"; readonly how: "HELD" | "REDIRECTED" | "RELEASED"; readonly cents: number; readonly runRef: string };

export interface StoredBlockStep {
  readonly blockRef: string;
  readonly seq: number;
  readonly at: Instant;
  readonly actor: Actor;
  readonly step: BlockStep;
}
