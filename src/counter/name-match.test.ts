// Whole words come before words that only begin so.
import { expect, it } from "vitest";
import { nameMatch } from "./name-match.ts";

it.each([
  ["Peeters", "Jan Peeters", 0],
  ["jan peeters", "Peeters, Jan", 0],
  ["Hee", "Els Van Hée", 0],
  ["Peeters", "Jan Peetersen", 1],
  ["Jan Peeters", "Johan Peeters", 1],
  ["", "Jan Peeters", 0],
] as const)("“%s” and “%s”: %i", (typed, name, expected) => {
  expect(nameMatch(typed, name)).toBe(expected);
});
