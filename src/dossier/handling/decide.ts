// Decides on the work on a file: a second look is by another person, and on the file as the first one saw it.
import { ok } from "../../kernel/index.ts";
import { type Context, type Decision, refuse } from "../deciding.ts";
import { inFuture } from "../reason.ts";
import type { HandlingCommand } from "./commands.ts";
import type { HandlingEvent } from "./events.ts";
import * as reasons from "./reasons.ts";
import type { Handling } from "./state.ts";

export function decideHandling(state: Handling, command: HandlingCommand, context: Context): Decision<HandlingEvent> {
  const { fileRef, by, on } = command;
  if (on > context.today) return refuse(inFuture("on", on, context.today));
  const shared = { fileRef, by };
  switch (command.type) {
    case "AssignFile": {
      const { handler } = command;
      if (handler === state.handler) return ok([]);
      return ok([{ type: "FileAssigned", effectiveOn: on, payload: { ...shared, handler } }]);
    }
    case "NoteFile":
      return ok([{ type: "FileNoted", effectiveOn: on, payload: { ...shared, note: command.note } }]);
    case "ProposeDecision": {
      const { proposalRef, fileVersion, cents, decision } = command;
      const before = state.proposal;
      // A proposal on the file as it was before gives way; one on the file as it is stays the only one.
      if (before !== null && before.fileVersion === fileVersion) return refuse(reasons.proposalWaits());
      const proposed: HandlingEvent = {
        type: "DecisionProposed",
        effectiveOn: on,
        payload: { ...shared, proposalRef, fileVersion, cents, decision },
      };
      if (before === null) return ok([proposed]);
      const payload = { ...shared, proposalRef: before.proposalRef, outcome: "LAPSED" as const, reason: null };
      return ok([{ type: "ProposalClosed", effectiveOn: on, payload }, proposed]);
    }
    case "ConfirmProposal": {
      const { proposal } = state;
      if (proposal === null || proposal.proposalRef !== command.proposalRef) return refuse(reasons.proposalGone());
      if (proposal.by === by) return refuse(reasons.samePerson());
      if (proposal.fileVersion !== command.fileVersion) return refuse(reasons.proposalOutdated());
      const payload = { ...shared, proposalRef: proposal.proposalRef, outcome: "CONFIRMED" as const, reason: null };
      return ok([{ type: "ProposalClosed", effectiveOn: on, payload }]);
    }
    case "SendBackProposal": {
      const { proposal } = state;
      if (proposal === null || proposal.proposalRef !== command.proposalRef) return refuse(reasons.proposalGone());
      const payload = { ...shared, proposalRef: proposal.proposalRef, outcome: "SENT_BACK" as const, reason: command.reason };
      return ok([{ type: "ProposalClosed", effectiveOn: on, payload }]);
    }
    case "SeeChanges":
      if (command.upTo <= state.seenUpTo) return ok([]);
      return ok([{ type: "ChangesSeen", effectiveOn: on, payload: { ...shared, upTo: command.upTo } }]);
  }
}
