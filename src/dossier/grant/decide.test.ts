import { describe, expect, it } from "vitest";
import {
  addDays,
  addQuarters,
  type EvaluationRef,
  type FileRef,
  firstDay,
  type GrantRef,
  lastDay,
  newRef,
  type PlainDate,
  quarter,
  quarterOf,
  type RightRef,
  type SealedRef,
} from "../../kernel/index.ts";
import type { SwitchChoice } from "../../law/index.ts";
import { openLaw } from "../../law/open-law.ts";
import { type Application, evolveApplication } from "../application/state.ts";
import type { FileContext } from "../file.ts";
import { LawReading } from "../law-reading.ts";
import {
  aContract,
  anApplication,
  anEmployer,
  aTicket,
  context,
  DAY,
  d,
  FILE,
  GRANT,
  holding,
  surroundings,
  TICKETS,
} from "../testing/builders.ts";
import { refused, taken } from "../testing/spec.ts";
import { assess } from "./assess.ts";
import type { GrantCommand, ManualTerms } from "./commands.ts";
import { decideGrant } from "./decide.ts";
import type { GrantFacts } from "./events.ts";
import { evolveGrant, type Grant, isRunning, lastDayOfGrant, termsIn } from "./state.ts";

const law = openLaw();
const onDay = new LawReading(law, DAY);
const motivation = newRef<SealedRef>();

const filed = (more: Parameters<typeof anApplication>[0] = {}): Application =>
  evolveApplication(null, { type: "ApplicationFiled", effectiveOn: DAY, payload: anApplication(more) });

interface Given {
  readonly application?: Application;
  readonly around?: Partial<FileContext>;
  readonly switches?: SwitchChoice;
  readonly on?: PlainDate;
}

type Decide = Extract<GrantCommand, { type: "DecideGrant" }>;
const grant = (given: Given = {}, more: Partial<Decide> = {}) => {
  const on = given.on ?? DAY;
  const command: Decide = { type: "DecideGrant", fileRef: FILE, grantRef: GRANT, decidedOn: on, ...more };
  const state = { application: given.application ?? filed(), grant: null };
  return decideGrant(law, state, command, {
    ...context(on),
    ...given.around,
    ...(given.switches && { switches: given.switches }),
  });
};
const granted = (given: Given = {}, more: Partial<Decide> = {}): GrantFacts => {
  const [event] = taken(grant(given, more));
  if (event?.type !== "GrantDecided") throw new Error("no grant");
  return event.payload;
};

describe("a grant", () => {
  it("takes its package from the ticket and its term from the law", () => {
    expect(granted()).toMatchObject({
      package: "P5",
      premiums: "WAGE",
      guidanceNeed: "NONE",
      ticketRef: TICKETS.individual,
      startQuarter: quarterOf(DAY),
      quarters: onDay.number("term.quarters.lasting"),
      endQuarter: addQuarters(quarterOf(DAY), onDay.number("term.quarters.lasting") - 1),
      previousMeasure: "NONE",
      lawVersion: law.version,
      parametersHash: law.parametersHash,
    });
  });

  it("of a temporary need is short", () => {
    const temporary = aTicket({ package: "T2", needDuration: "TEMPORARY" });
    const facts = granted({ around: { indications: holding(temporary) } });
    expect(facts).toMatchObject({ package: "T2", quarters: onDay.number("term.quarters.temporary") });
  });

  it("starts in the quarter of the decision, or of the application when the law is read so (OPEN-03)", () => {
    const on = addDays(DAY, 90);
    expect(quarterOf(on)).not.toBe(quarterOf(DAY));
    const late = granted({ on });
    expect(late).toMatchObject({ startQuarter: quarterOf(on), switches: { "OPEN-03": "DECISION_QUARTER" } });
    expect(late.openPoints).toContain("OPEN-03");
    const otherwise = granted({ on, switches: { "OPEN-03": "APPLICATION_QUARTER" } });
    expect(otherwise).toMatchObject({ startQuarter: quarterOf(DAY), switches: { "OPEN-03": "APPLICATION_QUARTER" } });
  });

  it("waits without a ticket, or is refused when the law is read so (OPEN-59)", () => {
    refused(grant({ around: { indications: holding() } }), "grant.noTicket");
    refused(grant({ around: { indications: holding(aTicket({ type: "COLLECTIVE" })) } }), "grant.noTicket");
  });

  it("is decided on the ticket's last day, and by a person the day after when it was valid at the application", () => {
    const ticket = aTicket({ validUntil: addDays(DAY, 5) });
    const around = { indications: holding(ticket) };
    expect(granted({ around, on: addDays(DAY, 5) }).ticketRef).toBe(ticket.ticketRef);
    refused(grant({ around, on: addDays(DAY, 6) }), "grant.ticketExpired");
    const confirmed = { confirmed: ["grant.ticketExpired"], motivation };
    expect(granted({ around, on: addDays(DAY, 6) }, confirmed)).toMatchObject({ ticketRef: ticket.ticketRef, motivation });
  });

  it("gives all reasons at once", () => {
    const application = filed({ notInDifficulty: false, contract: aContract({ until: DAY, from: DAY }) });
    const around = { around: surroundings({ residence: "WALLONIA" }), indications: holding() };
    refused(grant({ application, around }), "employer.inDifficulty", "person.residence", "grant.noTicket");
  });

  it("settles a doubt only with a reason", () => {
    const around = { around: surroundings({ insolvencySignal: true }) };
    refused(grant({ around }), "employer.insolvencySignal");
    refused(grant({ around }, { confirmed: ["employer.insolvencySignal"] }), "grant.motivation");
    expect(granted({ around }, { confirmed: ["employer.insolvencySignal"], motivation }).motivation).toBe(motivation);
  });

  it("cannot be confirmed past a refusal", () => {
    const around = { around: surroundings({ residence: "WALLONIA" }) };
    refused(grant({ around }, { confirmed: ["person.residence"], motivation }), "person.residence");
  });

  it("is not decided before the application, nor tomorrow", () => {
    refused(grant({}, { decidedOn: addDays(DAY, -1) }), "date.order");
    refused(grant({}, { decidedOn: addDays(DAY, 1) }), "date.future");
  });

  it("of a contract that ended before the decision runs to its end, and not when that was before q1", () => {
    const contract = aContract({ from: d("2024-05-01"), until: d("2024-06-10") });
    const application = filed({ contract });
    const facts = granted({ application, on: d("2024-06-20") });
    expect(facts.supportUntil).toBe("2024-06-10");
    refused(grant({ application, on: d("2024-07-02") }), "grant.overBeforeStart");
  });

  it("of a contract that ended before q1 is told before anybody decides, as a reason to refuse", () => {
    const until = d("2024-06-30");
    const found = (application: Application, on: PlainDate, takesOver?: boolean) =>
      assess(new LawReading(law, on), {
        ...{ application, on, followsOn: null, manual: null },
        ...{ indications: context(on).indications, around: context(on).around },
        ...(takesOver === undefined ? {} : { takesOver }),
      }).checks.map(({ severity, reason }) => `${severity} ${reason.id}`);
    const ended = filed({ contract: aContract({ from: d("2024-05-01"), until }) });
    expect(found(ended, d("2024-07-01"))).toContain("REFUSE grant.overBeforeStart");
    expect(found(ended, d("2024-06-30"))).not.toContain("REFUSE grant.overBeforeStart");
    const last = filed({ contract: aContract({ from: d("2024-05-01"), until: d("2024-07-01") }) });
    expect(found(last, d("2024-07-02"))).not.toContain("REFUSE grant.overBeforeStart");
    // After a take-over the grant goes on in the quarter of the contract, which lies before the decision.
    expect(found(ended, d("2024-07-01"), true)).not.toContain("REFUSE grant.overBeforeStart");
  });
});

describe("which premiums are granted (WP-09, GP-01)", () => {
  const both = aTicket({ needClass: "WAGE_AND_GUIDANCE_PREMIUM", guidanceNeed: "MEDIUM" });

  it("both when both are needed and asked", () => {
    const facts = granted({ application: filed({ premiums: "WAGE_AND_GUIDANCE" }), around: { indications: holding(both) } });
    expect(facts).toMatchObject({ premiums: "WAGE_AND_GUIDANCE", guidanceNeed: "MEDIUM" });
  });

  it("waits for the employer to take both when both are needed", () => {
    refused(grant({ around: { indications: holding(both) } }), "grant.mustTakeBoth");
  });

  it("the wage premium alone when no guidance is needed, whatever was asked", () => {
    expect(granted({ application: filed({ premiums: "WAGE_AND_GUIDANCE" }) })).toMatchObject({
      premiums: "WAGE",
      guidanceNeed: "NONE",
    });
  });

  it("the guidance premium alone for a service-voucher firm (EMP-08)", () => {
    const around = { around: surroundings({ employer: anEmployer({ serviceVoucher: true }) }), indications: holding(both) };
    const facts = granted({ application: filed({ premiums: "WAGE_AND_GUIDANCE" }), around });
    expect(facts).toMatchObject({ premiums: "GUIDANCE", guidanceNeed: "MEDIUM" });
  });

  it("the support premium for a self-employed person, without guidance (SELF-08)", () => {
    const application = filed({
      applicant: "SELF_EMPLOYED",
      employerRef: null,
      premiums: "SUPPORT",
      contract: null,
      employmentFraction: null,
      selfEmployment: {
        occupation: "MAIN",
        since: d("2024-01-01"),
        limitationRecognisedOn: null,
        proof: { kind: "PROGNOSIS_ATTEST", issuedOn: DAY, sufficient: true },
      },
    });
    const around = { around: surroundings({ employer: null }), indications: holding(both) };
    expect(granted({ application, around })).toMatchObject({ premiums: "SUPPORT", guidanceNeed: "NONE", package: "P5" });
  });
});

describe("a maatwerkbedrijf that hires (WP-06, WP-08)", () => {
  const mwb = { around: surroundings({ employer: anEmployer({ mwb: true }) }) };
  const startOfMwb = onDay.numbers("wagePremium.package.P5_MWB")[0]! / 100;
  const higher = aTicket({ package: "P5_PLUS", needClass: "WAGE_AND_GUIDANCE_PREMIUM", guidanceNeed: "HIGH" });
  const collective = (percentage: number) =>
    aTicket({ ticketRef: TICKETS.collective, type: "COLLECTIVE", package: null, percentage, guidanceNeed: "MEDIUM" });
  const application = filed({ premiums: "WAGE_AND_GUIDANCE" });

  it("has its own package and the lower level when the collective advice is at the start of that package", () => {
    const facts = granted({ application, around: { ...mwb, indications: holding(higher, collective(startOfMwb)) } });
    expect(facts).toMatchObject({ package: "P5_MWB", collectivePercentage: startOfMwb, guidanceNeed: "MEDIUM" });
    expect(facts.openPoints).toContain("OPEN-12");
  });

  it("is bound by a higher collective advice too, with the package of the ticket", () => {
    const facts = granted({ application, around: { ...mwb, indications: holding(higher, collective(startOfMwb + 15)) } });
    expect(facts).toMatchObject({ package: "P5_PLUS", collectivePercentage: startOfMwb + 15, guidanceNeed: "HIGH" });
  });

  it("is not bound without a collective advice, nor is another firm with one", () => {
    expect(granted({ application, around: { ...mwb, indications: holding(higher) } })).toMatchObject({
      collectivePercentage: null,
    });
    const other = { around: surroundings(), indications: holding(higher, collective(startOfMwb)) };
    expect(granted({ application, around: other })).toMatchObject({ package: "P5_PLUS", collectivePercentage: null });
  });
});

describe("terms entered by a person", () => {
  const manual = (terms: ManualTerms) => grant({}, { manual: terms, motivation });

  it("are needed for a temporary package whose amounts are not known (OPEN-14)", () => {
    refused(manual({ package: "TEMP_VULNERABLE" }), "grant.enterTerms");
    const facts = granted({}, { manual: { package: "TEMP_VULNERABLE", percentage: 50, quarters: 8 }, motivation });
    expect(facts).toMatchObject({ package: "TEMP_VULNERABLE", percentage: 50, quarters: 8 });
    expect(facts.endQuarter).toBe(addQuarters(facts.startQuarter, 7));
  });

  it("stay on the grid of the law: below, at and above its bounds, and between its steps", () => {
    const [min, max, step] = ["minPct", "maxPct", "stepPct"].map((name) => onDay.number(`wagePremium.${name}`) / 100) as [
      number,
      number,
      number,
    ];
    const at = (percentage: number) => manual({ package: "TEMP_VULNERABLE", percentage, quarters: 8 });
    refused(at(min - step), "grant.percentage");
    refused(at(max + step), "grant.percentage");
    refused(at(min + 1), "grant.percentage");
    expect(taken(at(min))).toHaveLength(1);
    expect(taken(at(max))).toHaveLength(1);
  });

  it("need a reason", () => {
    refused(grant({}, { manual: { quarters: 4 } }), "grant.motivation");
  });
});

describe("a grant beside an older right (TRANS-04)", () => {
  const rightRef = newRef<RightRef>();
  const around = {
    around: surroundings({ runningRights: [{ rightRef, measure: "VOP", validFrom: d("2021-01-01"), validTo: null }] }),
  };

  it("does not come while the right runs, unless it follows on it", () => {
    refused(grant({ around }), "grant.olderRightRuns");
    const facts = granted({ around }, { followsOn: { measure: "VOP", rightRef } });
    expect(facts).toMatchObject({ previousMeasure: "VOP", previousRightRef: rightRef });
  });

  it("may follow on collective customised work without a right in the records", () => {
    expect(granted({}, { followsOn: { measure: "CMW", rightRef: null } })).toMatchObject({
      previousMeasure: "CMW",
      previousRightRef: null,
    });
  });
});

const decided = (more: Partial<GrantFacts> = {}): Grant =>
  evolveGrant(null, { type: "GrantDecided", effectiveOn: DAY, payload: { ...granted(), ...more } });

describe("a take-over (OPEN-17)", () => {
  it("keeps terms and counter, from the quarter of the take-over on", () => {
    const start = quarter("2023-Q3");
    const old = decided({ startQuarter: start, endQuarter: addQuarters(start, 19), quarters: 20 });
    const adjusted = evolveGrant(old, {
      type: "GrantAdjusted",
      effectiveOn: DAY,
      payload: {
        grantRef: GRANT,
        decidedOn: DAY,
        fromQuarter: quarter("2024-Q1"),
        percentage: 60,
        guidanceNeed: "NONE",
        evaluationRef: newRef<EvaluationRef>(),
        openPoints: [],
      },
    });
    const application = filed({ takeOverOf: newRef<FileRef>(), contract: aContract({ from: d("2024-04-10") }) });
    const confirm = { confirmed: ["application.takeOver"], motivation, grantRef: newRef<GrantRef>() };
    const facts = granted({ application, around: { takenOver: adjusted } }, confirm);
    expect(facts).toMatchObject({
      package: "AFTER_EVALUATION",
      percentage: 60,
      startQuarter: start,
      fromQuarter: "2024-Q2",
      endQuarter: old.endQuarter,
    });
  });
});

describe("stopping a grant", () => {
  const running = decided();
  const stop = (state: Grant | null, last: PlainDate, on = DAY) =>
    decideGrant(
      law,
      { application: null, grant: state },
      { type: "StopGrant", fileRef: FILE, on, lastDay: last, reason: "CONTRACT_ENDED" },
      context(on),
    );
  const first = firstDay(quarterOf(DAY));

  it("is possible for every day of the grant and for no other", () => {
    expect(taken(stop(running, first))).toMatchObject([{ type: "GrantStopped", payload: { lastDay: first } }]);
    expect(taken(stop(running, lastDayOfGrant(running)))).toHaveLength(1);
    refused(stop(running, addDays(first, -1)), "grant.stopOutside");
    refused(stop(running, addDays(lastDayOfGrant(running), 1)), "grant.stopOutside");
  });

  it("ends it on that day, and may be brought forward when the end turns out earlier", () => {
    const [event] = taken(stop(running, addDays(first, 40)));
    const stopped = evolveGrant(running, event!);
    expect(isRunning(stopped, addDays(first, 40))).toBe(true);
    expect(isRunning(stopped, addDays(first, 41))).toBe(false);
    expect(taken(stop(stopped, addDays(first, 10)))).toHaveLength(1);
    refused(stop(stopped, addDays(first, 41)), "grant.stopOutside");
  });

  it("needs a grant", () => {
    refused(stop(null, first), "action.notAllowed");
  });
});

it("a grant's terms hold from q1 to its last quarter", () => {
  const running = decided();
  const { startQuarter } = running.facts;
  expect(termsIn(running, addQuarters(startQuarter, -1))).toBeNull();
  expect(termsIn(running, startQuarter)?.package).toBe("P5");
  expect(termsIn(running, running.endQuarter)?.package).toBe("P5");
  expect(termsIn(running, addQuarters(running.endQuarter, 1))).toBeNull();
  expect(lastDayOfGrant(running)).toBe(lastDay(running.endQuarter));
});
