// Attributes of wages and payments: kind of premium, declared wage, amounts booked.
import { localized } from "../../kernel/index.ts";
import type { Attribute } from "./attribute.ts";
import { codes, own } from "./own-attribute.ts";

export const moneyAttributes: readonly Attribute[] = [
  own({
    id: "component",
    title: localized("soort premie", "kind of premium", "type de prime"),
    meaning: localized(
      "Loonpremie, begeleidingspremie of ondersteuningspremie.",
      "Wage, guidance or support premium.",
      "Prime salariale, d'accompagnement ou de soutien.",
    ),
    domain: codes("WAGE", "GUIDANCE", "SUPPORT"),
    subjects: ["grant", "payment", "commitment"],
    ids: ["STAT-09"],
  }),
  own({
    id: "wageInQuarter",
    title: localized("loon in het kwartaal", "wage in the quarter", "salaire dans le trimestre"),
    meaning: localized(
      "Of de aangifte van het kwartaal loon toont. Een zelfstandige heeft geen aangifte.",
      "Whether the declaration of the quarter shows a wage. A self-employed person has no declaration.",
      "Si la déclaration du trimestre montre un salaire. Un indépendant n'a pas de déclaration.",
    ),
    owner: "RSZ",
    path: "wage",
    domain: codes("YES", "NO", "NO_DECLARATION"),
    subjects: ["grant"],
    changes: true,
    ids: ["DATA-02"],
  }),
  own({
    id: "contractualFraction",
    title: localized("tewerkstellingsbreuk", "employment fraction", "fraction d'occupation"),
    meaning: localized(
      "De aangegeven contractuele breuk van het kwartaal.",
      "The declared contractual fraction of the quarter.",
      "La fraction contractuelle déclarée du trimestre.",
    ),
    owner: "RSZ",
    path: "wage",
    domain: { kind: "number", unit: "fte", additive: false },
    subjects: ["grant"],
    changes: true,
    ids: ["DATA-02"],
  }),
  own({
    id: "amount",
    title: localized("bedrag", "amount", "montant"),
    meaning: localized(
      "Vastgelegd, geboekt of betaald bedrag in eurocent; correcties en terugvorderingen tellen mee in wat geboekt is.",
      "Amount committed, booked or paid in euro cents; corrections and recoveries count in what is booked.",
      "Montant engagé, comptabilisé ou payé en centimes ; corrections et récupérations comprises dans le comptabilisé.",
    ),
    domain: { kind: "number", unit: "euro", additive: true },
    subjects: ["payment", "commitment", "transfer"],
    ids: ["STAT-09"],
  }),
  own({
    id: "bookingOrigin",
    title: localized("aard van de boeking", "kind of booking", "nature de l'écriture"),
    meaning: localized(
      "Eerste berekening, correctie, migratie of terugvordering.",
      "First calculation, correction, migration or recovery.",
      "Premier calcul, correction, migration ou récupération.",
    ),
    domain: codes("initial", "correction", "migration", "recovery"),
    subjects: ["payment"],
    ids: ["PAY-01"],
  }),
  own({
    id: "beneficiary",
    title: localized("begunstigde", "beneficiary", "bénéficiaire"),
    meaning: localized("Werkgever of zelfstandige.", "Employer or self-employed person.", "Employeur ou indépendant."),
    domain: codes("EMPLOYER", "SELF_EMPLOYED"),
    subjects: ["transfer"],
    ids: ["STAT-09"],
  }),
];
