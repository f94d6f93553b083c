// A legal term with its meaning: a button inside the sentence opens it, by mouse or keyboard, and Escape closes it. No script needed.
import { type Language, pick } from "../../kernel/index.ts";
import type { Glossary } from "../glossary.ts";

export interface TermProps {
  readonly glossary: Glossary;
  readonly language: Language;
  /** Identifier of the glossary, for example "wagePremium". */
  readonly of: string;
  /** The words as they stand in the sentence; the term itself when left out. */
  readonly words?: string;
  /** Tells two uses on one page apart. */
  readonly at?: string;
}

/** "ticket, advies" and "ondersteuningspremie (zelfstandigen)" stand in a sentence as their first word alone. */
const inSentence = (term: string) => (term.split(/[,;(]/)[0] ?? term).replace("*", "").trim();

export function Term({ glossary, language, of, words, at = "" }: TermProps) {
  const entry = glossary.get(of);
  // A page without one of its explanations is better than no page; a test sees to it that every term exists.
  if (entry === undefined) return <>{words ?? of}</>;
  const id = `term-${of}${at}`;
  return (
    <>
      <button type="button" class="mw-term" popovertarget={id}>
        {words ?? inSentence(entry[language])}
      </button>
      <span class="mw-meaning" id={id} popover="auto" role="note">
        <strong>{entry[language].replaceAll("*", "")}</strong>
        <span>{pick(entry.meaning, language)}</span>
        {language === "nl" ? null : <span lang="nl">{entry.nl}</span>}
      </span>
    </>
  );
}
