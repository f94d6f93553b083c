// The steps of a recovery (terugvordering): proposed from a difference of two calculations, decided by a person, settled bit by bit.
import type { Actor } from "../../dossier/index.ts";
import type { Instant, PlainDate } from "../../kernel/index.ts";

/** Who was paid too much: an employer, or a self-employed person. */
export interface Beneficiary {
  readonly kind: "EMPLOYER" | "PERSON";
  readonly ref: string;
}

/** One part of a recovery in instalments. */
export interface Instalment {
  readonly dueOn: PlainDate;
  readonly cents: number;
}

/** How it is recovered. SET_OFF: held back from later payments. The law leaves the terms open (OPEN-23): a person chooses, with a reason. */
export type RecoveryManner =
  | { readonly manner: "SET_OFF" }
  | { readonly manner: "INSTALMENTS"; readonly plan: readonly Instalment[] }
  | { readonly manner: "PAYMENT"; readonly dueOn: PlainDate }
  | { readonly manner: "WAIVER" };

export type RecoveryStep =
  | {
      readonly step: "PROPOSED";
      readonly runRef: string;
      readonly beneficiary: Beneficiary;
      /** Above zero. */
      readonly cents: number;
    }
  | { readonly step: "DECIDED"; readonly how: RecoveryManner; readonly reason: string }
  /** Money that came back or was held back; `ref` says from where: a bank movement or the run that it was held back in. */
  | { readonly step: "SETTLED"; readonly cents: number; readonly by: "SET_OFF" | "PAYMENT"; readonly ref: string }
  /** What is still open is given up. */
  | { readonly step: "WAIVED"; readonly cents: number; readonly reason: string };

export interface StoredRecoveryStep {
  readonly recoveryRef: string;
  readonly seq: number;
  readonly at: Instant;
  readonly actor: Actor;
  readonly step: RecoveryStep;
}
