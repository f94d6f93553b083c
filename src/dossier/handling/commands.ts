// Commands of the work on a file inside the department.
import type { Cents, FileRef, PlainDate, SealedRef } from "../../kernel/index.ts";
import type { ProposedDecision } from "./events.ts";

interface ByHandler {
  readonly fileRef: FileRef;
  readonly on: PlainDate;
  /** Pseudonymous reference of who acts. */
  readonly by: string;
}

export type HandlingCommand =
  | (ByHandler & { readonly type: "AssignFile"; readonly handler: string | null })
  | (ByHandler & { readonly type: "NoteFile"; readonly note: SealedRef })
  | (ByHandler & {
      readonly type: "ProposeDecision";
      readonly proposalRef: string;
      readonly fileVersion: number;
      readonly cents: Cents;
      readonly decision: ProposedDecision;
    })
  /** `fileVersion`: of the file now; a proposal on another version is not confirmed. */
  | (ByHandler & { readonly type: "ConfirmProposal"; readonly proposalRef: string; readonly fileVersion: number })
  | (ByHandler & { readonly type: "SendBackProposal"; readonly proposalRef: string; readonly reason: SealedRef })
  | (ByHandler & { readonly type: "SeeChanges"; readonly upTo: number });
