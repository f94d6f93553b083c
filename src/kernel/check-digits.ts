// The modulo-97 check that Belgian numbers and IBANs share, and the shared way to say what is wrong with a number.
import { type Problem, problem } from "./problem.ts";
import { type Localized, localized } from "./text.ts";

/** Remainder of a string of digits after division by 97; of any length, so no precision is lost. */
export function modulo97(digits: string): number {
  let remainder = 0;
  for (const digit of digits) remainder = (remainder * 10 + Number(digit)) % 97;
  return remainder;
}

/** Two check digits: 97 minus the remainder, from `01` to `97`. */
export function complement97(digits: string): string {
  return String(97 - modulo97(digits)).padStart(2, "0");
}

/** Two check digits: the remainder itself, with `97` in place of zero. */
export function remainder97(digits: string): string {
  return String(modulo97(digits) || 97).padStart(2, "0");
}

/** A number had another length than it must have. */
export function wrongLength(id: string, name: Localized, expected: number, actual: number, field: string | undefined): Problem {
  return problem(
    `${id}.length`,
    localized(
      `${name.nl} heeft ${expected} cijfers; u typte er ${actual}`,
      `${name.en} has ${expected} digits; you typed ${actual}`,
      `${name.fr} compte ${expected} chiffres ; vous en avez tapé ${actual}`,
    ),
    field,
    `${expected} digits`,
  );
}

/** A number held something else than digits and its usual separators. */
export function strayCharacter(id: string, name: Localized, example: string, field: string | undefined): Problem {
  return problem(
    `${id}.characters`,
    localized(
      `${name.nl} bestaat alleen uit cijfers; schrijf het als ${example}`,
      `${name.en} consists of digits only; write it as ${example}`,
      `${name.fr} ne contient que des chiffres ; écrivez-le sous la forme ${example}`,
    ),
    field,
    example,
  );
}

/** The check digits do not fit, so at least one digit is wrong or two have been swapped. */
export function wrongCheckDigits(id: string, name: Localized, field: string | undefined): Problem {
  return problem(
    `${id}.check`,
    localized(
      `Het controlegetal klopt niet, dus is er een cijfer verkeerd. Kijk ${lower(name.nl)} na`,
      `The check digits do not fit, so a digit is wrong. Check ${lower(name.en)}`,
      `Les chiffres de contrôle ne correspondent pas : un chiffre est faux. Vérifiez ${lower(name.fr)}`,
    ),
    field,
    "valid check digits",
  );
}

function lower(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1);
}
