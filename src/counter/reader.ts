// Reads plain JSON field by field and collects every mistake, so that a form or a program hears all of them at once.
import type { Reason } from "../dossier/index.ts";
import type { Problem, Result } from "../kernel/index.ts";
import { notOneOf, required, tooLong } from "./reasons.ts";

export type Json = Readonly<Record<string, unknown>>;

export const asObject = (value: unknown): Json =>
  typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Json) : {};

/** Collects every mistake instead of stopping at the first. */
export class Reader {
  readonly found: Reason[] = [];

  /** Null: not given. Only text, or null and nothing, is text. */
  text(from: Json, name: string, field: string, most = 200): string | null {
    const value = from[name];
    if (value === undefined || value === null || value === "") return null;
    if (typeof value !== "string") return this.wrong(required(field));
    const trimmed = value.trim();
    if (trimmed.length > most) return this.wrong(tooLong(field, most));
    return trimmed === "" ? null : trimmed;
  }

  needed(from: Json, name: string, field: string, most = 200): string | null {
    const before = this.found.length;
    const value = this.text(from, name, field, most);
    return value === null && this.found.length === before ? this.wrong(required(field)) : value;
  }

  choice<T extends string>(from: Json, name: string, field: string, allowed: readonly T[]): T | null {
    const value = this.needed(from, name, field);
    if (value === null) return null;
    return allowed.find((one) => one === value) ?? this.wrong(notOneOf(field, allowed));
  }

  flag(from: Json, name: string, field: string): boolean | null {
    const value = from[name];
    return typeof value === "boolean" ? value : this.wrong(required(field));
  }

  parsed<T>(text: string | null, field: string, parse: (text: string, field?: string) => Result<T>): T | null {
    if (text === null) return null;
    const result = parse(text, field);
    return result.ok ? result.value : this.wrong(asReason(result.error, field));
  }

  wrong(reason: Reason): null {
    this.found.push(reason);
    return null;
  }
}

function asReason(problem: Problem, field: string): Reason {
  const remedy = { nl: "Verbeter dit antwoord", en: "Correct this answer", fr: "Corrigez cette réponse" };
  return { ...problem, field, rule: "", remedy };
}
