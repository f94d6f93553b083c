// The figures of speed in the documents are those of the result files.
import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { withSpeed } from "../../bench/docs-table.ts";

it("docs/lab.md says what bench/results hold", () => {
  const text = readFileSync(new URL("../../docs/lab.md", import.meta.url), "utf8");
  expect(withSpeed(text)).toBe(text);
});
