// Files of declarations through the database: whole or not at all, twice is once, and what does not fit waits with its reason.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { projection } from "../../dossier/index.ts";
import { grantedEvents } from "../../dossier/testing.ts";
import { readAttests, readPayslips, writeAttests } from "../../exchange/index.ts";
import {
  assertOk,
  type Clock,
  cents,
  plainDate as d,
  type EmployerRef,
  employmentFraction,
  type FileRef,
  fixedClock,
  type Instant,
  instant,
  insz,
  kbo,
  newRef,
  type PersonRef,
  quarter,
  quarterIndexNumber,
  Refusal,
} from "../../kernel/index.ts";
import { openLaw } from "../../law/open-law.ts";
import {
  createStore,
  declarationStore,
  lastWages,
  masterKeyFrom,
  paymentPorts,
  runStore,
  type Store,
} from "../../store/index.ts";
import { type TestDatabase, testDatabase } from "../../store/testing.ts";
import { foldRun, Runs } from "../index.ts";
import type { PaymentPorts } from "../ports.ts";
import { Declarations } from "./declarations.ts";
import type { DmfaAttest, Occupation } from "./dmfa-attest.ts";
import type { IntakeKind, StoredIntake } from "./intake-port.ts";

const law = openLaw();
const Q = quarter("2024-Q3");
const actor = { role: "paymentOfficer", ref: "anna" };
let now: Instant = instant("2024-11-01T09:00:00.000Z");
const clock: Clock = { now: () => now, today: () => fixedClock(now).today() };

let database: TestDatabase;
let store: Store;
let payment: PaymentPorts;
let declarations: Declarations;

/** INSZ and KBO numbers that pass their check digits; each test takes its own. */
const INSZ = ["85073003328", "93051822361", "85073090133", "40121990333", "00012590134", "90010200190"].map(insz);
const KBO = ["0403019261", "0202239951", "0417497106"].map(kbo);

beforeAll(async () => {
  database = await testDatabase();
  store = createStore({ database, clock, project: projection, masterKey: masterKeyFrom(Buffer.alloc(32, 7)) });
  payment = paymentPorts(database.pool);
  const readers = { ATTESTS: readAttests, PAYSLIPS: readPayslips, PAYROLL: readPayslips };
  declarations = new Declarations({
    store: declarationStore({ pool: database.pool, vault: store.vault, clock }),
    readers,
    clock,
  });
});
afterAll(() => database.close());

async function known(kind: "insz" | "kbo", value: string): Promise<string> {
  const found = await store.vault.findByIdentifier(kind, value);
  if (found !== null) return found;
  const subjectRef = newRef() as string;
  await store.vault.seal([{ subjectRef, sealedRef: newRef(), kind, content: { value } }], [{ subjectRef, kind, value }]);
  return subjectRef;
}

async function aGrant(
  worker: string,
  employer: string,
  association = false,
): Promise<{ personRef: string; employerRef: string }> {
  const [personRef, employerRef] = [(await known("insz", worker)) as PersonRef, (await known("kbo", employer)) as EmployerRef];
  const events = grantedEvents(law, { personRef, employerRef, association });
  await store.events.append("file", newRef<FileRef>(), 0, events, {
    actor,
    commandId: newRef(),
    recordedAt: instant("2024-02-01T10:00:00.000Z"),
  });
  return { personRef, employerRef };
}

const occupation: Occupation = {
  sequence: 1,
  jointCommittee: "200",
  startedOn: d("2023-09-01"),
  endedOn: null,
  weeklyHours: 3800,
  fullTimeWeeklyHours: 3800,
  performedFraction: employmentFraction(10_000),
  remunerations: [{ code: "1", amount: cents(900_000) }],
};
let numbers = 0;
function aDeclaration(worker: string, employer: string, more: Partial<DmfaAttest> = {}): DmfaAttest {
  numbers += 1;
  return {
    number: `T-${numbers}`,
    version: 1,
    status: "NEW",
    quarter: Q,
    employer: kbo(employer),
    worker: insz(worker),
    occupations: [occupation],
    contributions: [{ code: "495", amount: cents(225_000) }],
    reductions: [{ code: "3000", amount: cents(60_000) }],
    ...more,
  };
}

async function* bytes(text: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text, "utf8");
}
const takeText = (text: string, kind: IntakeKind = "ATTESTS") =>
  declarations.take({ kind, label: "test", chunks: bytes(text), actor });
const take = (...attests: DmfaAttest[]) => takeText([...writeAttests(attests)].join(""));
const parkedOf = async (intake: StoredIntake) =>
  (await declarations.report(intake.intakeRef))!.items.filter((one) => one.outcome === "PARKED").map((one) => one.reason);
const intakes = async () => (await declarations.list(1_000)).length;

describe("a file of attests", () => {
  test("is stored with what it says, and known from then on", async () => {
    const relation = await aGrant(INSZ[0]!, KBO[0]!);
    const attest = aDeclaration(INSZ[0]!, KBO[0]!);
    const { intake } = await take(attest);
    expect(intake.report).toMatchObject({ read: 1, taken: 1, known: 0, parked: {}, rejected: 0, statuses: { 0: 1 } });
    const [stored] = await payment.attests.latest(quarterIndexNumber(Q), null, relation);
    expect(stored).toMatchObject({
      attestNo: attest.number,
      grossCents: 900_000,
      remunerations: { "1": 900_000 },
      source: "DMFA",
      receivedAt: now,
    });
    // Beside the sums it is kept as it came.
    const { rows } = await database.pool.query("select parts from pay.attest_parts where attest_no = $1 and version = 1", [
      attest.number,
    ]);
    const { occupations, contributions, reductions } = attest;
    expect(rows).toEqual([{ parts: { occupations, contributions, reductions } }]);
    await expect(database.pool.query("update pay.attest_parts set parts = '{}'")).rejects.toThrow(/permission denied|refused/);
  });

  test("that comes twice is taken once; another file with the same attests changes nothing", async () => {
    await aGrant(INSZ[0]!, KBO[0]!);
    const attest = aDeclaration(INSZ[0]!, KBO[0]!);
    const first = await take(attest);
    const count = await intakes();
    expect(await take(attest)).toEqual({ intake: first.intake, before: true });
    expect(await intakes()).toBe(count);
    const more = await take(attest, aDeclaration(INSZ[0]!, KBO[0]!, { quarter: quarter("2024-Q2") }));
    expect(more.intake.report).toMatchObject({ read: 2, taken: 1, known: 1 });
  });

  test("with versions out of order ends with the highest version, and says so", async () => {
    const relation = await aGrant(INSZ[1]!, KBO[0]!);
    const attest = aDeclaration(INSZ[1]!, KBO[0]!, { quarter: quarter("2024-Q1") });
    await take({ ...attest, version: 3, status: "CANCELLED", occupations: [] });
    const late = await take({ ...attest, version: 2, status: "CHANGED" });
    expect(late.intake.report).toMatchObject({ taken: 1, outOfOrder: 1, statuses: { 1: 1 } });
    const latest = () => payment.attests.latest(quarterIndexNumber(quarter("2024-Q1")), null, relation);
    expect(await latest()).toMatchObject([{ version: 3, status: 3 }]);
    await take({ ...attest, version: 4, status: "REACTIVATED" });
    expect(await latest()).toMatchObject([{ version: 4, status: 4, grossCents: 900_000 }]);
  });

  test("keeps apart what contradicts: a known version with another content, or a number of another worker or quarter", async () => {
    await aGrant(INSZ[0]!, KBO[0]!);
    await aGrant(INSZ[1]!, KBO[0]!);
    const attest = aDeclaration(INSZ[0]!, KBO[0]!, { quarter: quarter("2023-Q4") });
    await take(attest);
    const other = { ...attest, contributions: [{ code: "495", amount: cents(1) }] };
    const { intake } = await take(
      other,
      { ...attest, version: 2, worker: INSZ[1]! },
      { ...attest, version: 3, quarter: Q },
      { ...attest, version: 4, status: "CHANGED" },
    );
    expect(intake.report).toMatchObject({ read: 4, taken: 1, parked: { CONTRADICTS: 1, OTHER_RELATION: 2 } });
    expect(await parkedOf(intake)).toEqual(["CONTRADICTS", "OTHER_RELATION", "OTHER_RELATION"]);
  });

  test("that contradicts itself keeps the first and sets the second apart, also when both stand on one line", async () => {
    await aGrant(INSZ[0]!, KBO[0]!);
    const attest = aDeclaration(INSZ[0]!, KBO[0]!, { quarter: quarter("2023-Q3") });
    const text = [...writeAttests([attest, { ...attest, reductions: [] }])].join("").replaceAll("</Attest>\n", "</Attest>");
    const { intake } = await takeText(text);
    expect(intake.report).toMatchObject({ taken: 1, parked: { CONTRADICTS: 1 } });
  });

  test("parks whom the records do not know, and takes it in when a grant comes", async () => {
    const unknown = aDeclaration(INSZ[2]!, KBO[1]!);
    await known("insz", INSZ[3]!);
    const { intake } = await take(unknown, aDeclaration(INSZ[3]!, KBO[2]!), aDeclaration(INSZ[3]!, KBO[0]!));
    expect(intake.report).toMatchObject({ taken: 0, parked: { UNKNOWN_WORKER: 1, UNKNOWN_EMPLOYER: 1, UNKNOWN_RELATION: 1 } });
    expect(await declarations.retry(actor)).toBeNull();
    const waiting = await declarations.parkedCount();
    const relation = await aGrant(INSZ[2]!, KBO[1]!);
    const retried = await declarations.retry(actor);
    expect(retried).toMatchObject({ kind: "RETRY", report: { read: 1, taken: 1 } });
    expect(await payment.attests.latest(quarterIndexNumber(Q), null, relation)).toMatchObject([{ attestNo: unknown.number }]);
    expect(await declarations.parkedCount()).toBe(waiting - 1);
  });

  test("lets a person put a parked attest aside, once and with a reason", async () => {
    const { intake } = await take(aDeclaration(INSZ[4]!, KBO[0]!));
    const [item] = (await declarations.report(intake.intakeRef))!.items;
    expect(await declarations.dismiss(item!.itemRef, " ", actor)).toMatchObject({ ok: false });
    assertOk(await declarations.dismiss(item!.itemRef, "a student of another scheme", actor));
    expect(await declarations.dismiss(item!.itemRef, "again", actor)).toMatchObject({ error: [{ id: "declaration.ended" }] });
    expect((await declarations.parked(1_000)).map((one) => one.itemRef)).not.toContain(item!.itemRef);
  });

  test("parks a wage below zero and a contract without hours; a wage of zero and the smallest fraction are taken", async () => {
    await aGrant(INSZ[0]!, KBO[0]!);
    const wage = (amount: number) => [{ ...occupation, remunerations: [{ code: "1", amount: cents(amount) }] }];
    const hours = (weeklyHours: number) => [{ ...occupation, weeklyHours, performedFraction: employmentFraction(1) }];
    const { intake } = await take(
      aDeclaration(INSZ[0]!, KBO[0]!, { occupations: wage(-1) }),
      aDeclaration(INSZ[0]!, KBO[0]!, { occupations: wage(0) }),
      aDeclaration(INSZ[0]!, KBO[0]!, { occupations: hours(0) }),
      aDeclaration(INSZ[0]!, KBO[0]!, { occupations: hours(1) }),
    );
    expect(intake.report).toMatchObject({ taken: 2, parked: { NEGATIVE_WAGE: 1, NO_FRACTION: 1 } });
  });

  test("sets wrong attests apart by their fields, without what they held, and goes on", async () => {
    await aGrant(INSZ[0]!, KBO[0]!);
    const good = aDeclaration(INSZ[0]!, KBO[0]!, { quarter: quarter("2024-Q2") });
    const wrong = aDeclaration(INSZ[0]!, KBO[0]!);
    const text = [...writeAttests([wrong, good])].join("");
    const broken = text.replace(INSZ[0]!, "85073003329").replace("<MeanWorkingHours>3800", "<MeanWorkingHours>3801");
    const { intake } = await takeText(broken);
    expect(intake.report).toMatchObject({ read: 2, taken: 1, rejected: 1 });
    const [item] = (await declarations.report(intake.intakeRef))!.items;
    expect(item).toMatchObject({ outcome: "REJECTED", attestNo: wrong.number, reason: "WRONG" });
    expect(item!.wrong.map((one) => one.field)).toEqual(["INSS", "MeanWorkingHours"]);
    expect(JSON.stringify(item)).not.toContain("85073003329");
  });

  test("holds no national number in the clear, parked or not", async () => {
    const { intake } = await take(aDeclaration(INSZ[4]!, KBO[0]!));
    expect(intake.report.parked).toEqual({ UNKNOWN_WORKER: 1 });
    const { rows } = await database.pool.query(
      "select i::text || t::text as all from pay.intake_item i join pay.intake t using (intake_ref)",
    );
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.some((row) => String(row.all).includes(INSZ[4]!))).toBe(false);
  });
});

describe("a file that cannot be used", () => {
  test.each([
    ["an entity bomb", () => bytes('<!DOCTYPE a [<!ENTITY b "bb">]><DmfaAttests/>'), "dmfa.unreadable"],
    ["another schema", () => bytes("<Declaration/>"), "dmfa.wrongElement"],
    [
      "another encoding",
      async function* () {
        yield Uint8Array.from(Buffer.from("<DmfaAttests><Attest>é", "latin1"));
      },
      "dmfa.encoding",
    ],
    ["an empty file", () => bytes(""), "dmfa.unreadable"],
  ])("leaves nothing: %s", async (_name, chunks, id) => {
    const count = await intakes();
    const refused = await declarations
      .take({ kind: "ATTESTS", label: "x", chunks: chunks(), actor })
      .catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(Refusal);
    expect((refused as Refusal).problems[0]?.id).toBe(id);
    expect(await intakes()).toBe(count);
  });

  test("leaves nothing of its good part when it is cut off, and is whole when it comes again", async () => {
    const relation = await aGrant(INSZ[0]!, KBO[1]!);
    const text = [...writeAttests([aDeclaration(INSZ[0]!, KBO[1]!)])].join("");
    await expect(takeText(text.slice(0, -5))).rejects.toThrow(Refusal);
    expect(await payment.attests.latest(quarterIndexNumber(Q), null, relation)).toEqual([]);
    expect((await takeText(text)).intake.report.taken).toBe(1);
  });

  test("says what to do when the disk of the database is full, and leaves nothing", async () => {
    const full = declarationStore({ pool: database.pool, vault: store.vault, clock });
    const failing = new Declarations({
      store: {
        ...full,
        inOne: (work) =>
          full.inOne((session) =>
            work({
              stage: (attests) => session.stage(attests),
              settlePayroll: () => session.settlePayroll(),
              setApart: (ref, items) => session.setApart(ref, items),
              endItems: (refs, ref, by) => session.endItems(refs, ref, by),
              record: (intake, hash) => session.record(intake, hash),
              settle: async () => {
                await session.settle();
                // What PostgreSQL reports (53100 disk_full) when a write finds no room.
                throw Object.assign(new Error("could not extend file"), { code: "53100" });
              },
            }),
          ),
      },
      readers: { ATTESTS: readAttests, PAYSLIPS: readPayslips, PAYROLL: readPayslips },
      clock,
    });
    const relation = await aGrant(INSZ[1]!, KBO[1]!);
    const chunks = bytes([...writeAttests([aDeclaration(INSZ[1]!, KBO[1]!)])].join(""));
    await expect(failing.take({ kind: "ATTESTS", label: "x", chunks, actor })).rejects.toThrow(/disk of the database is full/);
    expect(await payment.attests.latest(quarterIndexNumber(Q), null, relation)).toEqual([]);
  });
});

describe("wages as CSV", () => {
  const heading =
    "number;version;status;quarter;employer;worker;gross;contributions;reductions;weeklyHours;fullTimeWeeklyHours;performedFraction;startedOn;endedOn";
  const row = (more: Partial<Record<string, string>> = {}) => {
    const all: Record<string, string | undefined> = {
      number: "1",
      version: "1",
      status: "0",
      quarter: "2024-Q3",
      employer: KBO[0]!,
      worker: INSZ[0]!,
      gross: "9000,00",
      contributions: "2250.00",
      reductions: "0",
      weeklyHours: "30,4",
      fullTimeWeeklyHours: "38",
      performedFraction: "",
      startedOn: "2023-09-01",
      endedOn: "",
      ...more,
    };
    return heading
      .split(";")
      .map((name) => all[name])
      .join(";");
  };

  test("are payslips of association work, in the same records as attests; of another contract they wait for a person", async () => {
    await aGrant(INSZ[0]!, KBO[1]!);
    const apart = await takeText(`${heading}\n${row({ number: "6", employer: KBO[1]! })}\n`, "PAYSLIPS");
    expect(apart.intake.report).toMatchObject({ read: 1, taken: 0, parked: { NOT_ASSOCIATION: 1 } });
    const relation = await aGrant(INSZ[0]!, KBO[0]!, true);
    const { intake } = await takeText(
      `${heading}\n${row({ number: "7", quarter: "2023-Q3" })}\n${row({ number: "8", gross: "-1" })}\n`,
      "PAYSLIPS",
    );
    expect(intake.report).toMatchObject({ read: 2, taken: 1, rejected: 1 });
    const stored = await payment.attests.latest(quarterIndexNumber(quarter("2023-Q3")), null, relation);
    expect(stored.filter((one) => one.attestNo === "LF-7")).toMatchObject([
      { source: "PAYSLIP", grossCents: 900_000, contractualFraction: 8_000, performedFraction: 8_000 },
    ]);
  });

  test("are estimates of a payroll office, which no run can see", async () => {
    const relation = await aGrant(INSZ[1]!, KBO[2]!);
    const { intake } = await takeText(`${heading}\n${row({ worker: INSZ[1]!, employer: KBO[2]! })}\n`, "PAYROLL");
    expect(intake.report).toMatchObject({ read: 1, taken: 1 });
    expect(await payment.attests.latest(quarterIndexNumber(Q), null, relation)).toEqual([]);
    const { rows } = await database.pool.query("select gross_cents from pay.payroll where person_ref = $1", [relation.personRef]);
    expect(rows).toEqual([{ gross_cents: 900_000 }]);
  });

  test("of a payroll office serve a forecast from the nearest quarter, until a wage of that quarter is declared", async () => {
    const relation = await aGrant(INSZ[1]!, KBO[0]!);
    const wagesFor = async (of: string) =>
      (await lastWages(database.pool).lastWages(quarterIndexNumber(quarter(of)), null))
        .filter((one) => one.personRef === relation.personRef && one.employerRef === relation.employerRef)
        .map((one) => `${one.source} ${one.quarter - quarterIndexNumber(Q)} ${one.grossCents}`);
    const expected = (of: string, gross: string) => row({ worker: INSZ[1]!, quarter: of, gross });
    await takeText([heading, expected("2024-Q4", "9400"), expected("2025-Q3", "9700"), ""].join("\n"), "PAYROLL");
    expect(await wagesFor("2024-Q4")).toEqual(["PAYROLL 1 940000"]);
    expect(await wagesFor("2025-Q1")).toEqual(["PAYROLL 1 940000"]);
    expect(await wagesFor("2025-Q3")).toEqual(["PAYROLL 4 970000"]);
    await take(aDeclaration(INSZ[1]!, KBO[0]!));
    expect(await wagesFor("2025-Q1")).toEqual(["PAYROLL 1 940000"]);
    await take(aDeclaration(INSZ[1]!, KBO[0]!, { quarter: quarter("2024-Q4") }));
    expect(await wagesFor("2025-Q1")).toEqual(["DMFA 1 900000"]);
  });

  test("of a payroll office about somebody unknown wait, and become an estimate when a grant comes; never an attest", async () => {
    const line = row({ number: "31", worker: INSZ[5]!, employer: KBO[1]! });
    const { intake } = await takeText(`${heading}\n${line}\n`, "PAYROLL");
    expect(intake.report).toMatchObject({ taken: 0, parked: { UNKNOWN_WORKER: 1 } });
    const declared = aDeclaration(INSZ[5]!, KBO[1]!);
    await take(declared);
    const relation = await aGrant(INSZ[5]!, KBO[1]!);
    expect(await declarations.retry(actor)).toMatchObject({ kind: "RETRY", report: { read: 2, taken: 2 } });
    const { rows } = await database.pool.query("select gross_cents from pay.payroll where person_ref = $1", [relation.personRef]);
    expect(rows).toEqual([{ gross_cents: 900_000 }]);
    const attests = await payment.attests.latest(quarterIndexNumber(Q), null, relation);
    expect(attests.map((one) => one.attestNo)).toEqual([declared.number]);
    expect(await declarations.retry(actor)).toBeNull();
  });

  test.each([
    ["other columns", "a;b\n1;2\n", "payslip.columns"],
    ["nothing", "", "payslip.form"],
    ["an endless row", `${heading}\n${"x".repeat(10_000)}`, "payslip.form"],
  ])("are refused with %s", async (_name, text, id) => {
    const refused = await takeText(text, "PAYSLIPS").catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(Refusal);
    expect((refused as Refusal).problems[0]?.id).toBe(id);
  });
});

test("an attest that comes after a run has started stays out of that run, also in the same millisecond", async () => {
  const relation = await aGrant(INSZ[0]!, KBO[2]!);
  now = instant("2025-01-10T09:00:00.000Z");
  const runs = new Runs({ payment, runs: runStore(database.pool, foldRun), clock, law: () => law });
  const { start } = assertOk(await runs.start(quarterIndexNumber(Q), actor));
  await take(aDeclaration(INSZ[0]!, KBO[2]!));
  expect(await payment.attests.latest(quarterIndexNumber(Q), start.knownAt, relation)).toEqual([]);
  expect(await payment.attests.latest(quarterIndexNumber(Q), null, relation)).toHaveLength(1);
});
