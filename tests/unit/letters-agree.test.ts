// The sums of decision letters are those of the explanation and of the ledger, to the cent, as a reader finds them in the letter. The long checks take 1,000.
import { expect, test } from "vitest";
import { lettersAgree } from "../support/letters-agree.ts";

const LETTERS = 200;

test(`for ${LETTERS} synthetic decisions the letter, the explanation and the ledger say the same`, () => {
  const { flaws, letters, kinds, booked, bookedLetters } = lettersAgree(LETTERS, 0.07, 40);
  expect(flaws.slice(0, 10)).toEqual([]);
  expect(letters).toBe(LETTERS);
  // Were hardly any of them booked, this would compare nothing with nothing.
  expect(bookedLetters).toBeGreaterThan(LETTERS / 2);
  expect(booked).toBeGreaterThan(LETTERS);
  expect(kinds).toContain("adjustment");
});
