// Share of full-time work, in ten-thousandths, as employment contracts and attests give it.
import type { Brand } from "./brand.ts";
import { problem } from "./problem.ts";
import { fail, ok, type Result } from "./result.ts";
import { type Language, localized } from "./text.ts";

/** 0 to 10 000, a whole number: 4/5 is 8000. An employment is above zero; work performed may be zero. */
export type EmploymentFraction = Brand<number, "EmploymentFraction">;

export function isEmploymentFraction(value: unknown): value is EmploymentFraction {
  return Number.isInteger(value) && (value as number) >= 0 && (value as number) <= 10_000;
}

/** Throws a `RangeError` when `value` is not a whole number of ten-thousandths from 0 to 10 000. */
export function employmentFraction(value: number): EmploymentFraction {
  if (!isEmploymentFraction(value)) throw new RangeError(`${value} is not a number of ten-thousandths from 0 to 10000`);
  return (value === 0 ? 0 : value) as EmploymentFraction;
}

/** `"0.8"`: above 0, at most 1, at most four decimals. */
export function parseFraction(text: string, field?: string): Result<EmploymentFraction> {
  return parse(text, field, 1);
}

/** As `parseFraction`, also accepting zero: someone who performed no work in the quarter. */
export function parseFractionOrZero(text: string, field?: string): Result<EmploymentFraction> {
  return parse(text, field, 0);
}

/** The form of the API: `0.8`, `1`. */
export function fractionText(value: EmploymentFraction): string {
  const decimals = (value % 10_000).toString().padStart(4, "0").replace(/0+$/, "");
  return `${Math.floor(value / 10_000)}${decimals === "" ? "" : `.${decimals}`}`;
}

/** For readers, as a share of full time: `80 %`, `80%`. */
export function formatFraction(value: EmploymentFraction, language: Language): string {
  const text = (value / 100).toString();
  return language === "en" ? `${text}%` : `${text.replace(".", ",")}\u00a0%`;
}

function parse(text: string, field: string | undefined, least: 0 | 1): Result<EmploymentFraction> {
  const match = /^([01])(?:\.(\d{1,4}))?$/.exec(text);
  const value = match === null ? -1 : Number(match[1] + (match[2] ?? "").padEnd(4, "0"));
  if (value >= least && value <= 10_000) return ok(employmentFraction(value));
  const shown = text.slice(0, 40);
  const range =
    least === 0
      ? ["van 0 tot en met 1", "from 0 to 1", "de 0 à 1"]
      : ["boven 0 en hoogstens 1", "above 0 and at most 1", "supérieure à 0 et au plus 1"];
  return fail(
    problem(
      "fraction.range",
      localized(
        `Schrijf een breuk ${range[0]} met hoogstens 4 decimalen, bijvoorbeeld 0.8; u gaf “${shown}”`,
        `Write a fraction ${range[1]} with at most 4 decimals, for example 0.8; you gave “${shown}”`,
        `Écrivez une fraction ${range[2]} avec au plus 4 décimales, par exemple 0.8 ; vous avez donné « ${shown} »`,
      ),
      field,
      least === 0 ? "[0, 1]" : "(0, 1]",
    ),
  );
}
