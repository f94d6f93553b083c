// Words for why support under the scheme or an older right ended.
import { localized } from "../../kernel/index.ts";

export const stopReasons = {
  NONE: localized("niet stopgezet", "not stopped", "non arrêté"),
  CONTRACT_ENDED: localized("contract geëindigd", "contract ended", "fin du contrat"),
  TAKEN_OVER: localized("onderneming overgenomen", "undertaking taken over", "entreprise reprise"),
  NO_NEED_FOUND: localized("geen nood meer", "no need any more", "plus de besoin"),
  ACTIVITY_STOPPED: localized("activiteit gestopt", "activity stopped", "activité arrêtée"),
  BANKRUPTCY: localized("faillissement", "bankruptcy", "faillite"),
  DECEASED: localized("overlijden", "death", "décès"),
  MOVED_AWAY: localized("verhuisd buiten het toepassingsgebied", "moved outside the scope", "déménagé hors champ"),
  ON_REQUEST: localized("op eigen vraag", "on request", "sur demande"),
  CONDITIONS_NOT_MET: localized("voorwaarden niet meer vervuld", "conditions not met", "conditions non remplies"),
};

export const endReasons = {
  NONE: localized("niet eerder geëindigd", "not ended before its term", "pas de fin anticipée"),
  TERM_OVER: localized("termijn voorbij", "term over", "terme écoulé"),
  IMW_GRANTED: localized(
    "individueel maatwerk toegekend",
    "individual customised work granted",
    "travail adapté individuel octroyé",
  ),
  CONTRACT_ENDED: stopReasons.CONTRACT_ENDED,
  NO_NEED_FOUND: stopReasons.NO_NEED_FOUND,
  MEASURE_ENDED: localized("maatregel gestopt", "measure ended", "mesure terminée"),
  CHOICE_OF_ORGANISATION: localized("keuze van de organisatie", "choice of the organisation", "choix de l'organisation"),
};
