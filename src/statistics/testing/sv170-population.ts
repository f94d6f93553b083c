// A population that gives the published numbers of written question 170, made of read-table rows; nothing of it is real.
import { addDays, type PlainDate, plainDate } from "../../kernel/index.ts";
import type { AttestRow, OldRightRow } from "../reference/index.ts";
import {
  type ApplicationRow,
  type GrantRow,
  noTables,
  type PersonFactRow,
  type Tables,
  type TextRange,
  type TicketRow,
  type WorkStatusRow,
} from "../reference/index.ts";

/** Sizes of the seven exclusive cells: any f and g with 2f + g <= 3,386 give the published five figures. */
export interface CellSizes {
  readonly f: number;
  readonly g: number;
}

const early: TextRange = { from: "2020-01-01T00:00:00.000Z", until: null };
/** Registered after the published answer, about the time before it. */
const late: TextRange = { from: "2024-02-05T09:00:00.000Z", until: null };

const startOfScheme = plainDate("2023-07-01");

class Population {
  readonly person_fact: PersonFactRow[] = [];
  readonly work_status: WorkStatusRow[] = [];
  readonly ticket: TicketRow[] = [];
  readonly application: ApplicationRow[] = [];
  readonly grant_position: GrantRow[] = [];
  readonly old_right: OldRightRow[] = [];
  readonly attest: AttestRow[] = [];
  #next = 0;

  ref(kind: number): string {
    this.#next += 1;
    return `${String(kind).padStart(8, "0")}-0000-4000-8000-${String(this.#next).padStart(12, "0")}`;
  }

  person(status: string, index: number, known: TextRange = early): string {
    const person = this.ref(1);
    this.person_fact.push({
      person_ref: person,
      valid: { from: "1990-01-01", until: null },
      known,
      sex: index % 2 === 0 ? "F" : "M",
      born_in: `${1960 + (index % 45)}-${String((index % 12) + 1).padStart(2, "0")}-01`,
      municipality: "11002",
      province: ["ANT", "LIM", "OVL", "VBR", "WVL"][index % 5]!,
      residence: "FLANDERS",
      education: null,
      origin: null,
    });
    this.work_status.push({
      person_ref: person,
      valid: { from: "2019-01-01", until: null },
      known,
      status,
      employability: index % 4 === 0 ? "NOT_IMMEDIATE" : "IMMEDIATE",
      work_care: index % 9 === 0,
      benefit: "UNEMPLOYMENT",
      unemployed_since: "2019-01-01",
    });
    return person;
  }

  ticketOf(person: string, type: string, appliedOn: string, grantedOn: string, more: Partial<TicketRow> = {}): void {
    const double = more.origin === "DOUBLE_TICKET" || more.origin === "CATCH_UP";
    this.ticket.push({
      ticket_ref: this.ref(3),
      person_ref: person,
      valid: { from: grantedOn, until: addDays(plainDate(grantedOn), 5 * 365) },
      known: early,
      type,
      applied_on: appliedOn,
      granted_on: grantedOn,
      package: type === "INDIVIDUAL" ? (double ? "P5_PLUS" : "P5") : null,
      percentage: null,
      guidance_need: double ? "HIGH" : "LOW",
      need_class: type === "INDIVIDUAL" ? "WAGE_PREMIUM" : null,
      need_duration: "LASTING",
      origin: "REQUEST",
      ...more,
    });
  }
}

/** A day that walks through a stretch of days as the index grows. */
function dayIn(from: string, days: number, index: number): PlainDate {
  return addDays(plainDate(from), (index * 7) % days);
}

/** `part`: make only one in so many of each group; 1 gives the published numbers. */
export function sv170Population({ f, g }: CellSizes = { f: 120, g: 800 }, part = 1): Tables {
  const world = new Population();
  const d = 3984 - f - g;
  const cells: Readonly<Record<string, number>> = {
    CMW: 3562,
    IMW: 6910,
    AMA: 3386 - 2 * f - g,
    "CMW+IMW": d,
    "CMW+AMA": f + 314,
    "IMW+AMA": f,
    "CMW+IMW+AMA": g,
  };
  for (const [cell, size] of Object.entries(cells)) {
    for (let index = 0; index < size / part; index += 1) seeker(world, cell.split("+"), index);
  }
  // Holders outside the population, and the other kind of AMA.
  for (let index = 0; index < 40; index += 1) {
    const worker = world.person("EMPLOYED", index);
    world.ticketOf(worker, "COLLECTIVE", "2021-03-01", "2021-04-01");
    world.ticketOf(world.person("JOB_SEEKER_WITHOUT_WORK", index), "WELFARE", "2022-03-01", dayIn("2022-04-01", 300, index));
  }
  // Registered after the answer: known later, they change the same stock.
  for (let index = 0; index < 12; index += 1) {
    world.ticketOf(world.person("JOB_SEEKER_WITHOUT_WORK", index, late), "INDIVIDUAL", "2023-11-01", "2023-12-01", {
      known: late,
    });
  }
  files(world, part);
  oldRights(world, part);
  return { ...noTables, ...world };
}

function seeker(world: Population, tickets: readonly string[], index: number): void {
  const person = world.person("JOB_SEEKER_WITHOUT_WORK", index);
  const before = dayIn("2019-06-01", 1300, index);
  if (tickets.includes("AMA")) world.ticketOf(person, "AMA_SOCIAL_ECONOMY", before, addDays(before, 30));
  const collective = tickets.includes("CMW");
  const individual = tickets.includes("IMW");
  if (individual && !collective)
    world.ticketOf(person, "INDIVIDUAL", dayIn("2023-07-01", 120, index), dayIn("2023-07-10", 150, index));
  if (!collective) return;
  if (!individual) {
    const [applied, granted] = loneCollectiveDays(tickets.includes("AMA"), index, before);
    world.ticketOf(person, "COLLECTIVE", applied, granted);
    return;
  }
  if (index % 2 === 0) {
    const applied = dayIn("2023-07-01", 90, index);
    const granted = addDays(applied, 40);
    world.ticketOf(person, "COLLECTIVE", applied, granted);
    world.ticketOf(person, "INDIVIDUAL", applied, granted, { origin: "DOUBLE_TICKET", need_class: "WAGE_AND_GUIDANCE_PREMIUM" });
  } else {
    world.ticketOf(person, "COLLECTIVE", before, addDays(before, 45));
    const caughtUp = dayIn("2023-09-04", 110, index);
    world.ticketOf(person, "INDIVIDUAL", caughtUp, caughtUp, { origin: "CATCH_UP", need_class: "WAGE_AND_GUIDANCE_PREMIUM" });
  }
}

/** Day of application and of grant of a collective ticket without an individual one. */
function loneCollectiveDays(withAma: boolean, index: number, before: PlainDate): [string, string] {
  // Two broke the rule: asked for since the double ticket began, and no individual advice came.
  if (withAma && index < 2) return ["2023-08-01", "2023-09-15"];
  // Some asked before and were granted after: they fit neither sentence of the answer.
  if (withAma && index < 9) return ["2023-05-20", "2023-07-14"];
  return [before, addDays(before, 45)];
}

const premiumRows = [
  { premiums: "WAGE", applications: 4040, grants: 2962 },
  { premiums: "WAGE_AND_GUIDANCE", applications: 194, grants: 141 },
  { premiums: "SUPPORT", applications: 137, grants: 102 },
];

const otherStates = ["PENDING", "REFUSED", "WITHDRAWN", "INADMISSIBLE", "INCOMPLETE"];

function files(world: Population, part: number): void {
  let count = 0;
  for (const row of premiumRows) {
    for (let index = 0; index < row.applications; index += part) {
      count += 1;
      const selfEmployed = row.premiums === "SUPPORT";
      const person = world.person(selfEmployed ? "SELF_EMPLOYED" : "EMPLOYED", count);
      const employer = selfEmployed ? null : world.ref(2);
      const granted = index < row.grants;
      fileOf(world, { person, employer, premiums: row.premiums, granted, count });
      // One relation applied twice: it stays one relation.
      if (row.premiums === "WAGE" && index + part >= row.applications)
        fileOf(world, { person, employer, premiums: row.premiums, granted: false, count });
    }
  }
}

interface File {
  readonly person: string;
  readonly employer: string | null;
  readonly premiums: string;
  readonly granted: boolean;
  readonly count: number;
}

function fileOf(world: Population, { person, employer, premiums, granted, count }: File): void {
  const filed = dayIn("2023-07-01", granted ? 130 : 180, count);
  const decided = addDays(filed, 20 + (count % 25));
  const state = granted ? "GRANTED" : otherStates[count % otherStates.length]!;
  const file = {
    file_ref: world.ref(5),
    employer_ref: employer,
    person_ref: person,
    known: early,
    applicant: employer === null ? "SELF_EMPLOYED" : "EMPLOYER",
    premiums,
    situation: ["NEW_HIRE", "AT_WORK", "RETURN"][count % 3]!,
    channel: "ONLINE",
    filed_on: filed,
    establishment_ref: employer ?? world.ref(9),
    establishment_municipality: ["11002", "44021", "71022"][count % 3]!,
    establishment_province: ["ANT", "OVL", "LIM"][count % 3]!,
    establishment_nace: ["56", "43", "96"][count % 3]!,
  };
  if (state === "PENDING") {
    world.application.push({ ...file, valid: { from: filed, until: null }, state, state_on: filed, grounds: [] });
    return;
  }
  world.application.push({ ...file, valid: { from: filed, until: decided }, state: "PENDING", state_on: filed, grounds: [] });
  world.application.push({
    ...file,
    valid: { from: decided, until: null },
    state,
    state_on: decided,
    grounds: state === "REFUSED" ? ["EMP-11"] : [],
  });
  if (!granted) return;
  const previous = count % 8 === 0 ? "VOP" : count % 40 === 1 ? "TVOP" : count % 60 === 2 ? "LDE" : "NONE";
  world.grant_position.push({
    grant_ref: world.ref(6),
    file_ref: file.file_ref,
    employer_ref: employer,
    person_ref: person,
    valid: { from: decided < "2023-10-01" ? "2023-07-01" : "2023-10-01", until: "2028-07-01" },
    known: early,
    applicant: file.applicant,
    premiums,
    package: "P5",
    percentage: null,
    collective_percentage: null,
    guidance_need: premiums === "WAGE_AND_GUIDANCE" ? "MEDIUM" : "NONE",
    start_quarter: 8094,
    end_quarter: 8113,
    decided_on: decided,
    previous_measure: previous,
    previous_right_ref: null,
    switches: {},
    stop_reason: null,
  });
  if (employer === null) return;
  world.attest.push({
    attest_no: `A${count}`,
    version: 0,
    status: 0,
    person_ref: person,
    employer_ref: employer,
    quarter: 8095,
    gross_cents: count % 11 === 0 ? 0 : 800_000,
    contractual_fraction: 10_000,
    received_at: "2024-01-05T00:00:00.000Z",
  });
}

function oldRights(world: Population, part: number): void {
  const right = (measure: string, employer: string | null, index: number, more: Partial<OldRightRow> = {}): void => {
    world.old_right.push({
      right_ref: world.ref(7),
      person_ref: world.person(employer === null ? "SELF_EMPLOYED" : "EMPLOYED", index),
      employer_ref: employer,
      valid: { from: "2021-01-01", until: measure === "TVOP" ? "2024-01-01" : "2026-01-01" },
      known: early,
      measure,
      start_quarter: 8084,
      quarters: 20,
      evaluation_requested_on: null,
      evaluation_decided_on: null,
      evaluation_outcome: null,
      grant_ref: null,
      lde_choice: null,
      end_reason: null,
      ...more,
    });
  };
  for (let index = 0; index < 600; index += part) {
    const measure = index < 470 ? "VOP" : "TVOP";
    right(measure, index % 20 === 0 ? null : world.ref(2), index, {
      evaluation_requested_on: dayIn("2023-04-01", 150, index),
      evaluation_decided_on: dayIn("2023-07-03", 175, index),
      evaluation_outcome: "IMW",
    });
  }
  for (let index = 0; index < 80; index += part) {
    // Asked before the first request day, or ended otherwise: not among the 600.
    right("VOP", world.ref(2), index, {
      evaluation_requested_on: index < 40 ? "2023-03-31" : "2023-05-01",
      evaluation_decided_on: addDays(startOfScheme, index),
      evaluation_outcome: index < 40 ? "IMW" : "NO_NEED",
    });
    right("SINE_REGULAR", world.ref(2), index);
    right("MWA", world.ref(2), index);
  }
  for (let index = 0; index < 1125; index += part) right("LDE_INDIVIDUAL", world.ref(2), index, { lde_choice: "INDIVIDUAL" });
  for (let index = 0; index < 300; index += part) right("LDE_COLLECTIVE", world.ref(2), index, { lde_choice: "COLLECTIVE" });
}
