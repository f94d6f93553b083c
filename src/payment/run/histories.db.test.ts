// A thousand random histories of declarations and stops, run after run: what was booked is what one calculation with the final facts gives.
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { projection } from "../../dossier/index.ts";
import { grantedEvents } from "../../dossier/testing.ts";
import {
  addDays,
  assertOk,
  type Clock,
  fixedClock,
  type GrantRef,
  type Instant,
  instant,
  newRef,
  type PlainDate,
  plainDate,
  quarter,
  quarterIndexNumber,
} from "../../kernel/index.ts";
import { openLaw } from "../../law/open-law.ts";
import { createStore, masterKeyFrom, paymentPorts, runStore, type Store, statementSource } from "../../store/index.ts";
import { type TestDatabase, testDatabase } from "../../store/testing.ts";
import { anAttest } from "../fixtures.ts";
import { calculateQuarter } from "../ledger/calculate-quarter.ts";
import { verifyQuarter } from "../ledger/verify.ts";
import type { Attest, PaymentPorts } from "../ports.ts";
import { Runs } from "./runs.ts";
import { foldRun } from "./state.ts";
import { linesHashOf } from "./statement.ts";

const HISTORIES = 1_000;
const ROUNDS = 6;
const FIRST = quarterIndexNumber(quarter("2024-Q3"));
const QUARTERS = [FIRST, FIRST + 1, FIRST + 2];
const SEED = Number(process.env.MAATWERK_SEED ?? Date.now() % 1_000_000);
const law = openLaw();
const anna = { role: "paymentOfficer", ref: "anna" };
const bram = { role: "paymentApprover", ref: "bram" };

/** What comes to be known in one round: another version of an attest of one of the quarters, or that the job ended. */
const news = fc.oneof(
  {
    weight: 9,
    arbitrary: fc.record({
      kind: fc.constant("ATTEST" as const),
      quarter: fc.constantFrom(...QUARTERS),
      /** Which attest of the quarter: most workers have one. */
      nth: fc.constantFrom(0, 0, 0, 1),
      /** Versions do not always come in order. */
      skip: fc.constantFrom(0, 0, 0, 2),
      status: fc.constantFrom(0 as const, 1 as const, 1 as const, 3 as const, 4 as const),
      grossCents: fc.integer({ min: 0, max: 3_000_000 }),
      contractualFraction: fc.integer({ min: 1, max: 10_000 }),
      performedFraction: fc.option(fc.integer({ min: 0, max: 10_000 })),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("STOP" as const), day: fc.integer({ min: 0, max: 270 }) }) },
);
const history = fc.array(fc.array(news, { maxLength: 2 }), { minLength: ROUNDS, maxLength: ROUNDS });

let now: Instant = instant("2025-05-01T09:00:00.000Z");
const clock: Clock = { now: () => now, today: () => fixedClock(now).today() };
const later = (days: number) => {
  now = instant(`${addDays(clock.today(), days)}T09:00:00.000Z`);
};

let database: TestDatabase;
let store: Store;
let payment: PaymentPorts;
let runs: Runs;
beforeAll(async () => {
  database = await testDatabase();
  store = createStore({ database, clock, project: projection, masterKey: masterKeyFrom(Buffer.alloc(32, 7)) });
  payment = paymentPorts(database.pool);
  runs = new Runs({ payment, runs: runStore(database.pool, foldRun), clock, law: () => law });
});
afterAll(() => database.close());

interface Told {
  readonly grantRef: string;
  readonly personRef: string;
  readonly employerRef: string;
  readonly fileRef: string;
  readonly versions: Map<string, number>;
  stopped: boolean;
}

async function aRun(): Promise<string> {
  const { runRef } = assertOk(await runs.start(QUARTERS.at(-1)!, anna, FIRST));
  assertOk(await runs.calculate(runRef, anna));
  assertOk(await runs.approve(runRef, bram));
  assertOk(await runs.book(runRef, anna));
  return runRef;
}

test(`${HISTORIES} histories (MAATWERK_SEED=${SEED})`, async () => {
  const histories = fc.sample(history, { numRuns: HISTORIES, seed: SEED });
  const employers = Array.from({ length: 60 }, () => newRef() as string);
  const told = histories.map(
    (_, at): Told => ({
      grantRef: newRef(),
      personRef: newRef(),
      employerRef: employers[at % employers.length]!,
      fileRef: newRef(),
      versions: new Map(),
      stopped: false,
    }),
  );
  await store.events.bulkAppend(
    (async function* () {
      for (const one of told) {
        const premiums = Number.parseInt(one.grantRef[0]!, 16) % 2 === 0 ? ("WAGE" as const) : ("WAGE_AND_GUIDANCE" as const);
        const events = grantedEvents(law, { ...one, premiums });
        const batch = { recordedAt: instant("2024-02-01T10:00:00.000Z"), actor: anna, commandId: newRef() as string, events };
        yield { streamKind: "file" as const, streamRef: one.fileRef, batches: [batch] };
      }
    })(),
  );

  const statements = statementSource(database.pool);
  const frozen = new Map<string, unknown>();
  let booked = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    later(2);
    const attests: Attest[] = [];
    for (const [at, one] of told.entries()) {
      for (const item of histories[at]![round]!) {
        if (item.kind === "ATTEST") attests.push(attestOf(one, item));
        else if (!one.stopped) await stop(one, addDays(plainDate("2024-07-01"), item.day));
      }
    }
    await payment.attests.take(attests);
    later(1);
    const runRef = await aRun();
    for (const head of await statements.ofRun(runRef, 1_000))
      frozen.set(head.statementRef, await statements.read(head.statementRef));
    booked += (await payment.ledger.lines({ runRef })).length;
  }
  expect(booked).toBeGreaterThan(HISTORIES);

  for (const number of QUARTERS) {
    // One calculation with the final facts, as if nothing had been booked before.
    const final = calculateQuarter(law, {
      quarter: number,
      positions: await payment.positions.positionsIn(number, null),
      attests: await payment.attests.latest(number, null),
      booked: [],
      runRef: newRef(),
      bookedAt: now,
    });
    const due = new Map(final.lines.map((line) => [`${line.grantRef} ${line.component}`, line.cents]));
    const sums = (await payment.ledger.sums(number)).filter((sum) => sum.cents !== 0);
    expect(new Map(sums.map((sum) => [`${sum.grantRef} ${sum.component}`, sum.cents]))).toEqual(due);
    expect((await verifyQuarter(law, payment, number)).flaws).toEqual([]);
  }
  for (const [ref, statement] of frozen) {
    const again = await statements.read(ref);
    expect(again).toEqual(statement);
    expect(linesHashOf(again!.of)).toBe(again!.linesHash);
  }
  // Nothing became known since: nothing comes of running again.
  later(1);
  const idle = await aRun();
  expect((await runs.find(idle))!.result!.totals).toEqual([]);
  expect(await payment.ledger.lines({ runRef: idle })).toEqual([]);
  expect(await statements.ofRun(idle, 10)).toEqual([]);
});

function attestOf(
  one: Told,
  item: { quarter: number; nth: number; skip: number } & Pick<
    Attest,
    "status" | "grossCents" | "contractualFraction" | "performedFraction"
  >,
): Attest {
  const { quarter: of, nth, skip, ...facts } = item;
  const attestNo = `H-${one.grantRef.slice(0, 13)}-${of}-${nth}`;
  // A version that is skipped may come later: then the higher one, which came first, still counts.
  const held = one.versions.get(attestNo) ?? 0;
  const version = one.versions.has(`${attestNo} ${held + 1}`) ? nextFree(one, attestNo, held + 1) : held + 1 + skip;
  one.versions.set(`${attestNo} ${version}`, version);
  one.versions.set(attestNo, skip > 0 ? held : version);
  return anAttest({
    attestNo,
    version,
    personRef: one.personRef,
    employerRef: one.employerRef,
    quarter: of,
    receivedAt: now,
    ...facts,
  });
}

function nextFree(one: Told, attestNo: string, from: number): number {
  let version = from;
  while (one.versions.has(`${attestNo} ${version}`)) version += 1;
  return version;
}

async function stop(one: Told, lastDay: PlainDate): Promise<void> {
  one.stopped = true;
  const stopped = {
    type: "GrantStopped" as const,
    effectiveOn: addDays(lastDay, 1),
    payload: { grantRef: one.grantRef as GrantRef, lastDay, reason: "CONTRACT_ENDED" as const },
  };
  await store.events.append("file", one.fileRef, 2, [stopped], { actor: anna, commandId: newRef(), recordedAt: now });
}
