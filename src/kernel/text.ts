// A text in the three languages of the interface. Dutch is the source.
export const languages = ["nl", "en", "fr"] as const;

export type Language = (typeof languages)[number];

export interface Localized {
  readonly nl: string;
  readonly en: string;
  readonly fr: string;
}

export function localized(nl: string, en: string, fr: string): Localized {
  return { nl, en, fr };
}

export function pick(text: Localized, language: Language): string {
  return text[language];
}

export function isLanguage(value: unknown): value is Language {
  return typeof value === "string" && (languages as readonly string[]).includes(value);
}
