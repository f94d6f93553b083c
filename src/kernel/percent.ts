// Percentages in basis points: 1 % is 100.
import type { Brand } from "./brand.ts";
import { problem } from "./problem.ts";
import { fail, ok, type Result } from "./result.ts";
import { type Language, localized } from "./text.ts";

/** Hundredths of a percent, a whole number: 22.5 % is 2250. */
export type BasisPoints = Brand<number, "BasisPoints">;

export function isBasisPoints(value: unknown): value is BasisPoints {
  return Number.isSafeInteger(value);
}

/** Throws a `RangeError` when `value` is not a safe integer. */
export function basisPoints(value: number): BasisPoints {
  if (!isBasisPoints(value)) throw new RangeError(`${value} is not a whole number of basis points`);
  return (value === 0 ? 0 : value) as BasisPoints;
}

/** `"40"`, `"22.5"`: not negative, at most two decimals, no percent sign. */
export function parsePercent(text: string, field?: string): Result<BasisPoints> {
  const match = /^(0|[1-9]\d{0,9})(?:\.(\d{1,2}))?$/.exec(text);
  if (match !== null) return ok(basisPoints(Number((match[1] ?? "") + (match[2] ?? "").padEnd(2, "0"))));
  const shown = text.slice(0, 40);
  return fail(
    problem(
      "percent.form",
      localized(
        `Schrijf een percentage als getal, bijvoorbeeld 40 of 22.5; u gaf “${shown}”`,
        `Write a percentage as a number, for example 40 or 22.5; you gave “${shown}”`,
        `Écrivez un pourcentage sous forme de nombre, par exemple 40 ou 22.5 ; vous avez donné « ${shown} »`,
      ),
      field,
      "22.5",
    ),
  );
}

/** The form of the API: `40`, `22.5`. */
export function percentText(value: BasisPoints): string {
  const size = Math.abs(value);
  const decimals = (size % 100).toString().padStart(2, "0").replace(/0+$/, "");
  return `${value < 0 ? "-" : ""}${Math.floor(size / 100)}${decimals === "" ? "" : `.${decimals}`}`;
}

/** For readers: `22,5 %`, `22.5%`; the space does not break. */
export function formatPercent(value: BasisPoints, language: Language): string {
  const text = percentText(value);
  return language === "en" ? `${text}%` : `${text.replace(".", ",")}\u00a0%`;
}
