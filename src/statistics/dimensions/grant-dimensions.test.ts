// By what grants can be divided: every attribute of the catalogue, the closed ones with their values, and why not where it cannot be.
import { describe, expect, it } from "vitest";
import { type Instant, plainDate } from "../../kernel/index.ts";
import { attributesOf } from "../catalogue/index.ts";
import { grantDimensions } from "./grant-dimensions.ts";

const day = plainDate("2026-06-30");
const knownAt = "2026-11-23T10:00:00.000Z" as Instant;
const linkage = {
  dimension: "education",
  coversUntil: plainDate("2026-12-31"),
  availableFrom: "2026-10-01T00:00:00.000Z" as Instant,
};
const whyNot = (id: string, linkages: Parameters<typeof grantDimensions>[2] = []) =>
  grantDimensions(day, knownAt, linkages).find((one) => one.id === id)!.whyNot?.en ?? null;

describe("the dimensions of a grant", () => {
  it("are all attributes that a grant has, with the values of the closed ones and not known last", () => {
    const all = grantDimensions(day, knownAt, []);
    expect(all.map(({ id }) => id)).toEqual(attributesOf("grant").map(({ id }) => id));
    const sex = all.find(({ id }) => id === "sex")!;
    expect(sex.values!.map(({ code, title }) => `${code} ${title.en}`)).toEqual(["F woman", "M man", "X x", "UNKNOWN not known"]);
    expect(all.find(({ id }) => id === "municipality")!.values).toBeNull();
  });

  it("can be used, but for numbers, what belongs to an event, and what a grant can have twice", () => {
    for (const id of ["package", "percentageClass", "ageBand", "nace", "workStatus", "ticketCombination", "channel"])
      expect(whyNot(id)).toBeNull();
    for (const id of ["age", "percentage", "contractualFraction"]) expect(whyNot(id)).toMatch(/number/);
    for (const id of ["quarter", "year"]) expect(whyNot(id)).toMatch(/event/);
    expect(whyNot("component")).toMatch(/both premiums/);
  });

  it("of the yearly linkage wait until one has arrived that covers the day", () => {
    expect(whyNot("education")).toMatch(/yearly linkage/);
    expect(whyNot("education", [linkage])).toBeNull();
    expect(whyNot("origin", [linkage])).toMatch(/yearly linkage/);
    expect(whyNot("education", [{ ...linkage, coversUntil: plainDate("2026-06-29") }])).toMatch(/yearly linkage/);
    expect(whyNot("education", [{ ...linkage, availableFrom: "2026-12-01T00:00:00.000Z" as Instant }])).toMatch(/yearly linkage/);
  });
});
