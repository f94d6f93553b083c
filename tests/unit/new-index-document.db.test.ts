// docs/new-index.md, followed word for word: one file, one case; the right quarters move, and what was paid before is proposed for correction.
import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { testCounter } from "../../src/counter/testing.ts";
import { writeAttests } from "../../src/exchange/index.ts";
import {
  addQuarters,
  assertOk,
  type Clock,
  epochMillisecondsOf,
  firstDay,
  fixedClock,
  fromQuarterNumber,
  type Insz,
  instant,
  instantFromEpochMilliseconds,
  type Kbo,
  quarter,
  quarterIndexNumber,
} from "../../src/kernel/index.ts";
import { readCases } from "../../src/law/cases/index.ts";
import { readYaml, yamlFiles } from "../../src/law/files.ts";
import { calculateJson, describeFailure, type Law, runCases } from "../../src/law/index.ts";
import { openLaw } from "../../src/law/open-law.ts";
import { createPayment } from "../../src/main/payment.ts";
import { createPaymentCounter } from "../../src/main/payment-counter.ts";
import { testApp } from "../../src/main/testing/app.ts";
import { readAlertRules } from "../../src/main/watch/alert-rules.ts";
import { RequestMeter } from "../../src/main/watch/requests.ts";
import { watch } from "../../src/main/watch/watch.ts";
import type { Store } from "../../src/store/index.ts";
import { declarationMaker } from "../../src/synthetic/index.ts";
import { fillRecords, type Relation } from "../support/kill-records.ts";

const root = join(import.meta.dirname, "..", "..");
const document = readFileSync(join(root, "docs", "new-index.md"), "utf8");
const blocks = [...document.matchAll(/^ {3}```(\w+)\n([\s\S]*?)^ {3}```/gm)].map(([, kind, text]) => ({
  kind,
  text: text!.replace(/^ {3}/gm, ""),
}));
const [rows, newCase] = blocks.filter((one) => one.kind === "yaml").map((one) => one.text);
const [publish] = blocks.filter((one) => one.kind === "sh").map((one) => one.text.trim());

const before = openLaw();
let folder = "";
let after: Law;
let counter: Awaited<ReturnType<typeof testCounter>>;
let store: Store;
let relations: readonly Relation[];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "new-index-"));
  mkdirSync(join(folder, "src"));
  for (const room of ["law", "kernel"]) cpSync(join(root, "src", room), join(folder, "src", room), { recursive: true });
  cpSync(join(root, "package.json"), join(folder, "package.json"));
  symlinkSync(join(root, "node_modules"), join(folder, "node_modules"));
  counter = await testCounter({}, fixedClock(instant("2027-04-20T09:00:00.000Z")));
  ({ store } = counter);
  relations = await fillRecords(store, 200);
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await counter.close();
});

describe("a new index, entered as the document says", () => {
  test("is one file and one case, and the check of the document takes both", () => {
    const file = join(folder, "src/law/parameters/reference-wage/ggmmi.yaml");
    const text = readFileSync(file, "utf8");
    const lastRow = text.lastIndexOf("\n  - from: ");
    expect(rows!.split("\n", 1)[0]).toBe(text.slice(lastRow + 1).split("\n", 1)[0]);
    writeFileSync(file, text.slice(0, lastRow + 1) + rows);
    writeFileSync(join(folder, "src/law/cases/support-premium/ggmmi-2027.yaml"), newCase!);

    const [program, ...args] = publish!.split(" ");
    const ran = spawnSync(program!, args, { cwd: folder, encoding: "utf8" });
    expect([ran.stderr, ran.stdout]).toEqual(["", "1 values added to published.yaml\n"]);

    after = openLaw(join(folder, "src", "law"));
    const sources = yamlFiles(join(folder, "src/law"), "cases").map((one) => readYaml(join(folder, "src/law"), one));
    const cases = assertOk(readCases(after, sources)).filter((one) => one.id === "GGMMI-2027");
    expect(cases).toHaveLength(1);
    expect(
      runCases(after, cases)
        .filter((one) => !one.passed)
        .map(describeFailure),
    ).toEqual([]);
    expect(runCases(before, cases).every((one) => one.passed)).toBe(false);
  });

  test("moves the premiums of the quarters from its first day on, and of no other", () => {
    const quarters = Array.from({ length: 8 }, (_, at) => addQuarters(quarter("2026-Q1"), at));
    const premium = (law: Law, of: (typeof quarters)[number]) => {
      const given = { scheme: "selfEmployed", package: "P5_PLUS", startQuarter: "2026-Q1", quarter: of };
      const result = calculateJson(law, given);
      return result.outcome === "value" ? result.total : result.outcome;
    };
    const moved = quarters.filter((one) => premium(before, one) !== premium(after, one));
    expect(moved).toEqual(["2027-Q1", "2027-Q2", "2027-Q3", "2027-Q4"]);
  });

  test("is proposed as a correction of what was paid without it, until that is booked", async () => {
    const clock = clockFrom("2027-04-20T09:00:00.000Z");
    const old = createPayment({ law: before, clock, store, demo: true });
    const [q4, q1] = ["2026-Q4", "2027-Q1"].map((one) => quarterIndexNumber(quarter(one))) as [number, number];
    for (const one of [q4, q1]) await pay(old, one);
    expect(await old.correction()).toBeNull();

    const later = clockFrom("2027-05-10T09:00:00.000Z");
    const now = createPayment({ law: after, clock: later, store, demo: true });
    const proposal = await now.correction();
    const desk = deskUnder(after, later);
    expect(await desk.page()).toContain("/betalingen/runs?kwartaal=2027-K1&amp;vanaf=2027-K1");
    expect(await desk.api()).toEqual({
      quarter: "2027-Q1",
      correctFrom: "2027-Q1",
      law: [{ kind: "PARAMETER", id: "ggmmi", title: after.parameters.get("ggmmi")!.title, quarters: ["2027-Q1"] }],
      facts: [],
    });
    expect(await desk.alerts()).toEqual([["lawMoved", 1]]);
    expect(proposal).toMatchObject({ quarter: q1, correctFrom: q1, law: [{ kind: "PARAMETER", id: "ggmmi", quarters: [q1] }] });

    const run = await calculateAndBook(now, proposal!.quarter, proposal!.correctFrom);
    const corrections = (await now.ports.ledger.lines({ quarter: q1 })).filter((line) => line.runRef === run);
    expect(corrections.length).toBeGreaterThan(0);
    expect(corrections.every((line) => line.origin === "correction" && line.cents > 0)).toBe(true);
    expect((await now.ports.ledger.lines({ quarter: q4 })).some((line) => line.runRef === run)).toBe(false);
    expect(await now.correction()).toBeNull();
    expect([await desk.page(), await desk.api(), await desk.alerts()]).toEqual([
      expect.not.stringContaining("De wet is veranderd"),
      null,
      [],
    ]);
  });
});

/** What the payment counter, the API and the operator's alerts say, of processes that were started under a law. */
function deskUnder(law: Law, clock: Clock) {
  const payment = createPaymentCounter({ law, clock, store });
  const app = testApp({ ...counter, law, clock }, undefined, payment);
  const officer = { role: "paymentOfficer", organisation: "OVO999001" } as const;
  const rules = readAlertRules().filter(({ id }) => id === "lawMoved");
  const watched = watch({ store, clock, dataFolder: folder, correction: payment.correction }, new RequestMeter(), rules, "0");
  return {
    page: async () => (await app.get("/betalingen", await app.visitor(officer))).text(),
    async api() {
      const { token } = await counter.tokens.issue({ ...officer, insz: null }, "law");
      const headers = { authorization: `Bearer ${token}` };
      const answer = await app.api.request("/api/v1/payments/overview", { headers });
      return ((await answer.json()) as { correction: unknown }).correction;
    },
    alerts: async () => (await watched.status()).alerts.map(({ id, value }) => [id, value]),
  };
}

/** A clock that moves on with every look, as clocks do: what is recorded later is known later. */
function clockFrom(start: string): Clock {
  let at = epochMillisecondsOf(instant(start));
  const today = fixedClock(instant(start)).today;
  return {
    now: () => {
      at += 1_000;
      return instantFromEpochMilliseconds(at);
    },
    today,
  };
}

type Payment = ReturnType<typeof createPayment>;
const anna = { role: "paymentOfficer", ref: "anna" };
const bram = { role: "paymentApprover", ref: "bram" };

async function pay(payment: Payment, number: number): Promise<void> {
  const make = declarationMaker(before, number, "FIRST", "index");
  const attests = relations.flatMap(({ grantRef, worker, employer }) =>
    make({
      grantRef,
      worker: worker as Insz,
      employer: employer as Kbo,
      from: firstDay(fromQuarterNumber(number)),
      until: null,
      known: [],
    }),
  );
  const chunks = Readable.from([Buffer.from([...writeAttests(attests)].join(""))]);
  await payment.declarations.take({ kind: "ATTESTS", label: String(number), chunks, actor: anna });
  await calculateAndBook(payment, number, number);
}

async function calculateAndBook({ runs }: Payment, number: number, from: number): Promise<string> {
  const { runRef } = assertOk(await runs.start(number, anna, from));
  assertOk(await runs.calculate(runRef, anna));
  assertOk(await runs.approve(runRef, bram));
  assertOk(await runs.book(runRef, anna));
  return runRef;
}
