import { describe, expect, it } from "vitest";
import { byLaw } from "./reason.ts";

const text = { nl: "a", en: "b", fr: "c" };

describe("a reason that the law gave", () => {
  it("keeps the law's id, field and words, with what mends it", () => {
    const remedy = { nl: "d", en: "e", fr: "f" };
    expect(byLaw({ id: "EMP-05", rule: null, field: "schoolGroupNumber", message: text, remedy, input: false })).toEqual({
      id: "law.EMP-05",
      rule: "EMP-05",
      field: "schoolGroupNumber",
      message: text,
      remedy,
    });
  });

  it("says at least to check the data where the law names no remedy", () => {
    const reason = byLaw({ id: "EMP-05", rule: null, field: null, message: text, input: false });
    expect(reason.remedy.nl).not.toBe("");
    expect(reason).not.toHaveProperty("field");
  });
});
