// French sets a space before a colon, Dutch and English do not.
import type { Language } from "../../kernel/index.ts";

export function colon(language: Language): string {
  return language === "fr" ? "\u00a0:" : ":";
}
