// What tickets, packages and their parts are called for people who do not know the scheme.
import { type Language, type Localized, localized, pick } from "../../../kernel/index.ts";
import { codeName } from "../../../law/index.ts";

export const ticketTypes: Readonly<Record<string, Localized>> = {
  INDIVIDUAL: localized("individueel maatwerk", "individual customised work", "travail adapté individuel"),
  COLLECTIVE: localized("collectief maatwerk", "collective customised work", "travail adapté collectif"),
  AMA: localized("arbeidsmatige activiteiten", "work-oriented activities", "activités de travail"),
  AMA_SOCIAL_ECONOMY: localized("arbeidsmatige activiteiten", "work-oriented activities", "activités de travail"),
  WELFARE: localized("advies welzijn", "welfare advice", "avis bien-être"),
};

export const typeName = (code: string, language: Language): string => {
  const name = ticketTypes[code];
  return name === undefined ? code : pick(name, language);
};

/** A code by the law's own name. */
export const lawName = (code: string | null, language: Language): string => {
  const name = code === null ? undefined : codeName(code);
  return name === undefined ? (code ?? "-") : pick(name, language);
};
