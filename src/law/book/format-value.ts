// Values of a calculation, given as decimal text with a unit, as a reader of a language writes them.
import {
  formatDate,
  formatEuro,
  formatPercent,
  formatQuarter,
  isPlainDate,
  isQuarter,
  type Language,
  parseEuro,
  parsePercent,
  pick,
} from "../../kernel/index.ts";
import { codeName } from "../rules/codes.ts";

const WORDS = {
  nl: {
    yes: "ja",
    no: "nee",
    times: (n: string) => `${n} keer`,
    days: (n: string) => `${n} dagen`,
    quarters: (n: string) => `${n} kwartalen`,
  },
  en: {
    yes: "yes",
    no: "no",
    times: (n: string) => `${n} times`,
    days: (n: string) => `${n} days`,
    quarters: (n: string) => `${n} quarters`,
  },
  fr: {
    yes: "oui",
    no: "non",
    times: (n: string) => `${n} fois`,
    days: (n: string) => `${n} jours`,
    quarters: (n: string) => `${n} trimestres`,
  },
} as const;

/** `10339.728` EUR as `€ 10.339,728`: exact values keep the decimals that rounding would hide. */
export function formatMoneyText(text: string, language: Language): string {
  const [, whole = text, beyond = ""] = /^(-?\d+\.\d{2})(\d*)$/.exec(text) ?? [];
  const parsed = parseEuro(whole);
  if (!parsed.ok) return text;
  const formatted = formatEuro(parsed.value, language);
  return formatted.replace(/(\d)(?=\D*$)/, `$1${beyond}`);
}

const decimalComma = (text: string, language: Language) => (language === "en" ? text : text.replace(".", ","));

/** A share of full time as a percentage: `0.8` as `80 %`. */
function formatShare(text: string, language: Language): string {
  const parsed = parsePercent(text);
  return parsed.ok ? formatPercent((parsed.value * 100) as typeof parsed.value, language) : decimalComma(text, language);
}

export function formatValue(text: string, unit: string, language: Language): string {
  const words = WORDS[language];
  if (unit.startsWith("EUR")) return formatMoneyText(text, language);
  if (text.includes(", "))
    return text
      .split(", ")
      .map((one) => formatValue(one, unit, language))
      .join(" / ");
  if (unit === "%") {
    const parsed = parsePercent(text);
    return parsed.ok ? formatPercent(parsed.value, language) : text;
  }
  if (unit === "fraction") return formatShare(text, language);
  if (unit === "date") return isPlainDate(text) ? formatDate(text, language) : text;
  if (unit === "quarter") return isQuarter(text) ? formatQuarter(text, language) : text;
  if (unit === "flag") return text === "true" ? words.yes : words.no;
  if (unit === "code") {
    const name = codeName(text);
    return name === undefined ? text : pick(name, language);
  }
  const number = decimalComma(text, language);
  if (unit === "times") return words.times(number);
  if (unit === "days") return words.days(number);
  if (unit === "quarters") return words.quarters(number);
  return number;
}
