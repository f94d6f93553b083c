// What must be true of a quarter whose run was killed again and again: the ledger, the corrections, the bank, recoveries and blocks, to the cent.
import { readFileSync } from "node:fs";
import { newRef, sha256Hex, systemClock } from "../../src/kernel/index.ts";
import { openLaw } from "../../src/law/open-law.ts";
import { createPayment } from "../../src/main/payment.ts";
import { calculateQuarter, type LedgerLine, type Run, verifyQuarter } from "../../src/payment/index.ts";
import type { Store } from "../../src/store/index.ts";
import { FIRST_QUARTER } from "./kill-records.ts";
import type { Records } from "./kill-special.ts";

const law = openLaw();
const auditor = { role: "auditor", ref: "harness" };

export interface Proof {
  readonly lines: number;
  readonly corrections: number;
  readonly payments: number;
  readonly cents: number;
  readonly setOffCents: number;
  readonly heldCents: number;
}

/** What earlier quarters of the same records came to. */
export interface Before {
  setOffCents: number;
  heldCents: number;
}

type Payment = ReturnType<typeof createPayment>;

/** Throws with what was expected and what was found. */
export async function prove(store: Store, quarter: number, bankFile: string, records: Records, before: Before): Promise<Proof> {
  const payment = createPayment({ law, clock: systemClock, store, demo: true });
  const booked = (await payment.runs.list(100)).filter((one) => one.start.quarter === quarter);
  demand(
    booked.length === 1 && booked[0]!.stage === "BOOKED",
    `one booked run, found ${booked.map((one) => one.stage).join(", ")}`,
  );
  const run = booked[0]!;
  for (let one = run.start.correctFrom; one <= quarter; one += 1) await proveLedger(payment, run, one);
  const lines = await payment.ports.ledger.lines({ runRef: run.runRef });
  demand(new Set(lines.map(keyOf)).size === lines.length, "one line of a run per grant, quarter and component");
  const corrections = lines.filter((line) => line.quarter < quarter).length;
  demand(quarter === FIRST_QUARTER || corrections > 0, "a quarter before that is corrected");
  const money = await proveMoney(payment, run, lines, records, before);
  await proveBank(payment, run, bankFile, money.expected);
  const { imbalances } = await payment.balance();
  demand(imbalances.length === 0, `books that balance, found ${JSON.stringify(imbalances[0])}`);
  const { setOffCents, heldCents } = money;
  return {
    lines: lines.length,
    corrections,
    payments: money.expected.size,
    cents: sum(money.expected.values()),
    setOffCents,
    heldCents,
  };
}

const keyOf = (line: LedgerLine): string => `${line.grantRef} ${line.quarter} ${line.component}`;

/** None missing and none twice: what is booked of a quarter comes to one calculation with the last facts, with nothing booked before. */
async function proveLedger({ ports }: Payment, run: Run, quarter: number): Promise<void> {
  const { knownAt, lawKnownOn } = run.start;
  const clean = calculateQuarter(law.asKnownOn(lawKnownOn), {
    quarter,
    positions: await ports.positions.positionsIn(quarter, knownAt),
    attests: await ports.attests.latest(quarter, knownAt),
    booked: [],
    runRef: newRef(),
    bookedAt: knownAt,
  });
  const expected = new Map(clean.lines.map((line) => [keyOf(line), line.cents]));
  const found = new Map<string, number>();
  for (const line of await ports.ledger.lines({ quarter })) found.set(keyOf(line), (found.get(keyOf(line)) ?? 0) + line.cents);
  demand(found.size > 0, `lines of ${quarter}`);
  for (const key of new Set([...expected.keys(), ...found.keys()]))
    demand(
      (expected.get(key) ?? 0) === (found.get(key) ?? 0),
      `${expected.get(key) ?? 0} for ${key}, found ${found.get(key) ?? 0}`,
    );
  const flaws = (await verifyQuarter(law, ports, quarter)).flaws.length;
  demand(flaws === 0, `no line that does not replay, found ${flaws}`);
}

interface Money {
  /** What each employer, or who stands in its place, is paid. */
  readonly expected: ReadonlyMap<string, number>;
  readonly setOffCents: number;
  readonly heldCents: number;
}

/** What was set off and held, counted anew from the lines and from what earlier quarters left open. */
async function proveMoney(
  { recoveries, blocks }: Payment,
  run: Run,
  lines: readonly LedgerLine[],
  { special }: Records,
  before: Before,
): Promise<Money> {
  const nets = new Map<string, number>();
  for (const { employerRef, cents } of lines) nets.set(employerRef ?? "", (nets.get(employerRef ?? "") ?? 0) + cents);
  const claims = await recoveries.ofBeneficiary(special.indebted);
  const earlier = claims.filter((one) => one.runRef !== run.runRef);
  const due = Math.max(0, nets.get(special.indebted) ?? 0);
  const setOffCents = Math.min(due, sum(earlier.map((one) => one.cents)) - before.setOffCents);
  demand(sum(claims.map((one) => one.settledCents)) === before.setOffCents + setOffCents, `${setOffCents} set off, once`);
  const owed = Math.max(0, -(nets.get(special.indebted) ?? 0));
  const proposed = claims.filter((one) => one.runRef === run.runRef);
  demand(sum(proposed.map((one) => one.cents)) === owed && proposed.length <= 1, `${owed} to recover, proposed once`);
  const heldCents = Math.max(0, nets.get(special.bankrupt) ?? 0);
  const [bankruptcy] = await blocks.ofBeneficiaries([special.bankrupt]);
  demand(
    bankruptcy?.heldCents === before.heldCents + heldCents,
    `${before.heldCents + heldCents} held, found ${bankruptcy?.heldCents}`,
  );
  const expected = new Map([...nets].map(([ref, net]) => [ref, Math.max(0, net)]));
  expected.set(special.indebted, due - setOffCents);
  expected.set(special.bankrupt, 0);
  return { expected: new Map([...expected].filter(([, cents]) => cents > 0)), setOffCents, heldCents };
}

/** One batch, sent once, whose file on the disk is the one that was recorded, with exactly those payments. */
async function proveBank({ bank }: Payment, run: Run, bankFile: string, expected: ReadonlyMap<string, number>): Promise<void> {
  const batches = await bank.batches(run.runRef);
  demand(batches.length === 1 && batches[0]!.sentAt !== null, `one batch that is sent, found ${batches.length}`);
  const file = readFileSync(bankFile, "utf8");
  demand(sha256Hex(file) === batches[0]!.fileHash, "the bank file that was recorded");
  const payments = await bank.payments(run.runRef, auditor);
  demand(payments.length === expected.size, `${expected.size} payments, found ${payments.length}`);
  for (const { beneficiary, cents, state, attempt } of payments) {
    demand(cents === expected.get(beneficiary.ref), `${expected.get(beneficiary.ref)} for ${beneficiary.ref}, found ${cents}`);
    demand(state === "SENT" && attempt === 1, `a payment sent once, found ${state}, attempt ${attempt}`);
  }
  const cents = sum(expected.values());
  const inFile = sum([...file.matchAll(/<InstdAmt Ccy="EUR">(\d+)\.(\d\d)</g)].map(([, a, b]) => Number(`${a}${b}`)));
  demand(
    inFile === cents && batches[0]!.cents === cents,
    `${cents} cents, in the file ${inFile}, in the batch ${batches[0]!.cents}`,
  );
}

function sum(amounts: Iterable<number>): number {
  let total = 0;
  for (const one of amounts) total += one;
  return total;
}

function demand(holds: boolean, what: string): void {
  if (!holds) throw new Error(`Expected ${what}`);
}
