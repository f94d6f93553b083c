// What is typed about a recovery: how it comes back, what came in, what is given up.
import type { Reason } from "../../../dossier/index.ts";
import { addMonths, type PlainDate, parseDateAsTyped, parseEuroAsTyped, plainDate, type Result } from "../../../kernel/index.ts";
import {
  instalments,
  MOST_INSTALMENTS,
  type Recovery,
  type RecoveryCommand,
  type RecoveryManner,
  type RecoveryTerms,
} from "../../../payment/index.ts";
import type { SentForm } from "../../door.tsx";
import { euros, fromProblem, mistake } from "./frame.tsx";

export const MANNERS = ["SET_OFF", "INSTALMENTS", "PAYMENT", "WAIVER"] as const;

export interface Filled {
  readonly manner: string;
  readonly months: string;
  readonly first: string;
  readonly amount: string;
  readonly reference: string;
  readonly reason: string;
}

export const NOTHING: Filled = { manner: "", months: "", first: "", amount: "", reference: "", reason: "" };

export const filledOf = (form: SentForm): Filled => ({
  manner: form.text("manner"),
  months: form.text("months"),
  first: form.text("first"),
  amount: form.text("amount"),
  reference: form.text("reference"),
  reason: form.text("reason"),
});

export const openOf = (one: Recovery): number => one.cents - one.settledCents - one.waivedCents;

export function readDecision(
  form: SentForm,
  recovery: Recovery,
  today: PlainDate,
  { maxInstalments }: RecoveryTerms,
): Result<RecoveryCommand, readonly Reason[]> {
  const found: Reason[] = [];
  const manner = MANNERS.find((one) => one === form.text("manner"));
  if (manner === undefined) found.push(mistake("manner", "Kies hoe u terugvordert", "Kies een van de vier"));
  if (form.text("reason").trim() === "") found.push(mistake("reason", "Een reden ontbreekt", "Schrijf op waarom u zo beslist"));
  const how =
    manner === undefined ? null : readManner(manner, form, recovery, { today, most: maxInstalments ?? MOST_INSTALMENTS }, found);
  if (found.length > 0 || how === null) return { ok: false, error: found };
  return { ok: true, value: { type: "DECIDE", how, reason: form.text("reason").trim() } };
}

function readManner(
  manner: (typeof MANNERS)[number],
  form: SentForm,
  recovery: Recovery,
  { today, most }: { readonly today: PlainDate; readonly most: number },
  found: Reason[],
): RecoveryManner | null {
  if (manner === "SET_OFF" || manner === "WAIVER") return { manner };
  const typed = form.text("first").trim();
  const first = typed === "" ? null : parseDateAsTyped(typed, "first");
  if (first !== null && !first.ok) found.push(fromProblem(first.error));
  const dueOn = first?.ok === true ? first.value : addMonths(plainDate(`${today.slice(0, 8)}01`), 1);
  if (manner === "PAYMENT") return { manner, dueOn };
  const months = Number(form.text("months"));
  if (!Number.isSafeInteger(months) || months < 2 || months > most || months > openOf(recovery)) {
    found.push(mistake("months", `Het aantal termijnen ligt tussen 2 en ${most}`, "Geef een ander aantal"));
    return null;
  }
  return { manner, plan: instalments(openOf(recovery), months, dueOn) };
}

export function readPayment(form: SentForm, recovery: Recovery): Result<RecoveryCommand, readonly Reason[]> {
  const found: Reason[] = [];
  const amount = parseEuroAsTyped(form.text("amount"), "amount");
  if (!amount.ok) found.push(fromProblem(amount.error));
  else if (amount.value <= 0 || amount.value > openOf(recovery))
    found.push(mistake("amount", `Er staat nog ${euros(openOf(recovery))} open`, "Geef een bedrag tot dat saldo"));
  const ref = form.text("reference").trim();
  if (!/^[\x20-\x7e]{1,60}$/.test(ref))
    found.push(
      mistake("reference", "De verwijzing naar de bankbeweging ontbreekt", "Neem de referentie van het rekeninguittreksel"),
    );
  if (found.length > 0 || !amount.ok) return { ok: false, error: found };
  return { ok: true, value: { type: "SETTLE", cents: amount.value, by: "PAYMENT", ref } };
}

export function readWaiver(form: SentForm): Result<RecoveryCommand, readonly Reason[]> {
  const amount = parseEuroAsTyped(form.text("amount"), "amount");
  if (!amount.ok) return { ok: false, error: [fromProblem(amount.error)] };
  return { ok: true, value: { type: "WAIVE", cents: amount.value, reason: form.text("reason").trim() } };
}
