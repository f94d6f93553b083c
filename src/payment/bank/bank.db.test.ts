// From a booked run to the bank and back, through the database: nothing is paid twice, and what does not fit waits.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { projection } from "../../dossier/index.ts";
import { grantedEvents } from "../../dossier/testing.ts";
import { iso20022 } from "../../exchange/index.ts";
import {
  addDays,
  assertOk,
  type Clock,
  type EmployerRef,
  type FileRef,
  fixedClock,
  type Iban,
  type Instant,
  iban,
  ibanCheckDigits,
  instant,
  newRef,
  type PersonRef,
  quarter,
  quarterIndexNumber,
} from "../../kernel/index.ts";
import { openLaw } from "../../law/open-law.ts";
import {
  accountStore,
  advanceStore,
  bankStore,
  blockStore,
  checkBalance,
  createStore,
  masterKeyFrom,
  payees,
  paymentPorts,
  recoveryStore,
  runStore,
  type Store,
  statementSource,
} from "../../store/index.ts";
import { type TestDatabase, testDatabase } from "../../store/testing.ts";
import { anAttest } from "../fixtures.ts";
import { Advances, Bank, type BankPorts, Blocks, foldRun, Payouts, Recoveries, Runs, recoveryCommunication } from "../index.ts";
import type { PaymentPorts } from "../ports.ts";

const law = openLaw();
const Q = quarter("2024-Q3");
const number = quarterIndexNumber(Q);
const anna = { role: "paymentOfficer", ref: "anna" };
const bram = { role: "paymentApprover", ref: "bram" };
const carl = { role: "paymentOfficer", ref: "carl" };

let now: Instant = instant("2024-11-20T09:00:00.000Z");
const clock: Clock = { now: () => now, today: () => fixedClock(now).today() };
const later = (days: number) => {
  now = instant(`${addDays(clock.today(), days)}T09:00:00.000Z`);
};

let database: TestDatabase;
let store: Store;
let payment: PaymentPorts;
let runs: Runs;
let recoveries: Recoveries;
let ports: BankPorts;
let bank: Bank;

let accounts = 0;
function anAccount(): Iban {
  accounts += 1;
  const domestic = 9_990_000_000 + accounts;
  const base = `${domestic}${String(domestic % 97 || 97).padStart(2, "0")}`;
  return iban(`BE${ibanCheckDigits("BE", base)}${base}`);
}
const OURS = anAccount();

beforeAll(async () => {
  database = await testDatabase();
  const { pool } = database;
  store = createStore({ database, clock, project: projection, masterKey: masterKeyFrom(Buffer.alloc(32, 7)) });
  payment = paymentPorts(pool);
  runs = new Runs({ payment, runs: runStore(pool, foldRun), clock, law: () => law });
  recoveries = new Recoveries({ payment, recoveries: recoveryStore(pool), law: () => law, clock });
  const advances = new Advances({ advances: advanceStore(pool), positions: payment.positions, clock, law: () => law });
  const payouts = new Payouts({ blocks: new Blocks({ blocks: blockStore(pool), clock }), recoveries, advances });
  const statements = statementSource(pool);
  ports = {
    store: bankStore(pool),
    format: iso20022,
    payees: payees(store.vault),
    payouts,
    recoveries,
    findRun: (runRef) => runs.find(runRef),
    statementsOf: (runRef) => statements.ofRun(runRef, 10_000),
    debtor: { party: { name: "Department", address: null }, account: OURS },
    clock,
  };
  bank = new Bank(ports);
});
afterAll(() => database.close());

const seal = (subjectRef: string, kind: string, content: unknown) =>
  store.vault.seal([{ subjectRef, sealedRef: newRef(), kind, content }]);

/** An employer with a grant and an attest; with an account unless told otherwise. */
async function anEmployer({ account = anAccount() as Iban | null, gross = 900_000 } = {}) {
  const [person, employer] = [newRef<PersonRef>(), newRef<EmployerRef>()];
  await seal(employer, "name", { name: `Firma ${accounts} & Zonen` });
  if (account !== null) await seal(employer, "account", { iban: account });
  const events = grantedEvents(law, { personRef: person, employerRef: employer });
  await store.events.append("file", newRef<FileRef>(), 0, events, {
    actor: anna,
    commandId: newRef(),
    recordedAt: instant("2024-02-01T10:00:00.000Z"),
  });
  const nothing = gross === 0 ? { contributionCents: 0, reductionCents: 0 } : {};
  const relation = { attestNo: newRef(), personRef: person, employerRef: employer };
  const attest = anAttest({ ...relation, grossCents: gross, receivedAt: now, ...nothing });
  await payment.attests.take([attest]);
  return { employer: employer as string, attest };
}

async function aBookedRun(): Promise<string> {
  later(3);
  const { runRef } = assertOk(await runs.start(number, anna));
  assertOk(await runs.calculate(runRef, anna));
  assertOk(await runs.approve(runRef, bram));
  assertOk(await runs.book(runRef, anna));
  return runRef;
}

const made = async (runRef: string) => assertOk(await bank.make(runRef, clock.today(), anna));
const sent = async (runRef: string) => {
  const { batch, file } = await made(runRef);
  assertOk(await bank.send(batch.batchRef, anna));
  return { batch, file };
};
const paymentOf = async (runRef: string, employer: string) =>
  (await bank.payments(runRef, anna)).find((one) => one.beneficiary.ref === employer)!;

const answer = (messageId: string, group: string, transfers: string[] = []) =>
  `<Document><CstmrPmtStsRpt><GrpHdr><MsgId>A-${newRef()}</MsgId></GrpHdr><OrgnlGrpInfAndSts><OrgnlMsgId>${messageId}</OrgnlMsgId><GrpSts>${group}</GrpSts></OrgnlGrpInfAndSts><OrgnlPmtInfAndSts>${transfers.join("")}</OrgnlPmtInfAndSts></CstmrPmtStsRpt></Document>`;
const rejected = (endToEndId: string, code = "AC04") =>
  `<TxInfAndSts><OrgnlEndToEndId>${endToEndId}</OrgnlEndToEndId><TxSts>RJCT</TxSts><StsRsnInf><Rsn><Cd>${code}</Cd></Rsn></StsRsnInf></TxInfAndSts>`;

let entries = 0;
interface Movement {
  readonly cents: number;
  readonly endToEndId?: string;
  readonly batchId?: string;
  readonly communication?: string;
  readonly reason?: string;
  readonly ref?: string;
}
const euros = (amount: number) => (Math.abs(amount) / 100).toFixed(2);
function statement(movements: readonly Movement[], account: string = OURS): string {
  const opening = 100_000_000_00;
  const closing = opening + movements.reduce((total, one) => total + one.cents, 0);
  const balance = (code: string, amount: number) =>
    `<Bal><Tp><CdOrPrtry><Cd>${code}</Cd></CdOrPrtry></Tp><Amt Ccy="EUR">${euros(amount)}</Amt><CdtDbtInd>CRDT</CdtDbtInd></Bal>`;
  const lines = movements.map(({ cents, endToEndId, batchId, communication, reason, ref }) => {
    entries += 1;
    const side = cents < 0 ? "DBIT" : "CRDT";
    const details = [
      batchId === undefined ? "" : `<Btch><PmtInfId>${batchId}</PmtInfId></Btch>`,
      batchId === undefined
        ? `<TxDtls><Refs>${endToEndId === undefined ? "" : `<EndToEndId>${endToEndId}</EndToEndId>`}</Refs>${
            communication === undefined
              ? ""
              : `<RmtInf><Strd><CdtrRefInf><Ref>${communication}</Ref></CdtrRefInf></Strd></RmtInf>`
          }${reason === undefined ? "" : `<RtrInf><Rsn><Cd>${reason}</Cd></Rsn></RtrInf>`}</TxDtls>`
        : "",
    ].join("");
    return `<Ntry><Amt Ccy="EUR">${euros(cents)}</Amt><CdtDbtInd>${side}</CdtDbtInd><BookgDt><Dt>${clock.today()}</Dt></BookgDt><AcctSvcrRef>${ref ?? `E${entries}`}</AcctSvcrRef><NtryDtls>${details}</NtryDtls></Ntry>`;
  });
  return `<Document><BkToCstmrStmt><Stmt><Id>${newRef()}</Id><Acct><Id><IBAN>${account}</IBAN></Id></Acct>${balance("OPBD", opening)}${balance("CLBD", closing)}${lines.join("")}</Stmt></BkToCstmrStmt></Document>`;
}
const take = async (xml: string) => assertOk(await bank.take(xml, anna)).report;

describe("the batch of a run", () => {
  test("holds one transfer per employer, with control sum, reference and account, and never a zero", async () => {
    const account = anAccount();
    const one = await anEmployer({ account });
    await anEmployer({ gross: 0 });
    const runRef = await aBookedRun();
    const { batch, file } = await made(runRef);
    const paid = await paymentOf(runRef, one.employer);
    expect(batch).toMatchObject({ batchNo: 1, payments: 1, cents: paid.cents });
    expect(file).toContain(`<NbOfTxs>1</NbOfTxs><CtrlSum>${euros(paid.cents)}</CtrlSum>`);
    expect(file).toContain(`<IBAN>${account}</IBAN>`);
    expect(file).toContain(`<EndToEndId>${paid.endToEndId}</EndToEndId>`);
    expect(paid.state).toBe("BATCHED");
  });

  test("is given again with the same bytes until it is sent, and is sent once: by the program, and by the database", async () => {
    await anEmployer();
    const runRef = await aBookedRun();
    const first = await made(runRef);
    expect(await made(runRef)).toEqual(first);
    assertOk(await bank.send(first.batch.batchRef, anna));
    expect(await bank.send(first.batch.batchRef, carl)).toMatchObject({ ok: false, error: [{ id: "bank.sentBefore" }] });
    const step = "insert into pay.batch_step (batch_ref, step, at, actor_role, actor_ref) values ($1, 'SENT', now(), 'x', 'y')";
    await expect(database.pool.query(step, [first.batch.batchRef])).rejects.toThrow(/batch_step_pkey/);
    expect(assertOk(await bank.file(first.batch.batchRef, anna)).file).toBe(first.file);
    expect(await bank.make(runRef, clock.today(), anna)).toMatchObject({ ok: false, error: [{ id: "bank.nothingToPay" }] });
  });

  test("made by two at the same moment is made once", async () => {
    await anEmployer();
    const runRef = await aBookedRun();
    const both = await Promise.all([bank.make(runRef, clock.today(), anna), bank.make(runRef, clock.today(), carl)]);
    expect(both.filter((one) => one.ok).length).toBeGreaterThanOrEqual(1);
    expect(await bank.batches(runRef)).toHaveLength(1);
    const { rows } = await database.pool.query("select payment_ref from pay.batch_item group by payment_ref having count(*) > 1");
    expect(rows).toEqual([]);
  });

  test("cannot hold a payment that another batch holds, whatever program writes it", async () => {
    const { employer } = await anEmployer();
    const runRef = await aBookedRun();
    await sent(runRef);
    const { paymentRef } = await paymentOf(runRef, employer);
    const again = `insert into pay.batch_item (payment_ref, attempt, batch_ref, end_to_end_id, name_ref, account_ref)
      values ($1, $2, gen_random_uuid(), gen_random_uuid()::text, gen_random_uuid(), gen_random_uuid())`;
    await expect(database.pool.query(again, [paymentRef, 1])).rejects.toThrow(/batch_item_pkey/);
    await expect(database.pool.query(again, [paymentRef, 2])).rejects.toThrow(/not paid twice/);
  });

  test("waits for a booked run, for a day that is not past, and for an account to pay from", async () => {
    await anEmployer();
    later(3);
    const { runRef } = assertOk(await runs.start(number, anna));
    expect(await bank.make(runRef, clock.today(), anna)).toMatchObject({ error: [{ id: "bank.notBooked" }] });
    assertOk(await runs.cancel(runRef, anna, "x"));
    const booked = await aBookedRun();
    expect(await bank.make(booked, addDays(clock.today(), -1), anna)).toMatchObject({ error: [{ id: "bank.dayPassed" }] });
    const poor = new Bank({ ...ports, debtor: null });
    expect(await poor.make(booked, clock.today(), anna)).toMatchObject({ error: [{ id: "bank.noDebtor" }] });
    expect(await bank.make(newRef(), clock.today(), anna)).toMatchObject({ error: [{ id: "bank.runUnknown" }] });
  });
});

describe("a payment", () => {
  test("without an account waits, and goes in a later batch of the run once there is one", async () => {
    const with_ = await anEmployer();
    const without = await anEmployer({ account: null });
    const runRef = await aBookedRun();
    await sent(runRef);
    expect(await paymentOf(runRef, without.employer)).toMatchObject({ state: "WAITING", waits: "NO_ACCOUNT", attempt: 0 });
    await seal(without.employer, "account", { iban: anAccount() });
    const { batch } = await sent(runRef);
    expect(batch).toMatchObject({ batchNo: 2, payments: 1 });
    expect(await paymentOf(runRef, without.employer)).toMatchObject({ state: "SENT", attempt: 1 });
    expect(await paymentOf(runRef, with_.employer)).toMatchObject({ batchRef: expect.not.stringMatching(batch.batchRef) });
  });

  test("on a changed account waits until two different persons looked at it", async () => {
    const { employer, attest } = await anEmployer();
    await sent(await aBookedRun());
    later(2);
    await payment.attests.take([{ ...attest, version: 1, status: 1, grossCents: 1_000_000, receivedAt: now }]);
    await seal(employer, "account", { iban: anAccount() });
    const runRef = await aBookedRun();
    await bank.make(runRef, clock.today(), anna);
    const waiting = await paymentOf(runRef, employer);
    expect(waiting).toMatchObject({ state: "WAITING", waits: "ACCOUNT_CHANGED" });
    assertOk(await bank.checkAccount(waiting.paymentRef, runRef, anna));
    expect(await bank.checkAccount(waiting.paymentRef, runRef, anna)).toMatchObject({ error: [{ id: "bank.checkedByYou" }] });
    expect(await paymentOf(runRef, employer)).toMatchObject({ state: "WAITING" });
    assertOk(await bank.checkAccount(waiting.paymentRef, runRef, carl));
    expect(await paymentOf(runRef, employer)).toMatchObject({ state: "READY" });
    expect((await made(runRef)).batch.payments).toBe(1);
  });

  test("on the same account under another seal does not wait", async () => {
    const account = anAccount();
    const { employer, attest } = await anEmployer({ account });
    await sent(await aBookedRun());
    later(2);
    await payment.attests.take([{ ...attest, version: 1, status: 1, grossCents: 1_000_000, receivedAt: now }]);
    await seal(employer, "account", { iban: account });
    const runRef = await aBookedRun();
    await made(runRef);
    expect(await paymentOf(runRef, employer)).toMatchObject({ state: "BATCHED" });
  });

  test("that the bank rejects goes again on another account only, under a reference of its own", async () => {
    const { employer } = await anEmployer();
    const runRef = await aBookedRun();
    const { batch } = await sent(runRef);
    const first = await paymentOf(runRef, employer);
    expect(await take(answer(batch.messageId, "PART", [rejected(first.endToEndId!)]))).toMatchObject({ rejected: 1 });
    expect(await paymentOf(runRef, employer)).toMatchObject({ state: "WAITING", waits: "ACCOUNT_FAILED", bankReason: "AC04" });
    await seal(employer, "account", { iban: anAccount() });
    const again = await paymentOf(runRef, employer);
    expect(again.state).toBe("READY");
    await sent(runRef);
    const second = await paymentOf(runRef, employer);
    expect(second).toMatchObject({ state: "SENT", attempt: 2 });
    expect(second.endToEndId).not.toBe(first.endToEndId);
  });

  test("is executed and may come back; then it waits, and no cent is lost", async () => {
    const { employer } = await anEmployer();
    const runRef = await aBookedRun();
    const { batch } = await sent(runRef);
    const { endToEndId, cents } = await paymentOf(runRef, employer);
    expect(await take(answer(batch.messageId, "ACCP"))).toMatchObject({ accepted: 1 });
    expect((await paymentOf(runRef, employer)).state).toBe("ACCEPTED");
    expect(await take(statement([{ cents: -cents, endToEndId: endToEndId! }]))).toMatchObject({ executed: 1, unmatched: 0 });
    expect((await paymentOf(runRef, employer)).state).toBe("EXECUTED");
    expect(await take(statement([{ cents, endToEndId: endToEndId!, reason: "AC01" }]))).toMatchObject({ returned: 1 });
    expect(await paymentOf(runRef, employer)).toMatchObject({ state: "WAITING", waits: "ACCOUNT_FAILED", bankReason: "AC01" });
  });
});

describe("a file from the bank", () => {
  test("that comes twice is taken once; a movement told of in two files counts once", async () => {
    const { employer } = await anEmployer();
    const runRef = await aBookedRun();
    await sent(runRef);
    const { endToEndId, cents } = await paymentOf(runRef, employer);
    const first = statement([{ cents: -cents, endToEndId: endToEndId!, ref: "SAME" }]);
    expect(assertOk(await bank.take(first, anna))).toMatchObject({ before: false, report: { executed: 1 } });
    expect(assertOk(await bank.take(first, carl))).toMatchObject({ before: true, report: { executed: 1 } });
    const other = statement([{ cents: -cents, endToEndId: endToEndId!, ref: "SAME" }]);
    expect(await take(other)).toMatchObject({ executed: 0, known: 1, unmatched: 0 });
  });

  test("about somebody else's batch, payment or account is refused as a whole", async () => {
    await anEmployer();
    const runRef = await aBookedRun();
    const { batch } = await sent(runRef);
    expect(await bank.take(answer("OTHER-1", "ACCP"), anna)).toMatchObject({ error: [{ id: "bank.foreignBatch" }] });
    expect(await bank.take(answer(batch.messageId, "PART", [rejected("OTHER-2")]), anna)).toMatchObject({
      error: [{ id: "bank.foreignTransfer" }],
    });
    expect(await bank.take(statement([], anAccount()), anna)).toMatchObject({ error: [{ id: "bank.foreignAccount" }] });
    expect(await bank.take('<!DOCTYPE a [<!ENTITY b "b">]><Document/>', anna)).toMatchObject({ error: [{ id: "xml.doctype" }] });
    expect(await bank.take("<Document><Other/></Document>", anna)).toMatchObject({ error: [{ id: "bank.unknownMessage" }] });
    expect((await bank.payments(runRef, anna)).every((one) => one.state === "SENT")).toBe(true);
  });

  test("may book the whole batch as one movement", async () => {
    const one = await anEmployer();
    const two = await anEmployer();
    const runRef = await aBookedRun();
    const { batch } = await sent(runRef);
    expect(await take(statement([{ cents: -batch.cents, batchId: batch.messageId }]))).toMatchObject({ executed: 1 });
    for (const { employer } of [one, two]) expect((await paymentOf(runRef, employer)).state).toBe("EXECUTED");
  });

  test("leaves what it cannot place as work for a person: another amount, nothing of ours, a payment that was rejected", async () => {
    const { employer } = await anEmployer();
    const runRef = await aBookedRun();
    const { batch } = await sent(runRef);
    const { endToEndId, cents } = await paymentOf(runRef, employer);
    expect(await take(statement([{ cents: -cents - 1, endToEndId: endToEndId! }, { cents: 1_250 }]))).toMatchObject({
      unmatched: 2,
    });
    await take(answer(batch.messageId, "PART", [rejected(endToEndId!)]));
    expect(await take(statement([{ cents: -cents, endToEndId: endToEndId! }]))).toMatchObject({ executed: 0, unmatched: 1 });
    const waiting = await bank.unmatched(1_000);
    expect(waiting.map((one) => one.why).sort()).toEqual(["AMOUNT", "STATE", "UNKNOWN"]);
    const [entry] = waiting;
    expect(await bank.resolveOtherwise(entry!.entryId, " ", anna)).toMatchObject({ error: [{ id: "bank.whyMissing" }] });
    assertOk(await bank.resolveOtherwise(entry!.entryId, "bank costs", anna));
    expect(await bank.resolveOtherwise(entry!.entryId, "again", anna)).toMatchObject({ error: [{ id: "bank.entryResolved" }] });
    expect(await bank.unmatched(1_000)).toHaveLength(2);
  });

  test("brings money back to the recovery that its letter asked it for", async () => {
    const { employer, attest } = await anEmployer();
    await sent(await aBookedRun());
    later(2);
    await payment.attests.take([{ ...attest, version: 1, status: 3, receivedAt: now }]);
    await aBookedRun();
    const [recovery] = await recoveries.ofBeneficiary(employer);
    const { recoveryRef, cents } = recovery!;
    const how = { manner: "PAYMENT", dueOn: addDays(clock.today(), 30) } as const;
    assertOk(await recoveries.do(recoveryRef, { type: "DECIDE", how, reason: "agreed" }, bram));
    const communication = recoveryCommunication(recoveryRef);
    expect(await take(statement([{ cents: cents + 1, communication }]))).toMatchObject({ recovered: 0, unmatched: 1 });
    expect(await take(statement([{ cents: 1_000, communication }]))).toMatchObject({ recovered: 1 });
    expect(await recoveries.find(recoveryRef)).toMatchObject({ settledCents: 1_000 });
    await take(statement([{ cents: cents - 1_000 }]));
    const loose = (await bank.unmatched(1_000)).find((one) => one.cents === cents - 1_000)!;
    assertOk(await bank.resolveAsRecovery(loose.entryId, recoveryRef, anna));
    expect(await recoveries.find(recoveryRef)).toMatchObject({ settledCents: cents });
  });
});

test("what is due first fills a recovery that is set off, and only the rest is paid", async () => {
  const { employer, attest } = await anEmployer();
  await sent(await aBookedRun());
  later(2);
  await payment.attests.take([{ ...attest, version: 1, status: 1, grossCents: 800_000, receivedAt: now }]);
  await aBookedRun();
  const [recovery] = await recoveries.ofBeneficiary(employer);
  assertOk(await recoveries.do(recovery!.recoveryRef, { type: "DECIDE", how: { manner: "SET_OFF" }, reason: "agreed" }, bram));
  later(2);
  await payment.attests.take([{ ...attest, version: 2, status: 1, grossCents: 1_000_000, receivedAt: now }]);
  const runRef = await aBookedRun();
  const dueCents = (await statementSource(database.pool).ofBeneficiary(employer))[0]!.cents;
  await made(runRef);
  expect(await paymentOf(runRef, employer)).toMatchObject({ cents: dueCents - recovery!.cents });
  expect(await recoveries.find(recovery!.recoveryRef)).toMatchObject({ settledCents: recovery!.cents });
});

describe("the public accounts", () => {
  const moved = async (employer: string): Promise<string[]> => {
    const { rows } = await database.pool.query<{ kind: string; cents: number }>(
      "select kind, cents from pay.cash where beneficiary_ref = $1 order by at, kind",
      [employer],
    );
    return rows.map((row) => `${row.kind} ${row.cents}`);
  };
  /** In all years up to now. */
  const received = async (employer: string): Promise<number> => {
    let total = 0;
    for (let year = 2024; year <= Number(clock.today().slice(0, 4)); year += 1)
      total += (await accountStore(database.pool).stateAid({ year, limit: 1, employerRef: employer }))[0]?.totalCents ?? 0;
    return total;
  };
  const stateOf = async (runRef: string, employer: string) => {
    const line = (await payment.ledger.lines({ runRef })).find((one) => one.employerRef === employer)!;
    return payment.ledger.state(line);
  };

  test("count a payment when the bank executed it, take off what it gives back, and each line says where it stands", async () => {
    const { employer } = await anEmployer();
    const runRef = await aBookedRun();
    const states = [await stateOf(runRef, employer)];
    await sent(runRef);
    states.push(await stateOf(runRef, employer));
    expect([await moved(employer), await received(employer)]).toEqual([[], 0]);
    const { endToEndId, cents } = await paymentOf(runRef, employer);
    await take(statement([{ cents: -cents, endToEndId: endToEndId! }]));
    states.push(await stateOf(runRef, employer));
    expect([await moved(employer), await received(employer)]).toEqual([[`EXECUTED ${cents}`], cents]);
    later(1);
    await take(statement([{ cents, endToEndId: endToEndId!, reason: "AC01" }]));
    states.push(await stateOf(runRef, employer));
    expect([await moved(employer), await received(employer)]).toEqual([[`EXECUTED ${cents}`, `RETURNED ${-cents}`], 0]);
    await seal(employer, "account", { iban: anAccount() });
    await sent(runRef);
    const again = await paymentOf(runRef, employer);
    await take(statement([{ cents: -cents, endToEndId: again.endToEndId! }]));
    states.push(await stateOf(runRef, employer));
    expect(await received(employer)).toBe(cents);
    expect(states).toEqual(["BOOKED", "ORDERED", "PAID", "GIVEN_BACK", "PAID"]);
  });

  test("count what is held back nowhere, and what is paid back when it comes", async () => {
    const { employer, attest } = await anEmployer();
    const first = await aBookedRun();
    await sent(first);
    const { endToEndId, cents } = await paymentOf(first, employer);
    await take(statement([{ cents: -cents, endToEndId: endToEndId! }]));
    later(2);
    await payment.attests.take([{ ...attest, version: 1, status: 1, grossCents: 700_000, receivedAt: now }]);
    const back = await aBookedRun();
    const [recovery] = await recoveries.ofBeneficiary(employer);
    const { recoveryRef, cents: owed } = recovery!;
    expect(await stateOf(back, employer)).toBe("IN_RECOVERY");
    const how = { manner: "PAYMENT", dueOn: addDays(clock.today(), 30) } as const;
    assertOk(await recoveries.do(recoveryRef, { type: "DECIDE", how, reason: "agreed" }, bram));
    const communication = recoveryCommunication(recoveryRef);
    await take(statement([{ cents: 1_000, communication }]));
    expect(await received(employer)).toBe(cents - 1_000);
    later(1);
    await take(statement([{ cents: owed - 1_000, communication }]));
    expect([await received(employer), await stateOf(back, employer)]).toEqual([cents - owed, "RECOVERED"]);

    later(2);
    await payment.attests.take([{ ...attest, version: 2, status: 3, receivedAt: now }]);
    await aBookedRun();
    const [open] = (await recoveries.ofBeneficiary(employer)).filter((one) => one.settledCents === 0);
    assertOk(await recoveries.do(open!.recoveryRef, { type: "DECIDE", how: { manner: "SET_OFF" }, reason: "agreed" }, bram));
    later(2);
    await payment.attests.take([{ ...attest, version: 3, status: 4, grossCents: 700_000, receivedAt: now }]);
    const again = await aBookedRun();
    await bank.make(again, clock.today(), anna);
    // All of it fills the recovery: no money moves, and none is counted.
    expect([await stateOf(again, employer), await received(employer)]).toEqual(["SET_OFF", cents - owed]);
  });
});

test("the books balance after all of this, and a sum that does not is found", async () => {
  expect(await checkBalance(database.pool)).toMatchObject({ imbalances: [] });
  const wrong = { statementRef: newRef() as string, beneficiary: newRef() as string };
  await database.pool.query(
    `insert into pay.statement (statement_ref, run_ref, quarter, beneficiary_kind, beneficiary_ref, cents, lines, lines_hash, frozen_at)
     values ($1, $2, $3, 'EMPLOYER', $4, 100, 1, decode(repeat('00', 32), 'hex'), $5)`,
    [wrong.statementRef, newRef(), number, wrong.beneficiary, now],
  );
  const { imbalances } = await checkBalance(database.pool);
  expect(imbalances).toEqual([{ check: "statement: cents of its lines", ref: wrong.statementRef, expected: 100, found: 0 }]);
});
