import { describe, expect, it } from "vitest";
import { addDays, type IndicationRef, newRef, type SealedRef, type TicketRef } from "../../kernel/index.ts";
import { openLaw } from "../../law/open-law.ts";
import { LawReading } from "../law-reading.ts";
import { aFinding, aTicket, DAY, d, holding, INDICATION, PERSON, TICKETS } from "../testing/builders.ts";
import { refused, taken, types } from "../testing/spec.ts";
import type { Measure } from "../vocabulary.ts";
import type { FindingInput, IndicationCommand } from "./commands.ts";
import { decideIndication } from "./decide.ts";
import type { TicketIssued } from "./events.ts";
import { explainProposal } from "./propose.ts";
import { evolveIndications, type Indications, NO_INDICATIONS, validTickets } from "./state.ts";

const law = openLaw();
const of = new LawReading(law, DAY);
const percent = (id: string) => of.number(id) / 100;
const collectiveFrom = percent("indication.collective.minProductivityLoss");
const individualFrom = percent("indication.individual.minLossOrExtraCost");
const doubleFrom = of.date("indication.doubleTicket.applicationFrom");
const [collectiveLow = 0] = of.numbers("cmw.wagePremium.values").map((points) => points / 100);

const asked = (measure: Measure, requestedOn = d("2024-02-01")): Indications =>
  evolveIndications(NO_INDICATIONS, {
    type: "IndicationRequested",
    effectiveOn: requestedOn,
    payload: { indicationRef: INDICATION, measure, requestedOn, path: "ATTEST", channel: "ONLINE" },
  });

const decide = (state: Indications, command: IndicationCommand, today = DAY) => decideIndication(law, state, command, { today });

type Finding = Extract<IndicationCommand, { type: "RecordFinding" }>;
const record = (state: Indications, finding: Partial<FindingInput>, more: Partial<Finding> = {}) =>
  decide(state, {
    type: "RecordFinding",
    personRef: PERSON,
    indicationRef: INDICATION,
    decidedOn: DAY,
    finding: aFinding(finding),
    collective: { percentage: collectiveLow, guidanceNeed: "MEDIUM" },
    tickets: TICKETS,
    ...more,
  });
const issued = (decision: ReturnType<typeof record>) =>
  taken(decision)
    .filter((event): event is TicketIssued => event.type === "TicketIssued")
    .map((event) => event.payload);

describe("asking an indication", () => {
  const command: IndicationCommand = {
    type: "RequestIndication",
    personRef: PERSON,
    indicationRef: newRef<IndicationRef>(),
    measure: "INDIVIDUAL",
    requestedOn: DAY,
    path: "ATTEST",
    channel: "ONLINE",
  };

  it("is written down", () => {
    expect(types(decide(NO_INDICATIONS, command))).toEqual(["IndicationRequested"]);
  });

  it("is refused for tomorrow", () => {
    refused(decide(NO_INDICATIONS, { ...command, requestedOn: addDays(DAY, 1) }), "date.future");
  });

  it("is refused while one for the same measure is open, and not for another measure", () => {
    refused(decide(asked("INDIVIDUAL"), command), "indication.open");
    expect(types(decide(asked("COLLECTIVE"), command))).toEqual(["IndicationRequested"]);
  });

  it("is refused twice under one reference", () => {
    refused(decide(asked("COLLECTIVE"), { ...command, indicationRef: INDICATION }), "action.notAllowed");
  });
});

describe("a finding on a request for an individual advice", () => {
  it.each([
    ["loss below the threshold", String(individualFrom - 0.1), "0", []],
    ["loss at the threshold", String(individualFrom), "0", ["INDIVIDUAL"]],
    ["loss above the threshold", String(individualFrom + 0.1), "0", ["INDIVIDUAL"]],
    ["extra costs below the threshold", "0", String(individualFrom - 0.1), []],
    ["extra costs at the threshold", "0", String(individualFrom), ["INDIVIDUAL"]],
    ["both just below", String(individualFrom - 0.1), String(individualFrom - 0.1), []],
  ])("%s", (_, productivityLossPct, extraCostsPct, expected) => {
    const decision = record(asked("INDIVIDUAL"), { productivityLossPct, extraCostsPct });
    expect(issued(decision).map((ticket) => ticket.type)).toEqual(expected);
    if (expected.length === 0) {
      expect(taken(decision).at(-1)).toMatchObject({ type: "TicketRefused", payload: { grounds: ["IND-11"] } });
    }
  });

  it("gives the package of the need", () => {
    const packageOf = (finding: Partial<FindingInput>) => issued(record(asked("INDIVIDUAL"), finding))[0]?.package;
    expect(packageOf({ needDuration: "TEMPORARY" })).toBe("T2");
    expect(packageOf({ needDuration: "LASTING" })).toBe("P5");
    expect(packageOf({ needDuration: "LASTING", higherNeed: true })).toBe("P5_PLUS");
  });

  it("gives class and level by the need of guidance", () => {
    expect(issued(record(asked("INDIVIDUAL"), {}))[0]).toMatchObject({ needClass: "WAGE_PREMIUM", guidanceNeed: "NONE" });
    expect(issued(record(asked("INDIVIDUAL"), { guidanceRequired: true, guidanceNeed: "LOW" }))[0]).toMatchObject({
      needClass: "WAGE_AND_GUIDANCE_PREMIUM",
      guidanceNeed: "LOW",
    });
  });

  it("asks the level when guidance is needed", () => {
    refused(record(asked("INDIVIDUAL"), { guidanceRequired: true }), "finding.guidanceNeed");
  });

  it("gives nothing without a work disability, whatever the loss", () => {
    const decision = record(asked("INDIVIDUAL"), { workDisability: false, productivityLossPct: "90" });
    expect(taken(decision).at(-1)).toMatchObject({ type: "TicketRefused", payload: { grounds: ["IND-01"] } });
  });

  it("refuses a percentage that is none, above the whole, or too precise", () => {
    refused(record(asked("INDIVIDUAL"), { productivityLossPct: "many" }), "percent.form");
    refused(record(asked("INDIVIDUAL"), { extraCostsPct: "100.1" }), "finding.percentage");
  });

  it("refuses a decision before the request, and one tomorrow", () => {
    refused(record(asked("INDIVIDUAL", DAY), {}, { decidedOn: addDays(DAY, -1) }), "date.order");
    refused(record(asked("INDIVIDUAL"), {}, { decidedOn: addDays(DAY, 1) }), "date.future");
  });
});

describe("a finding on a request for a collective advice", () => {
  const enough = { productivityLossPct: String(collectiveFrom), guidanceRequired: true, guidanceNeed: "LOW" as const };

  it.each([
    ["loss at the threshold with guidance", collectiveFrom, true, ["COLLECTIVE", "INDIVIDUAL"]],
    ["loss at the threshold without guidance", collectiveFrom, false, ["INDIVIDUAL"]],
    ["loss just below with guidance", collectiveFrom - 0.1, true, ["INDIVIDUAL"]],
  ])("%s", (_, loss, guidanceRequired, expected) => {
    const guidanceNeed = guidanceRequired ? ("LOW" as const) : ("NONE" as const);
    const decision = record(asked("COLLECTIVE"), { productivityLossPct: String(loss), guidanceRequired, guidanceNeed });
    expect(issued(decision).map((ticket) => ticket.type)).toEqual(expected);
    const refusals = taken(decision).filter((event) => event.type === "TicketRefused");
    expect(refusals.map((event) => event.payload.grounds)).toEqual(expected.includes("COLLECTIVE") ? [] : [["IND-10"]]);
  });

  it("gives the double ticket at once: higher package, guidance need high, both premiums", () => {
    const [collective, individual] = issued(record(asked("COLLECTIVE", doubleFrom), enough));
    expect(collective).toMatchObject({ type: "COLLECTIVE", percentage: collectiveLow, guidanceNeed: "MEDIUM", package: null });
    expect(individual).toMatchObject({
      type: "INDIVIDUAL",
      origin: "DOUBLE_TICKET",
      package: "P5_PLUS",
      guidanceNeed: "HIGH",
      needClass: "WAGE_AND_GUIDANCE_PREMIUM",
    });
  });

  it("leaves an application of the day before to the catch-up (OPEN-39)", () => {
    const tickets = issued(record(asked("COLLECTIVE", addDays(doubleFrom, -1)), enough));
    expect(tickets.map((ticket) => ticket.type)).toEqual(["COLLECTIVE"]);
  });

  it("asks the collective package when the conditions are met", () => {
    const { collective: _, ...without } = {
      type: "RecordFinding" as const,
      personRef: PERSON,
      indicationRef: INDICATION,
      decidedOn: DAY,
      finding: aFinding(enough),
      collective: undefined,
      tickets: TICKETS,
    };
    refused(decide(asked("COLLECTIVE"), without), "finding.collectivePackage");
  });

  it("refuses a collective percentage that the law does not know", () => {
    refused(record(asked("COLLECTIVE"), enough, { collective: { percentage: 41, guidanceNeed: "LOW" } }), "ticket.percentage");
  });
});

describe("evidence and the criteria that could not be read", () => {
  const sealed = newRef<SealedRef>();
  const judge = (met: boolean, on = DAY): IndicationCommand => ({
    type: "JudgeCriteria",
    personRef: PERSON,
    indicationRef: INDICATION,
    on,
    catalogue: "MB bijlage 1",
    met,
    motivation: sealed,
  });
  const add = (on = DAY): IndicationCommand => ({
    type: "AddEvidence",
    personRef: PERSON,
    indicationRef: INDICATION,
    on,
    evidence: sealed,
    label: sealed,
  });
  const after = (state: Indications, command: IndicationCommand) =>
    taken(decide(state, command)).reduce(evolveIndications, state);

  it("are kept with an open request, and not after the decision", () => {
    const state = asked("INDIVIDUAL");
    expect(after(state, add()).indications[INDICATION]?.evidence).toHaveLength(1);
    refused(decide(state, add(addDays(DAY, 1))), "date.future");
    const decided = taken(record(state, {})).reduce(evolveIndications, state);
    refused(decide(decided, add()), "action.notAllowed");
    refused(decide(decided, judge(true)), "action.notAllowed");
    refused(decide(NO_INDICATIONS, add()), "action.notAllowed");
  });

  it("stop at as many files as a request holds", () => {
    let state = asked("INDIVIDUAL");
    for (let n = 0; n < 20; n += 1) state = after(state, add());
    refused(decide(state, add()), "evidence.full");
  });

  it("give no ticket when a person judged that the criteria are not met (OPEN-37)", () => {
    const not = after(asked("INDIVIDUAL"), judge(false));
    expect(taken(record(not, {})).at(-1)).toMatchObject({ type: "TicketRefused", payload: { grounds: ["IND-13"] } });
    const met = after(asked("INDIVIDUAL"), judge(true));
    expect(issued(record(met, {})).map((ticket) => ticket.type)).toEqual(["INDIVIDUAL"]);
    refused(decide(asked("INDIVIDUAL"), judge(true, addDays(DAY, 1))), "date.future");
  });
});

describe("the proposal with its steps", () => {
  const explained = (finding: Partial<FindingInput>, measure: "INDIVIDUAL" | "COLLECTIVE") =>
    explainProposal(new LawReading(law, DAY), aFinding(finding), {
      measure,
      requestedOn: DAY,
      decidedOn: DAY,
      collective: { percentage: collectiveLow, guidanceNeed: "MEDIUM" },
      criteriaMet: true,
    });

  it("shows every rule behind the double ticket, with its parameters", () => {
    const enough = { productivityLossPct: String(collectiveFrom), guidanceRequired: true, guidanceNeed: "LOW" as const };
    const { steps, results, tickets } = explained(enough, "COLLECTIVE");
    expect(tickets.map((ticket) => ticket.origin)).toEqual(["REQUEST", "DOUBLE_TICKET"]);
    const rules = steps.map((step) => step.rule);
    for (const result of results) expect(rules).toContain(result);
    expect(steps.find((step) => step.rule === "collectiveAdvice")).toMatchObject({ value: "true" });
    expect(steps.flatMap((step) => step.parameters.map((one) => one.id))).toContain("indication.doubleTicket.package");
  });

  it("shows why nothing follows, and no package then", () => {
    const { steps, results, refused: grounds } = explained({ productivityLossPct: "1" }, "INDIVIDUAL");
    expect(grounds).toEqual(["IND-11"]);
    expect(steps.find((step) => step.rule === "individualNeed")).toMatchObject({ value: "false" });
    expect(results).not.toContain("packageOfNeed");
  });
});

describe("the adviser's departure", () => {
  const motivation = newRef<SealedRef>();

  it("changes package or level and keeps the reason", () => {
    const decision = record(asked("INDIVIDUAL"), {}, { departure: { package: "P5_PLUS", motivation } });
    expect(issued(decision)[0]).toMatchObject({ package: "P5_PLUS", motivation });
  });

  it("issues below the threshold only when said outright", () => {
    const below = { productivityLossPct: "1" };
    refused(record(asked("INDIVIDUAL"), below, { departure: { package: "P5", motivation } }), "finding.departure");
    const decision = record(asked("INDIVIDUAL"), below, { departure: { belowThreshold: true, motivation } });
    expect(issued(decision)[0]).toMatchObject({ type: "INDIVIDUAL", package: "P5", motivation });
  });
});

describe("validity", () => {
  const lastDay = of.rule("findingLastDay", { foundOn: DAY }) as typeof DAY;

  it("is the longest that the law allows when none is given", () => {
    expect(issued(record(asked("INDIVIDUAL"), {}))[0]?.validUntil).toBe(lastDay);
  });

  it("can be shorter, and not a day longer", () => {
    expect(issued(record(asked("INDIVIDUAL"), { validUntil: lastDay }))).toHaveLength(1);
    refused(record(asked("INDIVIDUAL"), { validUntil: addDays(lastDay, 1) }), "ticket.validity");
  });

  it("of a temporary need is no longer than its term", () => {
    const ticket = issued(record(asked("INDIVIDUAL"), { needDuration: "TEMPORARY" }))[0]!;
    expect(ticket.validUntil < lastDay).toBe(true);
    refused(
      record(asked("INDIVIDUAL"), { needDuration: "TEMPORARY", validUntil: addDays(ticket.validUntil, 1) }),
      "ticket.validity",
    );
  });

  it("of a new ticket ends the older one of its type the day before", () => {
    const older = aTicket({ ticketRef: newRef<TicketRef>(), indicationRef: null });
    const state = { ...asked("INDIVIDUAL"), tickets: holding(older).tickets };
    const events = taken(record(state, {}));
    expect(events).toContainEqual({
      type: "TicketEnded",
      effectiveOn: addDays(DAY, -1),
      payload: { ticketRef: older.ticketRef, endedOn: addDays(DAY, -1), reason: "REPLACED" },
    });
    const after = events.reduce(evolveIndications, state);
    expect(validTickets(after, "INDIVIDUAL", DAY).map((ticket) => ticket.ticketRef)).toEqual([TICKETS.individual]);
  });
});

describe("the catch-up of earlier collective tickets", () => {
  const before = addDays(doubleFrom, -1);
  const collective = aTicket({
    ticketRef: TICKETS.collective,
    type: "COLLECTIVE",
    appliedOn: before,
    grantedOn: before,
    validFrom: before,
    percentage: 45,
  });
  const catchUp = (state: Indications, on = DAY) =>
    decide(state, {
      type: "CatchUpDoubleTicket",
      personRef: PERSON,
      collectiveTicketRef: TICKETS.collective,
      ticketRef: TICKETS.individual,
      on,
    });

  it("gives the individual ticket of a double ticket, valid as long as the collective one", () => {
    expect(issued(catchUp(holding(collective)))[0]).toMatchObject({
      origin: "CATCH_UP",
      package: "P5_PLUS",
      guidanceNeed: "HIGH",
      appliedOn: before,
      grantedOn: DAY,
      validFrom: DAY,
      validUntil: collective.validUntil,
    });
  });

  it("passes by who applied since the double ticket exists", () => {
    refused(catchUp(holding({ ...collective, appliedOn: doubleFrom, grantedOn: doubleFrom })), "catchUp.appliedLater");
  });

  it("takes who applied before and got it after, unless the law reads otherwise (OPEN-39)", () => {
    const edge = holding({ ...collective, grantedOn: addDays(doubleFrom, 10) });
    expect(issued(catchUp(edge))).toHaveLength(1);
    const command = {
      type: "CatchUpDoubleTicket" as const,
      personRef: PERSON,
      collectiveTicketRef: TICKETS.collective,
      ticketRef: TICKETS.individual,
      on: DAY,
    };
    refused(
      decideIndication(law, edge, command, { today: DAY, switches: { "OPEN-39": "NO_DOUBLE_TICKET" } }),
      "catchUp.appliedLater",
    );
  });

  it("passes by who holds an individual ticket, or whose collective one is over", () => {
    refused(catchUp(holding(collective, aTicket({ ticketRef: newRef<TicketRef>() }))), "catchUp.hasIndividual");
    refused(catchUp(holding({ ...collective, endedOn: addDays(DAY, -1) })), "catchUp.notValid");
  });

  it("cannot be done twice", () => {
    const state = holding(collective);
    const after = taken(catchUp(state)).reduce(evolveIndications, state);
    refused(catchUp(after), "action.notAllowed", "catchUp.hasIndividual");
  });
});

describe("a ticket that is entered as it stands", () => {
  const ticket = {
    ticketRef: TICKETS.collective,
    type: "COLLECTIVE" as const,
    appliedOn: d("2021-03-01"),
    package: null,
    percentage: 45,
    guidanceNeed: "MEDIUM" as const,
    needClass: null,
    needDuration: "LASTING" as const,
    validFrom: d("2021-04-01"),
    validUntil: d("2026-03-31"),
    motivation: null,
  };
  const enter = (more: Partial<typeof ticket>, decidedOn: typeof DAY, measure: Measure = "COLLECTIVE") =>
    decide(asked(measure, more.appliedOn ?? ticket.appliedOn), {
      type: "RecordTicket",
      personRef: PERSON,
      indicationRef: INDICATION,
      decidedOn,
      ticket: { ...ticket, ...more },
      doubleTicketRef: TICKETS.individual,
    });

  it("before the scheme comes without a double ticket", () => {
    expect(issued(enter({}, d("2021-04-01"))).map((one) => one.type)).toEqual(["COLLECTIVE"]);
  });

  it("applied for under the scheme comes with one", () => {
    const decision = enter({ appliedOn: doubleFrom, validFrom: DAY, validUntil: d("2029-05-14") }, DAY);
    expect(issued(decision).map((one) => [one.type, one.origin])).toEqual([
      ["COLLECTIVE", "REQUEST"],
      ["INDIVIDUAL", "DOUBLE_TICKET"],
    ]);
  });

  it("must be of the measure that was asked", () => {
    refused(enter({}, d("2021-04-01"), "AMA"), "ticket.measure");
  });

  it("cannot end before it starts", () => {
    refused(enter({ validUntil: d("2021-03-31") }, d("2021-04-01")), "date.order");
  });
});

describe("ending a ticket", () => {
  const end = (ticketRef: TicketRef, endedOn = DAY) =>
    decide(holding(aTicket()), { type: "EndTicket", personRef: PERSON, ticketRef, endedOn, reason: "NEED_GONE" });

  it("is possible from its first day on", () => {
    expect(types(end(TICKETS.individual, aTicket().validFrom))).toEqual(["TicketEnded"]);
    refused(end(TICKETS.individual, addDays(aTicket().validFrom, -1)), "date.order");
  });

  it("is refused for a ticket that does not exist or is over", () => {
    refused(end(newRef<TicketRef>()), "ticket.unknown");
    const over = holding(aTicket({ endedOn: addDays(DAY, -1) }));
    const command: IndicationCommand = {
      type: "EndTicket",
      personRef: PERSON,
      ticketRef: TICKETS.individual,
      endedOn: DAY,
      reason: "X",
    };
    refused(decide(over, command), "action.notAllowed");
  });
});
