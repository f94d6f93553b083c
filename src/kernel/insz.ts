// INSZ: the number of a person in Belgian social security, from the national register (rijksregister) or the BIS register.
import type { Brand } from "./brand.ts";
import { complement97, strayCharacter, wrongCheckDigits, wrongLength } from "./check-digits.ts";
import { daysInMonth, makeDate, type PlainDate } from "./plain-date.ts";
import { problem } from "./problem.ts";
import { assertOk, fail, ok, type Result } from "./result.ts";
import { localized } from "./text.ts";

/** Eleven digits without separators: birth date, serial number, check digits. Personal data: never in an event or a log. */
export type Insz = Brand<string, "Insz">;

const name = localized("Het rijksregisternummer", "The national number", "Le numéro national");

export function isInsz(value: unknown): value is Insz {
  return typeof value === "string" && /^\d{11}$/.test(value) && parseInsz(value).ok;
}

/** Throws a `Refusal` when `text` is not a valid number. */
export function insz(text: string): Insz {
  return assertOk(parseInsz(text));
}

/** Accepts the written form `85.07.30-033.28` and bare digits. */
export function parseInsz(text: string, field?: string): Result<Insz> {
  const digits = text.replace(/[\s.\-/]/g, "");
  if (!/^\d*$/.test(digits)) return fail(strayCharacter("insz", name, "85.07.30-033.28", field));
  if (digits.length !== 11) return fail(wrongLength("insz", name, 11, digits.length, field));
  if (!birthPartExists(digits)) return fail(noBirthDate(field));
  return century(digits) === null ? fail(wrongCheckDigits("insz", name, field)) : ok(digits as Insz);
}

/** For readers: `85.07.30-033.28`. */
export function formatInsz(value: Insz): string {
  return `${value.slice(0, 2)}.${value.slice(2, 4)}.${value.slice(4, 6)}-${value.slice(6, 9)}.${value.slice(9)}`;
}

/** The two check digits for the first nine digits; who was born from 2000 on has a 2 put before them. */
export function inszCheckDigits(firstNine: string, bornFrom2000: boolean): string {
  return complement97(bornFrom2000 ? `2${firstNine}` : firstNine);
}

/** BIS numbers, for persons who are not in the national register, add 20 or 40 to the month of birth. */
export function inszKind(value: Insz): "RIJKSREGISTER" | "BIS" {
  return Number(value.slice(2, 4)) >= 20 ? "BIS" : "RIJKSREGISTER";
}

/** The birth date the number holds, or `null` when it holds no complete one. */
export function inszBirthDate(value: Insz): PlainDate | null {
  const month = Number(value.slice(2, 4)) % 20;
  const day = Number(value.slice(4, 6));
  const year = (century(value) ?? 1900) + Number(value.slice(0, 2));
  return month === 0 || day === 0 || day > daysInMonth(year, month) ? null : makeDate(year, month, day);
}

/** The sex the serial number holds (odd for men), or `null` for a BIS number given while it was unknown. */
export function inszSex(value: Insz): "M" | "F" | null {
  const month = Number(value.slice(2, 4));
  if (month >= 20 && month < 40) return null;
  return Number(value.slice(6, 9)) % 2 === 1 ? "M" : "F";
}

function century(digits: string): 1900 | 2000 | null {
  const check = digits.slice(9);
  if (check === inszCheckDigits(digits.slice(0, 9), false)) return 1900;
  return check === inszCheckDigits(digits.slice(0, 9), true) ? 2000 : null;
}

/** A month of zero means that the birth date is not known, and then the day is only a counter. */
function birthPartExists(digits: string): boolean {
  const rawMonth = Number(digits.slice(2, 4));
  const month = rawMonth % 20;
  if (rawMonth >= 60 || month > 12) return false;
  const year = (century(digits) ?? 2000) + Number(digits.slice(0, 2));
  return month === 0 || Number(digits.slice(4, 6)) <= daysInMonth(year, month);
}

function noBirthDate(field: string | undefined) {
  return problem(
    "insz.birthDate",
    localized(
      "De eerste zes cijfers van een rijksregisternummer zijn de geboortedatum (jaar, maand, dag); deze dag bestaat niet",
      "The first six digits of a national number are the birth date (year, month, day); this day does not exist",
      "Les six premiers chiffres d’un numéro national sont la date de naissance (année, mois, jour) ; ce jour n’existe pas",
    ),
    field,
    "YYMMDD",
  );
}
