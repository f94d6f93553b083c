// One changed value of the GGMMI changes exactly the premiums of the quarters that it touches.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addQuarters, assertOk, firstDay, lastDay, type PlainDate, type Quarter, quarter } from "../../src/kernel/index.ts";
import { lawWithData } from "../../src/law/engine/law.ts";
import { calculateJson, type Law, lawFromPlain, plainLaw } from "../../src/law/index.ts";
import { openLaw } from "../../src/law/open-law.ts";

const law = openLaw();
const rows = law.parameters.get("ggmmi")!.values;
const first = quarter("2023-Q3");
const quarters = Array.from({ length: 16 }, (_, index) => addQuarters(first, index));

/** The law in which one row of one file holds another amount, under every reading. */
function withRow(index: number, cents: number): Law {
  const plain = plainLaw(law);
  const parameters = plain.parameters.map((parameter) =>
    parameter.id === "ggmmi"
      ? {
          ...parameter,
          values: parameter.values.map((row, at) => (at === index ? { ...row, value: (row.value as number) + cents } : row)),
        }
      : parameter,
  );
  return lawWithData(lawFromPlain({ ...plain, parameters }), law.program);
}

/** Premiums of an employer at the cap and of a self-employed person, in every quarter. */
function premiums(of: Law): string[] {
  return quarters.map((reference) => {
    const shared = { package: "P5_PLUS", startQuarter: first, quarter: reference };
    const wage = { employmentFraction: "1", grossWage: "90000.00", employerContributions: "0", contributionReductions: "0" };
    const employer = calculateJson(of, { scheme: "employer", ...shared, ...wage });
    const selfEmployed = calculateJson(of, { scheme: "selfEmployed", ...shared });
    if (employer.outcome !== "value" || selfEmployed.outcome !== "value") throw new Error("no amount");
    return `${employer.total} ${selfEmployed.total}`;
  });
}

/** Whether a day of the quarter's months starts lies in the row: the GGMMI is read per month. */
function touches(row: { readonly from: PlainDate; readonly until: PlainDate | null }, one: Quarter): boolean {
  return row.from <= lastDay(one) && (row.until === null || row.until > firstDay(one));
}

describe("one changed value of the GGMMI", () => {
  const before = premiums(law);

  it("changes the premiums of the quarters it touches and of no other", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: rows.length - 1 }), fc.integer({ min: 100, max: 50_000 }), (index, cents) => {
        const after = premiums(withRow(index, cents));
        const changed = quarters.filter((_, at) => before[at] !== after[at]);
        expect(changed).toEqual(quarters.filter((one) => touches(rows[index]!, one)));
      }),
      { numRuns: 40, seed: 20260401 },
    );
  });

  it("leaves a wage below the cap alone", () => {
    const low = (of: Law) =>
      calculateJson(of, {
        ...{ scheme: "employer", package: "P5", startQuarter: "2026-Q2", quarter: "2026-Q3", employmentFraction: "1" },
        ...{ grossWage: "9000.00", employerContributions: "0", contributionReductions: "0" },
      });
    const [was, is] = [low(law), low(withRow(rows.length - 1, 10_000))];
    expect("total" in was && "total" in is && was.total === is.total).toBe(true);
  });

  it("comes from a whole file: an unchanged law gives the same again", () => {
    expect(premiums(lawWithData(lawFromPlain(plainLaw(law)), law.program))).toEqual(before);
    expect(assertOk(law.withSwitches({})).parametersHash).toBe(law.parametersHash);
  });
});
