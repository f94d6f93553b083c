// What a figure counts (STAT-09). A figure has exactly one unit, and a column never holds two.
import { type Localized, localized } from "../../kernel/index.ts";

export const units = [
  "ticket",
  "person",
  "relation",
  "application",
  "decision",
  "grant",
  "component",
  "paidQuarter",
  "paidAtLeastOnce",
  "file",
  "employer",
  "establishment",
  "fte",
  "euro",
  "indication",
  "transfer",
  "day",
  "percent",
  "year",
] as const;

export type Unit = (typeof units)[number];

interface UnitFacts {
  readonly title: Localized;
  /** What one of it is, in one sentence. */
  readonly meaning: Localized;
  readonly ids: readonly string[];
}

export const unitFacts: Readonly<Record<Unit, UnitFacts>> = {
  ticket: {
    title: localized("tickets", "tickets", "tickets"),
    meaning: localized(
      "Een advies van VDAB voor één maatregel. Eén persoon kan er meer hebben.",
      "An advice of VDAB for one measure. One person can have several.",
      "Un avis du VDAB pour une mesure. Une personne peut en avoir plusieurs.",
    ),
    ids: ["STAT-01", "STAT-09"],
  },
  person: {
    title: localized("personen", "persons", "personnes"),
    meaning: localized("Een mens, één keer geteld.", "A human being, counted once.", "Un être humain, compté une seule fois."),
    ids: ["STAT-03", "STAT-09"],
  },
  relation: {
    title: localized("werkgevers-werknemersrelaties", "employer-employee relations", "relations employeur-travailleur"),
    meaning: localized(
      "Eén werkgever met één werknemer, of één zelfstandige. Loonpremie en begeleidingspremie samen tellen één keer.",
      "One employer with one employee, or one self-employed person. Wage and guidance premium together count once.",
      "Un employeur avec un travailleur, ou un indépendant. Prime salariale et prime d'accompagnement comptent une fois.",
    ),
    ids: ["STAT-05", "STAT-09"],
  },
  application: {
    title: localized("aanvragen", "applications", "demandes"),
    meaning: localized(
      "Eén ingediende aanvraag, wat er ook van kwam.",
      "One application filed, whatever became of it.",
      "Une demande introduite, quelle qu'en soit l'issue.",
    ),
    ids: ["STAT-08", "STAT-09"],
  },
  decision: {
    title: localized("beslissingen", "decisions", "décisions"),
    meaning: localized(
      "Eén beslissing over een aanvraag of een vraag om indicering.",
      "One decision on an application or on a request for an indication.",
      "Une décision sur une demande ou une demande d'indication.",
    ),
    ids: ["STAT-09"],
  },
  grant: {
    title: localized("toekenningen", "grants", "octrois"),
    meaning: localized(
      "Eén toegekend pakket voor een termijn. Beide premies samen zijn één toekenning.",
      "One package granted for a term. Both premiums together are one grant.",
      "Un paquet octroyé pour une durée. Les deux primes ensemble forment un octroi.",
    ),
    ids: ["STAT-05", "STAT-09"],
  },
  component: {
    title: localized("premies", "premiums", "primes"),
    meaning: localized(
      "Eén soort premie in een toekenning: loonpremie, begeleidingspremie of ondersteuningspremie.",
      "One kind of premium in a grant: wage, guidance or support premium.",
      "Un type de prime dans un octroi : prime salariale, d'accompagnement ou de soutien.",
    ),
    ids: ["STAT-09"],
  },
  paidQuarter: {
    title: localized("betaalde kwartalen", "paid quarters", "trimestres payés"),
    meaning: localized(
      "Eén kwartaal van één toekenning waarvoor per saldo een bedrag geboekt is.",
      "One quarter of one grant for which an amount is booked on balance.",
      "Un trimestre d'un octroi pour lequel un montant est comptabilisé au net.",
    ),
    ids: ["STAT-09"],
  },
  paidAtLeastOnce: {
    title: localized(
      "relaties die minstens één keer betaald zijn",
      "relations paid at least once",
      "relations payées au moins une fois",
    ),
    meaning: localized(
      "Eén relatie of zelfstandige met minstens één betaald kwartaal in de periode.",
      "One relation or self-employed person with at least one paid quarter in the period.",
      "Une relation ou un indépendant avec au moins un trimestre payé dans la période.",
    ),
    ids: ["STAT-09"],
  },
  file: {
    title: localized("dossiers", "files", "dossiers"),
    meaning: localized(
      "Eén dossier: een aanvraag met wat erop volgt, of een ouder recht.",
      "One file: an application with what follows, or an older right.",
      "Un dossier : une demande et ses suites, ou un droit ancien.",
    ),
    ids: ["STAT-06", "STAT-07", "STAT-09"],
  },
  employer: {
    title: localized("werkgevers", "employers", "employeurs"),
    meaning: localized("Eén onderneming, één keer geteld.", "One enterprise, counted once.", "Une entreprise, comptée une fois."),
    ids: ["STAT-09"],
  },
  establishment: {
    title: localized("vestigingen", "establishments", "établissements"),
    meaning: localized(
      "Eén plaats van een onderneming of zelfstandige waar gewerkt wordt, zoals gekend bij de aanvraag.",
      "One place of an enterprise or self-employed person where work is done, as known at the application.",
      "Un lieu de travail d'une entreprise ou d'un indépendant, tel que connu lors de la demande.",
    ),
    ids: ["STAT-09"],
  },
  fte: {
    title: localized("voltijdse equivalenten", "full-time equivalents", "équivalents temps plein"),
    meaning: localized(
      "De som van de aangegeven tewerkstellingsbreuken in het kwartaal.",
      "The sum of the declared employment fractions in the quarter.",
      "La somme des fractions d'occupation déclarées du trimestre.",
    ),
    ids: ["STAT-09"],
  },
  euro: {
    title: localized("euro", "euro", "euros"),
    meaning: localized("Een bedrag in euro.", "An amount in euro.", "Un montant en euros."),
    ids: ["STAT-09"],
  },
  indication: {
    title: localized("indiceringen", "indications", "indications"),
    meaning: localized(
      "Eén vraag aan VDAB om een maatregel te indiceren.",
      "One request to VDAB to indicate for a measure.",
      "Une demande d'indication d'une mesure au VDAB.",
    ),
    ids: ["STAT-10", "STAT-09"],
  },
  transfer: {
    title: localized("overschrijvingen", "transfers", "virements"),
    meaning: localized(
      "Eén overschrijving door de bank aan één begunstigde; ze kan over meer toekenningen gaan.",
      "One transfer by the bank to one beneficiary; it can be for several grants.",
      "Un virement de la banque à un bénéficiaire ; il peut concerner plusieurs octrois.",
    ),
    ids: ["STAT-09"],
  },
  day: {
    title: localized("dagen", "days", "jours"),
    meaning: localized("Kalenderdagen.", "Calendar days.", "Jours calendrier."),
    ids: ["STAT-09"],
  },
  percent: {
    title: localized("procent", "percent", "pour cent"),
    meaning: localized(
      "Percentage van het begrensde referteloon.",
      "Percentage of the capped reference wage.",
      "Pourcentage du salaire de référence plafonné.",
    ),
    ids: ["STAT-09"],
  },
  year: {
    title: localized("jaren", "years", "années"),
    meaning: localized("Jaren leeftijd.", "Years of age.", "Années d'âge."),
    ids: ["STAT-09"],
  },
};
