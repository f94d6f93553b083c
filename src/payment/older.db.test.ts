// Older rights through store, run and ledger: booked as their own components, corrected, replayed, and never beside a grant.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createDossier, type Dossier, type DossierCommand, type OldRightFacts, projection } from "../dossier/index.ts";
import {
  assertOk,
  type Cents,
  type Clock,
  type EmployerRef,
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
import { storeGraph } from "../law/index.ts";
import { openLaw } from "../law/open-law.ts";
import { createStore, dossierQueries, masterKeyFrom, paymentPorts } from "../store/index.ts";
import { type TestDatabase, testDatabase } from "../store/testing.ts";
import { anAttest } from "./fixtures.ts";
import { type Attest, explainLine, type LedgerLine, type PaymentPorts, verifyQuarter } from "./index.ts";
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
let dossier: Dossier;
let payment: PaymentPorts;
beforeAll(async () => {
  database = await testDatabase();
  const store = createStore({ database, clock, project: projection, masterKey: masterKeyFrom(Buffer.alloc(32, 7)) });
  dossier = createDossier({ events: store.events, queries: dossierQueries(database.pool), clock, law: () => law });
  payment = paymentPorts(database.pool);
}, 60_000);
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

/** A run over the quarter as known now, all slices, booked. */
async function runQuarter(): Promise<readonly LedgerLine[]> {
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
    for (const one of quarters) lines.push(...one.lines);
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
});
