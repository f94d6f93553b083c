// Whether decision letters, the explanation and the ledger say the same sums, over synthetic decisions.
import { openLaw } from "../../src/law/open-law.ts";
import { checkPdf, renderPdf } from "../../src/letters/index.ts";
import { letterFlaws } from "./letter-sums.ts";
import { syntheticLetters } from "./synthetic-letters.ts";

export interface Agreement {
  readonly letters: number;
  readonly kinds: readonly string[];
  /** Amounts compared with the ledger, and the letters that had one. */
  readonly booked: number;
  readonly bookedLetters: number;
  readonly flaws: readonly string[];
}

/** `scale`: how much of synthetic Flanders is drawn; every `pdfEvery`th letter is made and checked as PDF too. */
export function lettersAgree(count: number, scale: number, pdfEvery: number): Agreement {
  const flaws: string[] = [];
  const kinds = new Set<string>();
  let [letters, booked, bookedLetters] = [0, 0, 0];
  for (const letter of syntheticLetters(openLaw(), count, scale)) {
    const found = letterFlaws(letter);
    flaws.push(...found.flaws);
    booked += found.booked;
    if (found.booked > 0) bookedLetters += 1;
    kinds.add(letter.kind);
    if (letters % pdfEvery === 0) flaws.push(...checkPdf(renderPdf(letter.document), letter.document));
    letters += 1;
  }
  return { letters, kinds: [...kinds].sort(), booked, bookedLetters, flaws };
}
