// Which letters follow from what was recorded: one per event, and none from an event that another letter tells of already.
import type { DossierEventType, NewJob } from "../../dossier/index.ts";
import type { LetterKind, Slots } from "../../letters/index.ts";

export const LETTER_QUEUE = "letter";

/** Events that a letter follows from. */
const FOLLOWED: ReadonlySet<string> = new Set<DossierEventType>([
  "ApplicationFiled",
  "ApplicationCompletionRequested",
  "ApplicationInadmissible",
  "ApplicationRefused",
  "GrantDecided",
  "GrantAdjusted",
  "GrantExtended",
  "GrantStopped",
  "EvaluationRecorded",
  "ReviewDecided",
  "TicketIssued",
  "TicketRefused",
  "EndWarningGiven",
  "VopEvaluationDecided",
  "OldRightRanOn",
  "OldRightEnded",
]);

/** The jobs that an event calls for; put in the queue in the transaction that records it. */
export function letterJobs(
  event: { readonly type: string },
  at: { readonly streamRef: string; readonly version: number },
): readonly NewJob[] {
  if (!FOLLOWED.has(event.type)) return [];
  const { streamRef, version } = at;
  return [{ queue: LETTER_QUEUE, key: `${streamRef}:${version}`, payload: { streamRef, version } }];
}

/** A letter before names: what it says, who gets it, what it is about. */
export interface LetterPlan {
  readonly kind: LetterKind;
  /** Subject of the recipient in the vault. */
  readonly recipient: string;
  /** Everybody whose data it holds, the recipient included. */
  readonly subjects: readonly string[];
  readonly fileRef: string | null;
  readonly personRef: string | null;
  readonly employerRef: string | null;
  readonly aboutRef: string | null;
  readonly slots: Slots;
}
