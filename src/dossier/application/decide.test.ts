import { describe, expect, it } from "vitest";
import {
  addDays,
  addMonths,
  addQuarters,
  cents,
  employmentFraction,
  type FileRef,
  newRef,
  quarter,
  type RightRef,
  type SealedRef,
} from "../../kernel/index.ts";
import type { SwitchChoice } from "../../law/index.ts";
import { openLaw } from "../../law/open-law.ts";
import { LawReading } from "../law-reading.ts";
import { aContract, anApplication, anEmployer, context, DAY, d, FILE, surroundings } from "../testing/builders.ts";
import { refused, taken, types } from "../testing/spec.ts";
import { APPLICATION_ACTIONS, type ApplicationStage } from "./actions.ts";
import { type Check, groundsOf } from "./check.ts";
import { checkApplication, type Surroundings } from "./checks.ts";
import type { ApplicationCommand } from "./commands.ts";
import { decideApplication } from "./decide.ts";
import type { ActivityProof, ApplicationFacts, SelfEmployment } from "./events.ts";
import { type Application, evolveApplication } from "./state.ts";

const law = openLaw();
const onDay = new LawReading(law, DAY);

const file = (application: Partial<ApplicationFacts>, around: Partial<Surroundings> = {}, switches: SwitchChoice = {}) =>
  decideApplication(
    law,
    null,
    { type: "FileApplication", fileRef: FILE, application: anApplication(application) },
    { ...context(d("2026-11-23")), switches, around: surroundings(around) },
  );

const checks = (application: Partial<ApplicationFacts>, around: Partial<Surroundings> = {}, switches: SwitchChoice = {}) =>
  checkApplication(new LawReading(law, DAY, switches), anApplication(application), surroundings(around));
const seen = (found: readonly Check[]) => found.map((one) => `${one.severity} ${one.reason.id}`);

describe("filing an application", () => {
  it("of a good employer for a good contract is taken, with nothing to remark", () => {
    expect(types(file({}))).toEqual(["ApplicationFiled"]);
    expect(checks({})).toEqual([]);
  });

  it.each(["NEW_HIRE", "AT_WORK", "RETURN"] as const)("is possible in the situation %s", (situation) => {
    expect(types(file({ situation }))).toEqual(["ApplicationFiled"]);
  });

  it("is refused to an employer who is not registered for the measure", () => {
    refused(file({}, { registeredForImw: false }), "application.notRegistered");
  });

  it("gives all reasons at once", () => {
    refused(
      file({ contract: null, employmentFraction: null, employerRef: null, premiums: "SUPPORT" }),
      "application.premiums",
      "application.employer",
      "application.contract",
      "application.fraction",
    );
  });

  it("is refused for a fraction of zero", () => {
    refused(file({ employmentFraction: employmentFraction(0) }), "application.fraction");
  });

  it("happens during the employment: not the day before, on its first and last day, not the day after", () => {
    const contract = aContract({ from: DAY, until: addDays(DAY, 30) });
    refused(file({ contract, filedOn: addDays(DAY, -1) }), "application.notDuringEmployment");
    expect(types(file({ contract, filedOn: DAY }))).toEqual(["ApplicationFiled"]);
    expect(types(file({ contract, filedOn: addDays(DAY, 30) }))).toEqual(["ApplicationFiled"]);
    refused(file({ contract, filedOn: addDays(DAY, 31) }), "application.notDuringEmployment");
  });

  it("is refused for a contract that ends before it begins", () => {
    refused(file({ contract: aContract({ until: addDays(aContract().from, -1) }) }), "application.contractOrder");
  });

  it("is refused while another application of the same relation is open, and not after it ended", () => {
    const other = { fileRef: newRef<FileRef>(), filedOn: addDays(DAY, -40) };
    refused(file({}, { otherFiles: [{ ...other, state: "PENDING" }] }), "application.secondOpen");
    refused(file({}, { otherFiles: [{ ...other, state: "INCOMPLETE" }] }), "application.secondOpen");
    for (const state of ["REFUSED", "WITHDRAWN", "INADMISSIBLE"] as const) {
      expect(types(file({}, { otherFiles: [{ ...other, state }] }))).toEqual(["ApplicationFiled"]);
    }
  });

  it("is refused while a grant of the same relation runs", () => {
    refused(file({}, { runningGrantOf: newRef<FileRef>() }), "application.grantRuns");
  });
});

describe("the first days of the scheme (OPEN-07)", () => {
  const inForce = law.timeline("scheme.inForce")[0]!.from;
  const online = new LawReading(law, inForce).date("application.onlineFrom");
  const contract = aContract({ from: d("2023-01-01") });
  const on = (filedOn: typeof DAY, channel: ApplicationFacts["channel"], switches: SwitchChoice = {}) =>
    file({ filedOn, channel, contract }, {}, switches);

  it("there is no application before the law", () => {
    refused(on(addDays(inForce, -1), "API"), "application.beforeScheme");
  });

  it("the right exists from the first day, online filing from the first online day", () => {
    expect(types(on(inForce, "API"))).toEqual(["ApplicationFiled"]);
    refused(on(addDays(online, -1), "ONLINE"), "application.beforeOnline");
    expect(types(on(online, "ONLINE"))).toEqual(["ApplicationFiled"]);
  });

  it("read the other way, nothing is taken before the first online day", () => {
    refused(on(inForce, "API", { "OPEN-07": "REFUSE_BEFORE_ONLINE" }), "application.beforeOnline");
  });
});

describe("which employers qualify", () => {
  it.each([
    ["a private firm", {}, []],
    ["a school", { publicSide: "SCHOOL" as const }, []],
    ["a local government", { publicSide: "LOCAL" as const }, []],
    ["another public authority", { publicSide: "OTHER" as const, legalForm: "FEDERAL" }, ["REFUSE employer.publicAuthority"]],
    ["an edge case", { publicSide: "OTHER" as const, legalForm: "INTERCOMMUNAL" }, ["MANUAL employer.publicEdgeCase"]],
  ])("%s", (_, facts, expected) => {
    expect(seen(checks({}, { employer: anEmployer(facts) }))).toEqual(expected);
  });

  it.each([
    ["for a worker who lives in Flanders", "FLANDERS", []],
    ["for one who lives elsewhere in the EEA", "EEA", ["REFUSE employer.foreign"]],
  ] as const)("an employer established abroad %s (EMP-03)", (_, residence, expected) => {
    expect(seen(checks({}, { employer: anEmployer({ legalForm: "FOREIGN" }), residence }))).toEqual(expected);
  });

  it("puts what the law leaves open as a question, with its instrument and the event that records the answer", () => {
    const edge = { employer: anEmployer({ publicSide: "OTHER", legalForm: "AGB" }), insolvencySignal: true };
    const questions = checks({}, edge).map((one) => one.question);
    expect(questions.map((one) => [one?.id, one?.event])).toEqual([
      ["OPEN-35", "GrantDecided, ApplicationRefused"],
      ["OPEN-32", "GrantDecided, ApplicationRefused"],
    ]);
    for (const one of questions) expect([one?.article, one?.question.nl].every((text) => (text ?? "").length > 10)).toBe(true);
  });

  it("gives the law's questions next to its refusals", () => {
    const both = { employer: anEmployer({ publicSide: "OTHER", legalForm: "AGB" }) };
    expect(seen(checks({ notInDifficulty: false }, both))).toEqual([
      "REFUSE employer.inDifficulty",
      "MANUAL employer.publicEdgeCase",
    ]);
  });

  it("an edge case follows the reading of OPEN-35", () => {
    const edge = { employer: anEmployer({ publicSide: "OTHER", legalForm: "AGB" }) };
    expect(seen(checks({}, edge, { "OPEN-35": "ELIGIBLE" }))).toEqual([]);
    expect(seen(checks({}, edge, { "OPEN-35": "EXCLUDED" }))).toEqual(["REFUSE employer.publicEdgeCase"]);
  });

  it("an undertaking in difficulty does not, and a signal of insolvency is looked at", () => {
    expect(seen(checks({ notInDifficulty: false }))).toEqual(["REFUSE employer.inDifficulty"]);
    expect(seen(checks({}, { insolvencySignal: true }))).toEqual(["MANUAL employer.insolvencySignal"]);
  });

  it("a service-voucher firm gets no wage premium (EMP-08, OPEN-54)", () => {
    const employer = anEmployer({ serviceVoucher: true });
    expect(seen(checks({ premiums: "WAGE" }, { employer }))).toEqual(["REFUSE employer.serviceVoucher"]);
    expect(seen(checks({ premiums: "WAGE_AND_GUIDANCE" }, { employer }))).toEqual(["WARN employer.serviceVoucherGuidance"]);
    const strict = checks({ premiums: "WAGE_AND_GUIDANCE" }, { employer }, { "OPEN-54": "REFUSE" });
    expect(seen(strict)).toEqual(["REFUSE employer.serviceVoucher"]);
  });
});

describe("the contract's minimum (EMP-14, OPEN-04)", () => {
  const hours = onDay.number("contract.minHours");
  const days = hours / 24;
  const lasting = (count: number) => aContract({ from: DAY, until: addDays(DAY, count - 1), hours: hours - 1 });

  it("counts as duration: one day is enough, and read as more than that it is not", () => {
    expect(seen(checks({ contract: lasting(days) }))).toEqual([]);
    expect(seen(checks({ contract: lasting(days) }, {}, { "OPEN-04": "GT_DURATION" }))).toEqual([
      "REFUSE application.contractTooShort",
    ]);
    expect(seen(checks({ contract: lasting(days + 1) }, {}, { "OPEN-04": "GT_DURATION" }))).toEqual([]);
  });

  it("read as hours of work, it is not reached just below and reached at the threshold", () => {
    const asWork = { "OPEN-04": "HOURS_OF_WORK" };
    expect(seen(checks({ contract: lasting(10) }, {}, asWork))).toEqual(["REFUSE application.contractTooShort"]);
    expect(seen(checks({ contract: { ...lasting(10), hours } }, {}, asWork))).toEqual([]);
  });

  it("is also that of association work, whose wage comes from payslips (EMP-18)", () => {
    expect(seen(checks({ contract: aContract({ kind: "ASSOCIATION" }) }))).toEqual(["WARN employment.payslips"]);
  });

  it("never stops an open-ended contract", () => {
    expect(seen(checks({ contract: aContract() }, {}, { "OPEN-04": "GT_DURATION" }))).toEqual([]);
  });
});

describe("where the worker lives (EMP-11)", () => {
  it.each([
    ["FLANDERS", true, []],
    ["FLANDERS", false, []],
    ["EEA", true, []],
    ["EEA", false, ["REFUSE person.residence"]],
    ["BRUSSELS", true, ["REFUSE person.residence"]],
    ["WALLONIA", true, ["REFUSE person.residence"]],
    ["OTHER", true, ["REFUSE person.residence"]],
  ] as const)("in %s, working in Flanders: %s", (residence, worksInFlanders, expected) => {
    expect(seen(checks({ worksInFlanders }, { residence }))).toEqual(expected);
  });
});

describe("the employment in the register (PROC-05)", () => {
  it("covers the day of filing, or a person looks at it", () => {
    const found = (from: string, until: string | null) =>
      seen(checks({}, { employments: { state: "found", value: [{ from: d(from), until: until === null ? null : d(until) }] } }));
    expect(found("2024-05-01", null)).toEqual([]);
    expect(found("2024-05-01", DAY)).toEqual([]);
    expect(found("2024-05-01", addDays(DAY, -1))).toEqual(["MANUAL employment.unknown"]);
    expect(seen(checks({}, { employments: { state: "unknown" } }))).toEqual(["MANUAL employment.unknown"]);
  });

  it("that is down stops nothing", () => {
    const down = { employments: { state: "unavailable" as const, retryAfterSeconds: 60 } };
    expect(seen(checks({}, down))).toEqual(["WARN employment.notChecked"]);
    expect(types(file({}, down))).toEqual(["ApplicationFiled"]);
  });
});

describe("other files and other support", () => {
  it("an earlier grant makes a new hire a rehire that a person judges (OPEN-17)", () => {
    const otherFiles = [{ fileRef: newRef<FileRef>(), state: "GRANTED" as const, filedOn: addDays(DAY, -400) }];
    expect(seen(checks({ situation: "NEW_HIRE" }, { otherFiles }))).toEqual(["MANUAL application.rehire"]);
    expect(seen(checks({ situation: "RETURN" }, { otherFiles }))).toEqual([]);
  });

  it("an older right that runs is said, and keeps nobody from filing (TRANS-04)", () => {
    const right = { rightRef: newRef<RightRef>(), measure: "LDE_INDIVIDUAL" as const, validFrom: DAY, validTo: null };
    expect(seen(checks({}, { runningRights: [right] }))).toEqual(["WARN application.olderRight"]);
    expect(types(file({}, { runningRights: [right] }))).toEqual(["ApplicationFiled"]);
  });

  it("a take-over is confirmed by a person", () => {
    expect(seen(checks({ takeOverOf: newRef<FileRef>() }))).toEqual(["MANUAL application.takeOver"]);
  });

  it("other support warns, or refuses when the law reads so (OPEN-31)", () => {
    expect(seen(checks({ otherSupport: ["GESCO"] }))).toEqual(["WARN application.otherSupport"]);
    expect(seen(checks({ otherSupport: ["GESCO"] }, {}, { "OPEN-31": "REFUSE" }))).toEqual(["REFUSE application.otherSupport"]);
  });
});

describe("a self-employed person", () => {
  const reference = onDay.date("self.referenceDate");
  const count = onDay.number("self.proofQuarters");
  const lastQuarter = quarter("2024-Q1");
  const quarters = Array.from({ length: count }, (_, at) => addQuarters(lastQuarter, at - count + 1));
  const minimum = (year: number) => onDay.on(d(`${year}-12-31`)).number("self.minIncome");
  const rate = onDay.number("self.contributionRate");
  /** The least that must have been paid in each quarter of the proof, in cents. */
  const least = Math.ceil(quarters.reduce((sum, one) => sum + minimum(Number(one.slice(0, 4))), 0) * (rate / 10_000 / 4 / count));
  const fund = (each: number, of = quarters): ActivityProof => ({
    kind: "FUND_ATTEST",
    paid: of.map((one) => ({ quarter: one, cents: cents(each) })),
  });
  const activity = (more: Partial<SelfEmployment> = {}): Partial<ApplicationFacts> => ({
    applicant: "SELF_EMPLOYED",
    employerRef: null,
    premiums: "SUPPORT",
    contract: null,
    employmentFraction: null,
    selfEmployment: { occupation: "MAIN", since: d("2015-01-01"), limitationRecognisedOn: null, proof: fund(least), ...more },
  });

  it("with enough contributions paid is taken, with nothing to remark", () => {
    expect(types(file(activity(), { employer: null, registeredForImw: false }))).toEqual(["ApplicationFiled"]);
    expect(seen(checks(activity()))).toEqual([]);
  });

  it("can ask the support premium only", () => {
    refused(file({ ...activity(), premiums: "WAGE" }), "application.premiums");
  });

  it("began after the reference date, or has the limitation recognised after it (SELF-02)", () => {
    expect(seen(checks(activity({ since: addDays(reference, 1) })))).toEqual([]);
    expect(seen(checks(activity({ since: reference })))).toEqual(["REFUSE self.activityTooOld"]);
    expect(seen(checks(activity({ since: reference, limitationRecognisedOn: addDays(reference, 1) })))).toEqual([]);
  });

  it("with contributions just below the minimum does not qualify", () => {
    expect(seen(checks(activity({ proof: fund(least - 1) })))).toEqual(["REFUSE self.incomeTooLow"]);
  });

  it("supplies the proof later when there is none yet", () => {
    expect(seen(checks(activity({ proof: null })))).toEqual(["COMPLETE self.proofMissing"]);
    expect(types(file(activity({ proof: null })))).toEqual(["ApplicationFiled"]);
  });

  it("shows consecutive quarters, all of them, all paid", () => {
    const gap = quarters.map((one, at) => (at === 0 ? addQuarters(one, -1) : one));
    expect(seen(checks(activity({ proof: fund(least, gap) })))).toEqual(["COMPLETE self.fundAttestQuarters"]);
    expect(seen(checks(activity({ proof: fund(least, quarters.slice(1)) })))).toEqual(["COMPLETE self.fundAttestQuarters"]);
    expect(seen(checks(activity({ proof: fund(0) })))).toEqual(["COMPLETE self.fundAttestQuarters"]);
  });

  it("or an income on the last assessment: below, at and above the minimum of that year", () => {
    const assessed = (incomeCents: number, switches: SwitchChoice = {}) =>
      seen(
        checks(activity({ proof: { kind: "TAX_ASSESSMENT", incomeYear: 2023, incomeCents: cents(incomeCents) } }), {}, switches),
      );
    expect(assessed(minimum(2023) - 1)).toEqual(["REFUSE self.incomeTooLow"]);
    expect(assessed(minimum(2023))).toEqual(["WARN self.incomeEqual"]);
    expect(assessed(minimum(2023), { "OPEN-42": "GT" })).toEqual(["REFUSE self.incomeTooLow"]);
    expect(assessed(minimum(2023) + 1)).toEqual([]);
  });

  it("or, in the first year only, a prognosis", () => {
    const prognosis: ActivityProof = { kind: "PROGNOSIS_ATTEST", issuedOn: DAY, sufficient: true };
    const firstYear = addMonths(DAY, -3 * count);
    expect(seen(checks(activity({ since: firstYear, proof: prognosis })))).toEqual([]);
    expect(seen(checks(activity({ since: addDays(firstYear, -1), proof: prognosis })))).toEqual(["MANUAL self.prognosisLate"]);
    expect(seen(checks(activity({ since: firstYear, proof: { ...prognosis, sufficient: false } })))).toEqual([
      "REFUSE self.incomeTooLow",
    ]);
  });

  it("with a part year or illness has a lower minimum, which a person looks at (SELF-05)", () => {
    const low: ActivityProof = {
      kind: "TAX_ASSESSMENT",
      incomeYear: 2023,
      incomeCents: cents(Math.floor(minimum(2023) / 2) + 1),
    };
    expect(seen(checks(activity({ proof: low })))).toEqual(["REFUSE self.incomeTooLow"]);
    expect(seen(checks(activity({ proof: low, exemptMonths: 5 })))).toEqual([
      "REFUSE self.incomeTooLow",
      "MANUAL self.minimumAdapted",
    ]);
    expect(seen(checks(activity({ proof: low, exemptMonths: 6 })))).toEqual(["MANUAL self.minimumAdapted"]);
    expect(seen(checks(activity({ proof: low, exemptMonths: 5 }), {}, { "OPEN-42": "PER_MONTH" }))).toEqual([
      "REFUSE self.incomeTooLow",
      "MANUAL self.minimumAdapted",
    ]);
    // A quarter of illness has no contribution to show; the others have.
    const paid = quarters.map((one, at) => ({ quarter: one, cents: cents(at === 1 ? 0 : least) }));
    const ill: ActivityProof = { kind: "FUND_ATTEST", paid };
    expect(seen(checks(activity({ proof: ill })))).toEqual(["COMPLETE self.fundAttestQuarters"]);
    expect(seen(checks(activity({ proof: ill, exemptMonths: 2 })))).toEqual(["COMPLETE self.fundAttestQuarters"]);
    expect(seen(checks(activity({ proof: ill, exemptMonths: 3 })))).toEqual(["MANUAL self.minimumAdapted"]);
  });

  it("who lives elsewhere but works in Flanders is judged by a person (OPEN-43)", () => {
    const [judged] = checks(activity(), { residence: "BRUSSELS" });
    expect(judged?.question).toMatchObject({ id: "OPEN-43", screen: "beoordeling van de aanvraag" });
    expect(seen(checks(activity(), { residence: "BRUSSELS" }))).toEqual(["MANUAL person.residence"]);
    expect(seen(checks(activity(), { residence: "BRUSSELS" }, { "OPEN-43": "LIVES_OR_WORKS" }))).toEqual([]);
  });
});

describe("what may happen next to an application", () => {
  const filed: Application = evolveApplication(null, { type: "ApplicationFiled", effectiveOn: DAY, payload: anApplication() });
  const inState = (state: Application["state"]): Application => ({ ...filed, state, missing: ["PAYSLIP"] });
  const commands: Record<string, ApplicationCommand> = {
    FileApplication: { type: "FileApplication", fileRef: FILE, application: anApplication() },
    RequestCompletion: { type: "RequestCompletion", fileRef: FILE, on: DAY, missing: ["PAYSLIP"], note: null },
    CompleteApplication: {
      type: "CompleteApplication",
      fileRef: FILE,
      on: DAY,
      completion: { supplied: ["PAYSLIP"], evidence: [] },
    },
    WithdrawApplication: { type: "WithdrawApplication", fileRef: FILE, on: DAY },
    DeclareInadmissible: { type: "DeclareInadmissible", fileRef: FILE, on: DAY, grounds: ["EMP-12"] },
    RefuseApplication: { type: "RefuseApplication", fileRef: FILE, on: DAY, grounds: ["EMP-11"] },
  };
  const stages: readonly ApplicationStage[] = [
    "NONE",
    "PENDING",
    "INCOMPLETE",
    "GRANTED",
    "REFUSED",
    "WITHDRAWN",
    "INADMISSIBLE",
  ];

  it.each(stages.flatMap((stage) => Object.keys(commands).map((name) => [stage, name] as const)))("%s: %s", (stage, name) => {
    const state = stage === "NONE" ? null : inState(stage);
    const decision = decideApplication(law, state, commands[name]!, context());
    const allowed = APPLICATION_ACTIONS[stage].includes(commands[name]!.type);
    if (allowed) expect(decision.ok).toBe(true);
    else refused(decision, "action.notAllowed");
  });

  it("covers every action in the table", () => {
    const named = new Set(Object.values(APPLICATION_ACTIONS).flat());
    expect([...named].filter((name) => name !== "DecideGrant").sort()).toEqual(Object.keys(commands).sort());
  });

  it("asks at least one thing in a request for completion, and all of it in the answer", () => {
    refused(
      decideApplication(law, filed, { ...commands.RequestCompletion, missing: [] } as ApplicationCommand, context()),
      "completion.missing",
    );
    const incomplete = inState("INCOMPLETE");
    const answer = { type: "CompleteApplication" as const, fileRef: FILE, on: DAY, completion: { supplied: [], evidence: [] } };
    refused(decideApplication(law, incomplete, answer, context()), "completion.stillMissing");
  });

  it("takes what a completion changes into the application", () => {
    const evidence = [newRef<SealedRef>()];
    const completion = { supplied: ["PAYSLIP"], premiums: "WAGE_AND_GUIDANCE" as const, evidence };
    const command = { type: "CompleteApplication" as const, fileRef: FILE, on: DAY, completion };
    const events = taken(decideApplication(law, inState("INCOMPLETE"), command, context()));
    const after = events.reduce<Application>(evolveApplication, inState("INCOMPLETE"));
    expect(after).toMatchObject({
      state: "PENDING",
      premiums: "WAGE_AND_GUIDANCE",
      missing: [],
      supplied: ["PAYSLIP"],
      evidence,
    });
  });

  it("refuses with every ground that was found, and not without one", () => {
    const refuse = { type: "RefuseApplication" as const, fileRef: FILE, on: DAY };
    const found = groundsOf(checks({ notInDifficulty: false }, { residence: "BRUSSELS" }));
    const events = taken(decideApplication(law, filed, refuse, { ...context(), assessedGrounds: found }));
    expect(events[0]).toMatchObject({
      type: "ApplicationRefused",
      payload: { grounds: ["EMP-06", "EMP-11"], lawVersion: law.version },
    });
    refused(decideApplication(law, filed, refuse, context()), "refusal.grounds");
  });

  it("takes no step before the one that went before, nor tomorrow", () => {
    const withdraw = (on: typeof DAY) =>
      decideApplication(law, filed, { type: "WithdrawApplication", fileRef: FILE, on }, context());
    refused(withdraw(addDays(DAY, -1)), "date.order");
    refused(withdraw(addDays(DAY, 1)), "date.future");
  });
});
