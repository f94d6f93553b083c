// Typed catalogues: every text stands in Dutch, English and French side by side, and a missing language is a type error.
import type { Language } from "../../kernel/index.ts";

type Entry = Readonly<Record<Language, string | ((...values: never[]) => string)>>;
/** Part of a catalogue that stands in a file of its own. */
export type Entries = Readonly<Record<string, Entry>>;
type Said<E> = E extends Readonly<Record<Language, infer V>> ? (V extends string ? string : V) : never;

/** A catalogue in one language: each key is its text, or a function from the values that the text holds. */
export type Spoken<C> = { readonly [Key in keyof C]: Said<C[Key]> };

/** Turns entries of three languages into a lookup by language. Built once, at load. */
export function catalogue<const C extends Entries>(entries: C): (language: Language) => Spoken<C> {
  const inLanguage = (language: Language) =>
    Object.fromEntries(Object.entries(entries).map(([key, entry]) => [key, entry[language]])) as Spoken<C>;
  const all: Readonly<Record<Language, Spoken<C>>> = { nl: inLanguage("nl"), en: inLanguage("en"), fr: inLanguage("fr") };
  return (language) => all[language];
}
