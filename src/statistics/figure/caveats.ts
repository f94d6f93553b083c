// The caveats that the system adds by itself: each a rule over the question and what came out of it.
import { brusselsDate, daysBetween, formatDate, type Instant, type Localized, localized } from "../../kernel/index.ts";
import type { LegalFacts } from "../context.ts";
import { type Definition, firstDayOf, lastDayOf, subjectOfMeasure } from "../definition/index.ts";
import { breaksInside, breaksOf } from "./breaks.ts";
import type { Caveat, FigureDimension } from "./figure.ts";

export interface CaveatInput {
  readonly definition: Definition;
  readonly knownAt: Instant;
  readonly law: LegalFacts;
  readonly dimensions: readonly FigureDimension[];
  /** Every count that the figure rests on. */
  readonly counts: readonly number[];
}

interface CaveatRule {
  readonly id: string;
  readonly ids: readonly string[];
  readonly applies: (input: CaveatInput) => boolean;
  readonly text: Localized | ((input: CaveatInput) => Localized);
}

export function caveatsOf(input: CaveatInput): readonly Caveat[] {
  const found = caveatRules
    .filter((rule) => rule.applies(input))
    .map(({ id, ids, text }) => ({ id, ids, text: typeof text === "function" ? text(input) : text }));
  const breaks = breaksInside(input.definition, breaksOf(input.law)).map(({ id, ids, text }) => ({
    id: `seriesBreak.${id}`,
    ids,
    text,
  }));
  return [...found, ...breaks];
}

const isStockOfTickets = ({ definition }: CaveatInput): boolean => {
  const subject = subjectOfMeasure(definition.measure);
  return definition.measure.kind === "stock" && (subject === "ticket" || subject === "ticketHolder");
};

const uses = (definition: Definition, id: string): boolean =>
  definition.by.includes(id) ||
  definition.population.some((condition) => condition.kind !== "tickets" && condition.attribute === id);

const ofJobSeekers = ({ definition }: CaveatInput): boolean =>
  definition.population.some((condition) => condition.kind === "values" && condition.values.includes("JOB_SEEKER_WITHOUT_WORK"));

const isScheme = ({ definition }: CaveatInput): boolean =>
  ["application", "grant"].includes(subjectOfMeasure(definition.measure));

/** A count from which a number is not called small any more. */
const SMALL = 10;

/** Facts of a period are mostly in after so many days. */
const SETTLED_AFTER_DAYS = 92;

const caveatRules: readonly CaveatRule[] = [
  {
    id: "ticketsAreNotPersons",
    ids: ["STAT-01"],
    applies: ({ definition }) => definition.unit === "ticket",
    text: localized(
      "Dit zijn tickets, geen unieke personen. Iemand kan meer dan één ticket hebben, bijvoorbeeld individueel én collectief: er zijn dubbeltellingen.",
      "These are tickets, not unique persons. Someone can hold more than one, for example individual and collective: there are double counts.",
      "Il s'agit de tickets, pas de personnes uniques. Une personne peut en avoir plusieurs, par exemple individuel et collectif : il y a des doubles comptages.",
    ),
  },
  {
    id: "holdersNotAtWork",
    ids: ["STAT-01"],
    applies: (input) => isStockOfTickets(input) && ofJobSeekers(input),
    text: localized(
      "Alleen tickets van mensen die op de referentiedatum niet aan het werk zijn (werkzoekenden zonder werk) tellen mee.",
      "Only tickets of people who are not at work at the reference date (job seekers without work) count.",
      "Seuls comptent les tickets de personnes qui ne travaillent pas à la date de référence (demandeurs d'emploi inoccupés).",
    ),
  },
  {
    id: "includesNotImmediatelyEmployable",
    ids: ["STAT-02"],
    applies: (input) => isStockOfTickets(input) && ofJobSeekers(input) && !uses(input.definition, "employability"),
    text: localized(
      "Wie niet meteen inzetbaar is, telt mee.",
      "People who are not immediately employable are included.",
      "Les personnes qui ne sont pas immédiatement disponibles sont comprises.",
    ),
  },
  {
    id: "includesWorkCare",
    ids: ["STAT-02", "AMA-12"],
    applies: (input) => isStockOfTickets(input) && ofJobSeekers(input) && !uses(input.definition, "workCare"),
    text: localized(
      "Wie bijvoorbeeld in een werk-zorgtraject zit en al een advies kreeg met het oog op doorstroom naar werk in de sociale economie, telt mee.",
      "People who, for example, are in a work-care trajectory and already received an advice with a view to employment in the social economy are included.",
      "Les personnes, par exemple dans un parcours travail-soins, qui ont déjà reçu un avis en vue d'un emploi dans l'économie sociale sont comprises.",
    ),
  },
  {
    id: "amaPerimeter",
    ids: ["OPEN-57", "AMA-01"],
    applies: ({ definition }) =>
      definition.by.some((id) => id === "ticketCombination" || id === "ticketMeasure") ||
      definition.population.some(
        (condition) => condition.kind === "tickets" && [...condition.has, ...condition.hasNot].includes("AMA"),
      ),
    text: ({ definition }) =>
      definition.amaPerimeter === "SOCIAL_ECONOMY"
        ? localized(
            "AMA is hier het advies voor arbeidsmatige activiteiten in de sociale economie; het advies welzijn valt erbuiten (open punt OPEN-57).",
            "AMA here is the advice for work-oriented activities in the social economy; the welfare advice is outside (open point OPEN-57).",
            "AMA désigne ici l'avis pour activités liées au travail dans l'économie sociale ; l'avis bien-être en est exclu (point ouvert OPEN-57).",
          )
        : localized(
            "AMA omvat hier beide soorten: sociale economie en welzijn (open punt OPEN-57).",
            "AMA here covers both kinds: social economy and welfare (open point OPEN-57).",
            "AMA comprend ici les deux types : économie sociale et bien-être (point ouvert OPEN-57).",
          ),
  },
  {
    id: "grantedIsNotRefused",
    ids: ["STAT-08"],
    applies: ({ definition }) =>
      definition.measure.kind !== "stock" &&
      definition.measure.kind !== "ever" &&
      ["application.filed", "application.granted", "grant.decided"].includes(definition.measure.event) &&
      !uses(definition, "stateAtEnd"),
    text: localized(
      "Niet toegekend is niet geweigerd: in behandeling, geweigerd, ingetrokken en onontvankelijk zijn aparte standen.",
      "Not granted is not refused: pending, refused, withdrawn and inadmissible are separate states.",
      "Non octroyé ne veut pas dire refusé : en traitement, refusé, retiré et irrecevable sont des états distincts.",
    ),
  },
  {
    id: "bothPremiumsAreOneRow",
    ids: ["STAT-05"],
    applies: (input) => isScheme(input) && input.definition.unit === "relation" && uses(input.definition, "premiums"),
    text: localized(
      "Geteld per unieke werkgever-werknemersrelatie of per zelfstandige: loonpremie en begeleidingspremie samen zijn één rij, geen twee premies.",
      "Counted by unique employer-employee relation or by self-employed person: wage and guidance premium together are one row, not two premiums.",
      "Compté par relation unique employeur-travailleur ou par indépendant : les deux primes ensemble forment une seule ligne, pas deux primes.",
    ),
  },
  {
    id: "relationsAreNotPersons",
    ids: ["STAT-05", "EMP-16"],
    applies: ({ definition }) => definition.unit === "relation" || definition.unit === "paidAtLeastOnce",
    text: localized(
      "Relaties zijn geen personen: wie bij twee werkgevers werkt, telt twee keer.",
      "Relations are not persons: who works for two employers counts twice.",
      "Les relations ne sont pas des personnes : qui travaille chez deux employeurs compte deux fois.",
    ),
  },
  {
    id: "oldRightsAreNotAdded",
    ids: ["STAT-08", "STAT-06", "STAT-07"],
    applies: ({ definition }) => subjectOfMeasure(definition.measure) === "oldRight",
    text: localized(
      "Dossiers uit een oudere maatregel worden nooit opgeteld bij toekenningen van individueel maatwerk.",
      "Files of an older measure are never added to grants of individual customised work.",
      "Les dossiers d'une mesure ancienne ne s'additionnent jamais aux octrois de travail adapté individuel.",
    ),
  },
  {
    id: "selfEmployedHaveNoDeclaration",
    ids: ["DATA-02"],
    applies: ({ definition }) => uses(definition, "wageInQuarter"),
    text: localized(
      "Van een zelfstandige bestaat geen loonaangifte: of iemand in het kwartaal actief was, is daar niet te zien.",
      "There is no wage declaration for a self-employed person: whether someone was active in the quarter cannot be seen there.",
      "Il n'existe pas de déclaration de salaire pour un indépendant : son activité dans le trimestre n'y est pas visible.",
    ),
  },
  {
    id: "partialPeriod",
    ids: ["STAT-09"],
    applies: ({ definition, law }) =>
      definition.measure.kind !== "stock" &&
      ["application", "grant", "payment"].includes(subjectOfMeasure(definition.measure)) &&
      definition.at.some((window) => firstDayOf(window) <= law.schemeFrom && lastDayOf(window) >= law.schemeFrom),
    text: ({ law }) =>
      localized(
        `De periode begint pas op ${formatDate(law.schemeFrom, "nl")}, toen de maatregel in werking trad: vergelijk ze niet met een vol jaar.`,
        `The period only begins on ${formatDate(law.schemeFrom, "en")}, when the measure came into force: do not compare it with a full year.`,
        `La période ne commence que le ${formatDate(law.schemeFrom, "fr")}, à l'entrée en vigueur de la mesure : ne la comparez pas à une année entière.`,
      ),
  },
  {
    id: "periodNotOver",
    ids: ["STAT-09"],
    applies: ({ definition, knownAt }) => definition.at.some((window) => lastDayOf(window) >= brusselsDate(knownAt)),
    text: localized(
      "De periode was nog niet voorbij op het moment van de kennis.",
      "The period was not over yet at the moment of knowledge.",
      "La période n'était pas terminée au moment de la connaissance.",
    ),
  },
  {
    id: "lateRegistration",
    ids: ["STAT-09"],
    applies: ({ definition, knownAt }) => {
      const waited = daysBetween(lastDayOf(definition.at[definition.at.length - 1]!), brusselsDate(knownAt));
      return waited >= 0 && waited < SETTLED_AFTER_DAYS;
    },
    text: ({ knownAt }) =>
      localized(
        `Zoals bekend op ${formatDate(brusselsDate(knownAt), "nl")}: wat later geregistreerd wordt, kan het cijfer nog veranderen.`,
        `As known on ${formatDate(brusselsDate(knownAt), "en")}: what is registered later can still change the figure.`,
        `Tel que connu le ${formatDate(brusselsDate(knownAt), "fr")} : les enregistrements ultérieurs peuvent encore modifier le chiffre.`,
      ),
  },
  {
    id: "placeOfProvince",
    ids: ["EMP-11"],
    applies: ({ definition }) =>
      ["province", "municipality", "employerProvince", "employerMunicipality"].some((id) => definition.by.includes(id)),
    text: ({ definition }) =>
      definition.by.includes("employerProvince") || definition.by.includes("employerMunicipality")
        ? localized(
            "De plaats is die van de vestiging van de werkgever, niet van de woonplaats.",
            "The place is that of the employer's establishment, not of residence.",
            "Le lieu est celui de l'établissement de l'employeur, non de la résidence.",
          )
        : localized(
            "De plaats is die van de woonplaats.",
            "The place is that of residence.",
            "Le lieu est celui de la résidence.",
          ),
  },
  {
    id: "partsExceedTotal",
    ids: ["STAT-09"],
    applies: ({ dimensions }) => dimensions.some((dimension) => !dimension.exclusive),
    text: ({ dimensions }) => {
      const names = (language: "nl" | "en" | "fr"): string =>
        dimensions
          .filter((dimension) => !dimension.exclusive)
          .map((dimension) => dimension.title[language])
          .join(", ");
      return localized(
        `De delen kunnen samen meer zijn dan het totaal (${names("nl")}): één eenheid kan in meer delen vallen. Het totaal telt elke eenheid één keer.`,
        `The parts together can exceed the total (${names("en")}): one unit can fall in several parts. The total counts each unit once.`,
        `Les parties peuvent dépasser le total (${names("fr")}) : une unité peut relever de plusieurs parties. Le total compte chaque unité une fois.`,
      );
    },
  },
  {
    id: "smallNumbers",
    ids: ["STAT-09"],
    applies: ({ counts }) => counts.some((count) => count > 0 && count < SMALL),
    text: localized(
      "Sommige aantallen zijn klein: lees er geen trend in.",
      "Some numbers are small: do not read a trend into them.",
      "Certains nombres sont petits : n'y lisez pas de tendance.",
    ),
  },
];
