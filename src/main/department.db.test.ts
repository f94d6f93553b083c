// The department's counter on a real database: what the list shows, what is decided, and what each kind of clash says.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  type Acting,
  askCompletion,
  assessFile,
  assignFile,
  type Choice,
  confirmProposal,
  type DepartmentPorts,
  type DeskFile,
  decide,
  follow,
  noteFile,
  openDeskFile,
  openFile,
  openFirm,
  refreshWork,
  refuseApplication,
  searchFiles,
  seeChanges,
  sendBack,
  stopGrant,
  textOf,
  viewDecision,
  workPage,
} from "../counter/index.ts";
import { employerOf, FLANDERS, type TestCounter, testCounter, testFirm, testInsz, testKbo } from "../counter/testing.ts";
import type { GrantFacts } from "../dossier/index.ts";
import {
  addDays,
  assertOk,
  cents,
  type FileRef,
  instant,
  newRef,
  type PersonRef,
  plainDate,
  quarter,
  quarterIndexNumber,
} from "../kernel/index.ts";
import { commitmentHandler } from "./commitments.ts";
import { makeLog } from "./log.ts";
import { createPayment } from "./payment.ts";
import {
  fileFor,
  giveTicket,
  handlerNamed,
  type MovingClock,
  movingClock,
  mustDo,
  testDepartment,
} from "./testing/department.ts";
import { runQueue } from "./worker.ts";

const START = instant("2026-11-23T09:00:00.000Z");
const FIRMS = 30;

let clock: MovingClock;
let counter: TestCounter;
let ports: DepartmentPorts;
const koen = handlerNamed("koen");
const fatima = handlerNamed("fatima");

beforeAll(async () => {
  clock = movingClock(START);
  const numbers = Array.from({ length: FIRMS }, (_, at) => at + 1);
  counter = await testCounter(
    {
      companies: numbers.map((n) => testFirm(n)),
      residences: numbers.map((n) => ({ insz: testInsz(n), ...FLANDERS })),
      // The worker of the fifteenth went to the sixteenth with the undertaking.
      employments: [...numbers.map((n) => [n, n] as const), [15, 16] as const].map(([worker, firm]) => ({
        insz: testInsz(worker),
        employer: testKbo(firm),
        from: plainDate("2026-09-01"),
        until: null,
      })),
    },
    clock,
  );
  ports = testDepartment(counter);
});
afterAll(() => counter.close());

const open = async (fileRef: FileRef, acting: Acting = koen, over: DepartmentPorts = ports): Promise<DeskFile> => {
  const file = await openDeskFile(over, acting, fileRef, "Behandeling van dossier");
  if (file === null) throw new Error("no file");
  return file;
};
const sent = (file: DeskFile, commandId: string = newRef()) => ({ version: file.version, commandId });
const plain: Choice = {
  kind: "GRANT",
  rightRef: null,
  takesOver: null,
  confirmed: [],
  manual: null,
  switches: {},
  motivation: "",
};
const ids = (result: { ok: boolean; error?: unknown }) =>
  result.ok ? [] : (result.error as readonly { id: string }[]).map((one) => one.id);
const kindsOf = async (fileRef: FileRef) => {
  await refreshWork(ports);
  const { lines } = await workPage(ports, koen, {}, 200);
  return lines.find((one) => one.fileRef === fileRef)?.kinds ?? [];
};

describe("the work list", () => {
  test("shows a new application by what it asks, and follows what is recorded", async () => {
    const { fileRef, personRef } = await fileFor(counter, 1);
    // No ticket yet: it waits for VDAB, and is held as incomplete.
    expect(await kindsOf(fileRef)).toEqual(["NEW", "TICKET"]);
    await giveTicket(ports, personRef);
    expect(await kindsOf(fileRef)).toEqual(["NEW", "READY"]);
    const { lines, kinds } = await workPage(ports, koen, { kind: "READY" }, 10);
    const line = lines.find((one) => one.fileRef === fileRef);
    expect(line?.firmName).toBe("Synfirma 1 bv");
    expect(line?.deadline).toEqual({ on: "2026-12-31", why: "QUARTER_END" });
    // The wage is not known: at most what the law gives at the cap.
    expect(line?.atStake?.atMost).toBe(true);
    expect(line?.atStake?.cents).toBeGreaterThan(0);
    expect(kinds.READY).toBeGreaterThanOrEqual(1);
    expect(await refreshWork(ports)).toBe(0);
  });

  test("shows in the last days of a quarter what a later decision costs", async () => {
    const { fileRef, personRef } = await fileFor(counter, 2);
    await giveTicket(ports, personRef);
    clock.moveTo(instant("2026-11-30T09:00:00.000Z"));
    expect(await kindsOf(fileRef)).not.toContain("QUARTER_END");
    clock.moveTo(instant("2026-12-01T09:00:00.000Z"));
    expect(await kindsOf(fileRef)).toContain("QUARTER_END");
    clock.moveTo(START);
  });

  test("calls for a refusal where the employment ended before the first quarter of a grant", async () => {
    const contract = { kind: "FIXED_TERM", from: "2026-09-01", until: "2026-12-31", hours: 400 };
    const { fileRef, personRef } = await fileFor(counter, 29, { contract });
    await giveTicket(ports, personRef);
    clock.moveTo(instant("2026-12-31T09:00:00.000Z"));
    expect(await kindsOf(fileRef)).toContain("READY");
    clock.moveTo(instant("2027-01-04T09:00:00.000Z"));
    expect(await kindsOf(fileRef)).toContain("REFUSAL");
    expect(ids(await viewDecision(ports, await open(fileRef), plain, newRef()))).toEqual(["grant.overBeforeStart"]);
    clock.moveTo(START);
  });

  test("goes by handler, and by pages that leave nothing out", async () => {
    const { fileRef } = await fileFor(counter, 3);
    await refreshWork(ports);
    const file = await open(fileRef);
    expect((await assignFile({ ports, acting: koen, file, sent: sent(file) }, fatima.actorRef)).ok).toBe(true);
    const mine = await workPage(ports, fatima, { handler: fatima.actorRef }, 10);
    expect(mine.lines.map((one) => one.fileRef)).toEqual([fileRef]);
    const nobodys = await workPage(ports, fatima, { handler: null }, 200);
    expect(nobodys.lines.map((one) => one.fileRef)).not.toContain(fileRef);
    const all = (await workPage(ports, koen, {}, 200)).lines.map((one) => one.fileRef);
    const paged: FileRef[] = [];
    for (let after: Parameters<typeof workPage>[4]; ; ) {
      const { lines, next } = await workPage(ports, koen, {}, 1, after);
      paged.push(...lines.map((one) => one.fileRef));
      if (next === null) break;
      after = next;
    }
    expect(paged).toEqual(all);
  });

  test("asks the registers once for each state of a file, and remembers what they said", async () => {
    const asked: string[] = [];
    const { employments } = counter.registers;
    const counting = {
      ...counter,
      registers: {
        ...counter.registers,
        employments: {
          find: (...given: Parameters<typeof employments.find>) => {
            asked.push(given[0].insz);
            return employments.find(...given);
          },
        },
      },
    };
    const over = testDepartment(counting as TestCounter);
    // The register knows this worker with another enterprise only.
    const { fileRef, personRef } = await fileFor(counter, 18, { worker: worker(19) });
    await giveTicket(over, personRef);
    const kinds = async () => {
      await refreshWork(over);
      const { lines } = await workPage(over, koen, {}, 200);
      return lines.find((one) => one.fileRef === fileRef)?.kinds ?? [];
    };
    expect(await kinds()).toEqual(["NEW", "JUDGEMENT"]);
    const before = asked.length;
    clock.moveTo(instant("2026-11-24T09:00:00.000Z"));
    expect(await kinds()).toEqual(["NEW", "JUDGEMENT"]);
    expect(asked.length).toBe(before);
    clock.moveTo(START);
  });

  const worker = (n: number) => ({ insz: testInsz(n), givenName: "Noor", familyName: "Synbergmans" });

  test("goes on while every register is out of order", async () => {
    const { fileRef, personRef } = await fileFor(counter, 4);
    await giveTicket(ports, personRef);
    counter.down.add("companies").add("employments").add("residences");
    try {
      expect(await kindsOf(fileRef)).toEqual(["NEW", "READY"]);
      const file = await open(fileRef);
      const assessed = await assessFile(ports, fileRef, file.state);
      expect(assessed?.checks.map((one) => [one.severity, one.reason.id])).toContainEqual(["WARN", "employment.notChecked"]);
      expect(await decide(ports, koen, file, sent(file), plain)).toEqual({ ok: true, value: "DECIDED" });
    } finally {
      counter.down.clear();
    }
  });
});

describe("a decision", () => {
  test("is shown before it is made, keeps the switches that it read, and is the same when it is sent twice", async () => {
    const { fileRef, personRef } = await fileFor(counter, 5);
    await giveTicket(ports, personRef);
    const file = await open(fileRef);
    const commandId = newRef();
    const viewed = await viewDecision(ports, file, plain, commandId);
    expect(viewed.ok && viewed.value.preview?.quarters.length).toBe(20);
    expect(await decide(ports, koen, file, sent(file, commandId), plain)).toEqual({ ok: true, value: "DECIDED" });
    expect(await decide(ports, koen, file, sent(file, commandId), plain)).toEqual({ ok: true, value: "DECIDED" });
    const { state, history } = await open(fileRef);
    expect(history.filter((event) => event.type === "GrantDecided")).toHaveLength(1);
    expect(state.grant?.facts.switches["OPEN-03"]).toBe("DECISION_QUARTER");
    expect(viewed.ok && (viewed.value.events[0]?.payload as GrantFacts | undefined)?.startQuarter).toBe(
      state.grant?.facts.startQuarter,
    );
    expect(await kindsOf(fileRef)).toEqual([]);
  });

  test("of two handlers at once is made once; the second hears that the file changed", async () => {
    const { fileRef, personRef } = await fileFor(counter, 6);
    await giveTicket(ports, personRef);
    const [first, second] = await Promise.all([open(fileRef, koen), open(fileRef, fatima)]);
    const both = await Promise.all([
      decide(ports, koen, first, sent(first), plain),
      decide(ports, fatima, second, sent(second), plain),
    ]);
    expect(both.filter((one) => one.ok)).toHaveLength(1);
    expect(both.flatMap(ids)).toEqual(["file.changed"]);
    expect((await open(fileRef)).history.filter((event) => event.type === "GrantDecided")).toHaveLength(1);
  });

  test("on a stale form is refused, and nothing is kept of it", async () => {
    const { fileRef, personRef } = await fileFor(counter, 7);
    await giveTicket(ports, personRef);
    const stale = await open(fileRef);
    const acting = employerOf(testKbo(7));
    const firm = await openFirm(counter, acting, testKbo(7));
    if (!firm?.ok) throw new Error("no firm");
    const own = await openFile(counter, acting, firm.value, fileRef);
    if (own === null) throw new Error("no file");
    const reported = await follow(counter, acting, firm.value, own, {
      version: own.version,
      commandId: newRef(),
      command: () => ({
        type: "ReportChange",
        fileRef,
        on: clock.today(),
        effectiveOn: clock.today(),
        change: { kind: "HOURS", employmentFraction: 5_000 as never },
      }),
    });
    expect(reported.ok).toBe(true);
    expect(ids(await decide(ports, koen, stale, sent(stale), { ...plain, motivation: "Te laat" }))).toEqual(["file.changed"]);
    const now = await open(fileRef);
    expect(now.state.application?.state).toBe("PENDING");
    expect([...now.texts.values()].map((one) => one.kind)).not.toContain("motivation");
    expect(await kindsOf(fileRef)).toContain("CHANGE");
    await seeChanges({ ports, acting: koen, file: now, sent: sent(now) });
    expect(await kindsOf(fileRef)).not.toContain("CHANGE");
  });

  test("on a ticket that ran out after the application is a person's, with a reason", async () => {
    const { fileRef, personRef } = await fileFor(counter, 8);
    await giveTicket(ports, personRef, { validUntil: plainDate("2026-12-10") });
    clock.moveTo(instant("2026-12-10T09:00:00.000Z"));
    expect(await kindsOf(fileRef)).toContain("READY");
    clock.moveTo(instant("2026-12-11T09:00:00.000Z"));
    expect(await kindsOf(fileRef)).toContain("JUDGEMENT");
    const file = await open(fileRef);
    expect(ids(await decide(ports, koen, file, sent(file), plain))).toEqual(["grant.ticketExpired"]);
    const confirmed = { ...plain, confirmed: ["grant.ticketExpired"] };
    expect(ids(await decide(ports, koen, file, sent(file), confirmed))).toEqual(["grant.motivation"]);
    const motivation = "Het ticket gold op de dag van de aanvraag.";
    expect((await decide(ports, koen, file, sent(file), { ...confirmed, motivation })).ok).toBe(true);
    const done = await open(fileRef);
    expect(textOf(done, done.state.grant?.facts.motivation)).toBe(motivation);
    clock.moveTo(START);
  });
});

describe("the budget", () => {
  const gated: Choice = { ...plain, switches: { "OPEN-33": "BUDGET_GATE" } };

  test("stops no decision by default: it says what goes beyond the credit, and what is decided is engaged by itself", async () => {
    const { accounts } = createPayment(counter);
    const officer = { role: "paymentOfficer", ref: "anna" };
    const credit = async (creditCents: number) => {
      assertOk(
        await accounts.record({ article: "TEST-1", year: 2026, title: "Test", components: ["WAGE"], creditCents }, officer),
      );
      return creditCents;
    };
    const engagedNow = async () => {
      await accounts.commitAll();
      const line = (await accounts.overview()).find((one) => one.article === "TEST-1" && one.year === 2026);
      return line?.committedCents ?? 0;
    };
    const free = await credit((await engagedNow()) + 100_00);
    const before = await engagedNow();
    const file = await declared(21);
    const viewed = assertOk(await viewDecision(ports, file, plain, newRef()));
    const own = viewed.overBudget! + free - before;
    expect(viewed.overBudget).toBeGreaterThan(0);
    expect(ids(await decide(ports, koen, file, sent(file), gated))).toEqual(["budget.usedUp"]);
    expect((await open(file.fileRef)).state.grant).toBeNull();
    expect(await decide(ports, koen, file, sent(file), plain)).toEqual({ ok: true, value: "DECIDED" });
    await runQueue({ store: counter.store, clock, log: makeLog("silent") }, commitmentHandler(counter));
    const { rows } = await counter.store.database.pool.query(
      "select year, sum(cents)::bigint as cents from pay.commitment where grant_ref = $1 group by 1",
      [(await open(file.fileRef)).state.grant!.facts.grantRef],
    );
    expect(rows).toEqual([{ year: 2026, cents: own }]);
    // Under the other reading: refused a cent below what it takes, and given at it.
    const next = await declared(22);
    const now = await engagedNow();
    const given = await credit(now);
    const asked = assertOk(await viewDecision(ports, next, plain, newRef())).overBudget! + given - now;
    await credit(now + asked - 1);
    expect(ids(await decide(ports, koen, next, sent(next), gated))).toEqual(["budget.usedUp"]);
    await credit(now + asked);
    expect(await decide(ports, koen, next, sent(next), gated)).toEqual({ ok: true, value: "DECIDED" });
    await credit(1_000_000_000_00);
  });

  /** A file that can be granted, of a worker for whom a wage was declared. */
  async function declared(nth: number): Promise<DeskFile> {
    const { fileRef, personRef } = await fileFor(counter, nth);
    await giveTicket(ports, personRef);
    const file = await open(fileRef);
    const { employerRef } = file.state.application!;
    const attest = {
      attestNo: `BUDGET-${nth}`,
      version: 0,
      status: 0 as const,
      personRef,
      employerRef: employerRef!,
      quarter: quarterIndexNumber(quarter("2026-Q3")),
      grossCents: 900_000,
      contributionCents: 225_000,
      reductionCents: 60_000,
      contractualFraction: 10_000,
      performedFraction: null,
      inServiceFrom: null,
      inServiceUntil: null,
      source: "DMFA" as const,
      remunerations: null,
      receivedAt: clock.now(),
    };
    await counter.statements.payment.attests.take([attest]);
    return file;
  }
});

describe("a second look", () => {
  test("is asked above the set amount, by another person, on the file as it was", async () => {
    const careful = testDepartment(counter, cents(100));
    const { fileRef, personRef } = await fileFor(counter, 9);
    await giveTicket(careful, personRef, { guided: false });
    const file = await open(fileRef);
    const choice = { ...plain, motivation: "Alles in orde." };
    const commandId = newRef();
    expect(await decide(careful, koen, file, sent(file, commandId), choice)).toEqual({ ok: true, value: "PROPOSED" });
    expect(await decide(careful, koen, file, sent(file, commandId), choice)).toEqual({ ok: true, value: "PROPOSED" });
    expect(await kindsOf(fileRef)).toContain("SECOND_LOOK");
    const waiting = await open(fileRef);
    const proposalRef = waiting.handling.proposal?.proposalRef ?? "";
    expect(waiting.state.grant).toBeNull();
    expect(ids(await confirmProposal(careful, koen, waiting, sent(waiting), proposalRef))).toEqual(["handling.samePerson"]);
    expect(ids(await decide(careful, fatima, waiting, sent(waiting), choice))).toEqual(["handling.proposalWaits"]);
    const last = newRef();
    expect((await confirmProposal(careful, fatima, waiting, sent(waiting, last), proposalRef)).ok).toBe(true);
    expect((await confirmProposal(careful, fatima, waiting, sent(waiting, last), proposalRef)).ok).toBe(true);
    const done = await open(fileRef);
    expect(done.state.grant).not.toBeNull();
    expect(done.handling.proposal).toBeNull();
    expect(textOf(done, done.state.grant?.facts.motivation)).toBe("Alles in orde.");
    const decided = done.history.find((event) => event.type === "GrantDecided");
    expect(decided?.envelope.actor.ref).toBe("fatima");
  });

  test("lapses when the file changed meanwhile, and can be sent back with a reason", async () => {
    const careful = testDepartment(counter, cents(100));
    const { fileRef, personRef } = await fileFor(counter, 10);
    await giveTicket(careful, personRef);
    const file = await open(fileRef);
    await decide(careful, koen, file, sent(file), plain);
    const waiting = await open(fileRef);
    const { proposal } = waiting.handling;
    const asked = await askCompletion(
      { ports: careful, acting: koen, file: waiting, sent: sent(waiting) },
      { missing: ["OPEN-34"], question: "Waar is het contract?", answerBy: addDays(clock.today(), 14) },
    );
    expect(asked.ok).toBe(true);
    const changed = await open(fileRef);
    expect(ids(await confirmProposal(careful, fatima, changed, sent(changed), proposal?.proposalRef ?? ""))).toEqual([
      "handling.proposalOutdated",
    ]);
    await sendBack(
      { ports: careful, acting: fatima, file: changed, sent: sent(changed) },
      proposal?.proposalRef ?? "",
      "Eerst het contract.",
    );
    const back = await open(fileRef);
    expect(textOf(back, back.handling.sentBack?.reason)).toBe("Eerst het contract.");
  });

  test("is not asked at the amount itself", async () => {
    const { fileRef, personRef } = await fileFor(counter, 11);
    await giveTicket(ports, personRef);
    const file = await open(fileRef);
    const viewed = await viewDecision(ports, file, plain, newRef());
    const total = viewed.ok ? (viewed.value.preview?.total ?? cents(0)) : cents(0);
    const at = await viewDecision(testDepartment(counter, total), file, plain, newRef());
    const below = await viewDecision(testDepartment(counter, cents(total - 1)), file, plain, newRef());
    expect([at.ok && at.value.secondLook, below.ok && below.value.secondLook]).toEqual([false, true]);
  });
});

describe("the other steps", () => {
  test("a completion is asked with words and a day, and the list waits for the answer", async () => {
    const { fileRef } = await fileFor(counter, 12);
    const file = await open(fileRef);
    const at = { ports, acting: koen, file, sent: sent(file) };
    const yesterday = addDays(clock.today(), -1);
    expect(ids(await askCompletion(at, { missing: ["OPEN-34"], question: "", answerBy: yesterday }))).toEqual(["date.order"]);
    expect(ids(await askCompletion(at, { missing: [], question: "Hm", answerBy: null }))).toEqual(["completion.missing"]);
    const answerBy = addDays(clock.today(), 10);
    expect((await askCompletion(at, { missing: ["OPEN-34"], question: "Stuur het contract.", answerBy })).ok).toBe(true);
    expect(await kindsOf(fileRef)).toEqual(["AWAITING"]);
    const line = (await workPage(ports, koen, { kind: "AWAITING" }, 50)).lines.find((one) => one.fileRef === fileRef);
    expect(line?.deadline).toEqual({ on: answerBy, why: "ANSWER" });
  });

  test("a refusal takes every ground along, with the switches that were read", async () => {
    const { fileRef } = await fileFor(counter, 13, {
      notInDifficulty: false,
    });
    const file = await open(fileRef);
    const refused = await refuseApplication(
      { ports, acting: koen, file, sent: sent(file) },
      { grounds: [], motivation: "Zie gronden." },
    );
    expect(refused.ok).toBe(true);
    const done = await open(fileRef);
    expect(done.state.application?.grounds).toEqual(["EMP-06", "IND-01"]);
    const event = done.history.find((one) => one.type === "ApplicationRefused");
    expect(event?.type === "ApplicationRefused" && event.payload.switches).toMatchObject({ "OPEN-32": expect.any(String) });
  });

  test("a note is sealed, and does not make the applicant's form stale", async () => {
    const { fileRef } = await fileFor(counter, 14);
    const file = await open(fileRef);
    await noteFile({ ports, acting: koen, file, sent: sent(file) }, "De zaakvoerder belde.");
    const noted = await open(fileRef);
    expect(noted.version).toBe(file.version);
    expect(noted.handling.notes.map((one) => textOf(noted, one.note))).toEqual(["De zaakvoerder belde."]);
    const { rows } = await counter.store.database.pool.query(
      "select payload::text as payload from log.event where payload::text like '%zaakvoerder%'",
    );
    expect(rows).toEqual([]);
  });

  test("an acquirer's grant keeps the counter of the one that was taken over, and only of that one", async () => {
    const old = await fileFor(counter, 15);
    await giveTicket(ports, old.personRef);
    const before = await open(old.fileRef);
    await decide(ports, koen, before, sent(before), plain);
    const granted = await open(old.fileRef);
    await stopGrant(
      { ports, acting: koen, file: granted, sent: sent(granted) },
      { lastDay: plainDate("2026-11-22"), reason: "TAKEN_OVER" },
    );
    clock.moveTo(instant("2027-02-01T09:00:00.000Z"));
    const { fileRef } = await takenOverBy(16, old.personRef);
    const file = await open(fileRef);
    const assessed = await assessFile(ports, fileRef, file.state);
    expect(assessed?.takeOvers.map((one) => one.fileRef)).toEqual([old.fileRef]);
    const choice = { ...plain, takesOver: old.fileRef };
    expect(ids(await viewDecision(ports, file, choice, newRef()))).toEqual(["grant.motivation"]);
    const wrong = { ...plain, takesOver: fileRef, motivation: "Overname" };
    expect(ids(await viewDecision(ports, file, wrong, newRef()))).toEqual(["grant.takeOver"]);
    expect((await decide(ports, koen, file, sent(file), { ...choice, motivation: "Akte van 22 november" })).ok).toBe(true);
    const { facts } = (await open(fileRef)).state.grant ?? {};
    expect([facts?.startQuarter, facts?.endQuarter]).toEqual([
      granted.state.grant?.facts.startQuarter,
      granted.state.grant?.endQuarter,
    ]);
    clock.moveTo(START);
  });

  /** The nth enterprise applies for a person whom another employed before. */
  async function takenOverBy(nth: number, personRef: PersonRef) {
    await fileFor(counter, nth);
    const employerRef = await counter.vault.findByIdentifier("kbo", testKbo(nth));
    const filed = await ports.dossier.file((await ports.finder.filesAbout([employerRef ?? ""], 1))[0]?.fileRef ?? "");
    const fileRef = newRef<FileRef>();
    const application = { ...filed.application, personRef, employerRef, filedOn: clock.today(), situation: "AT_WORK" } as never;
    await mustDo(ports, { type: "FileApplication", fileRef, application });
    const [found] = await ports.finder.filesAbout([personRef], 1);
    return { fileRef: found?.fileRef ?? fileRef };
  }
});

describe("a search", () => {
  test("finds by file number, enterprise number, national number and name, and says in the access log why", async () => {
    const { fileRef, personRef } = await fileFor(counter, 17);
    const file = await open(fileRef);
    for (const text of [file.number, file.number.toLowerCase().replaceAll("-", " "), testKbo(17), testInsz(17)]) {
      const found = await searchFiles(ports, fatima, { text, purpose: "QUESTION" });
      expect([text, found.ok && found.value.map((one) => one.fileRef)]).toEqual([text, [fileRef]]);
    }
    const byName = await searchFiles(ports, fatima, { text: "synbergmans noor", purpose: "QUESTION" });
    expect(byName.ok && byName.value.map((one) => one.fileRef)).toContain(fileRef);
    const { rows } = await counter.store.database.pool.query<{ purpose: string }>(
      "select purpose from log.access where subject_ref = $1 and actor_ref = 'fatima'",
      [personRef],
    );
    expect(rows.map((row) => row.purpose)).toContain("Opzoeking om een vraag te beantwoorden");
  });

  test("says what is wrong with the question", async () => {
    const ask = async (text: string, purpose = "QUESTION") => ids(await searchFiles(ports, fatima, { text, purpose }));
    expect(await ask(testKbo(17), "")).toEqual(["search.purpose"]);
    expect(await ask("IMW-12")).toEqual(["search.number"]);
    expect(await ask("ab")).toEqual(["search.name"]);
    expect(await ask(`${testInsz(17).slice(0, 10)}${(Number(testInsz(17)[10]) + 1) % 10}`)).toHaveLength(1);
    expect(await ask("12345")).toHaveLength(1);
    expect(await searchFiles(ports, fatima, { text: "IMW-0000-0000-00", purpose: "QUESTION" })).toEqual({ ok: true, value: [] });
  });
});
