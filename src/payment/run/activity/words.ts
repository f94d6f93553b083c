// How what the company register said is told to whoever approves a run, and what that person can do with it.
import { formatDate, type Language, type Localized, localized, pick } from "../../../kernel/index.ts";
import type { ActivitySeen } from "./seen.ts";

const unknown = localized(
  "het ondernemingsregister kent dit nummer niet",
  "the company register does not know this number",
  "le registre des entreprises ne connaît pas ce numéro",
);
const insolvency = localized("signaal van insolventie", "signal of insolvency", "signal d’insolvabilité");
const noAnswer = localized(
  "het ondernemingsregister antwoordde niet",
  "the company register did not answer",
  "le registre des entreprises n’a pas répondu",
);
const noNumber = localized("geen ondernemingsnummer bekend", "no enterprise number known", "aucun numéro d’entreprise connu");
const active = localized("actief", "active", "actif");

/** What to do with the grants that are listed. Nothing in the law that is known here ends a payment on a register's word. */
export const activityRemedy: Localized = localized(
  "Kijk elk na: stop de toekenning, blokkeer de betaling, of ga door. De berekening houdt hiervoor zelf niets tegen.",
  "Check each: stop the grant, block the payment, or go on. The calculation itself holds nothing back for this.",
  "Vérifiez chacun : arrêtez l’octroi, bloquez le paiement, ou continuez. Le calcul lui-même ne retient rien pour cela.",
);

export function activityText(seen: ActivitySeen, language: Language): string {
  const { answer, stoppedOn, grantUntil } = seen;
  if (answer === "UNKNOWN") return pick(unknown, language);
  if (answer === "NOT_ANSWERED") return pick(noAnswer, language);
  if (answer === "NO_NUMBER") return pick(noNumber, language);
  const found = [
    ...(stoppedOn === null ? [] : [pick(stopped(formatDate(stoppedOn, language)), language)]),
    ...(stoppedOn === null || grantUntil === null ? [] : [pick(until(formatDate(grantUntil, language)), language)]),
    ...(seen.insolvency ? [pick(insolvency, language)] : []),
  ];
  return found.length === 0 ? pick(active, language) : found.join(", ");
}

const stopped = (day: string): Localized =>
  localized(`activiteit gestopt op ${day}`, `activity stopped on ${day}`, `activité arrêtée le ${day}`);
const until = (day: string): Localized =>
  localized(`toekenning loopt tot en met ${day}`, `grant runs until ${day}`, `octroi jusqu’au ${day} inclus`);
