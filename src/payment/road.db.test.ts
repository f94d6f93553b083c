// The whole road of one person, through the database: finding, tickets, registration, application, grant, attest, ledger.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createDossier, type Dossier, type DossierCommand, projection } from "../dossier/index.ts";
import { aContract, aFinding, anApplication, anEmployer, inGhent } from "../dossier/testing.ts";
import {
  assertOk,
  type Clock,
  plainDate as d,
  type EmployerRef,
  type FileRef,
  fixedClock,
  type GrantRef,
  type IndicationRef,
  type Instant,
  instant,
  newRef,
  type PersonRef,
  quarter,
  quarterIndexNumber,
  type RightRef,
  type TicketRef,
} from "../kernel/index.ts";
import { storeGraph } from "../law/index.ts";
import { openLaw } from "../law/open-law.ts";
import { createStore, dossierQueries, masterKeyFrom, paymentPorts, type Store } from "../store/index.ts";
import { type TestDatabase, testDatabase } from "../store/testing.ts";
import { anAttest } from "./fixtures.ts";
import { calculateQuarter, explainCorrection, explainLine, type PaymentPorts } from "./index.ts";

const law = openLaw();
let database: TestDatabase;
let store: Store;
let dossier: Dossier;
let payment: PaymentPorts;
let now: Instant = instant("2024-01-10T09:00:00.000Z");
const clock: Clock = { now: () => now, today: () => fixedClock(now).today() };
const onDay = (day: string) => {
  now = instant(`${day}T09:00:00.000Z`);
};

beforeAll(async () => {
  database = await testDatabase();
  store = createStore({ database, clock, project: projection, masterKey: masterKeyFrom(Buffer.alloc(32, 7)) });
  dossier = createDossier({ events: store.events, queries: dossierQueries(database.pool), clock, law: () => law });
  payment = paymentPorts(database.pool);
});
afterAll(() => database.close());

const actor = { role: "test", ref: "test" };
const attempt = (command: DossierCommand, commandId: string = newRef()) => dossier.handle(command, { commandId, actor });
const run = async (command: DossierCommand) => assertOk(await attempt(command));
const rows = async (sql: string, values: unknown[]) => (await database.pool.query(sql, values)).rows;

interface Road {
  readonly person: PersonRef;
  readonly employer: EmployerRef;
  readonly file: FileRef;
  readonly grant: GrantRef;
}

/** A person with a double ticket, hired by a firm that asks both premiums and gets them. */
async function walk(): Promise<Road> {
  const person = newRef<PersonRef>();
  const employer = newRef<EmployerRef>();
  const indication = newRef<IndicationRef>();
  const grant = newRef<GrantRef>();
  onDay("2024-01-10");
  await run({ type: "RegisterPerson", personRef: person, on: d("2020-01-01"), sex: "F", bornIn: "1990-05", residence: inGhent });
  await run({
    type: "RequestIndication",
    personRef: person,
    indicationRef: indication,
    measure: "COLLECTIVE",
    requestedOn: d("2024-01-08"),
    path: "ICF",
    channel: "MEDIATOR",
  });
  onDay("2024-02-20");
  await run({
    type: "RecordFinding",
    personRef: person,
    indicationRef: indication,
    decidedOn: d("2024-02-20"),
    finding: aFinding({ productivityLossPct: "50", guidanceRequired: true, guidanceNeed: "MEDIUM", validFrom: d("2024-02-20") }),
    collective: { percentage: 60, guidanceNeed: "HIGH" },
    tickets: { collective: newRef<TicketRef>(), individual: newRef<TicketRef>() },
  });
  await run({ type: "RecordEmployer", employerRef: employer, on: d("2018-01-01"), facts: anEmployer() });
  await run({ type: "RegisterEmployer", employerRef: employer, on: d("2024-02-20"), measure: "IMW" });
  onDay("2024-04-02");
  const filed = await run({
    type: "FileApplication",
    fileRef: newRef<FileRef>(),
    application: anApplication({
      personRef: person,
      employerRef: employer,
      premiums: "WAGE_AND_GUIDANCE",
      filedOn: d("2024-04-02"),
      contract: aContract({ from: d("2024-04-01") }),
    }),
  });
  const file = filed.streamRef as FileRef;
  onDay("2024-05-14");
  await run({ type: "DecideGrant", fileRef: file, grantRef: grant, decidedOn: d("2024-05-14") });
  return { person, employer, file, grant };
}

const Q = quarter("2024-Q3");
const Q3 = quarterIndexNumber(Q);

/** One run over the whole quarter as known now. */
async function runQuarter() {
  const at = law.asKnownOn(clock.today());
  const [positions, attests, booked] = await Promise.all([
    payment.positions.positionsIn(Q3, null),
    payment.attests.latest(Q3, null),
    payment.ledger.sums(Q3),
  ]);
  const result = calculateQuarter(at, { quarter: Q3, positions, attests, booked, runRef: newRef(), bookedAt: now });
  await payment.graphs.keep(storeGraph(at.graph));
  expect(await payment.ledger.book(result.lines)).toBe("booked");
  return result.lines;
}

describe("the road of one person", () => {
  let road: Road;
  beforeAll(async () => {
    road = await walk();
  });

  test("leaves its events in order in each stream", async () => {
    const typesOf = async (ref: string) => (await store.events.read(ref)).map((event) => event.type);
    expect(await typesOf(road.person)).toEqual([
      "PersonRegistered",
      "IndicationRequested",
      "FindingRecorded",
      "TicketIssued",
      "TicketIssued",
    ]);
    expect(await typesOf(road.employer)).toEqual(["EmployerRecorded", "EmployerRegistered"]);
    expect(await typesOf(road.file)).toEqual(["ApplicationFiled", "GrantDecided"]);
  });

  test("shows both tickets, decided together", async () => {
    const tickets = await rows(
      "select type, package, percentage, guidance_need, origin from read.ticket where person_ref = $1 order by type",
      [road.person],
    );
    expect(tickets).toEqual([
      { type: "COLLECTIVE", package: null, percentage: 60, guidance_need: "HIGH", origin: "REQUEST" },
      { type: "INDIVIDUAL", package: "P5_PLUS", percentage: null, guidance_need: "HIGH", origin: "DOUBLE_TICKET" },
    ]);
    const indications = await rows("select outcome, decided_on from read.indication where person_ref = $1 and upper_inf(known)", [
      road.person,
    ]);
    expect(indications).toEqual([{ outcome: "ISSUED", decided_on: "2024-02-20" }]);
  });

  test("keeps the application's states apart in valid time", async () => {
    const states = await rows(
      "select state, lower(valid) as since, upper(valid) as until from read.application where file_ref = $1 and upper_inf(known) order by since",
      [road.file],
    );
    expect(states).toEqual([
      { state: "PENDING", since: "2024-04-02", until: "2024-05-14" },
      { state: "GRANTED", since: "2024-05-14", until: null },
    ]);
  });

  test("answers what was known at an earlier moment", async () => {
    const known = async (at: string) =>
      rows("select state from read.application where file_ref = $1 and known @> $2::timestamptz and upper_inf(valid)", [
        road.file,
        at,
      ]);
    expect(await known("2024-04-01T12:00:00Z")).toEqual([]);
    expect(await known("2024-05-01T12:00:00Z")).toEqual([{ state: "PENDING" }]);
    expect(await known("2024-06-01T12:00:00Z")).toEqual([{ state: "GRANTED" }]);
  });

  test("holds no finding in any read table", async () => {
    const found = await rows(
      "select table_name from information_schema.columns where table_schema = 'read' and column_name ~ 'loss|cost'",
      [],
    );
    expect(found).toEqual([]);
  });

  test("is paid on the attest, corrected on its correction, and each line replays", async () => {
    onDay("2024-11-05");
    const attest = anAttest({
      attestNo: `A-${road.person}`,
      personRef: road.person,
      employerRef: road.employer,
      receivedAt: now,
    });
    expect(await payment.attests.take([attest])).toMatchObject({ taken: 1, known: 0 });
    onDay("2024-11-20");
    const first = (await runQuarter()).filter((line) => line.grantRef === road.grant);
    expect(first.map((line) => [line.component, line.seq, line.origin])).toEqual([
      ["WAGE", 0, "initial"],
      ["GUIDANCE", 0, "initial"],
    ]);

    onDay("2024-12-01");
    expect(await runQuarter()).toEqual([]);

    onDay("2025-01-15");
    await payment.attests.take([{ ...attest, version: 1, status: 1, grossCents: 700_000, receivedAt: now }]);
    const second = await runQuarter();
    expect(second).toMatchObject([{ component: "WAGE", seq: 1, origin: "correction", attestVersion: 1 }]);
    expect(second[0]!.cents).toBeLessThan(0);

    // A stop that was reported late takes the whole quarter back.
    onDay("2025-02-01");
    await run({ type: "StopGrant", fileRef: road.file, on: d("2025-02-01"), lastDay: d("2024-06-30"), reason: "CONTRACT_ENDED" });
    const third = await runQuarter();
    const lines = await payment.ledger.lines({ grantRef: road.grant, quarter: Q3 });
    expect(lines.reduce((sum, line) => sum + line.cents, 0)).toBe(0);
    expect(third.every((line) => line.employerRef === road.employer)).toBe(true);

    for (const line of lines) {
      const replay = await explainLine(law, payment, line);
      expect(replay).toMatchObject({ outcome: "replayed", agrees: true, cents: line.cents });
    }
    const reasons = await Promise.all(lines.map((line) => explainCorrection(law, payment, line)));
    const told = reasons.map((one) => (one.outcome === "explained" ? one.causes.map((cause) => cause.kind) : []));
    expect(told).toEqual(
      lines.map((line) => [line.seq === 0 ? "GRANTED" : line.attestVersion === 1 ? "DECLARATION" : "NOT_GRANTED"]),
    );
    for (const one of reasons) {
      if (one.outcome === "explained") expect(one.causes.reduce((sum, cause) => sum + cause.cents, 0)).toBe(one.line.cents);
    }

    const replay = await explainLine(law, payment, lines[0]!);
    expect(replay.outcome === "replayed" && replay.explanation!.steps.length).toBeGreaterThan(5);
  });

  test("cannot be booked twice", async () => {
    const lines = await payment.ledger.lines({ grantRef: road.grant, quarter: Q3 });
    expect(await payment.ledger.book(lines.slice(0, 1))).toBe("bookedBefore");
  });
});

describe("the door", () => {
  test("carries out a command once, however often it comes, and no other command under its id", async () => {
    const person = newRef<PersonRef>();
    const command: DossierCommand = {
      type: "RegisterPerson",
      personRef: person,
      on: d("2020-01-01"),
      sex: "M",
      bornIn: "1980-01",
      residence: inGhent,
    };
    const first = assertOk(await attempt(command, "once"));
    const again = assertOk(await attempt(command, "once"));
    expect([first.repeated, again.repeated]).toEqual([false, true]);
    expect(again.events).toEqual(first.events);
    expect(await store.events.read(person)).toHaveLength(1);
    expect(await attempt({ ...command, bornIn: "1981-01" }, "once")).toMatchObject({
      ok: false,
      error: [{ id: "command.idReused" }],
    });
  });

  test("lets one of two applications through that are sent at the same moment for one relation", async () => {
    const { person, employer, file } = await walk();
    onDay("2025-03-01");
    await run({ type: "StopGrant", fileRef: file, on: d("2025-03-01"), lastDay: d("2025-02-28"), reason: "CONTRACT_ENDED" });
    onDay("2025-04-01");
    const application = anApplication({
      personRef: person,
      employerRef: employer,
      filedOn: d("2025-04-01"),
      situation: "RETURN",
      contract: aContract({ from: d("2025-04-01") }),
    });
    const sent = await Promise.all(
      [1, 2, 3].map(() => attempt({ type: "FileApplication", fileRef: newRef<FileRef>(), application })),
    );
    expect(sent.filter((one) => one.ok)).toHaveLength(1);
    for (const one of sent) if (!one.ok) expect(one.error.map((reason) => reason.id)).toEqual(["application.secondOpen"]);
  });

  test("refuses a second application while a grant runs", async () => {
    const { person, employer } = await walk();
    const application = anApplication({
      personRef: person,
      employerRef: employer,
      filedOn: d("2024-05-14"),
      contract: aContract({ from: d("2024-04-01") }),
    });
    const again = await attempt({ type: "FileApplication", fileRef: newRef<FileRef>(), application });
    expect(again).toMatchObject({ ok: false, error: [{ id: "application.grantRuns" }] });
  });

  test("shows the handler all checks before a decision", async () => {
    const person = newRef<PersonRef>();
    const employer = newRef<EmployerRef>();
    onDay("2024-04-02");
    await run({
      type: "RegisterPerson",
      personRef: person,
      on: d("2020-01-01"),
      sex: "F",
      bornIn: "1990-05",
      residence: { ...inGhent, residence: "BRUSSELS" },
    });
    await run({ type: "RecordEmployer", employerRef: employer, on: d("2018-01-01"), facts: anEmployer() });
    await run({ type: "RegisterEmployer", employerRef: employer, on: d("2024-02-20"), measure: "IMW" });
    const application = anApplication({
      personRef: person,
      employerRef: employer,
      filedOn: d("2024-04-02"),
      contract: aContract({ from: d("2024-04-01") }),
    });
    const { streamRef } = await run({ type: "FileApplication", fileRef: newRef<FileRef>(), application });
    const assessment = await dossier.assess(streamRef, d("2024-04-02"));
    expect(assessment?.checks.map((check) => check.reason.rule)).toEqual(["EMP-11", "IND-01"]);
    const refusal = await run({ type: "RefuseApplication", fileRef: streamRef as FileRef, on: d("2024-04-02") });
    expect(refusal.events).toMatchObject([{ type: "ApplicationRefused", payload: { grounds: ["EMP-11", "IND-01"] } }]);
  });
});

describe("crossing over from a VOP", () => {
  async function recordVop(person: PersonRef, employer: EmployerRef, [from, first, until]: [string, string, string]) {
    const rightRef = newRef<RightRef>();
    const schedule = [
      { throughQuarter: 5, percentage: 40 },
      { throughQuarter: 20, percentage: 30 },
    ];
    const relation = { personRef: person, employerRef: employer };
    const times = { startedOn: d(from), startQuarter: quarter(first), quarters: 20, endsOn: d(until) };
    await run({ type: "RecordOldRight", rightRef, right: { measure: "VOP", ...relation, ...times, schedule, source: "test" } });
    return rightRef;
  }

  test("ends the right in the same moment as the grant is decided, and no quarter has both", async () => {
    const { person, employer, file } = await walk();
    onDay("2024-08-01");
    await run({ type: "StopGrant", fileRef: file, on: d("2024-08-01"), lastDay: d("2024-07-31"), reason: "ON_REQUEST" });
    const right = await recordVop(person, employer, ["2021-05-10", "2021-Q2", "2026-03-31"]);
    await run({ type: "RequestVopEvaluation", rightRef: right, on: d("2024-08-01") });
    const application = anApplication({
      personRef: person,
      employerRef: employer,
      premiums: "WAGE_AND_GUIDANCE",
      situation: "AT_WORK",
      filedOn: d("2024-08-01"),
      contract: aContract({ from: d("2021-05-10") }),
    });
    const { streamRef } = await run({ type: "FileApplication", fileRef: newRef<FileRef>(), application });
    onDay("2024-11-15");
    const grantRef = newRef<GrantRef>();
    const decide = { type: "DecideGrant" as const, fileRef: streamRef as FileRef, grantRef, decidedOn: d("2024-11-15") };
    expect(await attempt(decide)).toMatchObject({ ok: false, error: [{ id: "grant.olderRightRuns" }] });
    await run({ ...decide, followsOn: { measure: "VOP", rightRef: right } });
    const [old] = await rows(
      "select upper(valid) as until, evaluation_outcome, grant_ref from read.old_right where right_ref = $1 and upper_inf(known)",
      [right],
    );
    expect(old).toEqual({ until: "2024-10-01", evaluation_outcome: "IMW", grant_ref: grantRef });
    const [position] = await rows(
      "select lower(valid) as since, previous_measure from read.grant_position where grant_ref = $1 and upper_inf(known)",
      [grantRef],
    );
    expect(position).toEqual({ since: "2024-10-01", previous_measure: "VOP" });
  });

  test("follows on a right that ran out while the decision waited: it stays as it ended, and is the measure before", async () => {
    const { person, employer, file } = await walk();
    onDay("2024-05-02");
    await run({ type: "StopGrant", fileRef: file, on: d("2024-05-02"), lastDay: d("2024-04-30"), reason: "ON_REQUEST" });
    const right = await recordVop(person, employer, ["2019-07-01", "2019-Q3", "2024-06-30"]);
    await run({ type: "RequestVopEvaluation", rightRef: right, on: d("2024-05-02") });
    const application = anApplication({
      personRef: person,
      employerRef: employer,
      premiums: "WAGE_AND_GUIDANCE",
      situation: "AT_WORK",
      filedOn: d("2024-05-02"),
      contract: aContract({ from: d("2019-07-01") }),
    });
    const { streamRef } = await run({ type: "FileApplication", fileRef: newRef<FileRef>(), application });
    onDay("2024-11-15");
    const queries = dossierQueries(database.pool);
    const relation = { employerRef: employer, personRef: person };
    expect(await queries.rightsOfRelation(relation, d("2024-11-15"))).toEqual([]);
    expect(await queries.rightsUpTo(relation, d("2024-11-15"))).toEqual([
      { rightRef: right, measure: "VOP", validFrom: "2019-07-01", validTo: "2024-07-01" },
    ]);
    expect(await queries.rightsUpTo(relation, d("2019-06-30"))).toEqual([]);
    const grantRef = newRef<GrantRef>();
    const followsOn = { measure: "VOP" as const, rightRef: right };
    await run({ type: "DecideGrant", fileRef: streamRef as FileRef, grantRef, decidedOn: d("2024-11-15"), followsOn });
    expect(
      await rows(
        "select upper(valid) as until, evaluation_outcome from read.old_right where right_ref = $1 and upper_inf(known)",
        [right],
      ),
    ).toEqual([{ until: "2024-07-01", evaluation_outcome: "IMW" }]);
    expect(
      await rows("select previous_measure from read.grant_position where grant_ref = $1 and upper_inf(known)", [grantRef]),
    ).toEqual([{ previous_measure: "VOP" }]);
  });

  test("runs on to the grant when the evaluation was asked in time: one right in one row, up to the day before (TRANS-05)", async () => {
    const { person, employer, file } = await walk();
    onDay("2024-07-01");
    await run({ type: "StopGrant", fileRef: file, on: d("2024-07-01"), lastDay: d("2024-06-30"), reason: "ON_REQUEST" });
    const right = await recordVop(person, employer, ["2018-10-01", "2018-Q4", "2023-09-30"]);
    await run({ type: "RequestVopEvaluation", rightRef: right, on: d("2023-06-30") });
    const application = anApplication({
      personRef: person,
      employerRef: employer,
      premiums: "WAGE_AND_GUIDANCE",
      situation: "AT_WORK",
      filedOn: d("2024-07-01"),
      contract: aContract({ from: d("2018-10-01") }),
    });
    const { streamRef } = await run({ type: "FileApplication", fileRef: newRef<FileRef>(), application });
    onDay("2024-11-15");
    const followsOn = { measure: "VOP" as const, rightRef: right };
    const grantRef = newRef<GrantRef>();
    await run({ type: "DecideGrant", fileRef: streamRef as FileRef, grantRef, decidedOn: d("2024-11-15"), followsOn });
    expect(
      await rows(
        `select lower(valid) as since, upper(valid) as until, ends_on, evaluation_outcome, end_reason from read.old_right
         where right_ref = $1 and upper_inf(known)`,
        [right],
      ),
    ).toEqual([{ since: "2018-10-01", until: "2024-10-01", ends_on: "2023-09-30", evaluation_outcome: "IMW", end_reason: null }]);
    expect(await dossierQueries(database.pool).rightsUpTo({ employerRef: employer, personRef: person }, d("2024-11-15"))).toEqual(
      [{ rightRef: right, measure: "VOP", validFrom: "2018-10-01", validTo: "2024-10-01" }],
    );
  });
});

test("the catch-up's candidates hold a collective ticket and no individual one", async () => {
  const person = newRef<PersonRef>();
  onDay("2024-01-10");
  await run({ type: "RegisterPerson", personRef: person, on: d("2020-01-01"), sex: "M", bornIn: "1985-05", residence: inGhent });
  const collective = newRef<TicketRef>();
  const individual = newRef<TicketRef>();
  await run({
    type: "RecordTicket",
    personRef: person,
    indicationRef: null,
    decidedOn: d("2022-03-01"),
    doubleTicketRef: newRef<TicketRef>(),
    ticket: {
      ticketRef: collective,
      type: "COLLECTIVE",
      appliedOn: d("2022-02-01"),
      package: null,
      percentage: 45,
      guidanceNeed: "MEDIUM",
      needClass: null,
      needDuration: "LASTING",
      validFrom: d("2022-03-01"),
      validUntil: d("2027-02-28"),
      motivation: null,
    },
  });
  const queries = dossierQueries(database.pool);
  expect(await queries.catchUpCandidates(d("2024-01-10"), 10)).toEqual([person]);
  await run({
    type: "CatchUpDoubleTicket",
    personRef: person,
    collectiveTicketRef: collective,
    ticketRef: individual,
    on: d("2024-01-10"),
  });
  expect(await queries.catchUpCandidates(d("2024-01-10"), 10)).toEqual([]);
});

test("the read tables are what a rebuild from the events gives, and the chain is whole", async () => {
  expect(await store.compareReadTables()).toEqual([]);
  expect(await store.verifyChain()).toMatchObject({ flaws: [] });
});
