// For tests: persons, firms, applications and findings with everything filled in, changed where a test says so.
import {
  type EmployerRef,
  type EmploymentFraction,
  employmentFraction,
  type FileRef,
  type GrantRef,
  type IndicationRef,
  newRef,
  type PersonRef,
  type PlainDate,
  plainDate,
  type TicketRef,
} from "../../kernel/index.ts";
import type { Surroundings } from "../application/checks.ts";
import type { ApplicationFacts, Contract } from "../application/events.ts";
import type { FileContext } from "../file.ts";
import type { FindingInput } from "../indication/commands.ts";
import type { TicketFacts } from "../indication/events.ts";
import { type Indications, NO_INDICATIONS, type Ticket } from "../indication/state.ts";
import type { EmployerFacts, ResidenceFacts } from "../registration/events.ts";

export const d = plainDate;
export const PERSON = newRef<PersonRef>();
export const EMPLOYER = newRef<EmployerRef>();
export const FILE = newRef<FileRef>();
export const GRANT = newRef<GrantRef>();
export const INDICATION = newRef<IndicationRef>();
export const TICKETS = { collective: newRef<TicketRef>(), individual: newRef<TicketRef>() };

/** A day well inside the scheme. */
export const DAY = d("2024-05-15");

export const inGhent: ResidenceFacts = { municipality: "44021", province: "OVL", residence: "FLANDERS" };

export function anEmployer(more: Partial<EmployerFacts> = {}): EmployerFacts {
  return {
    legalForm: "BV",
    publicSide: "NONE",
    nace: "47",
    jointCommittee: "201",
    size: "1-9",
    municipality: "44021",
    province: "OVL",
    mwb: false,
    serviceVoucher: false,
    establishments: 1,
    ...more,
  };
}

export function aContract(more: Partial<Contract> = {}): Contract {
  return { hours: null, from: d("2024-05-01"), until: null, kind: "OPEN_ENDED", ...more };
}

export const FULL_TIME: EmploymentFraction = employmentFraction(10_000);

export function anApplication(more: Partial<ApplicationFacts> = {}): ApplicationFacts {
  return {
    applicant: "EMPLOYER",
    employerRef: EMPLOYER,
    personRef: PERSON,
    premiums: "WAGE",
    situation: "NEW_HIRE",
    channel: "ONLINE",
    filedOn: DAY,
    contract: aContract(),
    employmentFraction: FULL_TIME,
    worksInFlanders: true,
    notInDifficulty: true,
    otherSupport: [],
    takeOverOf: null,
    selfEmployment: null,
    evidence: [],
    ...more,
  };
}

export function surroundings(more: Partial<Surroundings> = {}): Surroundings {
  return {
    employer: anEmployer(),
    registeredForImw: true,
    residence: "FLANDERS",
    otherFiles: [],
    runningGrantOf: null,
    runningRights: [],
    employments: null,
    insolvencySignal: false,
    ...more,
  };
}

export function aFinding(more: Partial<FindingInput> = {}): FindingInput {
  return {
    evidencePath: "ATTEST",
    productivityLossPct: "30",
    extraCostsPct: "0",
    guidanceRequired: false,
    guidanceNeed: "NONE",
    needDuration: "LASTING",
    higherNeed: false,
    workDisability: true,
    validFrom: DAY,
    ...more,
  };
}

export function aTicket(more: Partial<Ticket> = {}): Ticket {
  const facts: TicketFacts = {
    ticketRef: TICKETS.individual,
    indicationRef: INDICATION,
    type: "INDIVIDUAL",
    appliedOn: d("2024-02-01"),
    grantedOn: d("2024-03-01"),
    package: "P5",
    percentage: null,
    guidanceNeed: "NONE",
    needClass: "WAGE_PREMIUM",
    needDuration: "LASTING",
    validFrom: d("2024-03-01"),
    validUntil: d("2029-02-28"),
    origin: "REQUEST",
    motivation: null,
  };
  return { ...facts, endedOn: null, ...more };
}

export function holding(...tickets: Ticket[]): Indications {
  return { ...NO_INDICATIONS, tickets: Object.fromEntries(tickets.map((ticket) => [ticket.ticketRef, ticket])) };
}

export function context(today: PlainDate = DAY, more: Partial<FileContext> = {}): FileContext {
  return { today, around: surroundings(), indications: holding(aTicket()), takenOver: null, ...more };
}
