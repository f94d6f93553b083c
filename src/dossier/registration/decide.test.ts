import { describe, expect, it } from "vitest";
import { addDays, type PlainDate } from "../../kernel/index.ts";
import { anEmployer, DAY, d, EMPLOYER, inGhent, PERSON } from "../testing/builders.ts";
import { refused, taken, types } from "../testing/spec.ts";
import { valueOn } from "../timeline.ts";
import type { EmployerCommand, PersonFactCommand } from "./commands.ts";
import { decideEmployer, decidePersonFacts } from "./decide.ts";
import { type EmployerState, evolveEmployer, evolvePersonFacts, NO_EMPLOYER, type PersonFacts } from "./state.ts";

const register: PersonFactCommand = {
  type: "RegisterPerson",
  personRef: PERSON,
  on: d("2020-01-01"),
  sex: "F",
  bornIn: "1990-05",
  residence: inGhent,
};
const decide = (state: PersonFacts | null, command: PersonFactCommand, today: PlainDate = DAY) =>
  decidePersonFacts(state, command, { today });
const after = (state: PersonFacts | null, command: PersonFactCommand) =>
  taken(decide(state, command)).reduce<PersonFacts | null>(evolvePersonFacts, state) as PersonFacts;
const registered = after(null, register);
const move = (on: PlainDate, municipality: string): PersonFactCommand => ({
  type: "ChangeResidence",
  personRef: PERSON,
  on,
  residence: { ...inGhent, municipality },
});

describe("a person", () => {
  it("is registered once, before anything else", () => {
    expect(types(decide(null, register))).toEqual(["PersonRegistered"]);
    refused(decide(registered, register), "action.notAllowed");
    refused(decide(null, move(DAY, "11001")), "action.notAllowed");
  });

  it("is not born in the future or in a month that does not exist", () => {
    refused(decide(null, { ...register, bornIn: "2024-06" }), "person.bornIn");
    refused(decide(null, { ...register, bornIn: "1990-13" }), "person.bornIn");
    expect(types(decide(null, { ...register, bornIn: "2024-05" }))).toEqual(["PersonRegistered"]);
  });

  it("does not move tomorrow", () => {
    refused(decide(registered, move(addDays(DAY, 1), "11001")), "date.future");
  });

  it("that moves to where they live brings no event", () => {
    expect(taken(decide(registered, move(DAY, inGhent.municipality)))).toEqual([]);
  });

  it("whose earlier move comes to light late lived there until the move that was known", () => {
    const known = after(registered, move(d("2023-06-01"), "11001"));
    const [late] = taken(decide(known, move(d("2022-01-01"), "24062")));
    expect(late).toMatchObject({ type: "ResidenceChanged", payload: { until: "2023-06-01" } });
    const state = evolvePersonFacts(known, late!) as PersonFacts;
    const lived = (day: string) => valueOn(state.residences, d(day))?.municipality;
    expect([lived("2021-12-31"), lived("2022-01-01"), lived("2023-05-31"), lived("2023-06-01")]).toEqual([
      inGhent.municipality,
      "24062",
      "24062",
      "11001",
    ]);
  });

  it("has a work status from a day on", () => {
    const facts = {
      status: "JOB_SEEKER_WITHOUT_WORK" as const,
      employability: "NOT_IMMEDIATE" as const,
      workCareTrajectory: true,
      benefit: "SICKNESS" as const,
      unemployedSince: d("2022-09-01"),
    };
    const state = after(registered, { type: "ChangeWorkStatus", personRef: PERSON, on: d("2023-01-01"), facts });
    expect(valueOn(state.workStatuses, d("2023-01-01"))).toEqual(facts);
    expect(valueOn(state.workStatuses, d("2022-12-31"))).toBeNull();
    expect(taken(decide(state, { type: "ChangeWorkStatus", personRef: PERSON, on: DAY, facts }))).toEqual([]);
  });

  it("gets education and origin from records", () => {
    const educated = after(registered, { type: "RecordEducation", personRef: PERSON, on: DAY, level: "MEDIUM" });
    const linked = after(educated, { type: "LinkOrigin", personRef: PERSON, on: DAY, origin: "EU", linkage: "2024" });
    expect([valueOn(linked.educations, DAY), valueOn(linked.origins, DAY)]).toEqual(["MEDIUM", "EU"]);
  });
});

describe("an employer", () => {
  const record: EmployerCommand = { type: "RecordEmployer", employerRef: EMPLOYER, on: d("2020-01-01"), facts: anEmployer() };
  const run = (state: EmployerState, command: EmployerCommand) => decideEmployer(state, command, { today: DAY });
  const known = taken(run(NO_EMPLOYER, record)).reduce(evolveEmployer, NO_EMPLOYER);

  it("is recorded before it is registered for a measure", () => {
    const forImw: EmployerCommand = { type: "RegisterEmployer", employerRef: EMPLOYER, on: DAY, measure: "IMW" };
    refused(run(NO_EMPLOYER, forImw), "action.notAllowed");
    expect(types(run(known, forImw))).toEqual(["EmployerRegistered"]);
  });

  it("is registered per measure: one does not count for the other, and twice is once (PROC-02)", () => {
    const forMeasure = (measure: "IMW" | "VOP"): EmployerCommand => ({
      type: "RegisterEmployer",
      employerRef: EMPLOYER,
      on: DAY,
      measure,
    });
    const state = taken(run(known, forMeasure("VOP"))).reduce(evolveEmployer, known);
    expect(state.registeredFor).toEqual({ VOP: DAY });
    expect(types(run(state, forMeasure("IMW")))).toEqual(["EmployerRegistered"]);
    expect(taken(run(state, forMeasure("VOP")))).toEqual([]);
  });

  it("changes its facts from a day on", () => {
    const grown: EmployerCommand = { ...record, on: DAY, facts: anEmployer({ size: "50-249" }) };
    const state = taken(run(known, grown)).reduce(evolveEmployer, known);
    expect([valueOn(state.facts, addDays(DAY, -1))?.size, valueOn(state.facts, DAY)?.size]).toEqual(["1-9", "50-249"]);
    expect(taken(run(state, grown))).toEqual([]);
  });
});
