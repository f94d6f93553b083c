// The work on a file, folded from its events: who has it, which decision waits for a second person, what was seen.
import type { Cents, PlainDate, SealedRef } from "../../kernel/index.ts";
import type { HandlingEvent, ProposedDecision } from "./events.ts";

export interface DecisionProposal {
  readonly proposalRef: string;
  readonly by: string;
  readonly on: PlainDate;
  readonly fileVersion: number;
  readonly cents: Cents;
  readonly decision: ProposedDecision;
}

export interface Handling {
  readonly handler: string | null;
  /** The decision that waits; at most one. */
  readonly proposal: DecisionProposal | null;
  /** Why the proposal before it came back; null when it did not. */
  readonly sentBack: { readonly by: string; readonly on: PlainDate; readonly reason: SealedRef } | null;
  readonly notes: readonly { readonly note: SealedRef; readonly by: string; readonly on: PlainDate }[];
  /** Changes up to this event of the file were looked at. */
  readonly seenUpTo: number;
}

export const NO_HANDLING: Handling = { handler: null, proposal: null, sentBack: null, notes: [], seenUpTo: 0 };

export function evolveHandling(state: Handling, event: HandlingEvent): Handling {
  const on = event.effectiveOn;
  switch (event.type) {
    case "FileAssigned":
      return { ...state, handler: event.payload.handler };
    case "FileNoted": {
      const { note, by } = event.payload;
      return { ...state, notes: [...state.notes, { note, by, on }] };
    }
    case "DecisionProposed": {
      const { proposalRef, by, fileVersion, cents, decision } = event.payload;
      return { ...state, proposal: { proposalRef, by, on, fileVersion, cents, decision }, sentBack: null };
    }
    case "ProposalClosed": {
      const { outcome, reason, by } = event.payload;
      return { ...state, proposal: null, sentBack: outcome === "SENT_BACK" && reason !== null ? { by, on, reason } : null };
    }
    case "ChangesSeen":
      return { ...state, seenUpTo: Math.max(state.seenUpTo, event.payload.upTo) };
  }
}
