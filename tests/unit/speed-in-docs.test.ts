// The figures of speed in the documents are those of the result files.
import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { guides, withSpeed } from "../../bench/docs-table.ts";

it.each(Object.keys(guides))("docs/%s says what bench/results hold", (guide) => {
  const text = readFileSync(new URL(`../../docs/${guide}`, import.meta.url), "utf8");
  expect(withSpeed(guide, text)).toBe(text);
});
