// The three languages of the public pages and the stable address of a page in each: Dutch at the root, /en and /fr before the rest.
import { type Language, languages } from "../kernel/index.ts";

/** How a language calls itself, for the language switch. */
export const OWN_NAME: Readonly<Record<Language, string>> = { nl: "Nederlands", en: "English", fr: "Français" };

/**
 * The address of a page in a language. Paths are Dutch in every language, so that a link keeps its meaning when its reader changes language.
 *
 * @param path - The path without language prefix, starting with a slash; a query or fragment may follow.
 */
export function pathIn(language: Language, path: string): string {
  if (language === "nl") return path;
  return path === "/" ? `/${language}` : `/${language}${path.startsWith("/?") || path.startsWith("/#") ? path.slice(1) : path}`;
}

/** The language that a path is written for, and the path without its prefix. */
export function languageOfPath(path: string): { language: Language; path: string } {
  for (const language of languages) {
    if (path === `/${language}`) return { language, path: "/" };
    if (path.startsWith(`/${language}/`)) return { language, path: path.slice(language.length + 1) };
  }
  return { language: "nl", path };
}

/**
 * The first of our languages that the browser asks for, by weight and then by order; null when it asks for none of them. It never
 * redirects: the address decides, this only offers the other language.
 */
export function preferredLanguage(acceptLanguage: string | undefined): Language | null {
  const wishes = (acceptLanguage ?? "")
    .split(",")
    .map((part, order) => {
      const [tag = "", ...parameters] = part.trim().toLowerCase().split(";");
      const weight = parameters.map((p) => p.trim()).find((p) => p.startsWith("q="));
      return { tag: tag.split("-")[0] ?? "", weight: weight === undefined ? 1 : Number(weight.slice(2)), order };
    })
    .filter((wish) => wish.weight > 0)
    .sort((a, b) => b.weight - a.weight || a.order - b.order);
  for (const wish of wishes) {
    const found = languages.find((language) => language === wish.tag);
    if (found !== undefined) return found;
  }
  return null;
}
