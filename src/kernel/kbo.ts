// KBO number: the number of an enterprise in the Belgian register of enterprises (Kruispuntbank van Ondernemingen).
import type { Brand } from "./brand.ts";
import { complement97, strayCharacter, wrongCheckDigits, wrongLength } from "./check-digits.ts";
import { problem } from "./problem.ts";
import { assertOk, fail, ok, type Result } from "./result.ts";
import { localized } from "./text.ts";

/** Ten digits without separators; the first is 0 or 1. */
export type Kbo = Brand<string, "Kbo">;

const name = localized("Het ondernemingsnummer", "The enterprise number", "Le numéro d’entreprise");

export function isKbo(value: unknown): value is Kbo {
  return typeof value === "string" && /^[01]\d{9}$/.test(value) && kboCheckDigits(value.slice(0, 8)) === value.slice(8);
}

/** Throws a `Refusal` when `text` is not a valid number. */
export function kbo(text: string): Kbo {
  return assertOk(parseKbo(text));
}

/** Accepts `0123.456.749`, bare digits, and a VAT number that starts with `BE`. */
export function parseKbo(text: string, field?: string): Result<Kbo> {
  const digits = text.replace(/^\s*BE/i, "").replace(/[\s.\-/]/g, "");
  if (!/^\d*$/.test(digits)) return fail(strayCharacter("kbo", name, "0123.456.749", field));
  if (digits.length !== 10) return fail(wrongLength("kbo", name, 10, digits.length, field));
  if (!/^[01]/.test(digits)) return fail(wrongStart(digits, field));
  return isKbo(digits) ? ok(digits) : fail(wrongCheckDigits("kbo", name, field));
}

/** For readers: `0123.456.749`. */
export function formatKbo(value: Kbo): string {
  return `${value.slice(0, 4)}.${value.slice(4, 7)}.${value.slice(7)}`;
}

/** The two check digits for the first eight digits. */
export function kboCheckDigits(firstEight: string): string {
  return complement97(firstEight);
}

function wrongStart(digits: string, field: string | undefined) {
  return problem(
    "kbo.start",
    localized(
      `Een ondernemingsnummer begint met 0 of 1; dit begint met ${digits[0]}. Een nummer dat met 2 tot 8 begint, is van een vestiging`,
      `An enterprise number starts with 0 or 1; this one starts with ${digits[0]}. A number that starts with 2 to 8 is of an establishment`,
      `Un numéro d’entreprise commence par 0 ou 1 ; celui-ci commence par ${digits[0]}. Un numéro qui commence par 2 à 8 est celui d’un établissement`,
    ),
    field,
    "0 or 1 first",
  );
}
