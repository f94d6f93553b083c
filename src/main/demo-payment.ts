// Work for the payment counter in a demonstration, once: a run that was booked and paid, one that waits for a second person, declarations
// that could not be placed, and a movement on the account that nobody knows.

import type { Actor } from "../dossier/index.ts";
import { writeAttests } from "../exchange/index.ts";
import { cents, insz, inszCheckDigits, type PlainDate } from "../kernel/index.ts";
import type { DmfaAttest, StoredBatch } from "../payment/index.ts";
import { readMark, setMark } from "../store/index.ts";
import { createPayment, type Payment } from "./payment.ts";
import { syntheticAttests } from "./synthetic-declarations.ts";
import type { System } from "./system.ts";
import type { JobHandler } from "./worker.ts";

const MARK = "demo-payment";
/** Neither is a person who can log in: whoever does may therefore judge this work. */
const OFFICER: Actor = { role: "paymentOfficer", ref: "demo-officer" };
const APPROVER: Actor = { role: "paymentApprover", ref: "demo-approver" };
/** First digits of the grants whose late declarations each file holds: a small part of all. */
const BOOKED = "01";
const WAITING = "23";

export function demoPaymentHandler(system: System): JobHandler {
  let done = !system.demo;
  return {
    queue: MARK,
    async find() {
      if (done) return;
      done = true;
      await bringPaymentWork(system);
    },
    work: async () => {},
  };
}

/** Noted before it starts: a demonstration that was cut off half-way is not begun again over what is there. */
export async function bringPaymentWork(system: Pick<System, "law" | "store" | "clock" | "demo" | "settings">): Promise<void> {
  const { pool } = system.store.database;
  if (!system.demo || (await readMark(pool, MARK)) !== null) return;
  await setMark(pool, MARK, {}, system.clock.now());
  const payment = createPayment(system);
  const quarters = await payment.ports.quarters.bookedQuarters();
  const last = quarters.at(-1);
  // Somebody who works here already is not disturbed.
  if (last === undefined || (await payment.runs.list(1)).length > 0) return;
  await takeLate(system, payment, last, BOOKED);
  const booked = await runFor(payment, last);
  if (booked !== null && (await book(payment, booked))) await payBack(payment, booked, system.clock.today());
  await takeLate(system, payment, last, WAITING, oddOnes);
  await runFor(payment, last);
}

/** A file of late attests, corrections and cancellations of some grants, and what comes with it. */
async function takeLate(
  system: Pick<System, "law" | "store">,
  { declarations }: Payment,
  quarter: number,
  digits: string,
  more: (of: DmfaAttest) => readonly DmfaAttest[] = () => [],
): Promise<void> {
  const attests: DmfaAttest[] = [];
  const asked = { quarter, wave: "LATE" as const, seed: MARK, of: (grantRef: string) => digits.includes(grantRef[0]!) };
  for await (const part of syntheticAttests(system, asked)) attests.push(...part);
  const [first] = attests;
  if (first === undefined) return;
  const chunks = bytesOf(writeAttests([...attests, ...more(first)]));
  await declarations.take({ kind: "ATTESTS", label: `demonstratie-${digits}.xml`, chunks, actor: OFFICER });
}

/** What no file is free of: a worker whom nobody knows, a wage below zero, and a version that says something else than it did before. */
function oddOnes(of: DmfaAttest): readonly DmfaAttest[] {
  const stranger = "990131997";
  const [occupation] = of.occupations;
  const paid = (amount: number) => [{ ...occupation!, remunerations: [{ code: "1", amount: cents(amount) }] }];
  return [
    { ...of, number: "DEMO-ONBEKEND", version: 1, status: "NEW", worker: insz(stranger + inszCheckDigits(stranger, false)) },
    { ...of, number: "DEMO-NEGATIEF", version: 1, status: "NEW", occupations: paid(-120_00) },
    { ...of, version: of.version - 1, occupations: paid(1_00) },
  ];
}

async function* bytesOf(parts: Iterable<string>): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  for (const part of parts) yield encoder.encode(part);
}

/** Started and calculated; null when that is not possible. */
async function runFor({ runs }: Payment, quarter: number): Promise<string | null> {
  const started = await runs.start(quarter, OFFICER);
  if (!started.ok) return null;
  const calculated = await runs.calculate(started.value.runRef, OFFICER);
  return calculated.ok ? started.value.runRef : null;
}

async function book({ runs }: Payment, runRef: string): Promise<boolean> {
  const approved = await runs.approve(runRef, APPROVER);
  return approved.ok && (await runs.book(runRef, OFFICER)).ok;
}

/** Paid: the bank accepts all, executes all, gives one back, and shows money that nobody knows. */
async function payBack({ bank, debtor }: Payment, runRef: string, today: PlainDate): Promise<void> {
  const made = await bank.make(runRef, today, OFFICER);
  if (!made.ok || debtor === null) return;
  const { batch } = made.value;
  await bank.send(batch.batchRef, OFFICER);
  await bank.take(accepted(batch), OFFICER);
  const [first] = await bank.payments(runRef, OFFICER);
  const entries = [
    entry({
      cents: -batch.cents,
      ref: `${batch.messageId}-1`,
      on: today,
      details: `<Btch><PmtInfId>${batch.messageId}</PmtInfId></Btch>`,
    }),
    ...(first?.endToEndId == null
      ? []
      : [
          entry({
            cents: first.cents,
            ref: `${batch.messageId}-2`,
            on: today,
            details: `<TxDtls><Refs><EndToEndId>${first.endToEndId}</EndToEndId></Refs><RtrInf><Rsn><Cd>AC04</Cd></Rsn></RtrInf></TxDtls>`,
          }),
        ]),
    entry({ cents: 125_00, ref: `${batch.messageId}-3`, on: today, details: "" }),
  ];
  const moved = -batch.cents + (first?.endToEndId == null ? 0 : first.cents) + 125_00;
  const opening = batch.cents + 1_000_000_00;
  await bank.take(
    `<Document><BkToCstmrStmt><Stmt><Id>${batch.messageId}</Id><Acct><Id><IBAN>${debtor.account}</IBAN></Id></Acct>${balance("OPBD", opening)}${balance("CLBD", opening + moved)}${entries.join("")}</Stmt></BkToCstmrStmt></Document>`,
    OFFICER,
  );
}

const accepted = ({ messageId }: StoredBatch): string =>
  `<Document><CstmrPmtStsRpt><GrpHdr><MsgId>A-${messageId}</MsgId></GrpHdr><OrgnlGrpInfAndSts><OrgnlMsgId>${messageId}</OrgnlMsgId><GrpSts>ACCP</GrpSts></OrgnlGrpInfAndSts></CstmrPmtStsRpt></Document>`;

const amount = (cents: number): string => `<Amt Ccy="EUR">${(Math.abs(cents) / 100).toFixed(2)}</Amt>`;

const balance = (code: string, cents: number): string =>
  `<Bal><Tp><CdOrPrtry><Cd>${code}</Cd></CdOrPrtry></Tp>${amount(cents)}<CdtDbtInd>CRDT</CdtDbtInd></Bal>`;

interface Movement {
  readonly cents: number;
  readonly ref: string;
  readonly on: PlainDate;
  readonly details: string;
}

const entry = ({ cents, ref, on, details }: Movement): string =>
  `<Ntry>${amount(cents)}<CdtDbtInd>${cents < 0 ? "DBIT" : "CRDT"}</CdtDbtInd><BookgDt><Dt>${on}</Dt></BookgDt><AcctSvcrRef>${ref}</AcctSvcrRef>${details === "" ? "" : `<NtryDtls>${details}</NtryDtls>`}</Ntry>`;
