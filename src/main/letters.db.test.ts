// From recorded events to letters that are kept: one per event, whatever crashes, readable by whom it is for and written down when read.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  type Acting,
  fileApplication,
  LETTER_QUEUE,
  type Mailboxes,
  openFirm,
  PAYMENT_LETTER_QUEUE,
  type PaymentLetterFacts,
  parseApplication,
  readLetter,
  registerFirm,
} from "../counter/index.ts";
import {
  employerOf,
  FLANDERS,
  goodApplication,
  type TestCounter,
  testClock,
  testCounter,
  testFirm,
  testInsz,
  testKbo,
} from "../counter/testing.ts";
import { type AnyEvent, createDossier, EVALUATION_OUTCOMES, type GrantFacts, type TicketFacts } from "../dossier/index.ts";
import { fakeMailbox } from "../exchange/index.ts";
import {
  addQuarters,
  type Clock,
  epochMillisecondsOf,
  type FileRef,
  fixedClock,
  formatKbo,
  hashOf,
  instantFromEpochMilliseconds,
  newRef,
  type PersonRef,
  plainDate,
  quarter,
  type ReviewRef,
  sha256Hex,
} from "../kernel/index.ts";
import { dossierQueries, enqueue, takeJobs } from "../store/index.ts";
import type { TestDatabase } from "../store/testing.ts";
import { deliveryHandler } from "./delivery.ts";
import { verifyLetters } from "./letter-checks.ts";
import { letterHandler, letterHistory, paymentLetterHandler } from "./letters.ts";
import { type TestApp, type TestVisitor, testApp } from "./testing/app.ts";
import { runQueue } from "./worker.ts";

let counter: TestCounter;
let app: TestApp;
let file: FileRef;
let person: PersonRef;
let employer: TestVisitor;
const log = { warn: () => {}, error: () => {} };
const parts = () => ({ store: counter.store, clock: counter.clock, log });
const handler = () => letterHandler({ store: counter.store, law: counter.law, clock: counter.clock, demo: false });
const writeLetters = () => runQueue(parts(), handler());
const staff: Acting = { role: "caseHandler", actorRef: "test-staff", organisation: "OVO999001", insz: null };
const adviser: Acting = { ...staff, role: "vdabAdviser", actorRef: "test-adviser" };

beforeAll(async () => {
  counter = await testCounter({
    companies: [testFirm(1), testFirm(2), testFirm(3, { name: "Synatelier", legalForm: "NATURAL_PERSON" })],
    residences: [1, 2].map((nth) => ({ insz: testInsz(nth), ...FLANDERS })),
    employments: [
      { insz: testInsz(1), employer: testKbo(1), from: plainDate("2026-09-01"), until: null },
      { insz: testInsz(2), employer: testKbo(3), from: plainDate("2026-09-01"), until: null },
    ],
  });
  app = testApp(counter);
  for (const nth of [1, 2]) {
    const firm = await openFirm(counter, employerOf(testKbo(nth)), testKbo(nth));
    if (firm?.ok) await registerFirm(counter, employerOf(testKbo(nth)), firm.value, { measure: "IMW", commandId: newRef() });
  }
  const acting = employerOf(testKbo(1));
  const firm = await openFirm(counter, acting, testKbo(1));
  const input = parseApplication(goodApplication(testInsz(1), { premiums: "WAGE_AND_GUIDANCE" }));
  if (!firm?.ok || !input.ok) throw new Error("no firm");
  const filed = await fileApplication(counter, acting, firm.value, {
    input: input.value,
    evidence: [],
    channel: "ONLINE",
    commandId: newRef(),
  });
  if (!filed.ok) throw new Error("not filed");
  file = filed.value.fileRef;
  person = (await counter.vault.findByIdentifier("insz", testInsz(1))) as PersonRef;
  employer = await app.visitor({ role: "employer", organisation: testKbo(1) });
});
afterAll(() => counter.close());

const today = plainDate("2026-11-23");
const append = async (kind: "file" | "person" | "right", ref: string, events: readonly AnyEvent[]) => {
  const history = await counter.events.read(ref);
  const outcome = await counter.events.append(kind, ref, history.length, events, {
    actor: { role: "caseHandler", ref: "test" },
    commandId: newRef(),
  });
  expect(outcome.outcome).toBe("appended");
};
const kinds = async () => (await counter.letters.list({ fileRef: file })).map((line) => line.kind);
const latest = async (kind: string) => (await counter.letters.list({ fileRef: file })).find((line) => line.kind === kind)!;
const documentOf = async (kind: string) => (await readLetter(counter, staff, (await latest(kind)).letterRef))!.content!.document;

const grantRef = newRef<GrantFacts["grantRef"]>();
async function granted(): Promise<GrantFacts> {
  const filed = (await counter.events.read(file))[0]!.payload as { employerRef: GrantFacts["employerRef"] };
  return {
    grantRef,
    decidedOn: today,
    applicant: "EMPLOYER",
    employerRef: filed.employerRef,
    personRef: person,
    premiums: "WAGE_AND_GUIDANCE",
    ticketRef: null,
    package: "P5",
    percentage: null,
    collectivePercentage: null,
    guidanceNeed: "MEDIUM",
    startQuarter: quarter("2026-Q4"),
    quarters: 20,
    endQuarter: addQuarters(quarter("2026-Q4"), 19),
    switches: { "OPEN-03": "DECISION_QUARTER" },
    openPoints: ["OPEN-03"],
    lawVersion: counter.law.version,
    parametersHash: counter.law.parametersHash,
    previousRightRef: null,
    previousMeasure: "NONE",
    supportUntil: null,
    motivation: null,
  };
}

describe("a letter follows from an event", () => {
  test("the receipt is made once, with the name that the applicant gave, and its hashes hold", async () => {
    expect(await writeLetters()).toBe(1);
    expect(await writeLetters()).toBe(0);
    expect(await kinds()).toEqual(["receipt"]);
    const line = await latest("receipt");
    const { document, pdf } = (await readLetter(counter, staff, line.letterRef))!.content!;
    expect(document.title).toBe("We hebben uw aanvraag ontvangen");
    expect(document.to.name).toBe("Synfirma 1 bv");
    expect(document.summary.join(" ")).toContain("Noor Synbergmans");
    expect([hashOf(document), sha256Hex(pdf)]).toEqual([line.documentHash, line.pdfHash]);
  });

  test("the grant says each quarter of its term, its steps, rules with instruments, open points and the way to contest it", async () => {
    await append("file", file, [{ type: "GrantDecided", effectiveOn: today, payload: await granted() }]);
    await writeLetters();
    const document = await documentOf("grant");
    const tables = document.blocks.filter((block) => block.type === "table");
    expect(tables.map((table) => table.caption)).toEqual([
      "Bedrag per kwartaal",
      "Loonpremie in het 4e kwartaal 2026",
      "Begeleidingspremie in het 4e kwartaal 2026",
    ]);
    expect(tables[0]!.rows).toHaveLength(20);
    expect(tables[0]!.rows[0]![1]).toBe("hoogstens");
    const text = JSON.stringify(document);
    for (const said of ["WP-04", "GP-02", "PROC-11", "LAW-02", "numac 2022033079", "OPEN-03", "OPEN-19"])
      expect(text).toContain(said);
    expect(text).not.toMatch(/rendementsverlies|bijkomende kosten|vaststelling van VDAB/i);
  });

  test.each(EVALUATION_OUTCOMES)("an evaluation with outcome %s is told by VDAB, with the term for a review", async (outcome) => {
    const evaluationRef = newRef();
    const changed = outcome === "PACKAGE";
    await append("file", file, [
      {
        type: "EvaluationRecorded",
        effectiveOn: today,
        payload: {
          evaluationRef,
          grantRef,
          purpose: "ADJUSTMENT",
          visitedOn: null,
          decidedOn: today,
          outcome,
          percentage: changed ? 60 : null,
          guidanceNeed: changed ? "HIGH" : null,
          motivation: null,
        },
      },
    ]);
    await writeLetters();
    const line = (await counter.letters.list({ fileRef: file })).find((one) => one.aboutRef === evaluationRef)!;
    expect([line.kind, line.issuer]).toEqual(["evaluation", "VDAB"]);
    const { document } = (await readLetter(counter, adviser, line.letterRef))!.content!;
    expect(document.blocks.at(-1)).toMatchObject({ type: "notice", text: expect.stringContaining("45 dagen") });
  });

  test("completion, adjustment, extension, refusal, inadmissibility, stop and review each have their letter", async () => {
    const facts = await granted();
    const evaluationRef = newRef();
    const day = { effectiveOn: today };
    const [note, motivation] = [newRef(), newRef()];
    await counter.vault.seal([
      {
        subjectRef: person,
        sealedRef: note,
        kind: "question",
        content: { fileRef: file, text: "Stuur het contract dat u tekende." },
      },
      {
        subjectRef: person,
        sealedRef: motivation,
        kind: "motivation",
        content: { fileRef: file, text: "Het contract duurt te kort." },
      },
    ]);
    await append("file", file, [
      {
        type: "ApplicationCompletionRequested",
        ...day,
        payload: { missing: ["EMP-12", "PAYSLIP"], note, answerBy: plainDate("2026-12-07") },
      },
      {
        type: "GrantAdjusted",
        ...day,
        payload: {
          grantRef,
          decidedOn: today,
          fromQuarter: "2027-Q4",
          percentage: 60,
          guidanceNeed: "HIGH",
          evaluationRef,
          openPoints: ["OPEN-15"],
        },
      },
      {
        type: "GrantExtended",
        ...day,
        payload: {
          ...facts,
          extendedOn: today,
          fromQuarter: "2031-Q4",
          endQuarter: "2033-Q3",
          package: "AFTER_EVALUATION",
          percentage: 30,
          evaluationRef: null,
        },
      },
      {
        type: "ApplicationRefused",
        ...day,
        payload: { motivation, grounds: ["EMP-12", "EMP-14"], lawVersion: "x", parametersHash: "x", openPoints: ["OPEN-04"] },
      },
      { type: "ApplicationInadmissible", ...day, payload: { grounds: ["PROC-01"] } },
      { type: "GrantStopped", ...day, payload: { grantRef, lastDay: plainDate("2026-12-15"), reason: "CONTRACT_ENDED" } },
      {
        type: "ReviewDecided",
        ...day,
        payload: { reviewRef: newRef(), decidedOn: today, outcome: "CONFIRMED", motivation: null },
      },
    ]);
    await writeLetters();
    const all = await kinds();
    for (const kind of ["completion-request", "adjustment", "extension", "refusal", "inadmissible", "stop", "review-evaluation"])
      expect(all.filter((one) => one === kind)).toHaveLength(1);
    expect(JSON.stringify(await documentOf("adjustment"))).toContain("60\u00a0%");
    for (const said of ["Er zijn meerdere redenen", "Het contract duurt te kort."])
      expect(JSON.stringify(await documentOf("refusal"))).toContain(said);
    for (const said of ["ten laatste op 7 december 2026", "Stuur het contract dat u tekende."])
      expect(JSON.stringify(await documentOf("completion-request"))).toContain(said);
    // Terms that no rule gives are paid at the percentage that a person entered.
    expect(JSON.stringify(await documentOf("extension"))).toContain("30\u00a0%");
  });

  test("tickets: advice, negative advice, double ticket as one letter, catch-up and conversion go to the person only", async () => {
    const ticket = (more: Partial<TicketFacts>): AnyEvent => ({
      type: "TicketIssued",
      effectiveOn: today,
      payload: {
        ticketRef: newRef(),
        indicationRef: null,
        type: "INDIVIDUAL",
        appliedOn: plainDate("2026-10-01"),
        grantedOn: today,
        package: "P5",
        percentage: null,
        guidanceNeed: "LOW",
        needClass: "WAGE_AND_GUIDANCE_PREMIUM",
        needDuration: "LASTING",
        validFrom: today,
        validUntil: plainDate("2031-11-22"),
        origin: "REQUEST",
        motivation: null,
        ...more,
      } satisfies TicketFacts,
    });
    const collective = { type: "COLLECTIVE" as const, package: null, percentage: 45, needClass: null };
    await append("person", person, [ticket({})]);
    await append("person", person, [ticket(collective), ticket({ origin: "DOUBLE_TICKET", package: "P5_PLUS" })]);
    await append("person", person, [ticket({ origin: "CATCH_UP" })]);
    await append("person", person, [ticket({ origin: "CONVERSION" })]);
    const refused = { indicationRef: newRef(), measure: "INDIVIDUAL", appliedOn: today, decidedOn: today, grounds: ["IND-11"] };
    await append("person", person, [{ type: "TicketRefused", effectiveOn: today, payload: refused }]);
    await writeLetters();
    const lines = await counter.letters.list({ personRef: person });
    expect(lines.map((line) => line.kind).sort()).toEqual([
      "advice",
      "catch-up",
      "double-ticket",
      "negative-advice",
      "vop-conversion",
    ]);
    for (const line of lines) {
      expect(await readLetter(counter, staff, line.letterRef)).toBeNull();
      expect(await readLetter(counter, employerOf(testKbo(1)), line.letterRef)).toBeNull();
      expect((await readLetter(counter, adviser, line.letterRef))?.content?.document.title).toBeTruthy();
      const own: Acting = { role: "person", actorRef: "self", organisation: "", insz: testInsz(1) };
      expect((await readLetter(counter, own, line.letterRef))?.line.letterRef).toBe(line.letterRef);
      expect(await readLetter(counter, { ...own, insz: testInsz(2) }, line.letterRef)).toBeNull();
    }
  });
});

describe("a letter follows from an older right", () => {
  test("the employer is told until when a decision is in time, once per warning; the letter is for that employer", async () => {
    const firm = await openFirm(counter, employerOf(testKbo(1)), testKbo(1));
    const employerRef = firm?.ok ? firm.value.employerRef : null;
    const rightRef = newRef();
    const right = {
      measure: "LDE_INDIVIDUAL",
      personRef: person,
      employerRef,
      startedOn: plainDate("2022-03-01"),
      startQuarter: "2022-Q1",
      quarters: null,
      schedule: [],
      endsOn: plainDate("2027-02-28"),
      source: "lde-2023-05",
    };
    const warning = { warnedOn: today, endsOn: plainDate("2027-02-28"), lastUsefulOn: plainDate("2027-02-28") };
    await append("right", rightRef, [
      { type: "OldRightRecorded", effectiveOn: plainDate("2022-03-01"), payload: right },
      { type: "EndWarningGiven", effectiveOn: today, payload: warning },
    ]);
    await writeLetters();
    const lines = (await counter.letters.list({ employerRef: employerRef as string })).filter(
      (one) => one.kind === "end-warning",
    );
    expect(lines).toMatchObject([{ audience: "APPLICANT", aboutRef: rightRef, fileRef: null }]);
    expect(lines[0]?.reference).toMatch(/^OUD-[0-9A-F]{4}-[0-9A-F]{4}\/2$/);
    const read = await readLetter(counter, employerOf(testKbo(1)), lines[0]!.letterRef);
    const text = JSON.stringify(read?.content?.document);
    for (const said of ["28 februari 2027", "lokale diensteneconomie", "TRANS-31"]) expect(text).toContain(said);
    expect(await readLetter(counter, employerOf(testKbo(2)), lines[0]!.letterRef)).toBeNull();
    await writeLetters();
    expect(
      (await counter.letters.list({ employerRef: employerRef as string })).filter((one) => one.kind === "end-warning"),
    ).toHaveLength(1);
  });
});

describe("a letter follows from payment", () => {
  test.each(["payment", "correction", "recovery"] as const)(
    "%s: with its amounts, what they were, and why; once per source",
    async (kind) => {
      const facts: PaymentLetterFacts = {
        source: `test ${kind}`,
        kind,
        fileRef: file,
        at: counter.clock.now(),
        quarter: quarter("2026-Q4"),
        lines: [
          {
            quarter: quarter("2026-Q3"),
            component: "WAGE",
            cents: kind === "payment" ? 150_000 : -50_000,
            earlierCents: kind === "payment" ? null : 200_000,
          },
        ],
        causes: kind === "payment" ? [] : [{ text: "in de aangifte veranderde het brutoloon", cents: -50_000 }],
        rules: ["WP-01", "REF-01"],
        openPoints: ["OPEN-25"],
      };
      const { pool } = counter.store.database;
      const payments = () =>
        runQueue(parts(), paymentLetterHandler({ store: counter.store, law: counter.law, clock: counter.clock, demo: false }));
      for (let twice = 0; twice < 2; twice += 1) {
        await enqueue(pool, { queue: PAYMENT_LETTER_QUEUE, payload: { ...facts } }, counter.clock.now());
        expect(await payments()).toBe(1);
      }
      expect((await kinds()).filter((one) => one === kind)).toHaveLength(1);
      const text = JSON.stringify(await documentOf(kind));
      for (const said of ["Noor Synbergmans", "3e kwartaal 2026", "WP-01", "OPEN-25", kind === "payment" ? "1.500,00" : "500,00"])
        expect(text).toContain(said);
    },
  );
});

describe("whatever crashes", () => {
  test("a worker that dies after keeping the letter makes no second one, and one that dies before makes it later", async () => {
    const before = (await counter.letters.list({ fileRef: file })).length;
    await append("file", file, [{ type: "ApplicationInadmissible", effectiveOn: today, payload: { grounds: ["PROC-02"] } }]);
    const { pool } = counter.store.database;
    // Dies holding the lease: the job comes free again, and the letter is made by another.
    await takeJobs(pool, LETTER_QUEUE, "dead", counter.clock.now(), 0, 1);
    expect(await writeLetters()).toBe(1);
    // The same event once more, as after a death between the commit and whatever came after it.
    await pool.query("update ops.job set done_at = null where queue = $1 and key = $2", [
      LETTER_QUEUE,
      `${file}:${(await counter.events.read(file)).length}`,
    ]);
    expect(await writeLetters()).toBe(1);
    expect((await counter.letters.list({ fileRef: file })).length).toBe(before + 1);
  });

  test("the same event gives the same document, and what was kept is never changed", async () => {
    const { pool } = counter.store.database;
    await expect(pool.query("update vault.letter set pdf_hash = 'x'")).rejects.toThrow(/only grows|permission denied/);
    await expect(pool.query("delete from vault.letter")).rejects.toThrow(/only grows|permission denied/);
    const { rows } = await pool.query("select count(*)::int as n from vault.letter group by source having count(*) > 1");
    expect(rows).toEqual([]);
  });

  test("letters of a history that was carried over are made and not sent", async () => {
    const { pool } = counter.store.database;
    const queued = async () =>
      (await pool.query<{ n: number }>("select count(*)::int as n from ops.job where queue = 'delivery'")).rows[0]!.n;
    const before = await queued();
    expect(
      await letterHistory({ store: counter.store, law: counter.law, clock: counter.clock, demo: true }, [file]),
    ).toBeGreaterThan(5);
    await writeLetters();
    expect(await queued()).toBe(before);
    expect(before).toBeGreaterThan(5);
  });
});

describe("on its way to the recipient", () => {
  let now = testClock();
  const box = fakeMailbox({ now: () => now.now(), today: () => now.today() }, (recipient) => recipient !== testKbo(2));
  const minutes = (after: number): Clock =>
    fixedClock(instantFromEpochMilliseconds(epochMillisecondsOf(counter.clock.now()) + after * 60_000));
  const deliver = (after = 0, mailboxes: Mailboxes = { EBOX: box, MAIL: null }) => {
    now = minutes(after);
    const at = { ...parts(), clock: now };
    return runQueue(at, deliveryHandler({ store: counter.store, clock: at.clock }, mailboxes));
  };
  const evaluated = async () => {
    const evaluationRef = newRef();
    const payload = {
      evaluationRef,
      grantRef,
      purpose: "ADJUSTMENT",
      visitedOn: null,
      decidedOn: today,
      outcome: "UNCHANGED",
      percentage: null,
      guidanceNeed: null,
      motivation: null,
    };
    await append("file", file, [{ type: "EvaluationRecorded", effectiveOn: today, payload }]);
    await writeLetters();
    return evaluationRef;
  };
  const lineOf = async (aboutRef: string) =>
    (await counter.letters.list({ fileRef: file })).find((line) => line.aboutRef === aboutRef)!;

  test("the enterprise's letters go to its e-Box, each once, with the day and the proof from which terms run", async () => {
    const evaluationRef = await evaluated();
    expect(await deliver()).toBeGreaterThan(10);
    const line = await lineOf(evaluationRef);
    expect(line.delivery).toMatchObject({
      channel: "EBOX",
      outcome: "DELIVERED",
      noticeOn: today,
      proof: `fake-${line.letterRef}`,
    });
    expect(await counter.letters.noticeOf(evaluationRef)).toEqual({ on: today, exact: true });
    const sent = box.messages.length;
    expect(new Set(box.messages.map((message) => message.key)).size).toBe(sent);
    expect(await deliver()).toBe(0);
    expect(box.messages.every((message) => message.recipient === testKbo(1) && !/Noor|Synbergmans/.test(message.subject))).toBe(
      true,
    );
  });

  test("a mailbox that is down for a day stops nothing: the letter is there, waits, and goes out once it is back", async () => {
    box.down = true;
    const evaluationRef = await evaluated();
    for (const after of [0, 2, 10, 60]) await deliver(after);
    expect((await lineOf(evaluationRef)).delivery).toBeNull();
    expect(await counter.letters.noticeOf(evaluationRef)).toBeNull();
    expect((await app.get(`/documenten/${(await lineOf(evaluationRef)).letterRef}`, employer)).status).toBe(200);
    box.down = false;
    await deliver(60 * 24);
    expect((await lineOf(evaluationRef)).delivery).toMatchObject({ outcome: "DELIVERED", noticeOn: "2026-11-24" });
  });

  test("what VDAB tells a person never goes to an enterprise's box: it goes on the list for the post, and its day is noted", async () => {
    const person_ = (await counter.letters.list({ personRef: person }))[0]!;
    expect(person_.delivery).toMatchObject({ channel: "POST", outcome: "LISTED", noticeOn: null });
    const waiting = await counter.letters.paperList("VDAB", 50);
    expect(waiting.map((line) => line.letterRef)).toContain(person_.letterRef);
    expect((await counter.letters.paperList("DEPARTMENT", 50)).map((line) => line.audience)).not.toContain("PERSON");
    const actor = { role: "vdabAdviser", ref: "test" };
    const refs = [person_.letterRef];
    expect(await counter.letters.notePosted(refs, today, "lijst 2026-118", actor)).toBe(1);
    expect(await counter.letters.notePosted(refs, today, "lijst 2026-118", actor)).toBe(0);
    expect((await counter.letters.find(person_.letterRef))?.delivery).toMatchObject({
      outcome: "DELIVERED",
      noticeOn: today,
      proof: "lijst 2026-118",
    });
    expect(await counter.letters.noticeOf(person_.aboutRef!)).toEqual({ on: today, exact: false });
  });

  test("staff note the post on a page: a day in the future, no list number and no letter are refused; twice changes nothing", async () => {
    const desk = await app.visitor({ role: "vdabAdviser", organisation: "OVO999002" });
    const [waiting] = await counter.letters.paperList("VDAB", 1);
    const html = await (await app.get("/documenten/post", desk)).text();
    expect(html).toContain(waiting!.reference);
    const wrong = await app.post("/documenten/post", desk, { on: "1/1/2030", list: "" });
    const said = await wrong.text();
    expect([wrong.status, /toekomst/.test(said), /verzendlijst: letters/.test(said), /minstens één brief/.test(said)]).toEqual([
      400,
      true,
      true,
      true,
    ]);
    const good = { letters: waiting!.letterRef, on: "23/11/2026", list: "2026-119" };
    expect((await app.post("/documenten/post", desk, good)).headers.get("location")).toContain("genoteerd=1");
    expect((await app.post("/documenten/post", desk, good)).headers.get("location")).toContain("genoteerd=0");
    const department = await app.visitor({ role: "caseHandler", organisation: "OVO999001" });
    expect(await (await app.get("/documenten/post", department)).text()).not.toContain("TOM-");
    expect((await app.get("/documenten/post", employer)).status).toBe(403);
  });

  test("every letter is as it was issued, and what was changed where it lay is found", async () => {
    const system = { store: counter.store, clock: counter.clock };
    const before = await verifyLetters(system);
    expect(before.intact).toBeGreaterThan(10);
    expect(before.differing).toEqual([]);
    const { letterRef } = await latest("receipt");
    const database = counter.store.database as TestDatabase;
    await database.asSuperuser(async (client) => {
      await client.query("alter table vault.letter disable trigger append_only");
      await client.query("update vault.letter set pdf = overlay(pdf placing '\\x00'::bytea from 40) where letter_ref = $1", [
        letterRef,
      ]);
    });
    expect((await verifyLetters(system)).differing).toEqual([letterRef]);
  });

  test("who has no box, or when none is connected, gets it by post", async () => {
    const evaluationRef = await evaluated();
    const nobody = fakeMailbox(testClock(), () => false);
    await deliver(0, { EBOX: nobody, MAIL: null });
    const { rows } = await counter.store.database.pool.query(
      "select channel, outcome from log.delivery where letter_ref = $1 order by delivery_no",
      [(await lineOf(evaluationRef)).letterRef],
    );
    expect(rows).toEqual([
      { channel: "EBOX", outcome: "NOT_REACHED" },
      { channel: "POST", outcome: "LISTED" },
    ]);
    const other = await evaluated();
    await deliver(0, { EBOX: null, MAIL: null });
    expect((await lineOf(other)).delivery).toMatchObject({ channel: "POST", outcome: "LISTED" });
  });

  test("a review is counted from the notice on record", async () => {
    const evaluationRef = await evaluated();
    await deliver();
    const dossier = createDossier({
      events: counter.store.events,
      queries: dossierQueries(counter.store.database.pool),
      clock: minutes(60 * 24 * 60),
      law: () => counter.law,
      noticeOf: counter.letters.noticeOf,
    });
    const late = {
      type: "RequestReview" as const,
      fileRef: file,
      reviewRef: newRef<ReviewRef>(),
      subject: "EVALUATION" as const,
      subjectRef: evaluationRef,
      reason: null,
    };
    const meta = { commandId: newRef(), actor: { role: "employer", ref: "test" } };
    const asked = await dossier.handle({ ...late, noticeOn: plainDate("2027-01-10"), on: plainDate("2027-01-20") }, meta);
    expect(asked.ok ? "asked" : asked.error.map((one) => one.id)).toEqual(["review.tooLate"]);
  });
});

describe("at the doors", () => {
  const at = (letterRef: string, path = "") => `/documenten/${letterRef}${path}`;

  test("the page says what the PDF says, and the PDF comes with the bytes that were issued", async () => {
    const line = await latest("grant");
    const page = await app.get(at(line.letterRef), employer);
    expect(page.status).toBe(200);
    const html = await page.text();
    const document = await documentOf("grant");
    for (const sentence of document.summary) expect(html).toContain(sentence.replaceAll("&", "&amp;"));
    expect(html).toContain(line.pdfHash);
    const first = Buffer.from(await (await app.get(at(line.letterRef, "/pdf"), employer)).arrayBuffer());
    const again = Buffer.from(await (await app.get(at(line.letterRef, "/pdf"), employer)).arrayBuffer());
    expect(sha256Hex(first)).toBe(line.pdfHash);
    expect(first.equals(again)).toBe(true);
  });

  test("another firm and somebody without login find nothing there", async () => {
    const { letterRef } = await latest("grant");
    const other = await app.visitor({ role: "employer", organisation: testKbo(2) });
    expect((await app.get(at(letterRef), other)).status).toBe(404);
    expect((await app.get(at(letterRef, "/pdf"), other)).status).toBe(404);
    expect((await app.get(at(letterRef), null)).status).toBe(303);
    expect((await app.get(at(newRef()), employer)).status).toBe(404);
    expect((await app.get("/documenten/geen-nummer", employer)).status).toBe(404);
  });

  test("the file's page lists its documents", async () => {
    const html = await (await app.get(`/loket/${testKbo(1)}/dossier/${file}`, employer)).text();
    expect(html).toContain(at((await latest("receipt")).letterRef));
  });

  test("a person finds the own letters on the own page; a guardian reads those of the ward, and only while acting for that person", async () => {
    const [line] = await counter.letters.list({ personRef: person });
    const own = await app.visitor({ role: "person", organisation: null }, testInsz(1));
    expect(await (await app.get("/mijn-dossier", own)).text()).toContain(at(line!.letterRef));
    expect((await app.get(at(line!.letterRef), own)).status).toBe(200);
    const desk = await app.visitor({ role: "vdabAdviser", organisation: "OVO999002" });
    expect((await app.get(at(line!.letterRef), desk)).status).toBe(200);
    const guardian = await app.visitor({ role: "guardian", organisation: null }, testInsz(50));
    expect((await app.get(at(line!.letterRef), guardian)).status).toBe(404);
    counter.guardianships.push({ guardian: testInsz(50), insz: testInsz(1), from: today, until: null });
    expect((await app.get(at(line!.letterRef), guardian)).status).toBe(200);
    expect((await app.get(at(line!.letterRef, "/pdf"), guardian)).headers.get("content-type")).toBe("application/pdf");
    // By a program of the guardian the same, and the list of the ward's letters.
    const grant = { role: "guardian", organisation: "", insz: testInsz(50), person: "guardian-50" } as const;
    const { token } = await counter.tokens.issue(grant, "test");
    const byProgram = async (path: string) =>
      app.api.request(`/api/v1${path}`, { headers: { authorization: `Bearer ${token}` } });
    expect((await byProgram(`/documents/${line!.letterRef}`)).status).toBe(200);
    const ward = await counter.vault.findByIdentifier("insz", testInsz(1));
    const listed = (await (await byProgram(`/person/documents?person=${ward}`)).json()) as { items: { id: string }[] };
    expect(listed.items.map((one) => one.id)).toContain(line!.letterRef);
    expect((await byProgram(`/person/documents?person=${newRef()}`)).status).toBe(404);
  });

  test("the API lists them, gives one as data and as the same PDF, and keeps others out", async () => {
    const token = (await counter.tokens.issue({ role: "employer", organisation: testKbo(1), insz: null }, "test")).token;
    const ask = (path: string, as = token) => app.api.request(`/api/v1${path}`, { headers: { authorization: `Bearer ${as}` } });
    const list = (await (await ask(`/applications/${file}/documents`)).json()) as {
      items: { id: string; kind: string; pdfSha256: string }[];
    };
    const grant = list.items.find((one) => one.kind === "grant")!;
    expect(await (await ask(`/documents/${grant.id}`)).json()).toMatchObject({ id: grant.id, document: { kind: "grant" } });
    expect(sha256Hex(Buffer.from(await (await ask(`/documents/${grant.id}/pdf`)).arrayBuffer()))).toBe(grant.pdfSha256);
    const theirs = (await counter.tokens.issue({ role: "employer", organisation: testKbo(2), insz: null }, "test")).token;
    expect((await ask(`/documents/${grant.id}`, theirs)).status).toBe(404);
    expect((await app.api.request(`/api/v1/documents/${grant.id}`)).status).toBe(401);
  });

  test("reading leaves a line in the person's access log: who, for which organisation, what for", async () => {
    const line = await latest("grant");
    await readLetter(counter, staff, line.letterRef);
    const { rows } = await counter.store.database.pool.query(
      "select actor_role, organisation, purpose from log.access where subject_ref = $1 and actor_ref = 'test-staff' order by accessed_at desc limit 1",
      [person],
    );
    expect(rows).toEqual([
      { actor_role: "caseHandler", organisation: "OVO999001", purpose: expect.stringContaining("Brief lezen: ") },
    ]);
  });

  test("when the person is erased the letter cannot be read any more, by anybody", async () => {
    const { letterRef } = await latest("grant");
    await counter.vault.destroyKey(person, "test");
    expect((await readLetter(counter, staff, letterRef))?.content).toBeNull();
    const page = await app.get(at(letterRef), employer);
    expect([page.status, (await page.text()).includes("gewist")]).toEqual([404, true]);
  });
});

describe("a letter to the own enterprise of a self-employed person", () => {
  test("has its name and number, though its number belongs to the person", async () => {
    const number = testKbo(3);
    const owner = newRef<PersonRef>();
    const born = { type: "PersonRegistered", effectiveOn: today, payload: { sex: "F", bornIn: "1985-01", ...FLANDERS } } as const;
    await counter.events.append("person", owner, 0, [born], {
      actor: { role: "vdabAdviser", ref: "test" },
      commandId: newRef(),
      sealed: [{ subjectRef: owner, sealedRef: newRef(), kind: "name", content: { given: "Mia", family: "Synatelier" } }],
      lookups: [{ subjectRef: owner, kind: "kbo", value: number }],
    });
    const acting: Acting = { ...employerOf(number), role: "selfEmployed" };
    const firm = async () => {
      const opened = await openFirm(counter, acting, number);
      if (!opened?.ok) throw new Error("no firm");
      return opened.value;
    };
    expect((await registerFirm(counter, acting, await firm(), { measure: "IMW", commandId: newRef() })).ok).toBe(true);
    const input = parseApplication(goodApplication(testInsz(2)));
    if (!input.ok) throw new Error("no application");
    const how = { input: input.value, evidence: [], channel: "ONLINE", commandId: newRef() } as const;
    const filed = await fileApplication(counter, acting, await firm(), how);
    if (!filed.ok) throw new Error("not filed");
    await writeLetters();
    const [receipt] = await counter.letters.list({ fileRef: filed.value.fileRef });
    const { to } = (await readLetter(counter, staff, receipt!.letterRef))!.content!.document;
    expect(to).toMatchObject({ name: "Synatelier", lines: [`Ondernemingsnummer ${formatKbo(number)}`] });
    // The person is still who the number belongs to.
    expect(await counter.vault.findByIdentifier("kbo", number)).toBe(owner);
  });
});
