// Structured communication: the Belgian payment reference `+++010/8068/17183+++` that lets a payment be matched by machine.
import type { Brand } from "./brand.ts";
import { remainder97, strayCharacter, wrongCheckDigits, wrongLength } from "./check-digits.ts";
import { assertOk, fail, ok, type Result } from "./result.ts";
import { localized } from "./text.ts";

/** Twelve digits without separators; the last two are check digits. */
export type StructuredCommunication = Brand<string, "StructuredCommunication">;

const name = localized("De gestructureerde mededeling", "The structured communication", "La communication structurée");

export function isStructuredCommunication(value: unknown): value is StructuredCommunication {
  return typeof value === "string" && /^\d{12}$/.test(value) && remainder97(value.slice(0, 10)) === value.slice(10);
}

/** Throws a `Refusal` when `text` is not a valid communication. */
export function structuredCommunication(text: string): StructuredCommunication {
  return assertOk(parseStructuredCommunication(text));
}

/** Accepts `+++010/8068/17183+++`, `***010/8068/17183***` and bare digits. */
export function parseStructuredCommunication(text: string, field?: string): Result<StructuredCommunication> {
  const digits = text
    .trim()
    .replace(/^(\+{3}|\*{3})(.*)\1$/, "$2")
    .replace(/[\s/]/g, "");
  if (!/^\d*$/.test(digits)) return fail(strayCharacter("communication", name, "+++010/8068/17183+++", field));
  if (digits.length !== 12) return fail(wrongLength("communication", name, 12, digits.length, field));
  return isStructuredCommunication(digits) ? ok(digits) : fail(wrongCheckDigits("communication", name, field));
}

/** For readers and bank files: `+++010/8068/17183+++`. */
export function formatStructuredCommunication(value: StructuredCommunication): string {
  return `+++${value.slice(0, 3)}/${value.slice(3, 7)}/${value.slice(7)}+++`;
}

/** The communication that carries a number from 0 to 9 999 999 999. Throws a `RangeError` outside it. */
export function structuredCommunicationFor(number: number): StructuredCommunication {
  if (!Number.isInteger(number) || number < 0 || number > 9_999_999_999)
    throw new RangeError(`${number} does not fit in ten digits`);
  const digits = String(number).padStart(10, "0");
  return structuredCommunication(digits + remainder97(digits));
}
