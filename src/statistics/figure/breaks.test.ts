// Breaks in series: every row of the table stands on the rulebook, is said of each series that crosses it, and stops growth.
import { describe, expect, it } from "vitest";
import { addDays, assertOk } from "../../kernel/index.ts";
import { readLaw } from "../../law/files.ts";
import { type Definition, parseDefinition } from "../definition/index.ts";
import { legalFactsOf } from "../legal-facts.ts";
import { breaksInside, breaksOf, breakTable } from "./breaks.ts";
import { growthAcrossBreak } from "./refusals.ts";

const law = assertOk(readLaw());
const facts = legalFactsOf(law);
const breaks = breaksOf(facts);

describe.each(breaks.map((one) => [one.id, one] as const))("the break %s", (id, one) => {
  it("names entries of the rulebook", () => {
    for (const entry of one.ids) expect(law.rulebook.entries.has(entry)).toBe(true);
  });

  it.each(one.subjects)("is said of a series of %s that crosses its day, and of none that only begins on it", (subject) => {
    const unit = { ticket: "ticket", ticketHolder: "person", oldRight: "file" }[subject as string]!;
    const series = (...at: string[]): Definition => assertOk(parseDefinition({ unit, measure: { stock: subject }, at }));
    const crossing = series(addDays(one.on, -1), one.on);
    expect(breaksInside(crossing, breaks).map((found) => found.id)).toEqual([id]);
    const [refused] = growthAcrossBreak({ ...crossing, growth: true }, facts);
    expect(refused!.message.en).toContain(one.title.en);
    expect(growthAcrossBreak({ ...series(one.on, addDays(one.on, 40)), growth: true }, facts)).toEqual([]);
    expect(breaksInside(series(one.on, addDays(one.on, 40)), breaks)).toEqual([]);
  });
});

it("has ids of its own for every row", () => {
  expect(new Set(breakTable.map((row) => row.id)).size).toBe(breakTable.length);
});
