// The company register, the employment register, the residence register and the mandates, each behind a patient line.
import type { MandateRegister } from "../../counter/index.ts";
import type { RegisterPorts } from "../../dossier/index.ts";
import { type AskOptions, RegisterLine } from "./asking.ts";

export interface Registers extends RegisterPorts {
  readonly mandates: MandateRegister;
}

/** The same registers, with a time limit, one more try, and rest for one that is down. */
export function patiently(registers: Registers, now: () => number, options: AskOptions): Registers {
  const companies = new RegisterLine("companies", options, now);
  const employments = new RegisterLine("employments", options, now);
  const residences = new RegisterLine("residences", options, now);
  const mandates = new RegisterLine("mandates", options, now);
  return {
    companies: { find: (number) => companies.ask(() => registers.companies.find(number)) },
    employments: { find: (relation, from) => employments.ask(() => registers.employments.find(relation, from)) },
    residences: { find: (insz) => residences.ask(() => registers.residences.find(insz)) },
    mandates: { of: (office) => mandates.ask(() => registers.mandates.of(office)) },
  };
}
