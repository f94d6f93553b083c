// Reading one field of a question: a word of a list, a flag, a text in three languages.
import { type Localized, localized } from "../../kernel/index.ts";
import { type SubjectId, subjectFacts } from "../catalogue/index.ts";
import type { Issues, PathStep } from "./issue.ts";
import { isObject } from "./plain-data.ts";

export function oneOf<T extends string>(
  value: unknown,
  known: readonly T[],
  path: readonly PathStep[],
  what: Localized,
  issues: Issues,
): T | null {
  if (typeof value === "string" && (known as readonly string[]).includes(value)) return value as T;
  issues.unknown(path, what, value ?? "", known);
  return null;
}

export function flag(value: unknown, standard: boolean, path: readonly PathStep[], issues: Issues): boolean {
  if (value === undefined) return standard;
  if (typeof value === "boolean") return value;
  issues.add(path, "flag", localized("Schrijf true of false.", "Write true or false.", "Écrivez true ou false."), "true, false");
  return standard;
}

export function parseTitle(data: unknown, path: readonly PathStep[], issues: Issues): Localized | null {
  if (data === undefined || data === null) return null;
  if (isObject(data) && typeof data.nl === "string" && typeof data.en === "string" && typeof data.fr === "string")
    return localized(data.nl, data.en, data.fr);
  issues.add(
    path,
    "languages",
    localized("Geef de tekst in nl, en en fr.", "Give the text in nl, en and fr.", "Donnez le texte en nl, en et fr."),
    "{ nl: ..., en: ..., fr: ... }",
  );
  return null;
}

export function unitOf(subject: SubjectId): Localized {
  const { title } = subjectFacts[subject];
  return localized(`teleenheid van ${title.nl}`, `unit of ${title.en}`, `une unité de ${title.fr}`);
}

export function dimensionOf(subject: SubjectId): Localized {
  const { title } = subjectFacts[subject];
  return localized(`indeling van ${title.nl}`, `dimension of ${title.en}`, `une dimension de ${title.fr}`);
}
