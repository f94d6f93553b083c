// Decides on ICF advices: a partner advises and no more; VDAB takes the advice up or sets it aside (IND-05).
import { ok } from "../../kernel/index.ts";
import { type Context, type Decision, refuse } from "../deciding.ts";
import type { Indications } from "../indication/state.ts";
import { inFuture, notNow, type Reason, reason, say, wrongOrder } from "../reason.ts";
import type { AdviceCommand } from "./commands.ts";
import type { AdviceEvent } from "./events.ts";
import type { IcfAdvices } from "./state.ts";

export function decideAdvice(
  advices: IcfAdvices,
  { indications }: Indications,
  command: AdviceCommand,
  { today }: Context,
): Decision<AdviceEvent> {
  const { adviceRef, on } = command;
  const held = advices[adviceRef];
  const found: Reason[] = on > today ? [inFuture("on", on, today)] : [];
  if (command.type === "GiveIcfAdvice") {
    const { organisation, advice } = command;
    if (held !== undefined) found.push(notNow(command.type, "GIVEN", ["HandleIcfAdvice"]));
    // Only the partner's own advices count: whether another gave one is not the partner's to know.
    const waiting = Object.values(advices).some((one) => one.organisation === organisation && one.handledOn === null);
    if (waiting) found.push(alreadyGiven());
    if (found.length > 0) return refuse(...found);
    return ok([{ type: "IcfAdviceGiven", effectiveOn: on, payload: { adviceRef, advisedOn: on, organisation, advice } }]);
  }
  const { indicationRef, motivation } = command;
  if (held === undefined || held.handledOn !== null) return refuse(notNow(command.type, held ? "HANDLED" : "NONE", []));
  if (on < held.advisedOn) found.push(wrongOrder("on", held.advisedOn, on));
  if (indicationRef === null && motivation === null) found.push(reasonMissing());
  if (indicationRef !== null && indications[indicationRef]?.measure !== "COLLECTIVE") found.push(noRequest());
  if (found.length > 0) return refuse(...found);
  return ok([{ type: "IcfAdviceHandled", effectiveOn: on, payload: { adviceRef, handledOn: on, indicationRef, motivation } }]);
}

const alreadyGiven = (): Reason =>
  reason("advice.open", {
    rule: "IND-05",
    message: say(
      "Uw organisatie gaf over deze persoon al een advies dat VDAB nog bekijkt",
      "Your organisation gave an advice on this person already, and VDAB is still looking at it",
      "Votre organisation a déjà donné un avis sur cette personne, que le VDAB examine encore",
    ),
    remedy: say(
      "Bel VDAB als het advies veranderd is",
      "Call VDAB when the advice has changed",
      "Appelez le VDAB si l’avis a changé",
    ),
  });

const reasonMissing = (): Reason =>
  reason("advice.reason", {
    field: "motivation",
    message: say(
      "Een advies terzijde leggen vraagt een reden",
      "Setting an advice aside asks for a reason",
      "Écarter un avis demande un motif",
    ),
    remedy: say("Schrijf de reden op", "Write the reason down", "Notez le motif"),
  });

const noRequest = (): Reason =>
  reason("advice.request", {
    rule: "IND-05",
    field: "indicationRef",
    message: say(
      "Een ICF-advies hoort bij een aanvraag voor collectief maatwerk",
      "An ICF advice belongs to a request for collective customised work",
      "Un avis CIF se rapporte à une demande de travail adapté collectif",
    ),
    remedy: say("Kies die aanvraag", "Choose that request", "Choisissez cette demande"),
  });
