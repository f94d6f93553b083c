// Payment blocks at the counter: what people type, whom it is about, and the sealing of reason and payee.
import { type Reason, reason, type SealRequest } from "../../dossier/index.ts";
import { fail, isInsz, isKbo, localized, newRef, type PlainDate, parseIban, type Result } from "../../kernel/index.ts";
import type { Beneficiary, Block, BlockKind, StoredBlockStep } from "../../payment/index.ts";
import type { Acting } from "../ports.ts";
import { required } from "../reasons.ts";
import type { PaymentCounter } from "./ports.ts";

export interface BlockInput {
  /** Number of the enterprise, or of the self-employed person. */
  readonly number: string;
  readonly kind: BlockKind;
  readonly from: PlainDate;
  readonly mostCents: number | null;
  /** Who gets the money; both empty: it waits. */
  readonly payeeName: string;
  readonly payeeIban: string;
  readonly reason: string;
}

export interface Payee {
  readonly name: string;
  readonly iban: string;
}

const actorOf = (acting: Acting) => ({ role: acting.role, ref: acting.actorRef });

/** @param blockRef - From the form or the idempotency key, so that a double click sets one block. */
export async function setBlock(
  counter: PaymentCounter,
  acting: Acting,
  input: BlockInput,
  blockRef: string,
): Promise<Result<Block, readonly Reason[]>> {
  const known = await counter.blocks.find(blockRef);
  if (known !== null) return { ok: true, value: known };
  const wrong: Reason[] = [];
  const beneficiary = await findBeneficiary(counter, input.number);
  if (beneficiary === null) wrong.push(nobody());
  if (input.reason.trim() === "") wrong.push(required("reason"));
  const payee = payeeOf(input, wrong);
  if (wrong.length > 0 || beneficiary === null) return fail(wrong);
  const [reasonRef, payeeRef] = [newRef(), payee === null ? null : newRef()];
  const sealed: SealRequest[] = [
    { subjectRef: beneficiary.ref, sealedRef: reasonRef, kind: "block-reason", content: { text: input.reason.trim() } },
    ...(payee === null || payeeRef === null
      ? []
      : [{ subjectRef: beneficiary.ref, sealedRef: payeeRef, kind: "payee", content: payee }]),
  ];
  const { kind, from, mostCents } = input;
  const terms = { kind, beneficiary, from, mostCents, payeeRef };
  await counter.vault.seal(sealed);
  return counter.blocks.set({ type: "SET", terms, reasonRef }, actorOf(acting), blockRef);
}

function payeeOf({ payeeName, payeeIban }: BlockInput, wrong: Reason[]): Payee | null {
  const name = payeeName.trim();
  if (name === "" && payeeIban.trim() === "") return null;
  if (name === "") wrong.push(required("payeeName"));
  const iban = parseIban(payeeIban, "payeeIban");
  if (!iban.ok) wrong.push({ ...iban.error, rule: "", remedy: localized("", "", "") });
  return iban.ok ? { name, iban: iban.value } : null;
}

/** By KBO number or national number; spaces and dots do not matter. */
export async function findBeneficiary(counter: PaymentCounter, typed: string): Promise<Beneficiary | null> {
  const digits = typed.replace(/[\s.\-/]/g, "").replace(/^BE/i, "");
  const kind = isKbo(digits) ? "kbo" : isInsz(digits) ? "insz" : null;
  const subjectRef = kind === null ? null : await counter.vault.findByIdentifier(kind, digits);
  return subjectRef === null ? null : counter.queries.beneficiaryOf(subjectRef);
}

/** Seals why a block is refused or lifted; gives the reference for the step. */
export async function sealBlockReason(counter: PaymentCounter, block: Block, text: string): Promise<string> {
  const sealedRef = newRef();
  await counter.vault.seal([{ subjectRef: block.beneficiary.ref, sealedRef, kind: "block-reason", content: { text } }]);
  return sealedRef;
}

export interface OpenedBlock {
  readonly block: Block;
  readonly steps: readonly StoredBlockStep[];
  readonly payee: Payee | null;
  /** By the reference that the steps carry. */
  readonly reasons: ReadonlyMap<string, string>;
}

export async function openBlock(counter: PaymentCounter, acting: Acting, blockRef: string): Promise<OpenedBlock | null> {
  const block = await counter.blocks.find(blockRef);
  if (block === null) return null;
  const access = { actor: actorOf(acting), organisation: acting.organisation, purpose: "Blokkering van betalingen bekijken" };
  const [steps, items] = await Promise.all([
    counter.blocks.history(blockRef),
    counter.vault.open(block.beneficiary.ref, access, ["payee", "block-reason"]),
  ]);
  const payee = items.find((one) => one.sealedRef === block.payeeRef)?.content as Payee | undefined;
  const reasons = items
    .filter((one) => one.kind === "block-reason")
    .map((one) => [one.sealedRef, (one.content as { text: string }).text] as const);
  return { block, steps, payee: payee ?? null, reasons: new Map(reasons) };
}

const nobody = (): Reason =>
  reason("block.nobody", {
    field: "number",
    message: localized(
      "Met dit nummer is niemand bekend die een premie krijgt",
      "Nobody with this number receives a premium",
      "Personne avec ce numéro ne reçoit de prime",
    ),
    remedy: localized(
      "Kijk het ondernemingsnummer of rijksregisternummer na",
      "Check the enterprise number or national number",
      "Vérifiez le numéro d’entreprise ou le numéro national",
    ),
  });
