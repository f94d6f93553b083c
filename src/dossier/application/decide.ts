// Decides on an application up to its end; the grant itself is decided in the grant room.
import { ok, type PlainDate, type SealedRef } from "../../kernel/index.ts";
import type { Law } from "../../law/index.ts";
import { type Context, type Decision, deciding, refuse } from "../deciding.ts";
import { LawReading } from "../law-reading.ts";
import { inFuture, notNow, type Reason, wrongOrder } from "../reason.ts";
import { APPLICATION_ACTIONS, applicationStage } from "./actions.ts";
import { having } from "./check.ts";
import { checkApplication, type Surroundings } from "./checks.ts";
import type { ApplicationCommand } from "./commands.ts";
import type { ApplicationEvent } from "./events.ts";
import * as reasons from "./reasons.ts";
import type { Application } from "./state.ts";

export interface ApplicationContext extends Context {
  readonly around: Surroundings;
  /** Grounds that the assessment finds on the day of a refusal; left out: none were worked out. */
  readonly assessedGrounds?: readonly string[];
  /** Switches and open points that this assessment read. */
  readonly assessedSwitches?: Readonly<Record<string, string>>;
}

type Of<Type extends ApplicationCommand["type"]> = Extract<ApplicationCommand, { type: Type }>;

export function decideApplication(
  law: Law,
  state: Application | null,
  command: ApplicationCommand,
  context: ApplicationContext,
): Decision<ApplicationEvent> {
  const stage = applicationStage(state);
  if (!APPLICATION_ACTIONS[stage].includes(command.type)) return refuse(notNow(command.type, stage, APPLICATION_ACTIONS[stage]));
  if (command.type === "FileApplication") return deciding(() => file(law, command, context));
  const application = state as Application;
  const found = order(application, command.on, context.today);
  if (found.length > 0) return refuse(...found);
  return deciding(() => follow(law, application, command, context));
}

/** Filing is refused only by what makes an application impossible; what may lead to refusal is decided with the file complete. */
function file(law: Law, command: Of<"FileApplication">, context: ApplicationContext): Decision<ApplicationEvent> {
  const { application } = command;
  const found: Reason[] = [];
  if (application.filedOn > context.today) found.push(inFuture("filedOn", application.filedOn, context.today));
  const reading = new LawReading(law, application.filedOn, context.switches);
  found.push(...having(checkApplication(reading, application, context.around), "BLOCK").map((one) => one.reason));
  if (found.length > 0) return refuse(...found);
  return ok([{ type: "ApplicationFiled", effectiveOn: application.filedOn, payload: application }]);
}

function follow(
  law: Law,
  application: Application,
  command: Exclude<ApplicationCommand, Of<"FileApplication">>,
  context: ApplicationContext,
): Decision<ApplicationEvent> {
  const effectiveOn = command.on;
  switch (command.type) {
    case "RequestCompletion": {
      if (command.missing.length === 0) return refuse(reasons.missingEmpty());
      const { missing, note, answerBy } = command;
      if (answerBy !== undefined && answerBy < command.on) return refuse(wrongOrder("answerBy", command.on, answerBy));
      const payload = { missing, note, ...(answerBy === undefined ? {} : { answerBy }) };
      return ok([{ type: "ApplicationCompletionRequested", effectiveOn, payload }]);
    }
    case "CompleteApplication":
      return complete(law, application, command, context);
    case "WithdrawApplication":
      return ok([{ type: "ApplicationWithdrawn", effectiveOn, payload: {} }]);
    case "DeclareInadmissible":
      if (command.grounds.length === 0) return refuse(reasons.groundsMissing());
      return ok([
        { type: "ApplicationInadmissible", effectiveOn, payload: { grounds: command.grounds, ...motivationOf(command) } },
      ]);
    case "RefuseApplication": {
      const grounds = [...new Set([...(context.assessedGrounds ?? []), ...(command.grounds ?? [])])];
      if (grounds.length === 0) return refuse(reasons.groundsMissing());
      const { version: lawVersion, parametersHash } = law;
      const switches = context.assessedSwitches;
      const openPoints = [
        ...new Set([...grounds.filter((ground) => ground.startsWith("OPEN-")), ...Object.keys(switches ?? {})]),
      ];
      const read = switches === undefined ? {} : { switches };
      const payload = { grounds, lawVersion, parametersHash, openPoints, ...read, ...motivationOf(command) };
      return ok([{ type: "ApplicationRefused", effectiveOn, payload }]);
    }
  }
}

const motivationOf = ({ motivation }: { readonly motivation?: SealedRef }) => (motivation === undefined ? {} : { motivation });

function complete(
  law: Law,
  application: Application,
  command: Of<"CompleteApplication">,
  context: ApplicationContext,
): Decision<ApplicationEvent> {
  const { supplied, evidence, ...changes } = command.completion;
  const missing = application.missing.filter((code) => !supplied.includes(code));
  const found: Reason[] = missing.length > 0 ? [reasons.stillMissing(missing)] : [];
  const reading = new LawReading(law, command.on, context.switches);
  const changed = { ...application, ...changes };
  found.push(...having(checkApplication(reading, changed, context.around), "BLOCK").map((one) => one.reason));
  if (found.length > 0) return refuse(...found);
  return ok([{ type: "ApplicationCompleted", effectiveOn: command.on, payload: { supplied, evidence, ...changes } }]);
}

function order(application: Application, on: PlainDate, today: PlainDate): Reason[] {
  const found: Reason[] = [];
  if (on > today) found.push(inFuture("on", on, today));
  if (on < application.stateOn) found.push(wrongOrder("on", application.stateOn, on));
  return found;
}
