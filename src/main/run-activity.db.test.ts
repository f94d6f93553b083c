// Self-employed persons in a run are held against the company register: told to whoever approves, kept with the run, and never withheld.
import { afterAll, beforeAll, expect, test } from "vitest";
import { type TestCounter, testCounter, testFirm, testKbo } from "../counter/testing.ts";
import { ownEnterpriseRef } from "../dossier/index.ts";
import { grantedEvents } from "../dossier/testing.ts";
import {
  assertOk,
  type Clock,
  plainDate as d,
  fixedClock,
  instant,
  type Kbo,
  newRef,
  type PersonRef,
  quarter,
  quarterIndexNumber,
} from "../kernel/index.ts";
import type { DryRun } from "../payment/index.ts";
import { createPayment } from "./payment.ts";
import { createPaymentCounter } from "./payment-counter.ts";
import { ORIGIN, type TestApp, testApp } from "./testing/app.ts";

const number = quarterIndexNumber(quarter("2026-Q3"));
const officer = { role: "paymentOfficer", ref: "anna" };
const approver = { role: "paymentApprover", ref: "bram" };
let now = instant("2026-11-26T09:00:00.000Z");
const clock: Clock = { now: () => now, today: () => fixedClock(now).today() };

let counter: TestCounter;
let app: TestApp;
/** Grants by what the register has of the enterprise. */
const grants: Record<"active" | "stopped" | "insolvent" | "unknown" | "numberless" | "announced" | "registered", string> = {
  active: "",
  stopped: "",
  insolvent: "",
  unknown: "",
  numberless: "",
  announced: "",
  registered: "",
};

beforeAll(async () => {
  counter = await testCounter(
    {
      companies: [
        testFirm(1),
        testFirm(2, { stoppedOn: d("2026-08-10") }),
        testFirm(3, { insolvencySignal: true }),
        testFirm(5, { stoppedOn: d("2026-12-31") }),
        testFirm(6, { stoppedOn: d("2026-11-26") }),
      ],
    },
    clock,
  );
  app = testApp(counter);
  grants.active = await granted("kbo", testKbo(1));
  grants.stopped = await granted("kbo", testKbo(2));
  grants.insolvent = await granted("declared", testKbo(3));
  grants.unknown = await granted("kbo", testKbo(4));
  grants.announced = await granted("kbo", testKbo(5));
  grants.registered = await granted("own", testKbo(6));
  grants.numberless = await granted("kbo", null);
});
afterAll(() => counter.close());

/** A self-employed person with a running grant; the number is with the person, was given with the application, or is with the enterprise. */
async function granted(where: "kbo" | "declared" | "own", kbo: Kbo | null): Promise<string> {
  const [personRef, fileRef, grantRef] = [newRef<PersonRef>(), newRef(), newRef()];
  const own = { applicant: "SELF_EMPLOYED", employerRef: null, premiums: "SUPPORT", guidanceNeed: "NONE" };
  const events = grantedEvents(counter.law, { personRef, employerRef: newRef(), grantRef }).map((event) => ({
    ...event,
    payload: { ...event.payload, ...own },
  }));
  const subjectRef = where === "own" ? ownEnterpriseRef(personRef) : personRef;
  const kind = where === "declared" ? "declared" : "kbo";
  await counter.store.events.append("file", fileRef, 0, events as never, {
    actor: officer,
    commandId: newRef(),
    recordedAt: instant("2024-02-01T10:00:00.000Z"),
    sealed: kbo === null ? [] : [{ subjectRef, sealedRef: newRef(), kind, content: { kbo } }],
  });
  return grantRef;
}

const runs = () => createPayment(counter).runs;
async function calculated(): Promise<{ runRef: string; report: DryRun }> {
  const { runRef } = assertOk(await runs().start(number, officer));
  assertOk(await runs().calculate(runRef, officer));
  return { runRef, report: assertOk(await runs().report(runRef)) };
}
const named = (report: DryRun) =>
  report.signalled.map((one) => Object.entries(grants).find(([, grantRef]) => grantRef === one.grantRef)![0]).sort();

test("a register that is down stops no run, and the dry run says that nothing was checked", async () => {
  counter.down.add("companies");
  const { runRef, report } = await calculated();
  expect([report.counts.signalled, report.counts.unchecked, report.asked]).toEqual([0, 7, 7]);
  expect(new Set(report.unchecked.map((one) => one.answer))).toEqual(new Set(["NOT_ANSWERED", "NO_NUMBER"]));
  counter.down.delete("companies");
  // What was seen is of the moment of the calculation.
  expect(assertOk(await runs().report(runRef)).counts.unchecked).toBe(7);
  assertOk(await runs().cancel(runRef, officer, "test"));
});

test("a run that is not calculated asked nothing yet, and shows it once it did", async () => {
  const { runRef } = assertOk(await runs().start(number, officer));
  const token = (await counter.tokens.issue({ role: "auditor", organisation: "OVO999001", insz: null, person: "aud" }, "test"))
    .token;
  const dry = async () =>
    (
      await app.api.request(`${ORIGIN}/api/v1/payments/runs/${runRef}/dry-run`, { headers: { authorization: `Bearer ${token}` } })
    ).json();
  expect(await dry()).toMatchObject({ companyRegister: { askedAt: null, asked: 0 }, counts: { signalled: 0, unchecked: 0 } });
  assertOk(await runs().calculate(runRef, officer));
  expect(await dry()).toMatchObject({
    companyRegister: { askedAt: now, asked: 7 },
    counts: { signalled: 4, unchecked: 1 },
    signalled: expect.arrayContaining([
      { grant: grants.stopped, answer: "FOUND", stoppedOn: "2026-08-10", insolvency: false, grantUntil: "2028-12-31" },
    ]),
    unchecked: [expect.objectContaining({ grant: grants.numberless, answer: "NO_NUMBER" })],
  });
  assertOk(await runs().cancel(runRef, officer, "test"));
});

test("names who stopped, is unknown or signalled, on the page too, and pays everybody all the same", async () => {
  const { runRef, report } = await calculated();
  expect(named(report)).toEqual(["insolvent", "registered", "stopped", "unknown"]);
  expect(report.unchecked.map((one) => one.grantRef)).toEqual([grants.numberless]);
  const visitor = await app.visitor({ role: "paymentApprover", organisation: "OVO999001" });
  const page = await (await app.get(`/betalingen/run/${runRef}`, visitor)).text();
  for (const words of [
    "activiteit gestopt op 10 augustus 2026",
    "signaal van insolventie",
    "het ondernemingsregister kent dit nummer niet",
    "geen ondernemingsnummer bekend",
    "stop de toekenning, blokkeer de betaling, of ga door",
  ])
    expect(page).toContain(words);

  assertOk(await runs().approve(runRef, approver));
  assertOk(await runs().book(runRef, officer));
  const lines = await createPayment(counter).ports.ledger.lines({ runRef });
  expect(new Set(lines.map((line) => line.grantRef))).toEqual(new Set(Object.values(grants)));
  expect(new Set(lines.map((line) => line.cents)).size).toBe(1);
});

test("a later dry run shows the same, whatever the register says by then; nothing that was seen changes", async () => {
  now = instant("2026-12-01T09:00:00.000Z");
  counter.down.add("companies");
  const [booked] = (await runs().list(9)).filter((one) => one.stage === "BOOKED");
  const report = assertOk(await createPaymentCounter(counter).runs.report(booked!.runRef));
  expect(named(report)).toEqual(["insolvent", "registered", "stopped", "unknown"]);
  expect(report.askedAt).toBe("2026-11-26T09:00:00.000Z");
  await expect(counter.store.database.pool.query("update pay.run_activity set insolvency = false")).rejects.toThrow();
});

test("who gets nothing in a run is not asked about", async () => {
  const { runRef, report } = await calculated();
  expect([report.asked, report.askedAt]).toEqual([0, null]);
  assertOk(await runs().cancel(runRef, officer, "test"));
});
