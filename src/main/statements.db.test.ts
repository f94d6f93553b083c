// Frozen statements as their beneficiary sees them: page, PDF, CSV, XLSX and the overview of a year, to the cent of the ledger.
import { parse } from "csv-parse/sync";
import { readSheet } from "read-excel-file/node";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openFirm, registerFirm, StatementChanged, statementView } from "../counter/index.ts";
import { employerOf, type TestCounter, testCounter, testFirm, testInsz, testKbo } from "../counter/testing.ts";
import type { DossierEvent, GrantFacts } from "../dossier/index.ts";
import { anApplication } from "../dossier/testing.ts";
import {
  addDays,
  addQuarters,
  assertOk,
  type Clock,
  cents,
  type EmployerRef,
  type FileRef,
  fixedClock,
  formatEuro,
  formatStructuredCommunication,
  type GrantRef,
  type Instant,
  instant,
  newRef,
  type PersonRef,
  plainDate,
  quarter,
  quarterIndexNumber,
} from "../kernel/index.ts";
import { checkPdf, renderPdf, statementCsv, statementDocument, statementXlsx } from "../letters/index.ts";
import { type Attest, foldRun, instalments, linesHashOf, Runs, recoveryCommunication, type Statement } from "../payment/index.ts";
import { paymentPorts, runStore } from "../store/index.ts";
import { paymentLetterHandler } from "./letters.ts";
import { makeLog } from "./log.ts";
import { createPayment } from "./payment.ts";
import { type TestApp, type TestVisitor, testApp } from "./testing/app.ts";
import { runQueue } from "./worker.ts";

let counter: TestCounter;
let app: TestApp;
let visitor: TestVisitor;
let employerRef: EmployerRef;
let first: Statement;
let second: Statement;
let now: Instant = instant("2024-11-20T09:00:00.000Z");
const clock: Clock = { now: () => now, today: () => fixedClock(now).today() };
const later = (days: number) => {
  now = instant(`${addDays(clock.today(), days)}T09:00:00.000Z`);
};
const Q = quarterIndexNumber(quarter("2024-Q3"));
const [starter, approver] = [
  { role: "paymentOfficer", ref: "anna" },
  { role: "paymentApprover", ref: "bram" },
];
const reader = { actor: { role: "employer", ref: "test" }, organisation: testKbo(1), purpose: "test" };
/** A name that a spreadsheet would take for a formula. */
const NASTY = '=HYPERLINK("http://x")';

async function worker(n: number, given: string): Promise<Attest> {
  const [person, file, grantRef] = [newRef<PersonRef>(), newRef<FileRef>(), newRef<GrantRef>()];
  const start = quarter("2024-Q1");
  const facts: GrantFacts = {
    grantRef,
    decidedOn: plainDate("2024-02-01"),
    applicant: "EMPLOYER",
    employerRef,
    personRef: person,
    premiums: "WAGE_AND_GUIDANCE",
    ticketRef: null,
    package: "P5",
    percentage: null,
    collectivePercentage: null,
    guidanceNeed: "LOW",
    startQuarter: start,
    quarters: 20,
    endQuarter: addQuarters(start, 19),
    switches: {},
    openPoints: [],
    lawVersion: counter.law.version,
    parametersHash: counter.law.parametersHash,
    previousRightRef: null,
    previousMeasure: "NONE",
    supportUntil: null,
    motivation: null,
  };
  const events: DossierEvent[] = [
    {
      type: "ApplicationFiled",
      effectiveOn: plainDate("2024-01-15"),
      payload: anApplication({ employerRef, personRef: person }),
    },
    { type: "GrantDecided", effectiveOn: plainDate("2024-02-01"), payload: facts },
  ];
  await counter.store.events.append("file", file, 0, events, {
    actor: starter,
    commandId: newRef(),
    recordedAt: instant("2024-02-01T10:00:00.000Z"),
  });
  await counter.vault.seal([
    {
      subjectRef: person,
      sealedRef: newRef(),
      kind: "declared",
      content: { fileRef: file, given, family: "Syntest", insz: testInsz(n) },
    },
  ]);
  const attest: Attest = {
    attestNo: `A-${n}`,
    version: 0,
    status: 0,
    personRef: person,
    employerRef,
    quarter: Q,
    grossCents: 900_000,
    contributionCents: 225_000,
    reductionCents: 60_000,
    contractualFraction: 10_000,
    performedFraction: null,
    inServiceFrom: null,
    inServiceUntil: null,
    source: "DMFA",
    remunerations: null,
    receivedAt: instant("2024-11-05T10:00:00.000Z"),
  };
  await counter.statements.payment.attests.take([attest]);
  return attest;
}

async function run(of: number, from: number): Promise<Statement> {
  const { pool } = counter.store.database;
  const runs = new Runs({ payment: paymentPorts(pool), runs: runStore(pool, foldRun), clock, law: () => counter.law });
  const { runRef } = assertOk(await runs.start(of, starter!, from));
  assertOk(await runs.calculate(runRef, starter!));
  assertOk(await runs.approve(runRef, approver!));
  assertOk(await runs.book(runRef, starter!));
  const head = (await counter.statements.statements.ofBeneficiary(employerRef)).find((one) => one.runRef === runRef)!;
  return (await counter.statements.statements.read(head.statementRef))!;
}

beforeAll(async () => {
  counter = await testCounter({ companies: [testFirm(1), testFirm(2)] }, clock);
  app = testApp(counter);
  for (const nth of [1, 2]) {
    const firm = await openFirm(counter, employerOf(testKbo(nth)), testKbo(nth));
    if (firm?.ok) await registerFirm(counter, employerOf(testKbo(nth)), firm.value, { measure: "IMW", commandId: newRef() });
  }
  employerRef = (await counter.vault.findByIdentifier("kbo", testKbo(1))) as EmployerRef;
  visitor = await app.visitor({ role: "employer", organisation: testKbo(1) });
  later(1);
  const attest = await worker(1, "Noor");
  await worker(2, NASTY);
  first = await run(Q, Q);
  later(60);
  // The wage was declared lower after all, and a second quarter comes.
  const lower = { ...attest, version: 1, status: 1 as const, grossCents: 300_000, receivedAt: now };
  const next = { ...attest, attestNo: "A-3", quarter: Q + 1, receivedAt: now };
  await counter.statements.payment.attests.take([lower, next]);
  later(1);
  second = await run(Q + 1, Q);
});
afterAll(() => counter.close());

const viewOf = (statement: Statement) => statementView(counter.statements, statement, reader);

describe("a statement", () => {
  test("names every worker with every amount, its steps, and the sum that was frozen", async () => {
    const view = await viewOf(first);
    expect(view.workers.map((one) => one.name)).toEqual([`${NASTY} Syntest`, "Noor Syntest"]);
    const amounts = view.workers.flatMap((one) => one.amounts);
    expect(amounts.map((one) => one.component).sort()).toEqual([
      "Begeleidingspremie",
      "Begeleidingspremie",
      "Loonpremie",
      "Loonpremie",
    ]);
    expect(amounts.reduce((sum, one) => sum + one.cents, 0)).toBe(first.cents);
    for (const one of amounts) {
      expect(one.steps.at(-1) === undefined ? 0 : one.steps.length).toBeGreaterThan(3);
      const result = one.steps.find((step) => step.rule === one.rule)!;
      expect(Math.round(Number(result.value) * 100)).toBe(one.dueCents);
    }
    const document = statementDocument(counter.law, view);
    expect(document.title).toBe("Afrekening van het 3e kwartaal 2024");
    expect(JSON.stringify(document.blocks[1])).toContain(formatEuro(cents(first.cents), "nl"));
    expect(checkPdf(renderPdf(document), document)).toEqual([]);
  });

  test("carries corrections of earlier quarters over, each with what it was, what it is, and why", async () => {
    const view = await viewOf(second);
    const correction = view.workers.flatMap((one) => one.amounts).find((one) => one.correction)!;
    expect([correction.quarter, correction.component]).toEqual(["2024-Q3", "Loonpremie"]);
    expect(correction.dueCents - correction.earlierCents).toBe(correction.cents);
    expect(correction.cents).toBeLessThan(0);
    expect(correction.causes.reduce((sum, one) => sum + one.cents, 0)).toBe(correction.cents);
    expect(correction.causes.map((one) => one.text)).toContain("in de aangifte veranderde het brutoloon");
    const document = statementDocument(counter.law, view);
    expect(JSON.stringify(document)).toContain("Verbeteringen");
    expect(document.summary[1]).toContain("een verbetering van vroegere kwartalen");
  });

  test("as CSV and XLSX holds the same rows; no cell can become a formula, and amounts add up", async () => {
    const view = await viewOf(first);
    const csv = statementCsv(view);
    const rows = parse(csv, { columns: true, bom: true }) as Record<string, string>[];
    expect(rows).toHaveLength(4);
    expect(rows.reduce((sum, row) => sum + Math.round(Number(row.bedrag) * 100), 0)).toBe(first.cents);
    expect(rows[0]!.werknemer).toBe(`'${NASTY} Syntest`);
    const sheet = await readSheet(Buffer.from(await statementXlsx(view)));
    const [header, ...data] = sheet as unknown as [string[], ...(string | number)[][]];
    expect(header).toEqual(Object.keys(rows[0]!));
    const at = header.indexOf("bedrag");
    expect(data.reduce((sum, row) => sum + Math.round(Number(row[at]) * 100), 0)).toBe(first.cents);
    expect(typeof data[0]![at]).toBe("number");
    expect(data[0]![header.indexOf("werknemer")]).toBe(`'${NASTY} Syntest`);
  });

  test("whose lines are not those that were frozen is not shown at all", async () => {
    const changed = { ...first, of: first.of.map((line, at) => (at === 0 ? { ...line, cents: line.cents + 1 } : line)) };
    await expect(viewOf(changed)).rejects.toBeInstanceOf(StatementChanged);
    expect(linesHashOf(first.of)).toBe(first.linesHash);
  });

  test("the earlier one stays as it was after the next run", async () => {
    const again = (await counter.statements.statements.read(first.statementRef))!;
    expect(statementDocument(counter.law, await viewOf(again))).toEqual(statementDocument(counter.law, await viewOf(first)));
  });
});

describe("on the pages", () => {
  const one = (path = "") => `/documenten/afrekening/${first.statementRef}${path}`;

  test("the employer finds list, statement, files and the year; amounts are those of the ledger", async () => {
    const list = await (await app.get(`/documenten/afrekeningen/${testKbo(1)}`, visitor)).text();
    expect(list).toContain(one());
    expect(list).toContain(`/documenten/fiscaal/${testKbo(1)}/2024`);
    const page = await (await app.get(one(), visitor)).text();
    expect(page).toContain(formatEuro(cents(first.cents), "nl"));
    const types = ["pdf", "csv", "xlsx"].map(async (kind) =>
      (await app.get(one(`/${kind}`), visitor)).headers.get("content-type"),
    );
    expect(await Promise.all(types)).toEqual([
      "application/pdf",
      "text/csv; charset=utf-8",
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ]);
    const year = await (await app.get(`/documenten/fiscaal/${testKbo(1)}/2024`, visitor)).text();
    expect(year).toContain(formatEuro(cents(first.cents), "nl"));
    expect((await app.get(`/documenten/fiscaal/${testKbo(1)}/2024/pdf`, visitor)).headers.get("content-type")).toBe(
      "application/pdf",
    );
    expect((await app.get(`/documenten/fiscaal/${testKbo(1)}/2031`, visitor)).status).toBe(404);
    expect((await app.get(`/documenten/fiscaal/${testKbo(1)}/vorig`, visitor)).status).toBe(404);
  });

  test("a program gets the same: the list, each statement as data and in three forms, and the year; another's program gets none", async () => {
    const issue = async (nth: number) =>
      (await counter.tokens.issue({ role: "employer", organisation: testKbo(nth), insz: null }, "test")).token;
    const [own, other] = [await issue(1), await issue(2)];
    const ask = (path: string, token: string) =>
      app.api.request(`/api/v1/statements${path}`, { headers: { authorization: `Bearer ${token}` } });
    const list = (await (await ask("", own)).json()) as { items: { id: string; amount: string; reference: string }[] };
    expect(list.items.map((one) => one.id)).toContain(first.statementRef);
    expect(list.items.find((one) => one.id === first.statementRef)?.amount).toBe((first.cents / 100).toFixed(2));
    const data = (await (await ask(`/${first.statementRef}`, own)).json()) as { reference: string; document: { title: string } };
    expect(data.document.title).toBe("Afrekening van het 3e kwartaal 2024");
    for (const [end, type] of [
      ["/pdf", "application/pdf"],
      ["/csv", "text/csv; charset=utf-8"],
      ["/xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"],
    ] as const) {
      const file = await ask(`/${first.statementRef}${end}`, own);
      expect([file.status, file.headers.get("content-type")]).toEqual([200, type]);
      expect((await ask(`/${first.statementRef}${end}`, other)).status).toBe(404);
    }
    expect((await ask("/years/2024", own)).status).toBe(200);
    expect((await ask("/years/2024/pdf", own)).headers.get("content-type")).toBe("application/pdf");
    expect((await ask("/years/last", own)).status).toBe(400);
    expect((await ask("/years/2031", own)).status).toBe(404);
    expect((await ask(`?enterpriseNumber=${testKbo(1)}`, other)).status).toBe(404);
    expect((await ask("", "nonsense-token-0000")).status).toBe(401);
  });

  test("another firm finds nothing, staff of payment may look, and looking is written down", async () => {
    const other = await app.visitor({ role: "employer", organisation: testKbo(2) });
    for (const path of [
      one(),
      one("/pdf"),
      one("/csv"),
      one("/xlsx"),
      `/documenten/afrekeningen/${testKbo(1)}`,
      `/documenten/fiscaal/${testKbo(1)}/2024`,
    ])
      expect([path, (await app.get(path, other)).status]).toEqual([path, 404]);
    const officer = await app.visitor({ role: "paymentOfficer", organisation: "OVO999001" });
    expect((await app.get(one(), officer)).status).toBe(200);
    const { rows } = await counter.store.database.pool.query(
      "select distinct purpose from log.access where subject_ref = $1 and actor_role = 'paymentOfficer'",
      [first.of[0]!.personRef],
    );
    expect(rows).toEqual([{ purpose: expect.stringContaining("Afrekening lezen: AFR-2024K3-") }]);
  });
});

describe("letters that follow from money", () => {
  const letters = async () => counter.letters.list({ employerRef });
  const parts = () => ({ store: counter.store, law: counter.law, clock, demo: true });
  const write = () => runQueue({ ...parts(), log: makeLog("silent") }, paymentLetterHandler(parts()));
  const textOf = async (letterRef: string) =>
    JSON.stringify((await counter.letters.open(letterRef, reader))?.document).replaceAll("\u00a0", " ");

  test("a booked correction gets its letter by itself, with what it was, what it is, and why; a first payment gets none", async () => {
    expect(await write()).toBe(1);
    const [letter, ...more] = (await letters()).filter((one) => one.kind === "correction");
    expect(more).toEqual([]);
    const text = await textOf(letter!.letterRef);
    for (const said of ["Noor Syntest", "3e kwartaal 2024", "in de aangifte veranderde het brutoloon", "WP-"])
      expect(text).toContain(said);
    // Asked again, as after a crash: the letter is there.
    await counter.store.database.pool.query("update ops.job set done_at = null where queue = 'payment-letter'");
    expect(await write()).toBe(1);
    expect((await letters()).filter((one) => one.kind === "correction")).toHaveLength(1);
  });

  test("a recovery that is decided gets its letter by itself, with terms, communication and reason", async () => {
    const { recoveries } = createPayment(parts());
    later(30);
    const declared = (await Promise.all([Q, Q + 1].map((of) => counter.statements.payment.attests.latest(of, null)))).flat();
    const cancelled = declared.map((one) => ({ ...one, version: one.version + 1, status: 3 as const, receivedAt: clock.now() }));
    await counter.statements.payment.attests.take(cancelled);
    later(1);
    const third = await run(Q + 1, Q);
    expect(third.cents).toBeLessThan(0);
    const [proposed] = (await recoveries.latest(5)).filter((one) => one.runRef === third.runRef);
    const plan = instalments(-third.cents, 2, plainDate("2025-06-01"));
    const decide = (actor: typeof starter) =>
      recoveries.do(
        proposed!.recoveryRef,
        { type: "DECIDE", how: { manner: "INSTALMENTS", plan }, reason: "U vroeg om te spreiden." },
        actor!,
      );
    expect(await decide(starter)).toMatchObject({ ok: false });
    expect(await decide(approver)).toMatchObject({ ok: true });
    while ((await write()) > 0);
    const [letter] = (await letters()).filter((one) => one.kind === "recovery");
    const text = await textOf(letter!.letterRef);
    for (const said of [
      "U vroeg om te spreiden.",
      "1 juni 2025",
      "1 juli 2025",
      formatEuro(cents(-third.cents), "nl").replaceAll("\u00a0", " "),
      formatStructuredCommunication(recoveryCommunication(proposed!.recoveryRef)),
    ])
      expect(text).toContain(said);
  });
});
