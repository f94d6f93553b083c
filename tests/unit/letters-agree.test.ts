// The sums of 1,000 decision letters are those of the explanation and of the ledger, to the cent, as a reader finds them in the letter.
import { expect, test } from "vitest";
import { openLaw } from "../../src/law/open-law.ts";
import { checkPdf, renderPdf } from "../../src/letters/index.ts";
import { letterFlaws } from "../support/letter-sums.ts";
import { syntheticLetters } from "../support/synthetic-letters.ts";

const LETTERS = 1_000;
/** Every so many letters the PDF is made and checked too; all of them in the long checks. */
const PDF_EVERY = 50;

test(`for ${LETTERS} synthetic decisions the letter, the explanation and the ledger say the same`, { timeout: 300_000 }, () => {
  const flaws: string[] = [];
  const kinds = new Set<string>();
  let letters = 0;
  let booked = 0;
  let bookedLetters = 0;
  for (const letter of syntheticLetters(openLaw(), LETTERS, 0.35)) {
    const found = letterFlaws(letter);
    flaws.push(...found.flaws);
    booked += found.booked;
    if (found.booked > 0) bookedLetters += 1;
    kinds.add(letter.kind);
    if (letters % PDF_EVERY === 0) flaws.push(...checkPdf(renderPdf(letter.document), letter.document));
    letters += 1;
  }
  expect(flaws.slice(0, 10)).toEqual([]);
  expect(letters).toBe(LETTERS);
  // Were hardly any of them booked, this would compare nothing with nothing.
  expect(bookedLetters).toBeGreaterThan(LETTERS / 2);
  expect(booked).toBeGreaterThan(LETTERS);
  expect([...kinds].sort()).toContain("adjustment");
});
