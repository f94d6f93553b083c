// Twenty thousand inputs that nobody would type; `npm run check:long -- fuzz` tries a million.
import { expect, test } from "vitest";
import { fuzzParsers } from "../support/fuzz-parsers.ts";

test("no input makes a parser throw what is no refusal, or think for a second", { timeout: 60_000 }, async () => {
  const { inputs, faults } = await fuzzParsers(20_000, 20_261_126, 1_000);
  expect(faults).toEqual([]);
  expect(inputs).toBeGreaterThanOrEqual(20_000);
});
