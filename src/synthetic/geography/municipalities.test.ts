import { describe, expect, it } from "vitest";
import { MUNICIPALITIES } from "./municipalities.ts";

/** First two digits of a NIS code (arrondissement) per Flemish province and Brussels. */
const ARRONDISSEMENTS: Record<string, RegExp> = {
  ANT: /^1[123]/,
  BRU: /^21/,
  VBR: /^2[34]/,
  WVL: /^3[1-8]/,
  OVL: /^4[1-6]/,
  LIM: /^7[123]/,
};

describe("the municipalities", () => {
  it("have a NIS code of five digits, each once, inside the arrondissements of their province", () => {
    expect(new Set(MUNICIPALITIES.map((one) => one.nis)).size).toBe(MUNICIPALITIES.length);
    for (const { nis, province, name } of MUNICIPALITIES) {
      expect(nis, name).toMatch(/^\d{5}$/);
      const fits = ARRONDISSEMENTS[province];
      if (fits !== undefined) expect(nis, name).toMatch(fits);
    }
  });

  it("cover every Flemish province with at least sixty places in all, and have a postcode and a weight", () => {
    const flemish = MUNICIPALITIES.filter((one) => ["ANT", "VBR", "WVL", "OVL", "LIM"].includes(one.province));
    expect(new Set(flemish.map((one) => one.province)).size).toBe(5);
    expect(flemish.length).toBeGreaterThanOrEqual(60);
    for (const { postcode, weight, name } of MUNICIPALITIES) {
      expect(postcode, name).toMatch(/^[1-9]\d{3}$/);
      expect(weight, name).toBeGreaterThan(0);
    }
  });
});
