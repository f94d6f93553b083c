import { describe, expect, it } from "vitest";
import { type AdviceRef, addDays, newRef, type SealedRef } from "../../kernel/index.ts";
import { NO_INDICATIONS } from "../indication/state.ts";
import { DAY, INDICATION, PERSON } from "../testing/builders.ts";
import { refused, taken, types } from "../testing/spec.ts";
import type { AdviceCommand } from "./commands.ts";
import { decideAdvice } from "./decide.ts";
import { evolveAdvices, type IcfAdvices } from "./state.ts";

const adviceRef = newRef<AdviceRef>();
const give = {
  type: "GiveIcfAdvice" as const,
  personRef: PERSON,
  adviceRef,
  on: DAY,
  organisation: "partner",
  advice: newRef<SealedRef>(),
};
const handle = { type: "HandleIcfAdvice" as const, personRef: PERSON, adviceRef, on: DAY, motivation: newRef<SealedRef>() };
const asked = (measure: "COLLECTIVE" | "INDIVIDUAL") => ({
  ...NO_INDICATIONS,
  indications: {
    [INDICATION]: {
      indicationRef: INDICATION,
      measure,
      requestedOn: DAY,
      path: "ICF" as const,
      evidence: [],
      criteria: null,
      finding: null,
      outcome: "PENDING" as const,
      decidedOn: null,
    },
  },
});
const decide = (state: IcfAdvices, command: AdviceCommand, indications = asked("COLLECTIVE")) =>
  decideAdvice(state, indications, command, { today: DAY });
const given = taken(decide({}, give)).reduce(evolveAdvices, {} as IcfAdvices);

describe("an ICF advice", () => {
  it("is given, and decides nothing", () => {
    expect(types(decide({}, give))).toEqual(["IcfAdviceGiven"]);
  });

  it("is refused for tomorrow, twice under one reference, and while the partner's own one waits", () => {
    refused(decide({}, { ...give, on: addDays(DAY, 1) }), "date.future");
    refused(decide(given, give), "action.notAllowed", "advice.open");
    refused(decide(given, { ...give, adviceRef: newRef() }), "advice.open");
  });

  it("of another partner does not stand in the way", () => {
    expect(types(decide(given, { ...give, adviceRef: newRef(), organisation: "another" }))).toEqual(["IcfAdviceGiven"]);
  });

  it("is taken up in a collective request, or set aside with a reason, once", () => {
    const takenUp = decide(given, { ...handle, indicationRef: INDICATION });
    expect(types(takenUp)).toEqual(["IcfAdviceHandled"]);
    expect(types(decide(given, { ...handle, indicationRef: null }))).toEqual(["IcfAdviceHandled"]);
    refused(decide(given, { ...handle, indicationRef: null, motivation: null }), "advice.reason");
    refused(decide(given, { ...handle, indicationRef: INDICATION }, asked("INDIVIDUAL")), "advice.request");
    refused(decide(given, { ...handle, on: addDays(DAY, -1), indicationRef: null }), "date.order");
    refused(decide(taken(takenUp).reduce(evolveAdvices, given), { ...handle, indicationRef: INDICATION }), "action.notAllowed");
    refused(decide({}, { ...handle, indicationRef: INDICATION }), "action.notAllowed");
  });
});
