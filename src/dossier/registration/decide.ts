// Decides on the facts of persons and employers. A fact reported late ends where a later one is known already.
import { ok, type PlainDate } from "../../kernel/index.ts";
import { type Context, type Decision, refuse } from "../deciding.ts";
import { inFuture, notNow, type Reason, reason, say } from "../reason.ts";
import { nextStart, type Timeline, valueOn } from "../timeline.ts";
import { EMPLOYER_ACTIONS, employerStage, PERSON_ACTIONS, personStage } from "./actions.ts";
import type { EmployerCommand, PersonFactCommand } from "./commands.ts";
import type { EmployerEvent, PersonFactEvent } from "./events.ts";
import type { EmployerState, PersonFacts } from "./state.ts";

export function decidePersonFacts(
  state: PersonFacts | null,
  command: PersonFactCommand,
  context: Context,
): Decision<PersonFactEvent> {
  const stage = personStage(state);
  if (!PERSON_ACTIONS[stage].includes(command.type)) return refuse(notNow(command.type, stage, PERSON_ACTIONS[stage]));
  const reasons = tooLate(command.on, context);
  if (command.type === "RegisterPerson") {
    if (!/^\d{4}-(0[1-9]|1[0-2])$/.test(command.bornIn) || command.bornIn > context.today.slice(0, 7)) {
      reasons.push(wrongBirthMonth(command.bornIn));
    }
    if (reasons.length > 0) return refuse(...reasons);
    const payload = { sex: command.sex, bornIn: command.bornIn, ...command.residence };
    return ok([{ type: "PersonRegistered", effectiveOn: command.on, payload }]);
  }
  if (reasons.length > 0) return refuse(...reasons);
  const facts = state as PersonFacts;
  switch (command.type) {
    case "ChangeResidence":
      return change(facts.residences, command.on, command.residence, (payload) => ({
        type: "ResidenceChanged",
        effectiveOn: command.on,
        payload,
      }));
    case "RecordEducation":
      return ok([
        {
          type: "EducationRecorded",
          effectiveOn: command.on,
          payload: { level: command.level, ...end(facts.educations, command.on) },
        },
      ]);
    case "LinkOrigin": {
      const { origin, linkage } = command;
      return ok([
        { type: "OriginLinked", effectiveOn: command.on, payload: { origin, linkage, ...end(facts.origins, command.on) } },
      ]);
    }
    case "ChangeWorkStatus":
      return change(facts.workStatuses, command.on, command.facts, (payload) => ({
        type: "WorkStatusChanged",
        effectiveOn: command.on,
        payload,
      }));
  }
}

export function decideEmployer(state: EmployerState, command: EmployerCommand, context: Context): Decision<EmployerEvent> {
  const stage = employerStage(state);
  if (!EMPLOYER_ACTIONS[stage].includes(command.type)) return refuse(notNow(command.type, stage, EMPLOYER_ACTIONS[stage]));
  const reasons = tooLate(command.on, context);
  if (reasons.length > 0) return refuse(...reasons);
  switch (command.type) {
    case "RecordEmployer":
      return change(state.facts, command.on, command.facts, (payload) => ({
        type: "EmployerRecorded",
        effectiveOn: command.on,
        payload,
      }));
    case "RegisterEmployer":
      // Registering twice is harmless: the enterprise number is registered already (PROC-02).
      if (state.registeredFor[command.measure] !== undefined) return ok([]);
      return ok([{ type: "EmployerRegistered", effectiveOn: command.on, payload: { measure: command.measure } }]);
  }
}

/** No event when the same facts hold on the day already. */
function change<T extends object, E extends PersonFactEvent | EmployerEvent>(
  timeline: Timeline<T>,
  on: PlainDate,
  facts: T,
  event: (payload: T & { until?: PlainDate }) => E,
): Decision<E> {
  const held = valueOn(timeline, on);
  if (held !== null && same(held, facts)) return ok([]);
  return ok([event({ ...facts, ...end(timeline, on) })]);
}

function end<T>(timeline: Timeline<T>, on: PlainDate): { until?: PlainDate } {
  const next = nextStart(timeline, on);
  return next === null ? {} : { until: next };
}

function same(a: object, b: object): boolean {
  const left = Object.entries(a);
  const right = new Map<string, unknown>(Object.entries(b));
  return left.length === right.size && left.every(([name, value]) => right.get(name) === value);
}

function tooLate(on: PlainDate, context: Context): Reason[] {
  return on > context.today ? [inFuture("on", on, context.today)] : [];
}

function wrongBirthMonth(given: string): Reason {
  return reason("person.bornIn", {
    field: "bornIn",
    expected: "YYYY-MM",
    message: say(
      `“${given}” is geen geboortemaand in het verleden`,
      `“${given}” is not a month of birth in the past`,
      `« ${given} » n’est pas un mois de naissance passé`,
    ),
    remedy: say(
      "Geef jaar en maand, bijvoorbeeld 1985-04",
      "Give year and month, for example 1985-04",
      "Donnez l’année et le mois, par exemple 1985-04",
    ),
  });
}
