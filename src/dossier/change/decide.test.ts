import { describe, expect, it } from "vitest";
import {
  addDays,
  addQuarters,
  employmentFraction,
  newRef,
  type PlainDate,
  quarterOf,
  type SealedRef,
} from "../../kernel/index.ts";
import { openLaw } from "../../law/open-law.ts";
import { decideFile, evolveFile, type FileState, NO_FILE } from "../file.ts";
import { isRunning } from "../grant/state.ts";
import { aContract, anApplication, aTicket, context, DAY, FILE, GRANT, holding } from "../testing/builders.ts";
import { refused, taken, types } from "../testing/spec.ts";
import type { ChangeFacts } from "./events.ts";

const law = openLaw();
const filed = evolveFile(NO_FILE, { type: "ApplicationFiled", effectiveOn: DAY, payload: anApplication() });
const granted = taken(
  decideFile(law, filed, { type: "DecideGrant", fileRef: FILE, grantRef: GRANT, decidedOn: DAY }, context()),
).reduce(evolveFile, filed);
const later = addDays(DAY, 100);

const report = (state: FileState, change: ChangeFacts, effectiveOn: PlainDate = DAY, on: PlainDate = later) =>
  decideFile(law, state, { type: "ReportChange", fileRef: FILE, on, effectiveOn, change }, context(on));

describe("a reported change", () => {
  it("of hours is kept from its day on", () => {
    const change: ChangeFacts = { kind: "HOURS", employmentFraction: employmentFraction(5000) };
    const after = taken(report(granted, change, addDays(DAY, 10))).reduce(evolveFile, granted);
    expect(after.changes.fractions).toEqual([{ from: addDays(DAY, 10), until: null, value: 5000 }]);
    expect(types(report(granted, change))).toEqual(["ChangeReported"]);
  });

  it("of hours to none is an end, and refused as a change of hours", () => {
    refused(report(granted, { kind: "HOURS", employmentFraction: employmentFraction(0) }), "change.hours");
  });

  it.each([
    ["the end of the contract", "CONTRACT_END", "CONTRACT_ENDED"],
    ["a take-over", "TAKE_OVER", "TAKEN_OVER"],
  ] as const)("of %s stops the grant on the last day", (_, kind, reason) => {
    const lastDay = addDays(DAY, 60);
    const change = kind === "TAKE_OVER" ? { kind, lastDay, acquirerRef: null } : { kind, lastDay };
    const decision = report(granted, change, addDays(lastDay, 1));
    expect(taken(decision)).toMatchObject([{ type: "ChangeReported" }, { type: "GrantStopped", payload: { lastDay, reason } }]);
    const { grant } = taken(decision).reduce(evolveFile, granted);
    expect([isRunning(grant!, lastDay), isRunning(grant!, addDays(lastDay, 1))]).toEqual([true, false]);
  });

  it("of an end outside the grant is only kept", () => {
    const lastDay = addDays(DAY, 365 * 6);
    expect(types(report(granted, { kind: "CONTRACT_END", lastDay }))).toEqual(["ChangeReported"]);
  });

  it("may come while the application is open, not when it was refused", () => {
    const account: ChangeFacts = { kind: "ACCOUNT", account: newRef<SealedRef>() };
    expect(types(report(filed, account))).toEqual(["ChangeReported"]);
    const withdrawn = evolveFile(filed, { type: "ApplicationWithdrawn", effectiveOn: DAY, payload: {} });
    refused(report(withdrawn, account), "action.notAllowed");
  });

  it("must fit the applicant", () => {
    refused(report(granted, { kind: "ACTIVITY_STOPPED", lastDay: DAY }), "change.kind");
    expect(types(report(granted, { kind: "CONTRACT", contract: aContract() }))).toEqual(["ChangeReported"]);
  });
});

describe("guide, coach and plan", () => {
  const sealed = newRef<SealedRef>();
  const ticket = aTicket({ needClass: "WAGE_AND_GUIDANCE_PREMIUM", guidanceNeed: "LOW" });
  const asked = evolveFile(NO_FILE, {
    type: "ApplicationFiled",
    effectiveOn: DAY,
    payload: anApplication({ premiums: "WAGE_AND_GUIDANCE" }),
  });
  const decision = decideFile(
    law,
    asked,
    { type: "DecideGrant", fileRef: FILE, grantRef: GRANT, decidedOn: DAY },
    context(DAY, { indications: holding(ticket) }),
  );
  const guided = taken(decision).reduce(evolveFile, asked);
  const designate = (state: FileState, more: object = {}, switches = {}) =>
    decideFile(
      law,
      state,
      {
        type: "DesignateGuide",
        fileRef: FILE,
        on: DAY,
        guide: sealed,
        qualification: "DIPLOMA",
        experienceYears: null,
        coach: newRef<SealedRef>(),
        samePerson: false,
        reason: null,
        ...more,
      },
      { ...context(), switches },
    );
  const years = Number(law.timeline("guide.minExperienceYears").at(-1)!.value);

  it("are for grants with a guidance premium", () => {
    expect(types(designate(guided))).toEqual(["GuideDesignated"]);
    refused(designate(granted), "guidance.noPremium");
    refused(designate(filed), "action.notAllowed");
  });

  it("experience counts from its minimum on", () => {
    const with_ = (experienceYears: number) => designate(guided, { qualification: "EXPERIENCE", experienceYears });
    refused(with_(years - 1), "guidance.experience");
    expect(types(with_(years))).toEqual(["GuideDesignated"]);
  });

  it("one person for both needs a reason, or is refused when the law is read so (OPEN-29)", () => {
    refused(designate(guided, { samePerson: true }), "guidance.samePerson");
    expect(types(designate(guided, { samePerson: true, reason: sealed }))).toEqual(["GuideDesignated"]);
    refused(designate(guided, { samePerson: true, reason: sealed }, { "OPEN-29": "TWO_PERSONS" }), "guidance.twoPersons");
  });

  it("a guide who is still to be trained has a day by which training starts", () => {
    const [event] = taken(designate(guided, { qualification: "TRAINING_PLANNED" }));
    const { trainingStartBy } = (event as { payload: { trainingStartBy: PlainDate } }).payload;
    expect(trainingStartBy > DAY).toBe(true);
    expect(trainingStartBy <= addDays(DAY, 200)).toBe(true);
  });

  it("plans are numbered", () => {
    const plan = { type: "DrawUpSupportPlan" as const, fileRef: FILE, on: DAY, plan: sealed };
    const first = taken(decideFile(law, guided, plan, context())).reduce(evolveFile, guided);
    const second = taken(decideFile(law, first, plan, context())).reduce(evolveFile, first);
    expect([first.guidance.plan?.edition, second.guidance.plan?.edition]).toEqual([1, 2]);
  });

  it("end with the grant", () => {
    const over = addDays(DAY, 366 * 6);
    expect(quarterOf(over) > addQuarters(quarterOf(DAY), 19)).toBe(true);
    refused(
      decideFile(law, guided, { type: "DrawUpSupportPlan", fileRef: FILE, on: over, plan: sealed }, context(over)),
      "action.notAllowed",
    );
  });
});
