// A decision that gives, changes or ends a grant engages the budget: asked for in the transaction that records it.
import type { DossierEventType, NewJob } from "../../dossier/index.ts";

export const COMMITMENT_QUEUE = "commitment";

const ENGAGING: ReadonlySet<string> = new Set<DossierEventType>([
  "GrantDecided",
  "GrantAdjusted",
  "GrantExtended",
  "GrantStopped",
]);

export function commitmentJobs(
  event: { readonly type: string },
  { streamRef }: { readonly streamRef: string },
): readonly NewJob[] {
  return ENGAGING.has(event.type) ? [{ queue: COMMITMENT_QUEUE, key: streamRef, payload: { fileRef: streamRef } }] : [];
}
