// What became of a line after it was booked: exactly one of these. It follows from the statement that carries the line, never from a mark.
import { type Localized, localized } from "../../kernel/index.ts";

export const LINE_STATES = [
  "TAKEN_OVER",
  "BOOKED",
  "NETTED",
  "ORDERED",
  "PAID",
  "GIVEN_BACK",
  "SET_OFF",
  "HELD",
  "IN_RECOVERY",
  "RECOVERED",
  "WAIVED",
] as const;
export type LineState = (typeof LINE_STATES)[number];

export const lineStateWords: Readonly<Record<LineState, Localized>> = {
  TAKEN_OVER: localized("overgenomen: vroeger betaald", "taken over: paid before", "repris : payé auparavant"),
  BOOKED: localized(
    "geboekt, nog niet naar de bank",
    "booked, not yet sent to the bank",
    "comptabilisé, pas encore envoyé à la banque",
  ),
  NETTED: localized(
    "verrekend op het eigen afrekeningsblad: samen nul",
    "netted on its own statement: zero in sum",
    "compensé sur son propre décompte : zéro au total",
  ),
  ORDERED: localized(
    "in een bankbestand, nog niet uitgevoerd",
    "in a bank file, not yet executed",
    "dans un fichier bancaire, pas encore exécuté",
  ),
  PAID: localized("betaald", "paid", "payé"),
  GIVEN_BACK: localized(
    "geweigerd of teruggekeerd van de bank",
    "refused or given back by the bank",
    "refusé ou renvoyé par la banque",
  ),
  SET_OFF: localized(
    "ingehouden voor een terugvordering of voorschot",
    "held back for a recovery or an advance",
    "retenu pour une récupération ou une avance",
  ),
  HELD: localized("vastgehouden door een blokkering", "held by a block", "retenu par un blocage"),
  IN_RECOVERY: localized("wordt teruggevorderd", "being recovered", "en cours de récupération"),
  RECOVERED: localized("teruggekregen", "recovered", "récupéré"),
  WAIVED: localized("kwijtgescholden", "waived", "remis"),
};
