// A sheet that looks the same people up again n months later: n is one line of it.
import { expect, it } from "vitest";
import { assertOk } from "../../kernel/index.ts";
import { openLaw } from "../../law/open-law.ts";
import { lastDayOf } from "../definition/index.ts";
import { parseSheet } from "./sheet.ts";

const law = openLaw();
const sheet = (lines: string) =>
  parseSheet(
    `${lines}figures:\n  - { id: later, unit: person, measure: { stock: ticket }, at: "@monthsLater" }\n`,
    "sheet.yaml",
    law,
  );
const dayOf = (lines: string) => lastDayOf(assertOk(sheet(lines)).sections[0]!.definitions[0]!.at[0]!);

it("asks so many months after the reference date, and stays at the end of a month", () => {
  expect(dayOf("reference: 2024-06-30\nmonthsLater: 6\n")).toBe("2024-12-31");
  expect(dayOf("reference: 2024-06-30\nmonthsLater: 9\n")).toBe("2025-03-31");
  expect(dayOf("reference: 2024-06-15\nmonthsLater: 1\n")).toBe("2024-07-15");
});

it("is refused at its line without a reference date, and for a number of months that is none", () => {
  for (const lines of [
    "monthsLater: 6\n",
    "reference: 2024-06-30\nmonthsLater: 0\n",
    "reference: 2024-06-30\nmonthsLater: six\n",
  ]) {
    const read = sheet(lines);
    expect(read.ok ? [] : read.error.map(({ problem }) => problem.field)).toContain("monthsLater");
  }
});
