// The budget gate (OPEN-33): the law is silent, so nothing stops by default; under the other reading a grant over the credit is refused.
import { type Reason, reason } from "../../dossier/index.ts";
import { cents, fail, formatEuro, localized, ok, type Result } from "../../kernel/index.ts";
import type { Law, SwitchChoice } from "../../law/index.ts";

export interface ArticleRoom {
  readonly article: string;
  /** Null: no credit is recorded. */
  readonly creditCents: number | null;
  readonly committedCents: number;
}

export interface GateAnswer {
  /** What the new commitment takes beyond the credit; null: within it, or no credit is recorded. */
  readonly overCents: number | null;
}

/** Whether granting stops at the credit, under the readings that the decision takes. */
export function gateIsOn(law: Law, switches: SwitchChoice = {}): boolean {
  const reading = law.switchValue("budget.gate", switches);
  return reading.ok && reading.value === "BUDGET_GATE";
}

/** @param room - Of the article that would carry the commitment; null: no article is recorded for the component and year. */
export function budgetGate(
  law: Law,
  room: ArticleRoom | null,
  newCents: number,
  switches: SwitchChoice = {},
): Result<GateAnswer, readonly Reason[]> {
  const gate = gateIsOn(law, switches);
  const credit = room?.creditCents ?? null;
  if (gate && (room === null || credit === null)) return fail([noCredit()]);
  const over = room === null || credit === null ? 0 : room.committedCents + newCents - credit;
  if (gate && over > 0 && room !== null) return fail([usedUp(room.article, over)]);
  return ok({ overCents: over > 0 ? over : null });
}

const noCredit = (): Reason =>
  reason("budget.noCredit", {
    rule: "OPEN-33",
    message: localized(
      "Er is geen krediet bekend voor deze premie in dit jaar, en de begrotingsgrens staat aan",
      "No credit is known for this premium in this year, and the budget limit is on",
      "Aucun crédit n’est connu pour cette prime cette année, et la limite budgétaire est active",
    ),
    remedy: localized(
      "Leg eerst het krediet van het artikel vast",
      "Record the credit of the article first",
      "Enregistrez d’abord le crédit de l’article",
    ),
  });

const usedUp = (article: string, over: number): Reason =>
  reason("budget.usedUp", {
    rule: "OPEN-33",
    message: localized(
      `Het krediet van ${article} is op: deze toekenning gaat er ${formatEuro(cents(over), "nl")} over`,
      `The credit of ${article} is used up: this grant exceeds it by ${formatEuro(cents(over), "en")}`,
      `Le crédit de ${article} est épuisé : cet octroi le dépasse de ${formatEuro(cents(over), "fr")}`,
    ),
    remedy: localized(
      "Wacht op een hoger krediet, of beslis in een volgend jaar",
      "Wait for a higher credit, or decide in a later year",
      "Attendez un crédit plus élevé, ou décidez une autre année",
    ),
  });
