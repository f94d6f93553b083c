// How values are written in the law's files ("1954.99", "45 %", "40 %, 30 %, 20 %") and what they become: integers in the unit.
import { fail, type Localized, ok, parsePlainDate, type Result } from "../../kernel/index.ts";
import type { ParameterUnit, ParameterValue } from "../model.ts";

/** The unit as a reader sees it in a parameter file. */
export const UNIT_WORDS: Readonly<Record<string, ParameterUnit>> = {
  EUR: "cents",
  "EUR/month": "cents/month",
  "EUR/quarter": "cents/quarter",
  "EUR/year": "cents/year",
  "EUR/FTE": "cents/fte",
  "EUR/FTE/year": "cents/fte/year",
  "%": "basisPoints",
  "quarter index": "quarterIndex",
  quarters: "quarters",
  years: "years",
  months: "months",
  days: "days",
  hours: "hours",
  times: "times",
  count: "count",
  FTE: "fte",
  ratio: "ratio",
  date: "date",
  month: "month",
  duration: "duration",
  flag: "flag",
  code: "code",
  "wage codes": "wageCodes",
  switch: "switch",
};

/** Decimals that a written number may have, and so the power of ten between it and the stored integer. */
const DECIMALS: Partial<Record<ParameterUnit, number>> = {
  cents: 2,
  "cents/month": 2,
  "cents/quarter": 2,
  "cents/year": 2,
  "cents/fte": 2,
  "cents/fte/year": 2,
  basisPoints: 2,
  fte: 2,
  ratio: 4,
  quarterIndex: 0,
  quarters: 0,
  years: 0,
  months: 0,
  days: 0,
  hours: 0,
  times: 0,
  count: 0,
};

const NUMBER = /^(\d+)(?:\.(\d+))?(?:\s*(\S.*))?$/;
const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/;
const DURATION = /^P(?=\d)(\d+Y)?(\d+M)?(\d+D)?$/;
const CODE = /^[A-Z][A-Z0-9_]*$/;
const TIMES = /^(\d{1,6})(?:\.(\d{1,4}))?(?: times)?$/;
const WAGE_CODE = /^\d{1,3}$/;

export interface ValueError {
  readonly rule: "value.unit" | "value.shape";
  readonly message: Localized;
}

/** Reads a value as written under a unit. A comma separates the values of a list. */
export function parseValue(text: string, unit: ParameterUnit): Result<ParameterValue, ValueError> {
  const parts = text.split(",").map((part) => part.trim());
  if (parts.length === 1) return parseOne(text.trim(), unit);
  // "All" stands alone, and a code counts once.
  if (unit === "wageCodes" && (parts.includes("ALL") || new Set(parts).size < parts.length)) return fail(shapeError(text, unit));
  const values: (number | string)[] = [];
  for (const part of parts) {
    const one = parseOne(part, unit);
    if (!one.ok) return one;
    if (typeof one.value !== "number" && typeof one.value !== "string") return fail(shapeError(text, unit));
    values.push(one.value);
  }
  return ok(values as readonly number[] | readonly string[]);
}

/** A value as people read it: the reverse of `parseValue`, without a unit word. */
export function writeValue(value: ParameterValue, unit: ParameterUnit): string {
  if (Array.isArray(value)) return value.map((one) => writeValue(one, unit)).join(", ");
  if (typeof value !== "number") return String(value);
  const decimals = DECIMALS[unit] ?? 0;
  if (decimals === 0) return String(value);
  const digits = String(value).padStart(decimals + 1, "0");
  const whole = digits.slice(0, -decimals);
  const rest = digits.slice(-decimals);
  if (unit.startsWith("cents")) return `${whole}.${rest}`;
  const trimmed = rest.replace(/0+$/, "");
  return trimmed === "" ? whole : `${whole}.${trimmed}`;
}

function parseOne(text: string, unit: ParameterUnit): Result<ParameterValue, ValueError> {
  switch (unit) {
    case "date":
      return parsePlainDate(text).ok ? ok(text) : fail(shapeError(text, unit));
    case "month":
      return MONTH.test(text) ? ok(text) : fail(shapeError(text, unit));
    case "duration":
      return DURATION.test(text) ? ok(text) : fail(shapeError(text, unit));
    case "flag":
      return text === "true" || text === "false" ? ok(text === "true") : fail(shapeError(text, unit));
    case "times":
      return parseTimes(text);
    case "wageCodes":
      return text === "ALL" || WAGE_CODE.test(text) ? ok(text) : fail(shapeError(text, unit));
    case "code":
    case "switch":
      return CODE.test(text) ? ok(text) : fail(shapeError(text, unit));
    default:
      return parseNumber(text, unit);
  }
}

/** A whole multiplier is a number; one with decimals stays the text that it is, and counts as exactly that. */
function parseTimes(text: string): Result<ParameterValue, ValueError> {
  const [, whole = "", decimals = ""] = TIMES.exec(text) ?? [];
  if (whole === "") return parseNumber(text, "times");
  const rest = decimals.replace(/0+$/, "");
  return ok(rest === "" ? Number(whole) : `${Number(whole)}.${rest}`);
}

function parseNumber(text: string, unit: ParameterUnit): Result<number, ValueError> {
  const match = NUMBER.exec(text);
  if (!match) return fail(shapeError(text, unit));
  const [, whole = "", decimals = "", suffix] = match;
  if (suffix !== undefined && UNIT_WORDS[suffix] !== unit) {
    const word = wordOf(unit);
    return fail({
      rule: "value.unit",
      message: {
        nl: `De waarde "${text}" draagt de eenheid "${suffix}", maar dit gegeven staat in "${word}". Schrijf de waarde in "${word}".`,
        en: `The value "${text}" carries the unit "${suffix}", but this quantity is in "${word}". Write the value in "${word}".`,
        fr: `La valeur « ${text} » porte l'unité « ${suffix} », mais cette donnée est en « ${word} ». Écrivez la valeur en « ${word} ».`,
      },
    });
  }
  const places = DECIMALS[unit] ?? 0;
  if (decimals.length > places) return fail(shapeError(text, unit));
  const value = Number(whole + decimals.padEnd(places, "0"));
  return Number.isSafeInteger(value) ? ok(value) : fail(shapeError(text, unit));
}

function wordOf(unit: ParameterUnit): string {
  return Object.keys(UNIT_WORDS).find((word) => UNIT_WORDS[word] === unit) ?? unit;
}

function shapeError(text: string, unit: ParameterUnit): ValueError {
  const expected = EXAMPLES[unit] ?? "45";
  return {
    rule: "value.shape",
    message: {
      nl: `De waarde "${text}" past niet bij de eenheid "${wordOf(unit)}". Schrijf ze zoals ${expected}.`,
      en: `The value "${text}" does not fit the unit "${wordOf(unit)}". Write it like ${expected}.`,
      fr: `La valeur « ${text} » ne convient pas à l'unité « ${wordOf(unit)} ». Écrivez-la comme ${expected}.`,
    },
  };
}

const EXAMPLES: Partial<Record<ParameterUnit, string>> = {
  cents: "1234.56",
  "cents/month": "1234.56",
  "cents/quarter": "1234.56",
  "cents/year": "1234.56",
  "cents/fte": "1234.56",
  "cents/fte/year": "1234.56",
  basisPoints: "12.5 %",
  fte: "12.5",
  ratio: "0.85",
  times: "2.2",
  wageCodes: "ALL / 1, 2",
  date: "2023-07-01",
  month: "2024-03",
  duration: "P2Y1D",
  flag: "true / false",
  code: "SOME_CODE",
  switch: "SOME_CODE",
};
