// Events that an employer reports during a grant (PROC-40). Stream `file`.
import type { EmployerRef, EmploymentFraction, PlainDate, SealedRef } from "../../kernel/index.ts";
import type { Contract } from "../application/events.ts";
import type { EventOf } from "../event.ts";

export type ChangeFacts =
  | { readonly kind: "HOURS"; readonly employmentFraction: EmploymentFraction }
  | { readonly kind: "CONTRACT"; readonly contract: Contract }
  | { readonly kind: "CONTRACT_END"; readonly lastDay: PlainDate }
  | { readonly kind: "TAKE_OVER"; readonly acquirerRef: EmployerRef | null; readonly lastDay: PlainDate }
  | { readonly kind: "ACCOUNT"; readonly account: SealedRef }
  | { readonly kind: "ACTIVITY_STOPPED"; readonly lastDay: PlainDate }
  | { readonly kind: "OTHER"; readonly description: SealedRef };

/** Dutch: melding van wijziging. Effects on the grant come as their own events. */
export type ChangeReported = EventOf<"ChangeReported", { readonly reportedOn: PlainDate; readonly change: ChangeFacts }>;

export type ChangeEvent = ChangeReported;
