// Values as text: the form of files and of the API, and the form for readers.
import {
  type Cents,
  formatDate,
  formatEuro,
  formatQuarter,
  fromEpochDay,
  type Language,
  type Localized,
} from "../../kernel/index.ts";
import { decimalText, type Exact, isWhole, toNumber } from "./exact.ts";
import { quarterFromValue } from "./frame.ts";
import { type AnyUnit, elementUnit, isMoney } from "./units.ts";
import type { Value } from "./value.ts";

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
export function readerText(
  value: Value,
  unit: AnyUnit,
  language: Language,
  codeName: (code: string) => Localized | undefined,
): string {
  if (typeof value === "string") return codeName(value)?.[language] ?? value;
  if (typeof value === "boolean") return (value ? yes : no)[language];
  if (Array.isArray(value)) return value.map((one) => readerText(one, elementUnit(unit), language, codeName)).join(", ");
  const number = value as Exact;
  if (isMoney(unit)) return euroText(number, language);
  if (unit === "date") return formatDate(fromEpochDay(toNumber(number)), language);
  if (unit === "quarter") return formatQuarter(quarterFromValue(number), language);
  const text = localDecimal(valueText(number, unit), language);
  return unit === "basisPoints" ? (language === "en" ? `${text}%` : `${text}\u00a0%`) : text;
}

function euroText(value: Exact, language: Language): string {
  const wholeCents = (value.num < 0n ? -value.num : value.num) / value.den;
  const cents = Number(value.num < 0n ? -wholeCents : wholeCents) as Cents;
  if (isWhole(value)) return formatEuro(cents, language);
  // The kernel writes whole cents; what lies beyond them is put behind.
  const beyond = decimalText(value, 2, 2, printedDecimals).split(".")[1]!.slice(2);
  const text = formatEuro(cents, language);
  return language === "fr" ? text.replace(/(\d)(?=\u00a0€$)/, `$1${beyond}`) : text + beyond;
}

function localDecimal(text: string, language: Language): string {
  return language === "en" ? text : text.replace(".", ",");
}
