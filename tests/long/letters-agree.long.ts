// 1,000 synthetic decisions: the letter's sums equal the ledger's and the explanation's.
import { expect, test } from "vitest";
import { lettersAgree } from "../support/letters-agree.ts";

test("for 1,000 synthetic decisions the letter, the explanation and the ledger say the same", () => {
  const { flaws, letters, booked, bookedLetters, kinds } = lettersAgree(1_000, 0.35, 50);
  expect(flaws.slice(0, 10)).toEqual([]);
  expect(letters).toBe(1_000);
  expect(bookedLetters).toBeGreaterThan(500);
  expect(kinds).toContain("adjustment");
  console.log(`${letters} letters, ${booked} booked amounts in ${bookedLetters} of them: no difference`);
});
