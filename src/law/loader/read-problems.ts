// What a reader of the law is told when a value cannot be given: which one, for which day, on which open point it waits, what to do.
import { formatDate, type Localized, type PlainDate, type Problem, problem } from "../../kernel/index.ts";
import type { ReadProblem } from "../law-data.ts";
import type { DatedValue, LawSwitch, Parameter } from "../model.ts";

/** A problem of reading a parameter, with the open points that stand in the way. */
export function waitingOn(found: Problem, openPoints: readonly string[]): ReadProblem {
  return { ...found, openPoints };
}

export function unknownParameter(id: string): Problem {
  return problem(
    "law.parameter.unknown",
    {
      nl: `De wet kent geen gegeven "${id}". Kijk de naam na in de map met parameters.`,
      en: `The law has no parameter "${id}". Check the name in the folder of parameters.`,
      fr: `La loi ne connaît pas de donnée « ${id} ». Vérifiez le nom dans le dossier des paramètres.`,
    },
    id,
  );
}

export function unsetParameter(parameter: Parameter, row: DatedValue, day: PlainDate): Problem {
  const points = row.openPoints.join(", ");
  return problem(
    "law.parameter.unset",
    {
      nl: `${parameter.title.nl} (${parameter.id}) is niet bekend op ${formatDate(day, "nl")}${points ? `: zie ${points}` : ""}. Vul de waarde in met haar bron, of beslis met de hand.`,
      en: `${parameter.title.en} (${parameter.id}) is not known on ${formatDate(day, "en")}${points ? `: see ${points}` : ""}. Enter the value with its source, or decide by hand.`,
      fr: `${parameter.title.fr} (${parameter.id}) n'est pas connu le ${formatDate(day, "fr")}${points ? ` : voir ${points}` : ""}. Saisissez la valeur avec sa source, ou décidez manuellement.`,
    },
    parameter.id,
  );
}

export function noValueOn(parameter: Parameter, rows: readonly DatedValue[], day: PlainDate): Problem {
  const first = rows[0];
  const last = rows[rows.length - 1];
  const points = [...new Set(parameter.values.flatMap((row) => row.openPoints))].join(", ");
  const why = whyNoValue(first, last, day);
  return problem(
    "law.parameter.noValue",
    {
      nl: `${parameter.title.nl} (${parameter.id}) heeft geen waarde op ${formatDate(day, "nl")}: ${why.nl}.${points ? ` Zie ${points}.` : ""} Vraag een dag binnen de geldigheid, of voeg een waarde toe met haar bron.`,
      en: `${parameter.title.en} (${parameter.id}) has no value on ${formatDate(day, "en")}: ${why.en}.${points ? ` See ${points}.` : ""} Ask for a day within its validity, or add a value with its source.`,
      fr: `${parameter.title.fr} (${parameter.id}) n'a pas de valeur le ${formatDate(day, "fr")} : ${why.fr}.${points ? ` Voir ${points}.` : ""} Demandez un jour compris dans sa validité, ou ajoutez une valeur avec sa source.`,
    },
    parameter.id,
  );
}

export function unknownSwitch(id: string): Problem {
  return problem(
    "law.switch.unknown",
    {
      nl: `Er is geen open punt "${id}". De open punten gaan van OPEN-01 tot OPEN-60.`,
      en: `There is no open point "${id}". The open points run from OPEN-01 to OPEN-60.`,
      fr: `Il n'existe pas de point ouvert « ${id} ». Les points ouverts vont de OPEN-01 à OPEN-60.`,
    },
    `switches.${id}`,
    "OPEN-nn",
  );
}

export function unknownOption(point: LawSwitch, chosen: string): Problem {
  const options = point.options.map((option) => option.value);
  return problem(
    "law.switch.option",
    {
      nl: `${point.id} kent de lezing "${chosen}" niet. Kies uit: ${options.join(", ")}.`,
      en: `${point.id} does not know the reading "${chosen}". Choose from: ${options.join(", ")}.`,
      fr: `${point.id} ne connaît pas la lecture « ${chosen} ». Choisissez parmi : ${options.join(", ")}.`,
    },
    `switches.${point.id}`,
    options.join(" | "),
  );
}

export function noFormula(point: LawSwitch, chosen: string): Problem {
  const usable = point.options.filter((option) => option.computable).map((option) => option.value);
  return problem(
    "law.switch.noFormula",
    {
      nl: `Voor de lezing "${chosen}" van ${point.id} is geen formule bekend. Ze kan niet worden berekend. Kies uit: ${usable.join(", ")}.`,
      en: `No formula is known for the reading "${chosen}" of ${point.id}. It cannot be computed. Choose from: ${usable.join(", ")}.`,
      fr: `Aucune formule n'est connue pour la lecture « ${chosen} » de ${point.id}. Elle ne peut pas être calculée. Choisissez parmi : ${usable.join(", ")}.`,
    },
    `switches.${point.id}`,
    usable.join(" | "),
  );
}

function whyNoValue(first: DatedValue | undefined, last: DatedValue | undefined, day: PlainDate): Localized {
  if (!first || !last) {
    return {
      nl: "toen was er nog geen enkele waarde bekend",
      en: "no value at all was known then",
      fr: "aucune valeur n'était encore connue alors",
    };
  }
  if (day < first.from) {
    return {
      nl: `de eerste waarde geldt vanaf ${formatDate(first.from, "nl")}`,
      en: `the first value holds from ${formatDate(first.from, "en")}`,
      fr: `la première valeur vaut à partir du ${formatDate(first.from, "fr")}`,
    };
  }
  const end = last.until ?? day;
  return {
    nl: `de laatste waarde eindigt vóór ${formatDate(end, "nl")}`,
    en: `the last value ends before ${formatDate(end, "en")}`,
    fr: `la dernière valeur se termine avant le ${formatDate(end, "fr")}`,
  };
}
