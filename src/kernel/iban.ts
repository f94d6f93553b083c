// IBAN: the account number to which a premium is paid. Only countries that a euro (SEPA) transfer can reach.
import type { Brand } from "./brand.ts";
import { modulo97, remainder97, wrongCheckDigits } from "./check-digits.ts";
import { type Problem, problem } from "./problem.ts";
import { assertOk, fail, ok, type Result } from "./result.ts";
import { type Localized, localized } from "./text.ts";

/** Capitals and digits without spaces. Personal data when the account is a person's. */
export type Iban = Brand<string, "Iban">;

const name = localized("Het rekeningnummer", "The account number", "Le numéro de compte");

/** Total length per country, for the countries of the SEPA area. */
const lengths: Record<string, number> = {
  AD: 24,
  AL: 28,
  AT: 20,
  BE: 16,
  BG: 22,
  CH: 21,
  CY: 28,
  CZ: 24,
  DE: 22,
  DK: 18,
  EE: 20,
  ES: 24,
  FI: 18,
  FR: 27,
  GB: 22,
  GI: 23,
  GR: 27,
  HR: 21,
  HU: 28,
  IE: 22,
  IS: 26,
  IT: 27,
  LI: 21,
  LT: 20,
  LU: 20,
  LV: 21,
  MC: 27,
  MD: 24,
  ME: 22,
  MK: 19,
  MT: 31,
  NL: 18,
  NO: 15,
  PL: 28,
  PT: 25,
  RO: 24,
  RS: 22,
  SE: 24,
  SI: 19,
  SK: 24,
  SM: 27,
  VA: 22,
};

export function isIban(value: unknown): value is Iban {
  return typeof value === "string" && /^[A-Z0-9]+$/.test(value) && parseIban(value).ok;
}

export function isBelgianIban(value: Iban): boolean {
  return value.startsWith("BE");
}

/** Throws a `Refusal` when `text` is not a valid number. */
export function iban(text: string): Iban {
  return assertOk(parseIban(text));
}

/** Accepts spaces and small letters: `BE68 5390 0754 7034`. A Belgian number is checked on its own two check digits too. */
export function parseIban(text: string, field?: string): Result<Iban> {
  const value = text.replace(/\s/g, "").toUpperCase();
  if (!/^[A-Z]{2}\d{2}[A-Z0-9]+$/.test(value)) return fail(notIban(field));
  const country = value.slice(0, 2);
  const length = lengths[country];
  if (length === undefined) return fail(outsideSepa(country, field));
  if (value.length !== length) return fail(wrongIbanLength(country, length, value.length, field));
  if (country === "BE" && !/^BE\d+$/.test(value)) return fail(notIban(field));
  if (value.slice(2, 4) !== ibanCheckDigits(country, value.slice(4))) return fail(wrongCheckDigits("iban", name, field));
  if (country === "BE" && !belgianPartFits(value)) return fail(wrongCheckDigits("iban", name, field));
  return ok(value as Iban);
}

/** For readers, in groups of four: `BE68 5390 0754 7034`. */
export function formatIban(value: Iban): string {
  return value.replace(/(.{4})(?=.)/g, "$1 ");
}

/** The two check digits that follow the country code, for the national part of the number. */
export function ibanCheckDigits(country: string, nationalPart: string): string {
  return String(98 - modulo97(asDigits(`${country}00${nationalPart}`))).padStart(2, "0");
}

/** The two digits that end a Belgian account number, for its first ten digits. */
export function belgianIbanCheckDigits(firstTen: string): string {
  return remainder97(firstTen);
}

function belgianPartFits(value: string): boolean {
  return belgianIbanCheckDigits(value.slice(4, 14)) === value.slice(14);
}

/** The first four characters go to the end and each letter becomes two digits (A is 10). */
function asDigits(value: string): string {
  return (value.slice(4) + value.slice(0, 4)).replace(/[A-Z]/g, (letter) => String(letter.charCodeAt(0) - 55));
}

function notIban(field: string | undefined): Problem {
  return problem(
    "iban.form",
    localized(
      "Schrijf het rekeningnummer als IBAN, bijvoorbeeld BE68 5390 0754 7034",
      "Write the account number as an IBAN, for example BE68 5390 0754 7034",
      "Écrivez le numéro de compte sous forme d’IBAN, par exemple BE68 5390 0754 7034",
    ),
    field,
    "BE68 5390 0754 7034",
  );
}

function outsideSepa(country: string, field: string | undefined): Problem {
  return problem(
    "iban.country",
    localized(
      `Naar een rekening in het land ${country} kan niet worden betaald; geef een rekening in de SEPA-zone`,
      `An account in country ${country} cannot be paid; give an account in the SEPA area`,
      `Un compte dans le pays ${country} ne peut pas être payé ; donnez un compte dans la zone SEPA`,
    ),
    field,
    "a SEPA country",
  );
}

function wrongIbanLength(country: string, expected: number, actual: number, field: string | undefined): Problem {
  const message: Localized = localized(
    `Een IBAN uit ${country} heeft ${expected} tekens; u typte er ${actual}`,
    `An IBAN from ${country} has ${expected} characters; you typed ${actual}`,
    `Un IBAN de ${country} compte ${expected} caractères ; vous en avez tapé ${actual}`,
  );
  return problem("iban.length", message, field, `${expected} characters`);
}
