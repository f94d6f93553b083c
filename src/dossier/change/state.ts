// What was reported during a grant, folded from the events: the latest word on each subject.
import type { EmploymentFraction, PlainDate, SealedRef } from "../../kernel/index.ts";
import type { Contract } from "../application/events.ts";
import { type Timeline, withSpan } from "../timeline.ts";
import type { ChangeEvent, ChangeFacts } from "./events.ts";

export interface Changes {
  readonly reports: readonly { readonly effectiveOn: PlainDate; readonly reportedOn: PlainDate; readonly change: ChangeFacts }[];
  readonly fractions: Timeline<EmploymentFraction>;
  readonly contracts: Timeline<Contract>;
  /** Account as reported; payment asks a second check before it uses a changed one. */
  readonly accounts: Timeline<SealedRef>;
}

export const NO_CHANGES: Changes = { reports: [], fractions: [], contracts: [], accounts: [] };

export function evolveChanges(state: Changes, event: ChangeEvent): Changes {
  const { reportedOn, change } = event.payload;
  const from = event.effectiveOn;
  const reports = [...state.reports, { effectiveOn: from, reportedOn, change }];
  switch (change.kind) {
    case "HOURS":
      return { ...state, reports, fractions: withSpan(state.fractions, from, null, change.employmentFraction) };
    case "CONTRACT":
      return { ...state, reports, contracts: withSpan(state.contracts, from, null, change.contract) };
    case "ACCOUNT":
      return { ...state, reports, accounts: withSpan(state.accounts, from, null, change.account) };
    case "CONTRACT_END":
    case "TAKE_OVER":
    case "ACTIVITY_STOPPED":
    case "OTHER":
      return { ...state, reports };
  }
}
