// The months of a year that do not count for a self-employed person's minimum, as a form or a program gives them.
import { describe, expect, it } from "vitest";
import { parseApplication } from "./input.ts";

const given = (exemptMonths: unknown) =>
  parseApplication({
    applicant: "SELF_EMPLOYED",
    worker: { insz: "85073003328", givenName: "An", familyName: "Peeters" },
    worksInFlanders: true,
    contact: { name: "An Peeters", email: "an@example.be", phone: "" },
    selfEmployment: {
      occupation: "MAIN",
      since: "2020-01-01",
      proof: { kind: "TAX_ASSESSMENT", incomeYear: 2023, income: "12000.00" },
      exemptMonths,
    },
  });
const months = (exemptMonths: unknown) => {
  const parsed = given(exemptMonths);
  return parsed.ok ? (parsed.value.selfEmployment?.exemptMonths ?? "none") : parsed.error.map((one) => `${one.id} ${one.field}`);
};

describe("months that do not count", () => {
  it("are none when nothing or zero is given", () => {
    for (const value of [undefined, null, 0]) expect(months(value)).toBe("none");
  });

  it("are from 1 to 11: a whole year that does not count has no income to hold against", () => {
    expect(months(1)).toBe(1);
    expect(months(11)).toBe(11);
    for (const value of [12, -1, 1.5, Number.NaN, "3", true]) {
      expect(months(value), String(value)).toEqual(["input.months selfEmployment.exemptMonths"]);
    }
  });
});
