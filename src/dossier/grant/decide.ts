// Decides on a grant and its stop. The event carries the result, so that replay never asks the law again.
import { addDays, firstDay, ok, type Quarter, quarterOf } from "../../kernel/index.ts";
import type { Law } from "../../law/index.ts";
import { APPLICATION_ACTIONS, applicationStage } from "../application/actions.ts";
import { type Check, having } from "../application/check.ts";
import type { Surroundings } from "../application/checks.ts";
import type { Application } from "../application/state.ts";
import { type Context, type Decision, deciding, refuse } from "../deciding.ts";
import type { Indications } from "../indication/state.ts";
import { LawReading } from "../law-reading.ts";
import { inFuture, notNow, type Reason, wrongOrder } from "../reason.ts";
import { GRANT_ACTIONS, grantStage } from "./actions.ts";
import { assess, type Outcome } from "./assess.ts";
import type { GrantCommand } from "./commands.ts";
import type { GrantEvent, GrantFacts } from "./events.ts";
import { onGrid } from "./grid.ts";
import * as reasons from "./reasons.ts";
import { firstPaidQuarter, type Grant, lastDayOfGrant, termsIn } from "./state.ts";

export interface GrantContext extends Context {
  readonly indications: Indications;
  readonly around: Surroundings;
  /** The grant of the file that the command or the application says was taken over. */
  readonly takenOver: Grant | null;
}

type Of<Type extends GrantCommand["type"]> = Extract<GrantCommand, { type: Type }>;

export function decideGrant(
  law: Law,
  state: { readonly application: Application | null; readonly grant: Grant | null },
  command: GrantCommand,
  context: GrantContext,
): Decision<GrantEvent> {
  return deciding(() => {
    switch (command.type) {
      case "DecideGrant":
        return grant(law, state.application, command, context);
      case "StopGrant":
        return stop(state.grant, command, context);
    }
  });
}

function grant(law: Law, state: Application | null, command: Of<"DecideGrant">, context: GrantContext): Decision<GrantEvent> {
  const stage = applicationStage(state);
  const allowed = APPLICATION_ACTIONS[stage];
  if (state === null || !allowed.includes(command.type)) return refuse(notNow(command.type, stage, allowed));
  const { decidedOn, followsOn = null, manual = null, confirmed = [] } = command;
  const found: Reason[] = [];
  if (decidedOn > context.today) found.push(inFuture("decidedOn", decidedOn, context.today));
  if (decidedOn < state.stateOn) found.push(wrongOrder("decidedOn", state.stateOn, decidedOn));
  const reading = new LawReading(law, decidedOn, context.switches);
  const { indications, around } = context;
  const question = { application: state, indications, around, on: decidedOn, followsOn, manual };
  const takesOver = (command.takesOver ?? state.takeOverOf) !== null;
  const { checks, outcome } = assess(reading, { ...question, takesOver });
  found.push(...inTheWay(checks, confirmed));
  const judged = manual !== null || confirmed.length > 0 || command.takesOver !== undefined;
  if (command.takesOver !== undefined && !wasTakenOver(context.takenOver, state)) found.push(reasons.takeOverUnknown());
  if (judged && command.motivation === undefined) found.push(reasons.motivationMissing());
  if (manual?.percentage !== undefined) found.push(...onGrid(reading, manual.percentage));
  if (outcome === null || found.length > 0) return refuse(...found);

  const facts = grantFacts(law, reading, state, command, withTakeOver(outcome, state, command, context));
  if (facts.supportUntil !== null && facts.supportUntil < firstDay(firstPaidQuarter(facts))) {
    return refuse(reasons.overBeforeStart(facts.supportUntil));
  }
  return ok([{ type: "GrantDecided", effectiveOn: decidedOn, payload: facts }]);
}

/** What still stands in the way: a check that refuses or waits always does, one for a person until it is confirmed. */
function inTheWay(checks: readonly Check[], confirmed: readonly string[]): Reason[] {
  const open = having(checks, "MANUAL").filter((one) => !confirmed.includes(one.reason.id));
  return [...having(checks, "BLOCK", "REFUSE", "COMPLETE"), ...open].map((one) => one.reason);
}

/** The old grant was this person's, and stopped because the undertaking went to somebody else. */
const wasTakenOver = (grant: Grant | null, application: Application): boolean =>
  grant !== null && grant.facts.personRef === application.personRef && grant.stop?.reason === "TAKEN_OVER";

type Terms = Outcome & { readonly fromQuarter?: Quarter };

/** OPEN-17: after a take-over the acquirer has a grant of its own, on the terms and with the counter of the old one. */
function withTakeOver(
  outcome: Outcome,
  application: Application,
  { takesOver = application.takeOverOf ?? undefined, decidedOn }: Of<"DecideGrant">,
  { takenOver }: GrantContext,
): Terms {
  if (takesOver === undefined || takenOver === null) return outcome;
  // A contract that went over with the undertaking may be older than the grant.
  const stopped = takenOver.stop === null ? [] : [addDays(takenOver.stop.lastDay, 1)];
  const from = [application.contract?.from ?? decidedOn, ...stopped].sort().at(-1) ?? decidedOn;
  const fromQuarter = quarterOf(from);
  const terms = termsIn(takenOver, fromQuarter);
  if (terms === null) return outcome;
  const { package: given, percentage, guidanceNeed } = terms;
  const { startQuarter, quarters } = takenOver.facts;
  return {
    ...outcome,
    package: given,
    percentage,
    guidanceNeed,
    startQuarter,
    quarters,
    endQuarter: takenOver.endQuarter,
    fromQuarter,
  };
}

function grantFacts(
  law: Law,
  reading: LawReading,
  application: Application,
  command: Of<"DecideGrant">,
  outcome: Terms,
): GrantFacts {
  const contractEnd = application.contract?.until ?? null;
  const { ticket, ...terms } = outcome;
  return {
    ...terms,
    grantRef: command.grantRef,
    decidedOn: command.decidedOn,
    applicant: application.applicant,
    employerRef: application.employerRef,
    personRef: application.personRef,
    ticketRef: ticket.ticketRef,
    switches: reading.switches,
    openPoints: reading.openPoints,
    lawVersion: law.version,
    parametersHash: law.parametersHash,
    previousRightRef: command.followsOn?.rightRef ?? null,
    previousMeasure: command.followsOn?.measure ?? "NONE",
    supportUntil: contractEnd !== null && contractEnd < command.decidedOn ? contractEnd : null,
    motivation: command.motivation ?? null,
  };
}

function stop(state: Grant | null, command: Of<"StopGrant">, context: Context): Decision<GrantEvent> {
  const stage = grantStage(state, context.today);
  if (state === null || !GRANT_ACTIONS[stage].includes(command.type))
    return refuse(notNow(command.type, stage, GRANT_ACTIONS[stage]));
  const found: Reason[] = command.on > context.today ? [inFuture("on", command.on, context.today)] : [];
  const first = firstDay(firstPaidQuarter(state.facts));
  const last = lastDayOfGrant(state);
  if (command.lastDay < first || command.lastDay > last) found.push(reasons.stopOutside(first, last));
  if (found.length > 0) return refuse(...found);
  const payload = { grantRef: state.facts.grantRef, lastDay: command.lastDay, reason: command.reason };
  return ok([{ type: "GrantStopped", effectiveOn: command.lastDay, payload }]);
}
