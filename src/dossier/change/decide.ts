// Decides on a reported change, and what it does to a running grant (OPEN-22: support stops where the contract ends).
import { ok, type PlainDate } from "../../kernel/index.ts";
import type { ApplicationStage } from "../application/actions.ts";
import { type Context, type Decision, refuse } from "../deciding.ts";
import type { GrantEvent, StopReason } from "../grant/events.ts";
import { type Grant, isRunning } from "../grant/state.ts";
import { inFuture, notNow, type Reason, reason, say } from "../reason.ts";
import { CHANGE_ACTIONS } from "./actions.ts";
import type { ChangeCommand } from "./commands.ts";
import type { ChangeEvent, ChangeFacts } from "./events.ts";

export function decideChange(
  state: { readonly stage: ApplicationStage; readonly selfEmployed: boolean; readonly grant: Grant | null },
  command: ChangeCommand,
  context: Context,
): Decision<ChangeEvent | GrantEvent> {
  const allowed = CHANGE_ACTIONS[state.stage];
  if (!allowed.includes(command.type)) return refuse(notNow(command.type, state.stage, allowed));
  const { change, effectiveOn, on } = command;
  const found: Reason[] = on > context.today ? [inFuture("on", on, context.today)] : [];
  if (!fits(change, state.selfEmployed)) found.push(wrongKind(change.kind));
  if (change.kind === "HOURS" && change.employmentFraction <= 0) found.push(noHours());
  if (found.length > 0) return refuse(...found);
  const reported: ChangeEvent = { type: "ChangeReported", effectiveOn, payload: { reportedOn: on, change } };
  const end = endOf(change);
  const { grant } = state;
  if (end === null || grant === null || !isRunning(grant, end.lastDay)) return ok([reported]);
  const payload = { grantRef: grant.facts.grantRef, ...end };
  return ok([reported, { type: "GrantStopped", effectiveOn: end.lastDay, payload }]);
}

/** Contracts are an employer's matter, the end of the activity a self-employed person's. */
function fits(change: ChangeFacts, selfEmployed: boolean): boolean {
  switch (change.kind) {
    case "HOURS":
    case "CONTRACT":
    case "CONTRACT_END":
    case "TAKE_OVER":
      return !selfEmployed;
    case "ACTIVITY_STOPPED":
      return selfEmployed;
    case "ACCOUNT":
    case "OTHER":
      return true;
  }
}

function endOf(change: ChangeFacts): { lastDay: PlainDate; reason: StopReason } | null {
  switch (change.kind) {
    case "CONTRACT_END":
      return { lastDay: change.lastDay, reason: "CONTRACT_ENDED" };
    case "TAKE_OVER":
      return { lastDay: change.lastDay, reason: "TAKEN_OVER" };
    case "ACTIVITY_STOPPED":
      return { lastDay: change.lastDay, reason: "ACTIVITY_STOPPED" };
    default:
      return null;
  }
}

const wrongKind = (kind: string): Reason =>
  reason("change.kind", {
    rule: "OPEN-22",
    field: "change.kind",
    message: say(
      `De melding ${kind} past niet bij deze aanvrager`,
      `The report ${kind} does not fit this applicant`,
      `La déclaration ${kind} ne convient pas à ce demandeur`,
    ),
    remedy: say("Kies een andere melding", "Choose another report", "Choisissez une autre déclaration"),
  });

const noHours = (): Reason =>
  reason("change.hours", {
    rule: "REF-03",
    field: "change.employmentFraction",
    expected: "(0, 1]",
    message: say(
      "Een tewerkstelling zonder uren is geen tewerkstelling",
      "An employment without hours is no employment",
      "Une occupation sans heures n’en est pas une",
    ),
    remedy: say("Meld het einde van de overeenkomst", "Report the end of the contract", "Déclarez la fin du contrat"),
  });
