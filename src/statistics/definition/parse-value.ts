// The `value` of a question in euro, full-time equivalents, days, percent or years: which statistic of which number, and per what.
import { localized } from "../../kernel/index.ts";
import { attributesOf, findAttribute, type SubjectId, subjectFacts, type Unit } from "../catalogue/index.ts";
import { statistics, type ValueMeasure } from "./definition.ts";
import type { Issues } from "./issue.ts";
import { isObject } from "./plain-data.ts";
import { oneOf, unitOf } from "./read-field.ts";

const defaultValues: Partial<Record<Unit, ValueMeasure>> = {
  euro: { statistic: "sum", attribute: "amount", per: "paidQuarter" },
  fte: { statistic: "sum", attribute: "contractualFraction", per: "relation" },
  day: { statistic: "median", attribute: "turnaroundDays", per: "application" },
  percent: { statistic: "median", attribute: "percentage", per: "grant" },
  year: { statistic: "median", attribute: "age", per: "person" },
};

/** Where the usual unit behind a number is another one for a subject. */
const usualPer: Readonly<Record<string, Unit>> = {
  "day indication": "indication",
  "euro commitment": "grant",
  "euro transfer": "transfer",
};

export function parseValue(data: unknown, unit: Unit, subject: SubjectId, issues: Issues): ValueMeasure | null {
  const usual = defaultValues[unit] ?? null;
  const per = usualPer[`${unit} ${subject}`];
  const standard: ValueMeasure | null = usual === null || per === undefined ? usual : { ...usual, per };
  if (data === undefined) return standard;
  if (standard === null || !isObject(data)) {
    issues.add(
      ["value"],
      "value",
      localized(
        "Een bedrag, breuk, duur of leeftijd hoort bij een eenheid euro, fte, day, percent of year.",
        "An amount, fraction, duration or age goes with the unit euro, fte, day, percent or year.",
        "Un montant, une fraction, une durée ou un âge va avec l'unité euro, fte, day, percent ou year.",
      ),
      "{ median: amount, per: relation }",
    );
    return standard;
  }
  const [statistic] = Object.keys(data).filter((key) => key !== "per");
  const known = oneOf(statistic, statistics, ["value"], localized("samenvatting", "statistic", "une statistique"), issues);
  const names = attributesOf(subject)
    .filter((attribute) => attribute.domain.kind === "number" && attribute.domain.unit === unit)
    .map((attribute) => attribute.id);
  const attribute = oneOf(
    data[statistic ?? ""],
    names,
    ["value", statistic ?? ""],
    localized("getal bij deze eenheid", "number of this unit", "un nombre de cette unité"),
    issues,
  );
  if (known === null || attribute === null) return standard;
  const domain = findAttribute(attribute)!.domain;
  if (known === "sum" && domain.kind === "number" && !domain.additive && unit !== "fte") {
    issues.add(
      ["value", known],
      "notAdditive",
      localized("Dit getal telt niet op.", "This number does not add up.", "Ce nombre ne s'additionne pas."),
      statistics.filter((other) => other !== "sum").join(", "),
    );
  }
  const heads = subjectFacts[subject].units.filter((other) => defaultValues[other] === undefined && other !== "component");
  const given =
    data.per === undefined ? standard.per : (oneOf(data.per, heads, ["value", "per"], unitOf(subject), issues) ?? standard.per);
  return { statistic: known, attribute, per: given };
}
