// Short ways to write the texts of a rule in three languages.
import { type Localized, localized } from "../../kernel/index.ts";

export function words(nl: string, en: string, fr: string): Localized {
  return localized(nl, en, fr);
}
