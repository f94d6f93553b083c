// docs/new-index.md, followed word for word: one file, one case; the right quarters move, and what was paid before is proposed for correction.
import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { projection } from "../../src/dossier/index.ts";
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
import { createStore, masterKeyFrom, type Store } from "../../src/store/index.ts";
import { type TestDatabase, testDatabase } from "../../src/store/testing.ts";
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
let database: TestDatabase;
let store: Store;
let relations: readonly Relation[];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "new-index-"));
  mkdirSync(join(folder, "src"));
  for (const room of ["law", "kernel"]) cpSync(join(root, "src", room), join(folder, "src", room), { recursive: true });
  cpSync(join(root, "package.json"), join(folder, "package.json"));
  symlinkSync(join(root, "node_modules"), join(folder, "node_modules"));
  database = await testDatabase();
  store = createStore({
    database,
    clock: fixedClock(instant("2027-04-20T09:00:00.000Z")),
    project: projection,
    masterKey: masterKeyFrom(Buffer.alloc(32, 7)),
  });
  relations = await fillRecords(store, 200);
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await database.close();
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
    expect(proposal).toMatchObject({ quarter: q1, correctFrom: q1, moved: [{ parameter: "ggmmi", quarters: [q1] }] });

    const run = await calculateAndBook(now, proposal!.quarter, proposal!.correctFrom);
    const corrections = (await now.ports.ledger.lines({ quarter: q1 })).filter((line) => line.runRef === run);
    expect(corrections.length).toBeGreaterThan(0);
    expect(corrections.every((line) => line.origin === "correction" && line.cents > 0)).toBe(true);
    expect((await now.ports.ledger.lines({ quarter: q4 })).some((line) => line.runRef === run)).toBe(false);
    expect(await now.correction()).toBeNull();
  });
});

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
