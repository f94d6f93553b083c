// What stands beside the runs, over the database: blocks, advances, payouts, public accounts, samples, forecasts.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type DossierEvent, type GrantFacts, projection } from "../dossier/index.ts";
import { anApplication } from "../dossier/testing.ts";
import {
  addQuarters,
  assertOk,
  type Clock,
  plainDate as d,
  type EmployerRef,
  type FileRef,
  fixedClock,
  type GrantRef,
  type Instant,
  instant,
  newRef,
  type PersonRef,
  quarter,
  quarterIndexNumber,
} from "../kernel/index.ts";
import { storeGraph } from "../law/index.ts";
import { openLaw } from "../law/open-law.ts";
import {
  accountStore,
  advanceStore,
  blockStore,
  bundleSource,
  createStore,
  lastWages,
  masterKeyFrom,
  olderPositions,
  paymentPorts,
  recoveryStore,
  runStore,
  type Store,
  sampleStore,
} from "../store/index.ts";
import { type TestDatabase, testDatabase } from "../store/testing.ts";
import { anAttest } from "./fixtures.ts";
import {
  type AccountEntry,
  Accounts,
  Advances,
  Blocks,
  drawSample,
  Forecasts,
  foldRun,
  type PaymentPorts,
  Payouts,
  Recoveries,
  Runs,
  Samples,
} from "./index.ts";

const law = openLaw();
const withAmount = assertOk(law.withParameters([{ id: "advance.reference", value: "500.00" }]));
const Q = quarter("2024-Q3");
const number = quarterIndexNumber(Q);
const officer = { role: "paymentOfficer", ref: "anna" };
const approver = { role: "paymentApprover", ref: "bram" };

let database: TestDatabase;
let store: Store;
let payment: PaymentPorts;
const now: Instant = instant("2024-11-20T09:00:00.000Z");
const clock: Clock = { now: () => now, today: () => fixedClock(now).today() };
let blocks: Blocks;
let recoveries: Recoveries;
let advances: Advances;
let payouts: Payouts;
let forecasts: Forecasts;
let accounts: Accounts;
let samples: Samples;
let runRef = "";
const made: { grantRef: GrantRef; employer: EmployerRef; fileRef: FileRef }[] = [];

beforeAll(async () => {
  database = await testDatabase();
  const { pool } = database;
  store = createStore({ database, clock, project: projection, masterKey: masterKeyFrom(Buffer.alloc(32, 7)) });
  payment = paymentPorts(pool);
  blocks = new Blocks({ blocks: blockStore(pool), clock });
  recoveries = new Recoveries({ payment, recoveries: recoveryStore(pool), law: () => law, clock });
  advances = new Advances({ advances: advanceStore(pool), positions: payment.positions, clock, law: () => withAmount });
  payouts = new Payouts({ blocks, recoveries, advances });
  forecasts = new Forecasts({
    positions: payment.positions,
    rightsIn: (quarter, knownAt) => olderPositions(pool, { quarter, knownAt }),
    wages: lastWages(pool),
    law: () => law,
    clock,
  });
  accounts = new Accounts({ accounts: accountStore(pool), forecasts, law: () => law, clock });
  samples = new Samples({ samples: sampleStore(pool), bundles: bundleSource(pool), payment, law: () => law, clock });
  await payment.graphs.keep(storeGraph(law.graph));
  for (let n = 0; n < 12; n += 1) made.push(await aGrantWithAttest(n));
  const runs = new Runs({ payment, runs: runStore(pool, foldRun), clock, law: () => law });
  runRef = assertOk(await runs.start(number, officer)).runRef;
  assertOk(await runs.calculate(runRef, officer));
  assertOk(await runs.approve(runRef, approver));
  assertOk(await runs.book(runRef, officer));
});
afterAll(() => database.close());

async function aGrantWithAttest(n: number) {
  const [person, employer, fileRef, grantRef] = [
    newRef<PersonRef>(),
    newRef<EmployerRef>(),
    newRef<FileRef>(),
    newRef<GrantRef>(),
  ];
  const start = quarter("2024-Q1");
  const facts: GrantFacts = {
    grantRef,
    decidedOn: d("2024-02-01"),
    applicant: "EMPLOYER",
    employerRef: employer,
    personRef: person,
    premiums: "WAGE",
    ticketRef: null,
    package: "P5",
    percentage: null,
    collectivePercentage: null,
    guidanceNeed: "NONE",
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
  const events: DossierEvent[] = [
    {
      type: "ApplicationFiled",
      effectiveOn: d("2024-01-15"),
      payload: { ...anApplication(), fileRef, employerRef: employer, personRef: person } as never,
    },
    { type: "GrantDecided", effectiveOn: d("2024-02-01"), payload: facts },
  ];
  const appended = await store.events.append("file", fileRef, 0, events, {
    actor: { role: "caseHandler", ref: "karel" },
    commandId: newRef(),
  });
  expect(appended.outcome).toBe("appended");
  await payment.attests.take([
    anAttest({ attestNo: `A-${n}`, personRef: person, employerRef: employer, receivedAt: instant("2024-11-01T09:00:00.000Z") }),
    anAttest({
      attestNo: `B-${n}`,
      quarter: number - 1,
      personRef: person,
      employerRef: employer,
      receivedAt: instant("2024-08-01T09:00:00.000Z"),
    }),
  ]);
  return { grantRef, employer, fileRef };
}

const of = (n: number) => ({ kind: "EMPLOYER" as const, ref: made[n]!.employer as string });
const moment = () => ({ runRef, quarter: number, on: d("2024-12-05") });

describe("payment blocks in the database", () => {
  const terms = (n: number, payeeRef: string | null) => ({
    kind: "SEIZURE" as const,
    beneficiary: of(n),
    from: d("2024-11-01"),
    mostCents: null,
    payeeRef,
  });

  test("are confirmed by another person, whatever program writes the step", async () => {
    const block = assertOk(await blocks.set({ type: "SET", terms: terms(0, newRef()), reasonRef: newRef() }, officer));
    const own = { blockRef: block.blockRef, seq: 2, at: now, actor: officer, step: { step: "CONFIRMED" as const } };
    await expect(blockStore(database.pool).add([own])).rejects.toThrow(/not confirmed by who set it/);
    expect(assertOk(await blocks.do(block.blockRef, { type: "CONFIRM" }, approver)).stage).toBe("IN_FORCE");
    const asked = await blocks.do(block.blockRef, { type: "LIFT", lastDay: d("2025-01-01"), reasonRef: newRef() }, approver);
    expect(assertOk(asked).stage).toBe("LIFT_PROPOSED");
    const ownLift = { ...own, seq: 4, actor: approver, step: { step: "LIFTED" as const, lastDay: d("2025-01-01") } };
    await expect(blockStore(database.pool).add([ownLift])).rejects.toThrow(/not confirmed by who set it/);
    expect(assertOk(await blocks.do(block.blockRef, { type: "KEEP" }, approver)).stage).toBe("IN_FORCE");
  });

  test("only grow", async () => {
    await expect(database.pool.query("update pay.block_step set actor_ref = 'x'")).rejects.toThrow(/permission denied|refused/);
    await expect(database.pool.query("delete from pay.commitment")).rejects.toThrow(/permission denied|refused/);
  });

  test("two people who act at once: one does, the other looks again", async () => {
    const block = assertOk(await blocks.set({ type: "SET", terms: terms(1, newRef()), reasonRef: newRef() }, officer));
    const both = await Promise.all([
      blocks.do(block.blockRef, { type: "CONFIRM" }, approver),
      blocks.do(block.blockRef, { type: "REFUSE", reasonRef: newRef() }, approver),
    ]);
    expect(both.filter((one) => one.ok)).toHaveLength(1);
  });
});

describe("payouts", () => {
  test("settle what stands against a beneficiary, once per run", async () => {
    const held = assertOk(
      await blocks.set(
        {
          type: "SET",
          terms: { kind: "SEIZURE", beneficiary: of(2), from: d("2024-11-01"), mostCents: 1_000, payeeRef: null },
          reasonRef: newRef(),
        },
        officer,
      ),
    );
    const recoveryRef = newRef();
    assertOk(await recoveries.do(recoveryRef, { type: "PROPOSE", runRef: newRef(), beneficiary: of(2), cents: 2_000 }, officer));
    assertOk(await recoveries.do(recoveryRef, { type: "DECIDE", how: { manner: "SET_OFF" }, reason: "x" }, approver));
    const plan = await payouts.plan(moment(), [{ beneficiary: of(2), cents: 10_000 }]);
    expect(plan).toMatchObject([{ payCents: 7_000, heldBack: [{ recoveryRef, cents: 2_000 }], held: [{ cents: 1_000 }] }]);
    assertOk(await payouts.settle(moment(), plan, officer));
    assertOk(await payouts.settle(moment(), plan, officer));
    expect((await blocks.find(held.blockRef))?.heldCents).toBe(1_000);
    expect((await recoveries.find(recoveryRef))?.settledCents).toBe(2_000);
  });

  test("settle advances of the quarter, and leave the excess to the next months", async () => {
    const { grantRef } = made[3]!;
    const asked = assertOk(await advances.request(grantRef, d("2024-11-01"), officer));
    expect(await advances.request(grantRef, d("2024-11-01"), officer)).toMatchObject({
      ok: false,
      error: [{ id: "advance.already" }],
    });
    assertOk(await advances.do(asked.advanceRef, { type: "GRANT" }, officer));
    assertOk(await advances.do(asked.advanceRef, { type: "PAY", month: d("2024-11-01"), batchRef: newRef() }, officer));
    const q4 = { ...moment(), quarter: number + 1 };
    const plan = await payouts.plan(q4, [{ beneficiary: of(3), cents: 20_000 }]);
    expect(plan).toMatchObject([{ payCents: 0, advances: [{ advanceRef: asked.advanceRef, cents: 20_000 }] }]);
    assertOk(await payouts.settle(q4, plan, officer));
    assertOk(await payouts.settle(q4, plan, officer));
    expect((await advances.find(asked.advanceRef))?.settledCents).toBe(20_000);
  });

  test("refuse an advance while the law gives no amount", async () => {
    const off = new Advances({ advances: advanceStore(database.pool), positions: payment.positions, clock, law: () => law });
    expect(await off.request(made[4]!.grantRef, d("2024-11-01"), officer)).toMatchObject({
      ok: false,
      error: [{ id: "advance.off" }],
    });
  });
});

describe("the public accounts", () => {
  test("engage every grant once, and stand beside what was paid", async () => {
    assertOk(
      await accounts.record({ article: "TEST-1", year: 2024, title: "Test", components: ["WAGE"], creditCents: 1 }, officer),
    );
    expect(await accounts.commitAll()).toBe(made.length);
    expect(await accounts.commitAll()).toBe(0);
    const [line] = await accounts.overview();
    expect(line).toMatchObject({ article: "TEST-1", year: 2024, creditCents: 1 });
    const booked = await payment.ledger.lines({ runRef });
    expect(line?.settledCents).toBe(booked.reduce((sum, one) => sum + one.cents, 0));
    // Booked is not paid: no bank said anything yet.
    expect(line?.paidCents).toBe(0);
    expect(line?.committedCents).toBeGreaterThan(line?.settledCents ?? 0);
  });

  test("let a grant through by default, and stop it at the credit under the other reading (OPEN-33)", async () => {
    const [position] = await payment.positions.positionsIn(number, null, made[0]!.grantRef);
    const grantRef = newRef();
    const fresh = { grantRef, decidedOn: "2024-03-01", positions: [{ ...position!, grantRef }] };
    const [line] = await accounts.overview();
    const gated = { "OPEN-33": "BUDGET_GATE" };
    const before = line!.committedCents - line!.creditCents!;
    const { overCents } = assertOk(await accounts.gate(fresh));
    expect(overCents).toBeGreaterThan(before);
    const taken = overCents! - before;
    expect(await accounts.gate(fresh, gated)).toMatchObject({ ok: false, error: [{ id: "budget.usedUp", rule: "OPEN-33" }] });
    const credit = async (creditCents: number) =>
      assertOk(
        await accounts.record({ article: "TEST-1", year: 2024, title: "Test", components: ["WAGE"], creditCents }, officer),
      );
    await credit(line!.committedCents + taken - 1);
    expect(await accounts.gate(fresh, gated)).toMatchObject({ ok: false });
    await credit(line!.committedCents + taken);
    expect(await accounts.gate(fresh, gated)).toEqual({ ok: true, value: { overCents: null } });
    expect(await accounts.gate({ ...fresh, decidedOn: "2023-12-31" }, gated)).toMatchObject({
      ok: false,
      error: [{ id: "budget.noCredit" }],
    });
  });

  test("export every movement of a year, and add up to the overview", async () => {
    const found: AccountEntry[] = [];
    for await (const entry of accounts.entries(2024)) found.push(entry);
    const sum = (kind: string) => found.filter((one) => one.kind === kind).reduce((total, one) => total + one.cents, 0);
    const [line] = await accounts.overview();
    expect([sum("COMMITMENT"), sum("SETTLEMENT")]).toEqual([line?.committedCents, line?.settledCents]);
    expect(sum("PAYMENT") + sum("RETURN") + sum("RECEIPT")).toBe(line?.paidCents);
    expect(found.filter((one) => one.kind === "COMMITMENT")).toHaveLength(made.length);
  });

  test("say what each undertaking received", async () => {
    const executed = made.slice(0, 2).map((one, at) => ({ employer: one.employer, cents: 10_000 * (at + 1) }));
    for (const { employer, cents } of executed) {
      const { rows } = await database.pool.query<{ ref: string }>(
        `insert into pay.payment (payment_ref, run_ref, beneficiary_kind, beneficiary_ref, cents, created_at)
         values (gen_random_uuid(), $1, 'EMPLOYER', $2, $3, $4) returning payment_ref as ref`,
        [runRef, employer, cents, now],
      );
      const step = "insert into pay.payment_step (payment_ref, attempt, step, at, body) values ($1, 1, 'EXECUTED', $2, '{}')";
      await database.pool.query(step, [rows[0]!.ref, now]);
    }
    const aid = await accounts.stateAid(2024, 100);
    expect(aid.map((one) => [one.employerRef, one.totalCents])).toEqual(
      executed.reverse().map((one) => [one.employer, one.cents]),
    );
    expect(await accounts.stateAid(2024, 100, made[0]!.employer)).toMatchObject([
      { employerRef: made[0]!.employer, wageCents: 10_000, guidanceCents: 0 },
    ]);
    expect(await accounts.stateAid(2024, 100, made[5]!.employer)).toEqual([]);
  });
});

describe("a forecast over the records", () => {
  test("of the quarter that was booked, on the wages before it, is near what was booked", async () => {
    const foreseen = await forecasts.of(number);
    const booked = await payment.ledger.lines({ runRef });
    expect(foreseen.cents).toBe(booked.reduce((sum, one) => sum + one.cents, 0));
    const ahead = await forecasts.ahead();
    expect(ahead.quarters).toHaveLength(8);
    expect(ahead.wagesUpTo).toBe(number);
    expect(ahead.quarters[0]?.components[0]).toMatchObject({ component: "WAGE", grants: made.length });
  });
});

describe("an auditor's sample", () => {
  const request = { seed: "2024-11-20 MS", size: 5, fromQuarter: number, untilQuarter: number, component: null };

  test("is the same whoever draws it with the seed, in the database or by hand", async () => {
    const first = assertOk(await samples.draw(request, approver));
    const again = assertOk(await samples.draw({ ...request, knownAt: first.knownAt }, officer));
    expect(again.lines).toEqual(first.lines);
    const all = await payment.ledger.lines({ quarter: number });
    const byHand = drawSample(all, request.seed, 5).map(({ grantRef, quarter: q, component, seq }) => ({
      grantRef,
      quarter: q,
      component,
      seq,
    }));
    expect(first.lines).toEqual(byHand);
    expect(first).toMatchObject({ frameLines: all.length, frameCents: all.reduce((sum, one) => sum + one.cents, 0) });
    expect(assertOk(await samples.draw({ ...request, seed: "another" }, approver)).lines).not.toEqual(first.lines);
    expect((await samples.find(first.sampleRef))?.lines).toEqual(first.lines);
  });

  test("opens each payment as one bundle", async () => {
    const { lines } = assertOk(await samples.draw(request, approver));
    for (const key of lines) {
      const bundle = await samples.open(key);
      expect(bundle?.replay).toMatchObject({ outcome: "replayed", agrees: true });
      expect(bundle?.origin).toMatchObject({ fileRef: expect.any(String), decidedOn: "2024-02-01", filedOn: "2024-01-15" });
      expect(bundle?.origin.attest?.attestNo).toMatch(/^A-/);
      expect(bundle?.origin.run.map((one) => one.step)).toEqual(["STARTED", "CALCULATED", "APPROVED", "BOOKED"]);
      expect(bundle?.origin.steps.map((one) => one.type)).toEqual(["ApplicationFiled", "GrantDecided"]);
    }
    expect(await samples.open({ ...lines[0]!, seq: 99 })).toBeNull();
    // A block stands in the bundle of the payment that it took part of, and in no other.
    const kinds = async (n: number) =>
      (await samples.open({ grantRef: made[n]!.grantRef, quarter: number, component: "WAGE", seq: 0 }))?.overrides.map(
        (one) => one.kind,
      );
    expect([await kinds(2), await kinds(5)]).toEqual([["BLOCK"], []]);
  });

  test("refuses what cannot be drawn, with every reason", async () => {
    const wrong = await samples.draw({ ...request, seed: "", size: 501, fromQuarter: number + 1 }, approver);
    expect(wrong).toMatchObject({ ok: false, error: [{ id: "sample.seed" }, { id: "sample.size" }, { id: "sample.quarters" }] });
    const empty = await samples.draw({ ...request, fromQuarter: 10, untilQuarter: 11 }, approver);
    expect(empty).toMatchObject({ ok: false, error: [{ id: "sample.empty" }] });
  });
});
