// Older rights through store, run and ledger: booked as their own components, corrected, replayed, and never beside a grant.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createDossier, type Dossier, type DossierCommand, type OldRightFacts, projection } from "../dossier/index.ts";
import { grantedEvents } from "../dossier/testing.ts";
import {
  assertOk,
  type Cents,
  type Clock,
  type EmployerRef,
  type FileRef,
  type GrantRef,
  type Instant,
  instant,
  newRef,
  type PersonRef,
  plainDate,
  quarter,
  quarterIndexNumber,
  type RightRef,
  type SealedRef,
} from "../kernel/index.ts";
import { stepLines, storeGraph } from "../law/index.ts";
import { openLaw } from "../law/open-law.ts";
import {
  createStore,
  dossierQueries,
  lastWages,
  masterKeyFrom,
  olderPositions,
  paymentPorts,
  type Store,
} from "../store/index.ts";
import { type TestDatabase, testDatabase } from "../store/testing.ts";
import { positionOfRight } from "./entitlement/older/position-of-right.ts";
import { anAttest } from "./fixtures.ts";
import { type Attest, explainLine, Forecasts, type LedgerLine, type PaymentPorts, ruleOfReplay, verifyQuarter } from "./index.ts";
import { runLines } from "./run/run-lines.ts";

const law = openLaw();
let moment = Date.parse("2026-11-23T10:00:00.000Z");
/** Each thing that happens is a minute later. */
const tick = (): Instant => {
  moment += 60_000;
  return instant(new Date(moment).toISOString());
};
const clock: Clock = { now: () => instant(new Date(moment).toISOString()), today: () => plainDate("2026-11-23") };
const Q = quarterIndexNumber(quarter("2024-Q3"));
let database: TestDatabase;
let store: Store;
let dossier: Dossier;
let payment: PaymentPorts;
beforeAll(async () => {
  database = await testDatabase();
  store = createStore({ database, clock, project: projection, masterKey: masterKeyFrom(Buffer.alloc(32, 7)) });
  dossier = createDossier({ events: store.events, queries: dossierQueries(database.pool), clock, law: () => law });
  payment = paymentPorts(database.pool);
});
afterAll(() => database.close());

const actor = { role: "test", ref: "test" };
const run = async (command: DossierCommand) => {
  tick();
  return assertOk(await dossier.handle(command, { commandId: newRef(), actor }));
};
const declared = (more: Partial<Attest>): Attest => anAttest({ quarter: Q, receivedAt: tick(), ...more });

const vop = (more: Partial<OldRightFacts>): OldRightFacts => ({
  measure: "VOP",
  personRef: newRef<PersonRef>(),
  employerRef: newRef<EmployerRef>(),
  startedOn: plainDate("2022-05-10"),
  startQuarter: quarter("2022-Q2"),
  quarters: 20,
  schedule: [
    { throughQuarter: 5, percentage: 40 },
    { throughQuarter: 9, percentage: 30 },
    { throughQuarter: 20, percentage: 20 },
  ],
  endsOn: plainDate("2027-03-31"),
  source: "vop-2023-06",
  ...more,
});

async function recorded(more: Partial<OldRightFacts> = {}) {
  const rightRef = newRef<RightRef>();
  const right = vop(more);
  await run({ type: "RecordOldRight", rightRef, right });
  return { rightRef, personRef: right.personRef as string, employerRef: right.employerRef as string };
}

/** A grant of the same relation from 2024-Q1 on, decided without naming the right. */
async function granted(of: { readonly personRef: string; readonly employerRef: string }) {
  const fileRef = newRef<FileRef>();
  const grantRef = newRef();
  tick();
  const events = grantedEvents(law, { ...of, grantRef });
  const appended = await store.events.append("file", fileRef, 0, events, { actor, commandId: newRef() });
  expect(appended.outcome).toBe("appended");
  return { fileRef, grantRef };
}

/** Why the last run withheld, by right or grant. */
const withheld = new Map<string, readonly string[]>();

/** A run over the quarter as known now, all slices, booked. */
async function runQuarter(): Promise<readonly LedgerLine[]> {
  withheld.clear();
  const known = law.asKnownOn(clock.today());
  const at = tick();
  const start = {
    quarter: Q,
    correctFrom: Q,
    knownAt: at,
    lawKnownOn: clock.today(),
    lawVersion: law.version,
    graphHash: known.graph.hash,
    parametersHash: known.parametersHash,
    switches: {},
  };
  const lines: LedgerLine[] = [];
  for await (const { quarters } of runLines(known, payment, start, newRef(), at))
    for (const one of quarters) {
      lines.push(...one.lines);
      for (const { position, withheld: why } of one.entitlements) if (why.length > 0) withheld.set(position.grantRef, why);
    }
  await payment.graphs.keep(storeGraph(known.graph));
  expect(await payment.ledger.book(lines)).toBe("booked");
  return lines;
}

describe("older rights in the ledger", () => {
  test("are booked, corrected by a later declaration, explained and verified", async () => {
    const { rightRef, personRef, employerRef } = await recorded();
    const attest = declared({
      attestNo: "O-1",
      personRef,
      employerRef,
      quarter: Q,
      grossCents: 600_000,
      contributionCents: 150_000,
      reductionCents: 0,
    });
    await payment.attests.take([attest]);
    const [first, ...rest] = await runQuarter();
    expect(rest).toEqual([]);
    // The tenth quarter of the schedule: 20 % of the reference wage.
    expect(first).toMatchObject({ grantRef: rightRef, component: "VOP", seq: 0, cents: 150_000, employerRef, attestNo: "O-1" });
    expect(await runQuarter()).toEqual([]);
    await payment.attests.take([declared({ ...attest, version: 1, status: 1, grossCents: 500_000, receivedAt: tick() })]);
    const [correction] = await runQuarter();
    expect(correction).toMatchObject({ grantRef: rightRef, component: "VOP", seq: 1, cents: -20_000, origin: "correction" });
    for (const line of [first, correction])
      expect(await explainLine(law, payment, line as LedgerLine)).toMatchObject({ outcome: "replayed", agrees: true });
    // A statement shows this rule as its result, and this one as its percentage.
    const replay = await explainLine(law, payment, first as LedgerLine);
    expect(ruleOfReplay(replay)).toBe("vopPremium");
    const steps = replay.outcome === "replayed" ? stepLines(law, replay.explanation!.steps) : [];
    expect(steps.map((one) => one.rule)).toContain("vopPercentage");
    expect(await verifyQuarter(law, payment, Q)).toMatchObject({ lines: 2, flaws: [] });
  });

  test("an ended right comes back, and a right that never held is not paid", async () => {
    const { rightRef, personRef, employerRef } = await recorded();
    await payment.attests.take([declared({ attestNo: "O-2", personRef, employerRef })]);
    const [paid] = await runQuarter();
    await run({ type: "EndOldRight", rightRef, endedOn: plainDate("2024-06-30"), reason: "CONTRACT_ENDED" });
    const [back] = await runQuarter();
    expect(back).toMatchObject({ grantRef: rightRef, component: "VOP", cents: -(paid?.cents ?? 0) });
    expect((await verifyQuarter(law, payment, Q)).flaws).toEqual([]);
  });

  test("an LDE file is paid the amount that a person entered, from the quarter on for which it was entered", async () => {
    const lde = { measure: "LDE_INDIVIDUAL", schedule: [], quarters: null } as const;
    const { rightRef, personRef, employerRef } = await recorded(lde);
    await payment.attests.take([declared({ attestNo: "O-3", personRef, employerRef, contractualFraction: 5_000 })]);
    expect(await runQuarter()).toEqual([]);
    const amount = {
      cents: 180_000 as Cents,
      per: "FTE_QUARTER",
      fromQuarter: quarter("2024-Q3"),
      throughQuarter: quarter("2024-Q4"),
      source: { sealed: newRef<SealedRef>() },
    } as const;
    await run({ type: "EnterOldRightAmount", rightRef, on: plainDate("2024-10-02"), amount });
    expect(await runQuarter()).toMatchObject([{ grantRef: rightRef, component: "COMPENSATION", cents: 90_000 }]);
    expect((await verifyQuarter(law, payment, Q)).flaws).toEqual([]);
  });

  test("lists of grants do not hold them, and asked by reference they are found", async () => {
    const { rightRef } = await recorded();
    expect((await payment.positions.positionsIn(Q, null)).map((one) => one.grantRef)).not.toContain(rightRef);
    const [found] = await payment.positions.positionsIn(Q, null, rightRef);
    expect(found?.older).toMatchObject({ measure: "VOP", besideGrant: false, lastDay: "2027-03-31" });
  });

  test("are foreseen on the wage that was declared last, and not after their last day", async () => {
    const { pool } = database;
    const forecasts = new Forecasts({
      positions: payment.positions,
      rightsIn: (of, knownAt) => olderPositions(pool, { quarter: of, knownAt }),
      wages: lastWages(pool),
      law: () => law,
      clock,
    });
    const foreseen = async (of: number) => (await forecasts.of(of)).components.find((one) => one.component === "VOP")!;
    const [before, beforeEnd] = [await foreseen(Q + 1), await foreseen(Q + 2)];
    const { personRef, employerRef } = await recorded({ endsOn: plainDate("2024-12-31") });
    const wage = { grossCents: 600_000, contributionCents: 150_000, reductionCents: 0 };
    await payment.attests.take([declared({ attestNo: "O-FORESEEN", personRef, employerRef, ...wage })]);
    const after = await foreseen(Q + 1);
    const [paid] = await runQuarter();
    expect([after.grants - before.grants, after.cents - before.cents]).toEqual([1, paid?.cents]);
    expect(await foreseen(Q + 2)).toEqual(beforeEnd);
  });
});

describe("an older right beside a grant of the same person and employer (TRANS-05)", () => {
  test("is withheld with the reason, and paid again after the grant stopped", async () => {
    const of = await recorded();
    await payment.attests.take([declared({ attestNo: "O-4", ...of })]);
    const { fileRef, grantRef } = await granted(of);
    const found = async () => (await payment.positions.positionsIn(Q, null, of.rightRef))[0]?.older?.besideGrant;
    expect(await found()).toBe(true);
    expect(await runQuarter()).toMatchObject([{ grantRef, component: "WAGE" }]);
    expect(withheld.get(of.rightRef)).toEqual(["TRANS-05.besideGrant"]);
    await run({
      type: "StopGrant",
      fileRef,
      on: plainDate("2024-07-15"),
      lastDay: plainDate("2024-06-30"),
      reason: "ON_REQUEST",
    });
    expect(await found()).toBe(false);
    const lines = await runQuarter();
    expect(lines.map((one) => [one.grantRef, one.component, one.cents > 0])).toEqual(
      expect.arrayContaining([
        [of.rightRef, "VOP", true],
        [grantRef, "WAGE", false],
      ]),
    );
    expect(withheld.has(of.rightRef)).toBe(false);
    expect((await verifyQuarter(law, payment, Q)).flaws).toEqual([]);
  });

  test("gives back what was paid for it before the grant was known: the quarter stays with one measure", async () => {
    const of = await recorded();
    await payment.attests.take([declared({ attestNo: "O-5", ...of })]);
    const [paid] = await runQuarter();
    expect(paid).toMatchObject({ grantRef: of.rightRef, component: "VOP" });
    const { grantRef } = await granted(of);
    const lines = await runQuarter();
    expect(lines).toHaveLength(2);
    expect(lines).toContainEqual(expect.objectContaining({ grantRef, component: "WAGE" }));
    const back = lines.find((one) => one.grantRef === of.rightRef) as LedgerLine;
    expect(back).toMatchObject({ component: "VOP", cents: -(paid?.cents ?? 0), origin: "correction" });
    expect(await explainLine(law, payment, back)).toMatchObject({ agrees: true });
    expect((await verifyQuarter(law, payment, Q)).flaws).toEqual([]);
    expect(await runQuarter()).toEqual([]);
  });

  test("is not held back by a grant of another employer", async () => {
    const of = await recorded();
    await payment.attests.take([declared({ attestNo: "O-6", ...of })]);
    await granted({ ...of, employerRef: newRef() });
    expect(await runQuarter()).toMatchObject([{ grantRef: of.rightRef, component: "VOP" }]);
    expect(withheld.has(of.rightRef)).toBe(false);
  });

  test("of a VOP that ran on to its grant leaves each quarter with one measure, and is paid by its last percentage", async () => {
    const of = await recorded({
      startedOn: plainDate("2018-10-01"),
      startQuarter: quarter("2018-Q4"),
      endsOn: plainDate("2023-09-15"),
    });
    const { rightRef } = of;
    await run({ type: "RequestVopEvaluation", rightRef, on: plainDate("2023-05-02") });
    const { fileRef, grantRef } = await granted(of);
    const startQuarter = quarter("2024-Q1");
    const grant = { fileRef, grantRef: grantRef as GrantRef, startQuarter };
    await run({ type: "DecideVopEvaluation", rightRef, on: plainDate("2024-02-01"), outcome: "IMW", grant });
    const olderIn = async (text: string) =>
      (await payment.positions.positionsIn(quarterIndexNumber(quarter(text)), null, rightRef))[0];
    for (const text of ["2023-Q3", "2023-Q4"]) {
      const position = await olderIn(text);
      expect(position).toMatchObject({
        older: { lastDay: "2023-12-31", ranOn: true, besideGrant: false },
        validTo: "2024-01-01",
      });
      const right = (await dossier.right(rightRef))!;
      expect(positionOfRight(right, rightRef, quarterIndexNumber(quarter(text)))).toEqual(position);
    }
    expect(await olderIn("2024-Q1")).toBeUndefined();
  });
});
