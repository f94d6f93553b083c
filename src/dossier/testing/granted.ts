// For tests: the events that lead to a grant of the wage premium from 2024-Q1 on.
import {
  addQuarters,
  plainDate as d,
  type EmployerRef,
  type GrantRef,
  newRef,
  type PersonRef,
  quarter,
} from "../../kernel/index.ts";
import type { Law } from "../../law/index.ts";
import type { DossierEvent } from "../events.ts";
import type { GrantFacts } from "../grant/events.ts";
import { aContract, anApplication } from "./builders.ts";

export interface Granted {
  readonly personRef: string;
  readonly employerRef: string;
  readonly grantRef?: string;
  readonly premiums?: "WAGE" | "WAGE_AND_GUIDANCE";
  /** Association work (verenigingswerk): its wage comes from payslips. */
  readonly association?: boolean;
}

/** Filed on 2024-01-15 and decided on 2024-02-01, for twenty quarters. */
export function grantedEvents(
  law: Law,
  { grantRef = newRef(), premiums = "WAGE", association = false, ...of }: Granted,
): DossierEvent[] {
  const [personRef, employerRef] = [of.personRef as PersonRef, of.employerRef as EmployerRef];
  const start = quarter("2024-Q1");
  const facts: GrantFacts = {
    grantRef: grantRef as GrantRef,
    decidedOn: d("2024-02-01"),
    applicant: "EMPLOYER",
    employerRef,
    personRef,
    premiums,
    ticketRef: null,
    package: "P5",
    percentage: null,
    collectivePercentage: null,
    guidanceNeed: premiums === "WAGE" ? "NONE" : "MEDIUM",
    startQuarter: start,
    quarters: 20,
    endQuarter: addQuarters(start, 19),
    switches: {},
    openPoints: [],
    lawVersion: law.version,
    parametersHash: law.parametersHash,
    previousRightRef: null,
    previousMeasure: "NONE",
    supportUntil: null,
    motivation: null,
  };
  const contract = association ? { contract: aContract({ kind: "ASSOCIATION" }) } : {};
  const filed = anApplication({ employerRef, personRef, filedOn: d("2024-01-15"), ...contract });
  return [
    { type: "ApplicationFiled", effectiveOn: d("2024-01-15"), payload: filed },
    { type: "GrantDecided", effectiveOn: d("2024-02-01"), payload: facts },
  ];
}
