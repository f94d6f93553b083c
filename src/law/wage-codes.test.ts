import { describe, expect, it } from "vitest";
import { assertOk, plainDate } from "../kernel/index.ts";
import { calculate } from "./calculation/index.ts";
import { readLaw } from "./files.ts";
import { openLaw } from "./open-law.ts";
import { countedWageCodes } from "./wage-codes.ts";

const law = assertOk(readLaw());
const day = plainDate("2024-07-01");

describe("the wage codes that count", () => {
  it("are all codes, as long as the department gives no list", () => {
    expect(assertOk(countedWageCodes(law, day))).toBe("ALL");
    expect(assertOk(law.parameterAt("referenceWage.codes", day))).toMatchObject({
      openPoints: ["OPEN-24"],
      row: { confidence: "D" },
    });
  });

  it("are the listed ones once a list is given, from its day on", () => {
    const listed = assertOk(law.withParameters([{ id: "referenceWage.codes", value: "1, 2", from: day }]));
    expect(assertOk(countedWageCodes(listed, day))).toEqual(new Set(["1", "2"]));
    expect(assertOk(countedWageCodes(listed, plainDate("2024-06-30")))).toBe("ALL");
    const one = assertOk(law.withParameters([{ id: "referenceWage.codes", value: "1" }]));
    expect(assertOk(countedWageCodes(one, day))).toEqual(new Set(["1"]));
  });

  it("sums what the listed codes pay, so that a list changes the premium", () => {
    const paid = { "1": 800_000, "2": 50_000 };
    const premium = (counted: ReadonlySet<string> | "ALL") => {
      const gross = Object.entries(paid).reduce(
        (sum, [code, cents]) => sum + (counted === "ALL" || counted.has(code) ? cents : 0),
        0,
      );
      const output = calculate(openLaw(), {
        scheme: "employer",
        package: "P5",
        startQuarter: "2024-Q3",
        quarter: "2024-Q3",
        employmentFraction: 10_000,
        grossWage: gross,
        employerContributions: 0,
        contributionReductions: 0,
      } as never);
      return output.outcome === "value" && "wagePremium" in output ? output.wagePremium : output.outcome;
    };
    expect(premium("ALL")).toBe("3400.00");
    expect(premium(new Set(["1"]))).toBe("3200.00");
  });

  it("are refused under a reading that has no list, and before the scheme", () => {
    expect(countedWageCodes(law, day, { "OPEN-24": "DEPARTMENT_LIST" })).toMatchObject({
      ok: false,
      error: { openPoints: ["OPEN-24"] },
    });
    expect(countedWageCodes(law, plainDate("2023-06-30"))).toMatchObject({ ok: false });
  });
});
