// Decides on the designation of guide and coach and on the support plan.
import { addMonths, ok } from "../../kernel/index.ts";
import type { Law } from "../../law/index.ts";
import { type Context, type Decision, deciding, refuse } from "../deciding.ts";
import { grantStage } from "../grant/actions.ts";
import type { Grant } from "../grant/state.ts";
import { LawReading } from "../law-reading.ts";
import { inFuture, notNow, type Reason, reason, say } from "../reason.ts";
import { GUIDANCE_ACTIONS } from "./actions.ts";
import type { GuidanceCommand } from "./commands.ts";
import type { GuidanceEvent } from "./events.ts";
import type { Guidance } from "./state.ts";

export function decideGuidance(
  law: Law,
  state: { readonly grant: Grant | null; readonly guidance: Guidance },
  command: GuidanceCommand,
  context: Context,
): Decision<GuidanceEvent> {
  const stage = grantStage(state.grant, context.today);
  const allowed = GUIDANCE_ACTIONS[stage];
  if (state.grant === null || !allowed.includes(command.type)) return refuse(notNow(command.type, stage, allowed));
  const { on } = command;
  const found: Reason[] = on > context.today ? [inFuture("on", on, context.today)] : [];
  if (state.grant.facts.guidanceNeed === "NONE") found.push(noGuidancePremium());
  if (command.type === "DrawUpSupportPlan") {
    if (found.length > 0) return refuse(...found);
    const edition = (state.guidance.plan?.edition ?? 0) + 1;
    return ok([{ type: "SupportPlanDrawnUp", effectiveOn: on, payload: { edition, drawnUpOn: on, plan: command.plan } }]);
  }
  return deciding(() => {
    const reading = new LawReading(law, on, context.switches);
    const { guide, qualification, experienceYears, coach, samePerson, reason: why } = command;
    const needed = reading.number("guide.minExperienceYears");
    if (qualification === "EXPERIENCE" && (experienceYears ?? 0) < needed) found.push(tooLittleExperience(needed));
    if (samePerson) {
      if (reading.policy("OPEN-29") === "TWO_PERSONS") found.push(twoPersons());
      else if (why === null) found.push(samePersonReason());
    }
    if (found.length > 0) return refuse(...found);
    const planned = qualification === "TRAINING_PLANNED";
    const trainingStartBy = planned ? addMonths(on, reading.number("guide.trainingStartMonths")) : null;
    const payload = { guide, qualification, experienceYears, trainingStartBy, coach, samePerson, reason: why };
    return ok([{ type: "GuideDesignated" as const, effectiveOn: on, payload }]);
  });
}

const noGuidancePremium = (): Reason =>
  reason("guidance.noPremium", {
    rule: "GP-01",
    message: say(
      "Deze toekenning heeft geen begeleidingspremie",
      "This grant has no guidance premium",
      "Cet octroi ne comporte pas de prime d’accompagnement",
    ),
    remedy: say("Niets te doen", "Nothing to do", "Rien à faire"),
  });

const tooLittleExperience = (years: number): Reason =>
  reason("guidance.experience", {
    rule: "GP-14",
    field: "experienceYears",
    expected: `>= ${years}`,
    message: say(
      `Ervaring als begeleider telt vanaf ${years} jaar`,
      `Experience as guide counts from ${years} years on`,
      `L’expérience d’accompagnateur compte à partir de ${years} ans`,
    ),
    remedy: say(
      "Geef een ander bewijs, of plan een opleiding",
      "Give another proof, or plan training",
      "Donnez une autre preuve, ou planifiez une formation",
    ),
  });

const samePersonReason = (): Reason =>
  reason("guidance.samePerson", {
    rule: "OPEN-29",
    field: "reason",
    message: say(
      "Een persoon kan begeleider en coach zijn als daar een reden voor is",
      "One person can be guide and coach when there is a reason for it",
      "Une personne peut être accompagnateur et coach s’il y a une raison",
    ),
    remedy: say("Geef de reden", "Give the reason", "Donnez la raison"),
  });

const twoPersons = (): Reason =>
  reason("guidance.twoPersons", {
    rule: "OPEN-29",
    field: "samePerson",
    message: say(
      "Begeleider en coach zijn twee personen",
      "Guide and coach are two persons",
      "L’accompagnateur et le coach sont deux personnes",
    ),
    remedy: say("Duid een tweede persoon aan", "Designate a second person", "Désignez une deuxième personne"),
  });
