// Quarterly runs over the database: frozen inputs, two persons, nothing twice, nothing half.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { projection } from "../../dossier/index.ts";
import { grantedEvents } from "../../dossier/testing.ts";
import {
  addDays,
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
  quarterOf,
} from "../../kernel/index.ts";
import { openLaw } from "../../law/open-law.ts";
import {
  createStore,
  masterKeyFrom,
  paymentPorts,
  recoveryStore,
  runStore,
  type Store,
  statementSource,
} from "../../store/index.ts";
import { type TestDatabase, testDatabase } from "../../store/testing.ts";
import { anAttest } from "../fixtures.ts";
import {
  explainCorrection,
  explainLine,
  foldRun,
  linesHashOf,
  type PaymentPorts,
  Recoveries,
  RUN_ACTIONS,
  type RunStage,
  type RunStore,
  Runs,
  recoveryStage,
  setOff,
  verifyQuarter,
} from "../index.ts";

const law = openLaw();
const Q = quarter("2024-Q3");
const number = quarterIndexNumber(Q);
const starter = { role: "payment officer", ref: "anna" };
const approver = { role: "payment approver", ref: "bram" };

let database: TestDatabase;
let store: Store;
let payment: PaymentPorts;
let runs: Runs;
let runStorage: RunStore;
let now: Instant = instant("2024-11-20T09:00:00.000Z");
const clock: Clock = { now: () => now, today: () => fixedClock(now).today() };
/** Time only goes forward, here as everywhere. */
const later = (days: number) => {
  now = instant(`${addDays(clock.today(), days)}T09:00:00.000Z`);
};

beforeAll(async () => {
  database = await testDatabase();
  store = createStore({ database, clock, project: projection, masterKey: masterKeyFrom(Buffer.alloc(32, 7)) });
  payment = paymentPorts(database.pool);
  runStorage = runStore(database.pool, foldRun);
  runs = new Runs({ payment, runs: runStorage, clock, law: () => law });
});
afterAll(() => database.close());

/** A grant from 2024-Q1, known since then, and the worker's attest of the quarter. */
async function aGrantWithAttest(more: Partial<Parameters<typeof anAttest>[0]> = {}) {
  const [person, employer, file, grantRef] = [newRef<PersonRef>(), newRef<EmployerRef>(), newRef<FileRef>(), newRef<GrantRef>()];
  const events = grantedEvents(law, { personRef: person, employerRef: employer, grantRef });
  await store.events.append("file", file, 0, events, {
    actor: starter,
    commandId: newRef(),
    recordedAt: instant("2024-02-01T10:00:00.000Z"),
  });
  const attest = anAttest({
    attestNo: newRef(),
    personRef: person,
    employerRef: employer,
    receivedAt: instant("2024-11-05T10:00:00.000Z"),
    ...more,
  });
  await payment.attests.take([attest]);
  return { grantRef, attest, file };
}

const linesOf = (grantRef: string) => payment.ledger.lines({ grantRef });
const started = async () => assertOk(await runs.start(number, starter)).runRef;
const approved = async () => {
  const runRef = await started();
  assertOk(await runs.calculate(runRef, starter));
  assertOk(await runs.approve(runRef, approver));
  return runRef;
};

beforeEach(async () => {
  later(5);
  for (const run of await runs.list(100)) {
    if (["STARTED", "CALCULATED", "APPROVED"].includes(run.stage)) assertOk(await runs.cancel(run.runRef, starter, "test"));
  }
});

describe("a run", () => {
  test("freezes, calculates, is approved by another person, and books what was approved", async () => {
    const { grantRef } = await aGrantWithAttest();
    const runRef = await started();
    const calculated = assertOk(await runs.calculate(runRef, starter));
    expect(calculated.result?.totals).toMatchObject([{ quarter: number, component: "WAGE", lines: 1 }]);
    expect(await linesOf(grantRef)).toEqual([]);
    assertOk(await runs.approve(runRef, approver));
    const booked = assertOk(await runs.book(runRef, starter));
    expect(booked.stage).toBe("BOOKED");
    const lines = await linesOf(grantRef);
    expect(lines).toMatchObject([{ runRef, seq: 0, origin: "initial", cents: calculated.result!.totals[0]!.cents }]);
    expect(await explainLine(law, payment, lines[0]!)).toMatchObject({ outcome: "replayed", agrees: true });
  });

  test("is not approved by who started it: not by the program, and not by the database", async () => {
    await aGrantWithAttest();
    const runRef = await started();
    assertOk(await runs.calculate(runRef, starter));
    expect(await runs.approve(runRef, starter)).toMatchObject({ ok: false, error: [{ id: "run.ownRun" }] });
    const own = { runRef, seq: 3, at: now, actor: starter, step: { step: "APPROVED" as const } };
    await expect(runStorage.add(own, false)).rejects.toThrow(/not approved by who started it/);
  });

  test("stays alone while it is open", async () => {
    const runRef = await started();
    expect(await runs.start(number, approver)).toMatchObject({ ok: false, error: [{ id: "run.otherOpen" }] });
    const both = await Promise.all([runs.cancel(runRef, starter, "x"), runs.cancel(runRef, starter, "x")]);
    // Who comes while the other is at it hears the same; who comes after it, that there is nothing to cancel any more.
    const heard = both.map((one) => (one.ok ? one.value.stage : one.error[0]?.id));
    expect(heard).toContain("CANCELLED");
    expect(heard.every((one) => one === "CANCELLED" || one === "action.notAllowed")).toBe(true);
    expect((await runs.find(runRef))?.stage).toBe("CANCELLED");
    expect((await runs.start(number, approver)).ok).toBe(true);
  });

  test("started by two at the same moment is started once", async () => {
    const outcomes = await Promise.all([runs.start(number, starter), runs.start(number, approver)]);
    expect(outcomes.filter((one) => one.ok)).toHaveLength(1);
  });

  test("does not see what comes to be known after its start", async () => {
    const { grantRef, attest } = await aGrantWithAttest();
    const runRef = await started();
    assertOk(await runs.calculate(runRef, starter));
    later(2);
    await payment.attests.take([{ ...attest, version: 1, status: 1, grossCents: 100_000, receivedAt: now }]);
    assertOk(await runs.approve(runRef, approver));
    assertOk(await runs.book(runRef, starter));
    const [line] = await linesOf(grantRef);
    expect(line).toMatchObject({ attestVersion: 0, bookedAt: now });
    expect(await explainLine(law, payment, line!)).toMatchObject({ agrees: true });

    later(9);
    const next = await approved();
    assertOk(await runs.book(next, approver));
    expect(await linesOf(grantRef)).toMatchObject([{ seq: 0 }, { seq: 1, origin: "correction", attestVersion: 1 }]);
  });

  test("booked by two processes at the same moment books once", async () => {
    const { grantRef } = await aGrantWithAttest();
    const runRef = await approved();
    const outcomes = await Promise.all([runs.book(runRef, starter), runs.book(runRef, starter)]);
    expect(outcomes.some((one) => one.ok && one.value.stage === "BOOKED")).toBe(true);
    expect(await linesOf(grantRef)).toHaveLength(1);
    expect((await runs.find(runRef))!.stage).toBe("BOOKED");
  });

  test("that breaks off in the middle of booking leaves nothing, and books when it is tried again", async () => {
    const { grantRef } = await aGrantWithAttest();
    const runRef = await approved();
    const broken: RunStore = {
      ...runStorage,
      book: (lines, step) =>
        runStorage.book(
          (async function* () {
            yield* lines;
            throw new Error("power cut");
          })(),
          step,
        ),
    };
    const dying = new Runs({ payment, runs: broken, clock, law: () => law });
    await expect(dying.book(runRef, starter)).rejects.toThrow("power cut");
    expect(await linesOf(grantRef)).toEqual([]);
    expect((await runs.find(runRef))!.stage).toBe("APPROVED");
    assertOk(await runs.book(runRef, starter));
    expect(await linesOf(grantRef)).toHaveLength(1);
  });

  test("is not booked when what was approved is no longer what comes out", async () => {
    await aGrantWithAttest();
    const runRef = await approved();
    // An attest that claims to have come before the run started: the frozen inputs were tampered with.
    await aGrantWithAttest();
    expect(await runs.book(runRef, starter)).toMatchObject({ ok: false, error: [{ id: "run.resultMoved" }] });
  });

  test("is not calculated under another law than it started with", async () => {
    const runRef = await started();
    const changed = assertOk(law.withParameters([{ id: "ggmmi", value: "3000.00", from: d("2024-07-01") }]));
    const other = new Runs({ payment, runs: runStorage, clock, law: () => changed });
    expect(await other.calculate(runRef, starter)).toMatchObject({ ok: false, error: [{ id: "run.lawMoved" }] });
    expect((await other.cancel(runRef, starter, "law changed")).ok).toBe(true);
  });

  test("is for a quarter that is over, and corrects earlier quarters only", async () => {
    expect(await runs.start(quarterIndexNumber(quarterOf(clock.today())), starter)).toMatchObject({
      ok: false,
      error: [{ id: "run.quarterNotOver" }],
    });
    expect(await runs.start(number, starter, number + 1)).toMatchObject({ ok: false, error: [{ id: "run.correctFrom" }] });
  });

  test("corrects earlier quarters in the same run", async () => {
    const { grantRef, attest } = await aGrantWithAttest();
    await payment.attests.take([{ ...attest, attestNo: newRef(), quarter: number - 1 }]);
    const runRef = assertOk(await runs.start(number, starter, number - 1)).runRef;
    const seen: number[] = [];
    assertOk(await runs.calculate(runRef, starter, (done) => seen.push(done)));
    // All quarters of a slice go together, and there is one slice of employers.
    expect(seen).toEqual([1]);
    assertOk(await runs.approve(runRef, approver));
    assertOk(await runs.book(runRef, starter));
    expect((await linesOf(grantRef)).map((line) => line.quarter)).toEqual([number - 1, number]);
  });

  test("shows before approval what it would book and what needs a look", async () => {
    const { grantRef } = await aGrantWithAttest();
    const silent = await aGrantWithAttest({ quarter: number + 1 });
    const refused = await aGrantWithAttest({ grossCents: 0, contributionCents: 0, reductionCents: 5 });
    const runRef = await started();
    const report = assertOk(await runs.report(runRef));
    expect(report.undeclared).toContain(silent.grantRef);
    expect(report.undeclared).not.toContain(grantRef);
    expect(report.withheld.map((one) => one.grantRef)).toEqual([refused.grantRef]);
    const calculated = assertOk(await runs.calculate(runRef, starter));
    expect(calculated.result?.withheld).toBe(1);
    assertOk(await runs.reject(runRef, approver, "look at it"));
  });
});

test("all lines of a quarter replay together, and a line that is not right is found", async () => {
  const { grantRef } = await aGrantWithAttest();
  assertOk(await runs.book(await approved(), starter));
  const verified = await verifyQuarter(law, payment, number);
  expect(verified.lines).toBeGreaterThan(3);
  expect(verified.flaws).toEqual([]);
  const [line] = await linesOf(grantRef);
  await payment.ledger.book([
    {
      ...line!,
      seq: 1,
      cents: 1,
      origin: "correction",
      runRef: newRef(),
      parametersHash: law.asKnownOn(addDays(clock.today(), 1)).parametersHash,
      bookedAt: instant(`${addDays(clock.today(), 1)}T09:00:00.000Z`),
    },
  ]);
  const found = await verifyQuarter(law, payment, number);
  expect(found.flaws).toMatchObject([{ flaw: "DIFFERS", cents: 0, line: { grantRef, cents: 1 } }]);
});

describe("a statement", () => {
  test("is frozen with the lines: one per employer, with their sum and hash, and nobody can change it", async () => {
    const { grantRef, attest } = await aGrantWithAttest();
    const runRef = await approved();
    const statements = statementSource(database.pool);
    expect(await statements.ofRun(runRef, 100)).toEqual([]);
    assertOk(await runs.book(runRef, starter));
    const head = (await statements.ofRun(runRef, 1_000)).find((one) => one.beneficiary.ref === attest.employerRef)!;
    const lines = await linesOf(grantRef);
    expect(head).toMatchObject({ runRef, quarter: number, lines: 1, cents: lines[0]!.cents, frozenAt: now });
    const statement = (await statements.read(head.statementRef))!;
    expect(statement.of).toEqual([{ ...lines[0], personRef: attest.personRef }]);
    expect(linesHashOf(statement.of)).toBe(head.linesHash);
    for (const sql of ["update pay.statement set cents = 0", "delete from pay.statement"]) {
      await expect(database.pool.query(sql)).rejects.toThrow(/permission denied|refused/);
      await expect(database.asOwner((client) => client.query(sql))).rejects.toThrow(/this table only grows/);
    }
  });

  test("stays as it was when a later run corrects it; the correction has a statement of its own", async () => {
    const { attest } = await aGrantWithAttest();
    const first = await approved();
    assertOk(await runs.book(first, starter));
    const statements = statementSource(database.pool);
    const [before] = await statements.ofBeneficiary(attest.employerRef);
    const read = await statements.read(before!.statementRef);
    later(3);
    await payment.attests.take([{ ...attest, version: 1, status: 1, grossCents: 700_000, receivedAt: now }]);
    assertOk(await runs.book(await approved(), starter));
    const [after, kept] = await statements.ofBeneficiary(attest.employerRef);
    expect(kept).toEqual(before);
    expect(await statements.read(before!.statementRef)).toEqual(read);
    expect(after!.cents).toBeLessThan(0);
    const recoveries = new Recoveries({ payment, recoveries: recoveryStore(database.pool), law: () => law, clock });
    expect(await recoveries.ofBeneficiary(attest.employerRef)).toMatchObject([{ runRef: after!.runRef, cents: -after!.cents }]);
  });
});

describe("readings of open points", () => {
  const otherwise = assertOk(law.withSwitches({ "OPEN-01": "5/4/11" }));

  test("are frozen with the run: it goes on under them when a default changes, and its lines replay", async () => {
    const { grantRef } = await aGrantWithAttest();
    const runRef = await started();
    const changed = new Runs({ payment, runs: runStorage, clock, law: () => otherwise });
    const usual = assertOk(await runs.calculate(runRef, starter)).result!.fingerprint;
    assertOk(await runs.approve(runRef, approver));
    assertOk(await changed.book(runRef, starter));
    expect((await runs.find(runRef))!.result!.fingerprint).toBe(usual);
    const [line] = await linesOf(grantRef);
    expect(line!.parametersHash).not.toBe(law.parametersHash);
    for (const now of [law, otherwise]) expect(await explainLine(now, payment, line!)).toMatchObject({ agrees: true });
  });

  test("that are read otherwise later give the difference, with the reading as its cause", async () => {
    // In the ninth quarter the two readings of the phases differ.
    const { grantRef, attest } = await aGrantWithAttest();
    const ninth = number + 6;
    later(700);
    await payment.attests.take([{ ...attest, attestNo: newRef(), quarter: ninth, grossCents: 600_000, receivedAt: now }]);
    const runIn = async (using: Runs) => {
      const { runRef } = assertOk(await using.start(ninth, starter));
      assertOk(await using.calculate(runRef, starter));
      assertOk(await using.approve(runRef, approver));
      assertOk(await using.book(runRef, starter));
    };
    await runIn(runs);
    later(1);
    await runIn(new Runs({ payment, runs: runStorage, clock, law: () => otherwise }));
    const lines = (await linesOf(grantRef)).filter((line) => line.quarter === ninth);
    expect(lines.map((line) => line.origin)).toEqual(["initial", "correction"]);
    const why = await explainCorrection(law, payment, lines[1]!);
    expect(why).toMatchObject({ outcome: "explained", causes: [{ kind: "READING", name: "OPEN-01", cents: lines[1]!.cents }] });
    expect(await verifyQuarter(law, payment, ninth)).toMatchObject({ flaws: [] });
  });
});

test("a run tells others how far it is", async () => {
  await aGrantWithAttest();
  const runRef = await started();
  expect(await runs.progress(runRef)).toBeNull();
  assertOk(await runs.calculate(runRef, starter));
  expect(await runs.progress(runRef)).toMatchObject({ doing: "CALCULATE", done: 1, of: 1 });
});

describe("a run that takes money back", () => {
  test("proposes one recovery per employer, decided by another person, settled to the last cent", async () => {
    const { grantRef, attest } = await aGrantWithAttest();
    assertOk(await runs.book(await approved(), starter));
    const [paid] = await linesOf(grantRef);
    later(2);
    await payment.attests.take([{ ...attest, version: 1, status: 3, receivedAt: now }]);
    const back = await approved();
    assertOk(await runs.book(back, starter));

    const recoveries = new Recoveries({ payment, recoveries: recoveryStore(database.pool), law: () => law, clock });
    const [recovery, ...more] = await recoveries.proposeFromRun(back, starter);
    expect(more).toEqual([]);
    expect(recovery).toMatchObject({ beneficiary: { kind: "EMPLOYER", ref: attest.employerRef }, cents: paid!.cents });
    expect(await recoveries.proposeFromRun(back, approver)).toEqual([recovery]);

    const { recoveryRef, cents } = recovery!;
    const decide = { type: "DECIDE" as const, how: { manner: "SET_OFF" as const }, reason: "agreed by phone" };
    expect(await recoveries.do(recoveryRef, decide, starter)).toMatchObject({
      ok: false,
      error: [{ id: "recovery.ownProposal" }],
    });
    const own = {
      recoveryRef,
      seq: 2,
      at: now,
      actor: starter,
      step: { step: "DECIDED" as const, how: decide.how, reason: "x" },
    };
    await expect(recoveryStore(database.pool).add([own])).rejects.toThrow(/not decided by who proposed it/);
    const running = assertOk(await recoveries.do(recoveryRef, decide, approver));
    const { payCents, heldBack } = setOff(cents + 500, [running]);
    expect([payCents, heldBack]).toEqual([500, [{ recoveryRef, cents }]]);
    const settle = { type: "SETTLE" as const, cents, by: "SET_OFF" as const, ref: back };
    const twice = await Promise.all([recoveries.do(recoveryRef, settle, starter), recoveries.do(recoveryRef, settle, starter)]);
    expect(twice.filter((one) => one.ok)).toHaveLength(1);
    expect(recoveryStage(await recoveries.find(recoveryRef))).toBe("CLOSED");
    expect(await recoveries.ofBeneficiary(attest.employerRef)).toHaveLength(1);
  });
});

describe("what may happen next to a run", () => {
  test("follows the table in every stage", async () => {
    const stages: RunStage[] = ["STARTED", "CALCULATED", "APPROVED", "BOOKED"];
    const attempts = {
      CALCULATE: (ref: string) => runs.calculate(ref, starter),
      APPROVE: (ref: string) => runs.approve(ref, approver),
      REJECT: (ref: string) => runs.reject(ref, approver, "x"),
      BOOK: (ref: string) => runs.book(ref, starter),
    } as const;
    for (const stage of stages) {
      const runRef = await started();
      if (stage !== "STARTED") assertOk(await runs.calculate(runRef, starter));
      if (stage === "APPROVED" || stage === "BOOKED") assertOk(await runs.approve(runRef, approver));
      if (stage === "BOOKED") assertOk(await runs.book(runRef, starter));
      for (const [action, attempt] of Object.entries(attempts)) {
        if ((RUN_ACTIONS[stage] as readonly string[]).includes(action)) continue;
        expect(await attempt(runRef)).toMatchObject({ ok: false, error: [{ id: "action.notAllowed" }] });
      }
      if (stage !== "BOOKED") assertOk(await runs.cancel(runRef, starter, "test"));
    }
  });

  test("needs a run", async () => {
    expect(await runs.calculate(newRef(), starter)).toMatchObject({ ok: false, error: [{ id: "run.unknown" }] });
  });

  test("is never changed afterwards: steps only grow", async () => {
    await expect(database.pool.query("update pay.run_step set actor_ref = 'x'")).rejects.toThrow(/permission denied|refused/);
    await expect(database.pool.query("delete from pay.run_step")).rejects.toThrow(/permission denied|refused/);
  });
});
