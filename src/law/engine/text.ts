// Values as text: the form of files and of the API, and the form for readers.
import {
  formatDate,
  formatEuroText,
  formatQuarter,
  fromEpochDay,
  type Language,
  type Localized,
  languages,
} from "../../kernel/index.ts";
import { decimalText, Exact, toNumber } from "./exact.ts";
import { quarterFromValue } from "./frame.ts";
import { type AnyUnit, elementUnit, isMoney } from "./units.ts";
import type { Value } from "./value.ts";

/** What codes such as P5 or HIGH are called. */
export type CodeName = (code: string) => Localized | undefined;

/** Decimals that an intermediate value is printed with, at most; half up. Results are whole cents. */
export const printedDecimals = 8;

/** `9572.064`, `40`, `0.8`, `2024-Q1`, `2024-01-01`, `P5`, `true`. */
export function valueText(value: Value, unit: AnyUnit): string {
  if (typeof value === "string") return value;
  if (typeof value === "boolean") return String(value);
  if (Array.isArray(value)) return value.map((one) => valueText(one, elementUnit(unit))).join(", ");
  const number = value as Exact;
  if (isMoney(unit)) return decimalText(number, 2, 2, printedDecimals);
  if (unit === "date") return fromEpochDay(toNumber(number));
  if (unit === "quarter") return quarterFromValue(number);
  return decimalText(number, unit === "basisPoints" ? -2 : 0, 0, printedDecimals);
}

const unitNames: Partial<Record<AnyUnit, string>> = {
  cents: "EUR",
  "cents/month": "EUR/month",
  "cents/quarter": "EUR/quarter",
  "cents/year": "EUR/year",
  basisPoints: "%",
};

/** The unit beside a value's text: cents are printed in euro, basis points in percent. */
export function unitText(unit: AnyUnit): string {
  return unitNames[elementUnit(unit)] ?? elementUnit(unit);
}

const yes: Localized = { nl: "ja", en: "yes", fr: "oui" };
const no: Localized = { nl: "nee", en: "no", fr: "non" };

/** For readers: `€ 9.572,064`, `40 %`, `1e kwartaal 2024`. `codeName` says what a code is called. */
export function readerText(value: Value, unit: AnyUnit, language: Language, codeName: CodeName): string {
  if (typeof value === "string") return codeName(value)?.[language] ?? value;
  if (typeof value === "boolean") return (value ? yes : no)[language];
  if (Array.isArray(value)) return value.map((one) => readerText(one, elementUnit(unit), language, codeName)).join(", ");
  if (unit === "date") return formatDate(fromEpochDay(toNumber(value as Exact)), language);
  if (unit === "quarter") return formatQuarter(quarterFromValue(value as Exact), language);
  return numberText(valueText(value, unit), unit, language);
}

/** `readerText` in each language, in the order of `languages`. */
export function readerTexts(value: Value, unit: AnyUnit, codeName: CodeName): readonly string[] {
  if (!(value instanceof Exact) || unit === "date" || unit === "quarter")
    return languages.map((language) => readerText(value, unit, language, codeName));
  const text = valueText(value, unit);
  return languages.map((language) => numberText(text, unit, language));
}

function numberText(text: string, unit: AnyUnit, language: Language): string {
  if (isMoney(unit)) return formatEuroText(text, language);
  const local = language === "en" ? text : text.replace(".", ",");
  return unit === "basisPoints" ? (language === "en" ? `${local}%` : `${local}\u00a0%`) : local;
}
