// The stream that holds the work on a file: its own, so that a note of the department never makes an applicant's form stale.
import { type FileRef, refOf } from "../../kernel/index.ts";
import type { EventStore } from "../ports.ts";
import type { HandlingEvent } from "./events.ts";
import { evolveHandling, type Handling, NO_HANDLING } from "./state.ts";

export type { DecisionProposal, Handling } from "./state.ts";

/** Always the same for a file. A UUID (version 8). */
export function handlingRefOf(fileRef: FileRef): string {
  return refOf({ of: "handling", fileRef });
}

type Stored = HandlingEvent & { readonly envelope: Awaited<ReturnType<EventStore["read"]>>[number]["envelope"] };

export interface LoadedHandling {
  readonly state: Handling;
  readonly version: number;
  readonly history: readonly Stored[];
}

export async function loadHandling(events: Pick<EventStore, "read">, fileRef: FileRef): Promise<LoadedHandling> {
  const history = (await events.read(handlingRefOf(fileRef))) as unknown as readonly Stored[];
  return { state: history.reduce<Handling>(evolveHandling, NO_HANDLING), version: history.length, history };
}
