// Why a figure cannot be given at all: a period before the data, part of a year beside a whole one, growth across a break.
import { formatDate, type Instant, type Language, localized, type PlainDate, type Problem, problem } from "../../kernel/index.ts";
import { subjectFacts } from "../catalogue/index.ts";
import type { LegalFacts } from "../context.ts";
import { beganWithTheScheme } from "../data-begin/index.ts";
import { type Definition, firstDayOf, lastDayOf, nameOfWindow, subjectOfMeasure, type Window } from "../definition/index.ts";
import type { Evaluator } from "../evaluator.ts";
import { breaksInside, breaksOf } from "./breaks.ts";

export async function refusalsOf(
  evaluator: Evaluator,
  definition: Definition,
  law: LegalFacts,
  knownAt: Instant,
): Promise<readonly Problem[]> {
  return [
    ...(await beforeData(evaluator, definition, law, knownAt)),
    ...partOfYear(definition, law),
    ...growthAcrossBreak(definition, law),
  ];
}

async function beforeData(evaluator: Evaluator, definition: Definition, law: LegalFacts, knownAt: Instant): Promise<Problem[]> {
  const subject = subjectOfMeasure(definition.measure);
  if (beganWithTheScheme(subject)) {
    const early = definition.at.filter((window) => lastDayOf(window) < law.schemeFrom);
    return early.map((window) => beforeScheme(window, law.schemeFrom));
  }
  const earliest = definition.at.map(lastDayOf).sort()[0]!;
  const first = await evaluator.dataBeginsAfter(subject, earliest, knownAt);
  if (first === null) return [];
  const { title } = subjectFacts[subject];
  return definition.at
    .filter((window) => lastDayOf(window) < first)
    .map((window) => {
      const [name, day] = [nameOfWindow(window), (language: Language): string => formatDate(first, language)];
      const message = localized(
        `${name} ligt voor de eerste gegevens over ${title.nl}: die beginnen op ${day("nl")}.`,
        `${name} lies before the first data on ${title.en}: they begin on ${day("en")}.`,
        `${name} précède les premières données sur ${title.fr} : elles commencent le ${day("fr")}.`,
      );
      return problem("figure.beforeData", message, "at", `>= ${first}`);
    });
}

function beforeScheme(window: Window, from: PlainDate): Problem {
  const [name, day] = [nameOfWindow(window), (language: Language): string => formatDate(from, language)];
  const message = localized(
    `${name} ligt voor de start van de maatregel: de eerste gegevens zijn van ${day("nl")}.`,
    `${name} lies before the measure began: the first data are of ${day("en")}.`,
    `${name} précède le début de la mesure : les premières données sont du ${day("fr")}.`,
  );
  return problem("figure.beforeData", message, "at", `>= ${from}`);
}

/**
 * The year in which the measure began holds data of a part of it only: it does not stand beside whole years, whether it is one of several
 * periods or one of the years that a longer period is divided by.
 */
function partOfYear(definition: Definition, law: LegalFacts): Problem[] {
  const { measure, at, by } = definition;
  if (measure.kind === "stock" || measure.kind === "cumulative" || !beganWithTheScheme(subjectOfMeasure(measure))) return [];
  const begun = at.filter((window) => firstDayOf(window) < law.schemeFrom && law.schemeFrom <= lastDayOf(window));
  const divided = begun.filter((window) => by.includes("year") && yearOf(firstDayOf(window)) !== yearOf(lastDayOf(window)));
  const field = divided.length > 0 ? "by" : "at";
  return (at.length > 1 ? begun : divided).map((window) => {
    const [name, day] = [nameOfWindow(window), (language: Language): string => formatDate(law.schemeFrom, language)];
    const message = localized(
      `${name} bevat pas gegevens vanaf ${day("nl")}: een deel van een jaar hoort niet in één reeks met een vol jaar.`,
      `${name} only holds data from ${day("en")}: a part of a year does not stand in one series with a full year.`,
      `${name} ne contient des données qu'à partir du ${day("fr")} : une partie d'année ne forme pas une série avec une année entière.`,
    );
    return problem("figure.partOfYear", message, field);
  });
}

function yearOf(day: PlainDate): string {
  return day.slice(0, 4);
}

/** Exported for its test: every row of the table of breaks refuses. */
export function growthAcrossBreak(definition: Definition, law: LegalFacts): Problem[] {
  if (!definition.growth) return [];
  return breaksInside(definition, breaksOf(law)).map(({ title, text, on }) => {
    const message = localized(
      `Geen groei over een reeksbreuk op ${formatDate(on, "nl")} (${title.nl}): ${text.nl}`,
      `No growth across a break in the series on ${formatDate(on, "en")} (${title.en}): ${text.en}`,
      `Pas de croissance à travers une rupture de série le ${formatDate(on, "fr")} (${title.fr}) : ${text.fr}`,
    );
    return problem("figure.growthAcrossBreak", message, "growth");
  });
}
