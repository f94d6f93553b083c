// Three employers of the kill harness whose money does not simply go to them: it goes to who took over the claim, nowhere while a bankruptcy lasts,
// or back, for what was cancelled after it was paid.
import { assertOk, firstDay, fromQuarterNumber, newRef, systemClock } from "../../src/kernel/index.ts";
import { openLaw } from "../../src/law/open-law.ts";
import { createPayment } from "../../src/main/payment.ts";
import type { Store } from "../../src/store/index.ts";
import { syntheticIban } from "../../src/synthetic/numbers.ts";
import { FIRST_QUARTER, fillRecords, type Relation } from "./kill-records.ts";

/** References of employers. */
export interface Special {
  /** Another is paid in its place. */
  readonly assigned: string;
  /** Its money waits. */
  readonly bankrupt: string;
  /** What it earned is cancelled every second quarter, and set off in the one after. */
  readonly indebted: string;
}

export interface Records {
  readonly relations: readonly Relation[];
  readonly special: Special;
}

/** An account that no employer of the harness has. */
const ACCOUNT = 6_999_999;
const officer = { role: "paymentOfficer", ref: "anna" };
const approver = { role: "paymentApprover", ref: "bram" };

/** Employers and workers, of which the first three employers are special. */
export async function fillSpecialRecords(store: Store, grants: number): Promise<Records> {
  const relations = await fillRecords(store, grants);
  const [assigned, bankrupt, indebted] = new Set(relations.map((one) => one.employerRef));
  if (assigned === undefined || bankrupt === undefined || indebted === undefined) throw new Error("Three employers are needed");
  const { blocks } = createPayment({ law: openLaw(), clock: systemClock, store, demo: true });
  const payeeRef = newRef() as string;
  await store.vault.seal([
    { subjectRef: assigned, sealedRef: payeeRef, kind: "payee", content: { name: "Bank", iban: syntheticIban(ACCOUNT) } },
  ]);
  const from = firstDay(fromQuarterNumber(FIRST_QUARTER));
  const set = (kind: "ASSIGNMENT" | "BANKRUPTCY", ref: string, payee: string | null) => {
    const terms = { kind, from, mostCents: null, beneficiary: { kind: "EMPLOYER", ref }, payeeRef: payee } as const;
    return blocks.set({ type: "SET", terms, reasonRef: newRef() }, officer);
  };
  const assignment = assertOk(await set("ASSIGNMENT", assigned, payeeRef));
  assertOk(await blocks.do(assignment.blockRef, { type: "CONFIRM" }, approver));
  assertOk(await set("BANKRUPTCY", bankrupt, null));
  return { relations, special: { assigned, bankrupt, indebted } };
}
