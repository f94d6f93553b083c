import { describe, expect, it } from "vitest";
import { LawReading } from "../dossier/index.ts";
import { addQuarters, plainDate, quarter, quarterOf } from "../kernel/index.ts";
import { openLaw } from "../law/open-law.ts";
import { legalFacts } from "./legal-facts.ts";
import { lastQuarterUnder, sineCodeOf } from "./sine-codes.ts";

const law = openLaw();
const legal = legalFacts(law);
const DAY = legal.vopReferenceDay;
/** A first day so that the code's last quarter is this many quarters after that of the day. */
const startFor = (code: "3240" | "3241", after: number) =>
  plainDate(`${monthOf(addQuarters(quarterOf(DAY), after + 1 - legal.sineQuarters[code]))}-06`);
const monthOf = (of: string) => `${of.slice(0, 4)}-${String(Number(of.slice(6)) * 3 - 2).padStart(2, "0")}`;

describe("the SINE code of a list", () => {
  it("is the shortest under which the right still ran on the day", () => {
    expect(sineCodeOf(legal, startFor("3240", 0), "1995-04", DAY)).toBe("3240");
    expect(sineCodeOf(legal, startFor("3240", -1), "1995-04", DAY)).toBe("3241");
    expect(sineCodeOf(legal, startFor("3241", 0), "1995-04", DAY)).toBe("3241");
    expect(sineCodeOf(legal, startFor("3241", -1), "1995-04", DAY)).toBeNull();
  });

  it("is the indefinite one for who was old at the start, and left open where the age is in doubt", () => {
    expect(sineCodeOf(legal, plainDate("2015-03-02"), "1960-01", DAY)).toBe("3250");
    expect(sineCodeOf(legal, plainDate("2021-03-01"), "1976-01", DAY)).toBeNull();
  });

  it("gives the last quarter that the rule of the law gives (TRANS-24)", () => {
    for (const code of ["3240", "3241"] as const) {
      const start = quarter("2020-Q3");
      const facts = { sineCode: code, sineStartQuarter: start };
      expect(lastQuarterUnder(legal, code, start)).toBe(new LawReading(law, DAY).rule("sineRightLastQuarter", facts, start));
    }
    expect(lastQuarterUnder(legal, "3250", quarter("2020-Q3"))).toBeNull();
  });
});
