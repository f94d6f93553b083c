// Events of the work on a file inside the department: who handles it, notes, second looks. Stream `handling`, apart from the file's own.
import type { Cents, EvaluationRef, FileRef, GrantRef, SealedRef } from "../../kernel/index.ts";
import type { EventOf } from "../event.ts";
import type { FollowsOn, ManualTerms } from "../grant/commands.ts";

/** A decision that waits for a second person, as it will be given. Nothing in it is worked out again but the law. */
export type ProposedDecision =
  | {
      readonly kind: "GRANT";
      readonly grantRef: GrantRef;
      readonly followsOn: FollowsOn | null;
      readonly takesOver: FileRef | null;
      readonly confirmed: readonly string[];
      readonly manual: ManualTerms | null;
      readonly motivation: SealedRef | null;
      /** Readings of open points that differ from the defaults. */
      readonly switches: Readonly<Record<string, string>>;
    }
  | {
      readonly kind: "EVALUATION";
      readonly evaluationRef: EvaluationRef;
      readonly quarters: number | null;
      readonly motivation: SealedRef | null;
    };

interface ByHandler {
  readonly fileRef: FileRef;
  /** Pseudonymous reference of who acted. */
  readonly by: string;
}

/** Dutch: toewijzing. `handler` null: nobody in particular. */
export type FileAssigned = EventOf<"FileAssigned", ByHandler & { readonly handler: string | null }>;

/** Dutch: notitie. Its text is sealed with the person. */
export type FileNoted = EventOf<"FileNoted", ByHandler & { readonly note: SealedRef }>;

/** Dutch: voorstel van beslissing. `cents` is the amount that made a second look needed. */
export type DecisionProposed = EventOf<
  "DecisionProposed",
  ByHandler & {
    readonly proposalRef: string;
    /** Number of events of the file that the proposal rests on. */
    readonly fileVersion: number;
    readonly cents: Cents;
    readonly decision: ProposedDecision;
  }
>;

/** LAPSED: the file changed before a second person looked. */
export const PROPOSAL_OUTCOMES = ["CONFIRMED", "SENT_BACK", "LAPSED"] as const;
export type ProposalOutcome = (typeof PROPOSAL_OUTCOMES)[number];

export type ProposalClosed = EventOf<
  "ProposalClosed",
  ByHandler & { readonly proposalRef: string; readonly outcome: ProposalOutcome; readonly reason: SealedRef | null }
>;

/** A person looked at every change that was reported up to this event of the file. */
export type ChangesSeen = EventOf<"ChangesSeen", ByHandler & { readonly upTo: number }>;

export type HandlingEvent = FileAssigned | FileNoted | DecisionProposed | ProposalClosed | ChangesSeen;
