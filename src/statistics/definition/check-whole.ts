// What can only be judged on the whole question: attributes that this way of counting cannot see, growth without a series.
import { localized, quarterOf } from "../../kernel/index.ts";
import { attributeOf } from "../catalogue/index.ts";
import type { Condition, Definition } from "./definition.ts";
import type { Issues, PathStep } from "./issue.ts";
import { firstDayOf, lastDayOf, type Window } from "./window.ts";

export function checkWhole(definition: Definition, issues: Issues): void {
  for (const [attribute, path] of usedAttributes(definition)) checkUse(attribute, path, definition, issues);
  const { measure } = definition;
  if (measure.kind === "ever" && definition.population.some((condition) => condition.kind === "tickets")) {
    issues.add(["population", "tickets"], "ticketsOverPeriod", ...overPeriod);
  }
  if (definition.zeros && definition.value !== null) {
    issues.add(
      ["zeros"],
      "zeros",
      localized(
        "Nullen horen bij aantallen, niet bij bedragen of duren.",
        "Zeros go with counts, not with amounts or durations.",
        "Les zéros vont avec des nombres, non avec des montants ou durées.",
      ),
    );
  }
  if (definition.growth && definition.at.length < 2) {
    issues.add(
      ["growth"],
      "growth",
      localized(
        "Groei vraagt minstens twee even lange periodes of twee dagen.",
        "Growth needs at least two periods of equal length, or two days.",
        "La croissance demande au moins deux périodes de même longueur ou deux jours.",
      ),
    );
  }
  if (definition.growth && measure.kind === "cumulative") {
    issues.add(
      ["growth"],
      "growthOfCumulative",
      localized(
        "Een oplopend totaal groeit altijd: vraag de stroom per periode.",
        "A running total always grows: ask for the flow per period.",
        "Un cumul croît toujours : demandez le flux par période.",
      ),
      "measure: { flow: ... }",
    );
  }
}

const overPeriod = [
  localized(
    "Een combinatie van tickets verandert in de loop van een periode: vraag de stand op een of meer dagen.",
    "A combination of tickets changes during a period: ask for the stock at one or more days.",
    "Une combinaison de tickets change au cours d'une période : demandez le stock à un ou plusieurs jours.",
  ),
  "measure: { stock: ... }",
] as const;

function usedAttributes(definition: Definition): [string, PathStep[]][] {
  const filters = definition.population.filter(
    (condition): condition is Exclude<Condition, { kind: "tickets" }> => condition.kind !== "tickets",
  );
  return [
    ...filters.map((condition): [string, PathStep[]] => [condition.attribute, ["population", condition.attribute]]),
    ...definition.by.map((attribute, index): [string, PathStep[]] => [attribute, ["by", index]]),
    ...(definition.value === null ? [] : [[definition.value.attribute, ["value"]] as [string, PathStep[]]]),
  ];
}

/** Not of whole years: a row named after the year would hold a part of it. */
function cutsYear(window: Window): boolean {
  const [from, until] = [firstDayOf(window), lastDayOf(window)];
  return from.slice(5) !== "01-01" || until.slice(5) !== "12-31";
}

function checkUse(id: string, path: readonly PathStep[], definition: Definition, issues: Issues): void {
  const attribute = attributeOf(id);
  const { measure, unit } = definition;
  const isEvent = measure.kind === "flow" || measure.kind === "cumulative" || measure.kind === "cohort";
  if (attribute.path === "holder" && measure.kind === "ever") issues.add(path, "ticketsOverPeriod", ...overPeriod);
  if (attribute.path === "wage") {
    const oneQuarter = definition.at.every((window) => quarterOf(firstDayOf(window)) === quarterOf(lastDayOf(window)));
    if (isEvent || !oneQuarter) {
      issues.add(
        path,
        "wageOutsideQuarter",
        localized(
          "Loon wordt per kwartaal aangegeven: vraag een stand op een dag, of ooit binnen één kwartaal.",
          "Wages are declared by quarter: ask for a stock at a day, or ever within one quarter.",
          "Le salaire est déclaré par trimestre : demandez un stock à un jour, ou « ever » dans un seul trimestre.",
        ),
        "measure: { ever: grant }, at: 2023-Q4",
      );
    }
  }
  if ((id === "turnaroundDays" || id === "reached") && measure.kind !== "cohort") {
    issues.add(
      path,
      "onlyCohort",
      localized("Dit bestaat alleen bij een cohort.", "This exists only with a cohort.", "Ceci n'existe que pour une cohorte."),
      "measure: { cohort: application.filed, until: application.decided }",
    );
  }
  if ((id === "quarter" || id === "year" || id === "stateAtEnd") && !isEvent) {
    issues.add(
      path,
      "onlyEvents",
      localized(
        "Dit bestaat alleen bij gebeurtenissen in een periode.",
        "This exists only with events in a period.",
        "Ceci n'existe que pour des événements dans une période.",
      ),
      "measure: { flow: ... }",
    );
  }
  if (id === "year" && isEvent && path[0] === "by" && definition.at.some(cutsYear)) {
    issues.add(
      path,
      "partOfYear",
      localized(
        "De periode begint of eindigt midden in een jaar: een deel van een jaar hoort niet in één reeks met een vol jaar.",
        "The period begins or ends in the middle of a year: a part of a year does not stand in one series with a full year.",
        "La période commence ou se termine au milieu d'une année : une partie d'année ne forme pas une série avec une année entière.",
      ),
      "at: { from: 2024-01-01, until: 2025-12-31 }",
    );
  }
  if (id === "bookingOrigin" && unit !== "euro") {
    issues.add(
      path,
      "onlyEuro",
      localized(
        "De aard van een boeking hoort bij bedragen: kies de eenheid euro.",
        "The kind of booking goes with amounts: choose the unit euro.",
        "La nature d'une écriture va avec des montants : choisissez l'unité euro.",
      ),
      "unit: euro",
    );
  }
}
