// What is said of margins on the page: ranges, a mistake at its line, or which margins contradict each other.
import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { solveMargins } from "./bounds-page.tsx";

const published = readFileSync(new URL("../../../../examples/bounds-of-three-tickets.yaml", import.meta.url), "utf8");

it("gives the range of unique persons that the five published numbers leave open", () => {
  const { solved, mistakes } = solveMargins(published);
  expect(mistakes).toEqual([]);
  const unique = solved!.derived.find((range) => range.id === "unique-persons")!;
  expect(unique.min).toBeLessThan(unique.max!);
});

it("names the margins that contradict each other, and no others", () => {
  const { solved, mistakes } = solveMargins(
    published.replace("derived:", "  - { id: more-than-all, only: [CMW], atLeast: 9000 }\nderived:"),
  );
  expect(solved).toBeNull();
  expect(mistakes).toHaveLength(1);
  expect(mistakes[0]).toContain("more-than-all");
  expect(mistakes[0]).not.toContain("only-individual");
});

it("tells a mistake at its line", () => {
  expect(solveMargins("tickets: [A]\nmargins:\n  - { id: a, has: [A], equal: 5 }\n").mistakes[0]).toContain("Regel 3");
});
