// What may happen next to a person's facts and an employer's registration.
import type { EmployerCommand, PersonFactCommand } from "./commands.ts";
import type { EmployerState, PersonFacts } from "./state.ts";

export type PersonStage = "UNKNOWN" | "REGISTERED";
export type EmployerStage = "UNKNOWN" | "RECORDED";

export const PERSON_ACTIONS: Readonly<Record<PersonStage, readonly PersonFactCommand["type"][]>> = {
  UNKNOWN: ["RegisterPerson"],
  REGISTERED: ["ChangeResidence", "RecordEducation", "LinkOrigin", "ChangeWorkStatus"],
};

export const EMPLOYER_ACTIONS: Readonly<Record<EmployerStage, readonly EmployerCommand["type"][]>> = {
  UNKNOWN: ["RecordEmployer"],
  RECORDED: ["RecordEmployer", "RegisterEmployer"],
};

export const personStage = (facts: PersonFacts | null): PersonStage => (facts === null ? "UNKNOWN" : "REGISTERED");
export const employerStage = (state: EmployerState): EmployerStage => (state.facts.length === 0 ? "UNKNOWN" : "RECORDED");
