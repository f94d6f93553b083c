// Decides on monthly advances. Off while the law gives no reference amount (OPEN-27): every request is then refused, and says why.
import { notNow, type Reason, reason } from "../../dossier/index.ts";
import { fail, localized, ok, type PlainDate, type Result } from "../../kernel/index.ts";
import type { Law } from "../../law/index.ts";
import type { Position } from "../ports.ts";
import { type Advance, type AdvanceStage, advanceStage, excessCents, openAdvanceCents } from "./state.ts";
import type { AdvanceStep } from "./steps.ts";

export type AdvanceCommand =
  | { readonly type: "REQUEST"; readonly grantRef: string; readonly fromMonth: PlainDate }
  | { readonly type: "GRANT" }
  | { readonly type: "REFUSE"; readonly reason: string }
  | { readonly type: "PAY"; readonly month: PlainDate; readonly batchRef: string }
  | { readonly type: "SETTLE"; readonly quarter: number; readonly cents: number; readonly runRef: string }
  | { readonly type: "STOP"; readonly fromMonth: PlainDate };

export interface AdvanceContext {
  readonly today: PlainDate;
  /** The grant as it stands; null when it does not run. */
  readonly position: Position | null;
  /** Whether the grant has an advance that is asked or runs. */
  readonly hasOther: boolean;
}

export const ADVANCE_ACTIONS: Readonly<Record<AdvanceStage, readonly AdvanceCommand["type"][]>> = {
  NONE: ["REQUEST"],
  REQUESTED: ["GRANT", "REFUSE", "STOP"],
  RUNNING: ["PAY", "SETTLE", "STOP"],
  REFUSED: [],
  STOPPED: ["SETTLE"],
};

export interface MonthlyAdvance {
  readonly cents: number;
  readonly openPoints: readonly string[];
}

/** The law's amount for one grant and month (PAY-02), or that advances are off. */
export function monthlyAdvance(law: Law, day: PlainDate): Result<MonthlyAdvance, readonly Reason[]> {
  const read = law.parameterAt("advance.reference", day);
  if (!read.ok || typeof read.value.value !== "number") return fail([advancesOff()]);
  return ok({ cents: read.value.value, openPoints: read.value.openPoints });
}

export function decideAdvance(
  law: Law,
  advance: Advance | null,
  command: AdvanceCommand,
  context: AdvanceContext,
): Result<readonly AdvanceStep[], readonly Reason[]> {
  const stage = advanceStage(advance);
  const allowed = ADVANCE_ACTIONS[stage];
  if (!allowed.includes(command.type)) return fail([notNow(command.type, stage, allowed)]);
  if (command.type === "REQUEST") return request(law, command, context);
  const held = advance as Advance;
  switch (command.type) {
    case "GRANT": {
      const amount = monthlyAdvance(law, context.today);
      if (!amount.ok) return amount;
      if (context.position === null) return fail([notRunning()]);
      return ok([{ step: "GRANTED", monthlyCents: amount.value.cents, openPoints: amount.value.openPoints }]);
    }
    case "REFUSE":
      return command.reason.trim() === "" ? fail([whyMissing()]) : ok([{ step: "REFUSED", reason: command.reason }]);
    case "PAY":
      return pay(held, command, context);
    case "SETTLE": {
      const { quarter, cents, runRef } = command;
      const open = openAdvanceCents(held, quarter);
      if (!Number.isSafeInteger(cents) || cents < 0 || cents > open) return fail([wrongAmount(open)]);
      return ok([{ step: "SETTLED", quarter, cents, runRef }]);
    }
    case "STOP":
      return ok([{ step: "STOPPED", fromMonth: firstOfMonth(command.fromMonth) }]);
  }
}

function request(
  law: Law,
  { grantRef, fromMonth }: Extract<AdvanceCommand, { type: "REQUEST" }>,
  { today, position, hasOther }: AdvanceContext,
): Result<readonly AdvanceStep[], readonly Reason[]> {
  const found: Reason[] = [];
  const amount = monthlyAdvance(law, today);
  if (!amount.ok) found.push(...amount.error);
  if (position === null || position.employerRef === null) found.push(notRunning());
  else if (position.premiums !== "WAGE" && position.premiums !== "WAGE_AND_GUIDANCE") found.push(noWagePremium());
  if (hasOther) found.push(askedAlready());
  if (firstOfMonth(fromMonth) < firstOfMonth(today)) found.push(monthPast(firstOfMonth(today)));
  if (found.length > 0 || position === null || position.employerRef === null) return fail(found);
  return ok([{ step: "REQUESTED", grantRef, employerRef: position.employerRef, fromMonth: firstOfMonth(fromMonth) }]);
}

function pay(
  held: Advance,
  { month, batchRef }: Extract<AdvanceCommand, { type: "PAY" }>,
  { today, position }: AdvanceContext,
): Result<readonly AdvanceStep[], readonly Reason[]> {
  const first = firstOfMonth(month);
  if (position === null) return fail([notRunning()]);
  if (first < held.fromMonth || first > today) return fail([monthPast(held.fromMonth)]);
  const due = dueIn(held, first);
  return ok(due === null ? [] : [{ step: "PAID", month: first, ...due, batchRef }]);
}

/** What a month pays, and what it withholds of what earlier quarters paid too much (PAY-04); null when it is paid, or not to be paid. */
export function dueIn(held: Advance, month: PlainDate): { readonly cents: number; readonly withheldCents: number } | null {
  if (held.stage !== "RUNNING" || month < held.fromMonth || held.paid.some((one) => one.month === month)) return null;
  const withheldCents = Math.min(held.monthlyCents, excessCents(held));
  return { cents: held.monthlyCents - withheldCents, withheldCents };
}

const firstOfMonth = (day: PlainDate): PlainDate => `${day.slice(0, 8)}01` as PlainDate;

const advancesOff = (): Reason =>
  reason("advance.off", {
    rule: "OPEN-27",
    message: localized(
      "Voorschotten staan uit: het referentiebedrag van het ministerieel besluit is niet bekend",
      "Advances are off: the reference amount of the ministerial decision is not known",
      "Les avances sont désactivées : le montant de référence de l’arrêté ministériel n’est pas connu",
    ),
    remedy: localized(
      "De premie wordt elk kwartaal betaald. Voorschotten kunnen zodra het bedrag in de gegevens van de wet staat",
      "The premium is paid every quarter. Advances are possible once the amount stands in the law’s data",
      "La prime est payée chaque trimestre. Les avances seront possibles dès que le montant figure dans les données de la loi",
    ),
  });

const notRunning = (): Reason =>
  reason("advance.grant", {
    rule: "PAY-02",
    field: "grant",
    message: localized(
      "Er is geen lopende toekenning van een werkgever",
      "There is no running grant of an employer",
      "Il n’y a pas d’octroi en cours d’un employeur",
    ),
    remedy: localized("Kies een toekenning die loopt", "Choose a grant that runs", "Choisissez un octroi en cours"),
  });

const noWagePremium = (): Reason =>
  reason("advance.noWagePremium", {
    rule: "PAY-02",
    field: "grant",
    message: localized(
      "Een voorschot kan alleen op een loonpremie",
      "An advance is possible on a wage premium only",
      "Une avance n’est possible que sur une prime salariale",
    ),
    remedy: localized(
      "Kies een toekenning met loonpremie",
      "Choose a grant with a wage premium",
      "Choisissez un octroi avec prime salariale",
    ),
  });

const askedAlready = (): Reason =>
  reason("advance.already", {
    field: "grant",
    message: localized(
      "Voor deze toekenning is al een voorschot gevraagd",
      "An advance was asked for this grant already",
      "Une avance a déjà été demandée pour cet octroi",
    ),
    remedy: localized("Volg de eerste vraag op", "Follow the first request", "Suivez la première demande"),
  });

const monthPast = (first: PlainDate): Reason =>
  reason("advance.month", {
    field: "fromMonth",
    expected: `>= ${first.slice(0, 7)}`,
    message: localized("Deze maand kan niet", "This month is not possible", "Ce mois n’est pas possible"),
    remedy: localized(
      `Kies een maand vanaf ${first.slice(0, 7)}`,
      `Choose a month from ${first.slice(0, 7)} on`,
      `Choisissez un mois à partir de ${first.slice(0, 7)}`,
    ),
  });

const whyMissing = (): Reason =>
  reason("advance.reason", {
    field: "reason",
    message: localized("Een reden ontbreekt", "A reason is missing", "Un motif manque"),
    remedy: localized("Schrijf op waarom", "Write down why", "Indiquez pourquoi"),
  });

const wrongAmount = (open: number): Reason =>
  reason("advance.amount", {
    field: "cents",
    expected: `0 - ${open}`,
    message: localized(
      "Het bedrag is negatief of meer dan wat nog te verrekenen is",
      "The amount is negative or more than what is still to settle",
      "Le montant est négatif ou supérieur au solde à décompter",
    ),
    remedy: localized("Geef een bedrag tot het saldo", "Give an amount up to the balance", "Donnez un montant jusqu’au solde"),
  });
