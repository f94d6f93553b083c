// After a quarter is paid: what moved since is named with its quarter, and the run that is proposed books just that.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
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
} from "../../kernel/index.ts";
import { type Law, readGraph, storeGraph } from "../../law/index.ts";
import { openLaw } from "../../law/open-law.ts";
import { createStore, masterKeyFrom, paidQuarters, paymentPorts, runStore, type Store } from "../../store/index.ts";
import { type TestDatabase, testDatabase } from "../../store/testing.ts";
import { anAttest } from "../fixtures.ts";
import {
  correctionProposals,
  explainCorrection,
  explainLine,
  foldRun,
  type PaymentPorts,
  Runs,
  verifyQuarter,
} from "../index.ts";

const law = openLaw();
const [q2, q3] = ["2024-Q2", "2024-Q3"].map((one) => quarterIndexNumber(quarter(one))) as [number, number];
const starter = { role: "payment officer", ref: "anna" };
const approver = { role: "payment approver", ref: "bram" };

let database: TestDatabase;
let store: Store;
let payment: PaymentPorts;
let now: Instant = instant("2024-11-20T09:00:00.000Z");
const clock: Clock = { now: () => now, today: () => fixedClock(now).today() };
const runsUnder = (used: Law) => new Runs({ payment, runs: runStore(database.pool, foldRun), clock, law: () => used });
const askUnder = (used: Law) =>
  correctionProposals({
    paid: paidQuarters(database.pool),
    runs: runsUnder(used),
    graphs: payment.graphs,
    law: () => used,
    clock,
  });
let proposed: ReturnType<typeof askUnder>;
const later = (days: number) => {
  now = instant(`${addDays(clock.today(), days)}T09:00:00.000Z`);
};

beforeAll(async () => {
  database = await testDatabase();
  store = createStore({ database, clock, project: projection, masterKey: masterKeyFrom(Buffer.alloc(32, 7)) });
  payment = paymentPorts(database.pool);
  proposed = askUnder(law);
});
afterAll(() => database.close());

/** Granted from 2024-Q1, with declarations of two quarters unless one is left out. */
async function aRelation(declared: readonly number[] = [q2, q3]) {
  const [personRef, employerRef, fileRef] = [newRef<PersonRef>(), newRef<EmployerRef>(), newRef<FileRef>()];
  const grantRef = newRef<GrantRef>();
  await append(fileRef, 0, grantedEvents(law, { personRef, employerRef, grantRef }), instant("2024-02-01T10:00:00.000Z"));
  const attest = (of: number) => anAttest({ attestNo: newRef(), personRef, employerRef, quarter: of, receivedAt: now });
  const attests = declared.map(attest);
  await payment.attests.take(attests);
  return { fileRef, grantRef, attest, attests };
}

const append = (file: FileRef, after: number, events: Parameters<Store["events"]["append"]>[3], recordedAt: Instant) =>
  store.events.append("file", file, after, events, { actor: starter, commandId: newRef(), recordedAt });

async function pay(of: number, from: number, used = law) {
  const runs = runsUnder(used);
  const { runRef } = assertOk(await runs.start(of, starter, from));
  assertOk(await runs.calculate(runRef, starter));
  assertOk(await runs.approve(runRef, approver));
  assertOk(await runs.book(runRef, starter));
  return (await payment.ledger.lines({ runRef })).map(({ quarter: q, cents, origin }) => ({ q, origin, back: cents < 0 }));
}

describe("after a quarter is paid", () => {
  test("nothing is proposed as long as nothing moves, and nothing at all before anything is paid", async () => {
    expect(await proposed()).toBeNull();
    await aRelation();
    await pay(q3, q2);
    later(1);
    expect(await proposed()).toBeNull();
  });

  test("a declaration that comes later proposes its quarter, counted by relation, until it is booked", async () => {
    const relation = await aRelation([q3]);
    await pay(q3, q2);
    later(1);
    const first = { ...relation.attest(q2), receivedAt: now };
    await payment.attests.take([first, { ...first, version: 1, status: 1, grossCents: 800_000 }]);
    const proposal = (await proposed())!;
    expect(proposal).toMatchObject({
      quarter: q3,
      correctFrom: q2,
      law: [],
      facts: [{ kind: "ATTESTS", quarters: [{ quarter: q2, count: 1 }] }],
    });
    expect(await pay(proposal.quarter, proposal.correctFrom)).toEqual([{ q: q2, origin: "initial", back: false }]);
    expect(await proposed()).toBeNull();
  });

  test("a declaration of somebody without a grant proposes nothing", async () => {
    later(1);
    await payment.attests.take([
      anAttest({ attestNo: newRef(), personRef: newRef(), employerRef: newRef(), quarter: q3, receivedAt: now }),
    ]);
    expect(await proposed()).toBeNull();
  });

  test("a stop inside a paid quarter proposes that quarter and not the ones before", async () => {
    const relation = await aRelation();
    await pay(q3, q2);
    later(1);
    const stop = {
      type: "GrantStopped" as const,
      effectiveOn: d("2024-07-01"),
      payload: { grantRef: relation.grantRef, reason: "DISMISSAL" as const, lastDay: d("2024-06-30") },
    };
    await append(relation.fileRef, 2, [stop as never], now);
    const proposal = (await proposed())!;
    expect(proposal).toMatchObject({
      correctFrom: q3,
      facts: [{ kind: "GRANTS", quarters: [{ quarter: q3, count: 1 }] }],
    });
    expect(await pay(proposal.quarter, proposal.correctFrom)).toEqual([{ q: q3, origin: "correction", back: true }]);
    expect(await proposed()).toBeNull();
  });

  test("another reading of an open point proposes the quarters that were paid under the old one, by its question", async () => {
    later(1);
    const otherwise = assertOk(law.withSwitches({ "OPEN-01": "5/4/11" }));
    const proposal = (await askUnder(otherwise)())!;
    expect(proposal).toMatchObject({
      correctFrom: q2,
      law: [{ kind: "SWITCH", id: "OPEN-01", title: law.switches.get("OPEN-01")!.question, quarters: [q2, q3] }],
      facts: [],
    });
    await pay(proposal.quarter, proposal.correctFrom, otherwise);
    expect(await askUnder(otherwise)()).toBeNull();
  });

  test("a mended rule proposes the quarters that were paid under the old one; the difference has it as its cause, and all replays", async () => {
    const usual = assertOk(law.withSwitches({ "OPEN-01": "5/4/11" }));
    const mended = withoutCap(usual);
    const relation = await aRelation([]);
    const dear = { ...relation.attest(q3), grossCents: 9_000_000, contributionCents: 0, reductionCents: 0 };
    await payment.attests.take([dear]);
    await pay(q3, q2, usual);
    later(1);
    const proposal = (await askUnder(mended)())!;
    expect(proposal).toMatchObject({
      correctFrom: q2,
      law: [{ kind: "RULE", id: "unroundedWagePremium", quarters: [q2, q3] }],
      facts: [],
    });
    expect(await pay(proposal.quarter, proposal.correctFrom, mended)).toEqual([{ q: q3, origin: "correction", back: false }]);
    expect(await askUnder(mended)()).toBeNull();

    const [first, correction] = await payment.ledger.lines({ grantRef: relation.grantRef });
    expect(first!.graphHash).not.toBe(correction!.graphHash);
    // Whichever rules a process runs on, each line replays under those that it was booked on.
    for (const now of [usual, mended]) {
      for (const line of [first!, correction!])
        expect(await explainLine(now, payment, line)).toMatchObject({ outcome: "replayed", agrees: true });
      for (const of of [q2, q3]) expect(await verifyQuarter(now, payment, of)).toMatchObject({ flaws: [] });
    }
    expect(await explainCorrection(mended, payment, correction!)).toMatchObject({
      outcome: "explained",
      causes: [{ kind: "RULES", cents: correction!.cents }],
    });
  });

  test("a line whose rules are gone says so, and is not called right", async () => {
    const [line] = await payment.ledger.lines({ quarter: q3 });
    const gone = { ...payment, graphs: { ...payment.graphs, read: async () => null } };
    const unread = withoutCap(assertOk(law.withSwitches({ "OPEN-06": law.switches.get("OPEN-06")!.default })));
    expect(line!.graphHash).not.toBe(unread.graph.hash);
    expect(await explainLine(unread, gone, line!)).toMatchObject({ outcome: "lawNotFound", missing: "graph" });
    const { flaws } = await verifyQuarter(unread, gone, q3);
    expect(flaws.some((one) => one.flaw !== "DIFFERS" && one.line.grantRef === line!.grantRef)).toBe(true);
  });
});

/** The law with one rule that says something else: the wage premium is taken of the whole reference wage, whatever the cap. */
function withoutCap(of: Law): Law {
  const stored = structuredClone(storeGraph(of.graph)) as { engine: number; rules: Record<string, { body: unknown }> };
  const rule = stored.rules.unroundedWagePremium!;
  rule.body = JSON.parse(JSON.stringify(rule.body).replaceAll('"id":"cappedWage"', '"id":"referenceWage"'));
  return assertOk(of.withGraph(readGraph(stored)));
}
