// A ground in words: a rule by its sentence in the rulebook, an open point by its question, a code as it is.
import type { Language } from "../../../kernel/index.ts";
import type { Law } from "../../../law/index.ts";

export function groundText(law: Law, id: string, language: Language): string {
  const entry = law.rulebook.entries.get(id);
  return entry === undefined ? "" : language === "nl" ? entry.nl : entry.en;
}
