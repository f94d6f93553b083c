// Columns: the same answer as an explanation, proved bounds, a status for every row that has none, and text that can be built ahead.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { quarter } from "../../../kernel/index.ts";
import { openLaw } from "../../open-law.ts";
import { add, codeInput, input, minimum, parameter, roundHalfUp, rule, times } from "../build.ts";
import { buildLaw, columns, explain, NotInColumns, numberOfFact, type PlainFact, plainValue, Status } from "../index.ts";
import type { Expression } from "../node.ts";
import { addColumns, constantColumn, exactLimit, multiplyColumns, type NumberColumn, roundColumn } from "./expression.ts";

const law = openLaw();
const reference = quarter("2024-Q1");
const text = { nl: "x", en: "x", fr: "x" };

function one(id: string, gives: Expression<"cents/quarter">) {
  const built = buildLaw(law, [rule(id, { ids: ["WP-01"], title: text, dutchTerm: "x", sentence: text, gives })]);
  if (!built.ok) throw new Error(built.error.map((error) => error.message.en).join());
  return built.value;
}

/** One row of the premiums with some facts changed. */
function row(changes: Readonly<Record<string, PlainFact | null>>, rules = ["wagePremium", "guidancePremium"]) {
  const kernel = columns(law, reference, { rules });
  const facts: Record<string, PlainFact | null> = {
    package: "P5",
    startQuarter: "2023-Q3",
    guidanceNeed: "HIGH",
    employmentFraction: 8000,
    performedFraction: 7500,
    grossWage: 900_000,
    employerContributions: 225_000,
    contributionReductions: 60_000,
    ...changes,
  };
  const columnsIn = kernel.makeInput(1);
  for (const column of kernel.inputs) {
    const fact = facts[column.name] ?? null;
    if (typeof fact === "number" && column.unit !== "basisPoints") columnsIn[column.name]![0] = fact;
    else columnsIn[column.name]![0] = numberOfFact(column, fact);
  }
  const { values, status } = kernel.run(columnsIn, 1);
  return { status: status[0], values: Object.fromEntries(rules.map((id) => [id, values[id]![0]])) };
}

describe("a kernel", () => {
  it("computes the printed case", () => {
    expect(row({})).toEqual({ status: 0, values: { wagePremium: 382_883, guidancePremium: 216_000 } });
  });

  it("gives exact numerators where a value is not rounded", () => {
    const kernel = columns(law, reference, { rules: ["wageCap"] });
    const input = kernel.makeInput(1);
    input.employmentFraction![0] = 8000;
    const cap = kernel.run(input, 1).values.wageCap![0]!;
    expect((cap / kernel.outputs[0]!.den) * 1).toBeCloseTo(957_206.4, 6);
    expect(kernel.outputs[0]).toMatchObject({ rule: "wageCap", unit: "cents/quarter" });
  });

  it("names every open point that a row could lean on", () => {
    expect(columns(law, reference, { rules: ["wagePremium"] }).openPoints).toEqual(["OPEN-01", "OPEN-10", "OPEN-25", "OPEN-26"]);
  });

  it("allocates nothing for rows when it is given its output", () => {
    const kernel = columns(law, reference, { rules: ["wagePremium"] });
    const output = kernel.makeOutput(3);
    expect(kernel.run(kernel.makeInput(3), 3, output)).toBe(output);
  });

  it("refuses columns that are missing or too short", () => {
    const kernel = columns(law, reference, { rules: ["wagePremium"] });
    const { grossWage, ...rest } = kernel.makeInput(2);
    expect(() => kernel.run(rest, 2)).toThrow(/grossWage/);
    expect(() => kernel.run(kernel.makeInput(2), 3)).toThrow(/2 rows, not 3/);
  });

  it("can be written as a module that gives the same without making code at run time", async () => {
    const kernel = columns(law, reference, { rules: ["wagePremium"] });
    const made = await import(`data:text/javascript,${encodeURIComponent(kernel.module)}`);
    const random = (i: number, most: number) => (i * 7919) % most;
    const input = kernel.makeInput(500);
    for (let i = 0; i < 500; i += 1) {
      input.package![i] = 1 + random(i, 5);
      input.startQuarter![i] = 2024 * 4 - random(i, 8);
      input.percentage![i] = 5 * random(i, 16);
      input.employmentFraction![i] = random(i, 10_001);
      input.grossWage![i] = random(i * 31, 1_500_000);
    }
    const expected = kernel.run(input, 500);
    const output = kernel.makeOutput(500);
    made.run(
      500,
      made.inputs.map(({ name }: { name: string }) => input[name]),
      made.outputs.map((column: { rule: string }) => output.values[column.rule]),
      output.status,
      made.tables,
    );
    expect(output).toEqual(expected);
    expect(kernel.module).not.toMatch(/\beval\b|\bFunction\b/);
  });
});

describe("a row without a value", () => {
  it.each<[string, Readonly<Record<string, PlainFact | null>>, number]>([
    ["a negative reference wage is refused", { contributionReductions: 1_125_001 }, Status.refused],
    ["a reference wage of zero has its amounts", { contributionReductions: 1_125_000 }, 0],
    ["a quarter outside the term is refused", { startQuarter: "2018-Q4" }, Status.refused],
    ["a percentage off the grid is refused", { package: "AFTER_EVALUATION", percentage: 4200 }, Status.refused],
    ["a package left out is missing", { package: null }, Status.missing],
    ["a fraction left out is missing", { employmentFraction: null }, Status.missing],
    ["a wage below zero is outside", { grossWage: -1 }, Status.outside],
    ["a fraction above one is outside", { employmentFraction: 10_001 }, Status.outside],
    ["a start far back is outside", { startQuarter: 8000 }, Status.outside],
  ])("%s", (_name, changes, status) => {
    expect(row(changes).status! & (status === 0 ? 255 : status)).toBe(status);
  });

  it("never breaks its neighbours", () => {
    expect(row({ guidanceNeed: null })).toEqual({ status: 0, values: { wagePremium: 382_883, guidancePremium: 0 } });
  });
});

describe("bounds", () => {
  const wage = input("wage", "cents/quarter");
  const fraction = input("fraction", "fraction");

  it("refuse to build what could pass 2^53", () => {
    const tooFar = one("far", times(times(times(wage, fraction), fraction), parameter("wagePremium.maxPct", "basisPoints")));
    expect(() => columns(tooFar, reference, { rules: ["far"] })).toThrow(NotInColumns);
    const near = one("near", times(wage, fraction));
    expect(columns(near, reference, { rules: ["near"] }).outputs[0]).toMatchObject({ den: 10_000, array: "Float64Array" });
  });

  it("hold for every combination of ends", () => {
    const end = fc.bigInt({ min: -1000n, max: 1000n });
    const column = fc.tuple(fc.tuple(end, end), fc.integer({ min: 1, max: 9 })).map(([ends, den]): NumberColumn => {
      const [lo, hi] = ends[0] < ends[1] ? ends : [ends[1], ends[0]];
      return { type: "number", text: "x", den: BigInt(den), lo, hi, status: "0" };
    });
    fc.assert(
      fc.property(column, column, (a, b) => {
        const product = multiplyColumns(a, b);
        const sum = addColumns(a, b);
        for (const x of [a.lo, a.hi]) {
          for (const y of [b.lo, b.hi]) {
            expect(x * y * product.den >= product.lo * a.den * b.den && x * y * product.den <= product.hi * a.den * b.den).toBe(
              true,
            );
            const total = (x * b.den + y * a.den) * sum.den;
            expect(total >= sum.lo * a.den * b.den && total <= sum.hi * a.den * b.den).toBe(true);
          }
        }
      }),
    );
  });

  it("know the largest exact whole number", () => {
    expect(exactLimit).toBe(BigInt(Number.MAX_SAFE_INTEGER));
    expect(() => multiplyColumns(constantColumn(exactLimit, 1n), constantColumn(2n, 1n))).toThrow(NotInColumns);
  });
});

describe("rounding in columns", () => {
  const rounds = (mode: "halfUp" | "towardsZero", num: number, den: number) => {
    const column: NumberColumn = { type: "number", text: "x", den: BigInt(den), lo: -(10n ** 13n), hi: 10n ** 13n, status: "0" };
    return new Function("x", `return ${roundColumn(column, mode).text}`)(num) + 0;
  };

  it.each([
    [149, 100, 1, 1],
    [150, 100, 2, 1],
    [-149, 100, -1, -1],
    [-150, 100, -2, -1],
    [1, 3, 0, 0],
    [5, 3, 2, 1],
    [9_999_999_999_999, 7, 1_428_571_428_571, 1_428_571_428_571],
  ])("%d/%d is %d half up and %d towards zero", (num, den, up, cut) => {
    expect(rounds("halfUp", num, den)).toBe(up);
    expect(rounds("towardsZero", num, den)).toBe(cut);
  });
});

describe("what cannot stand in columns", () => {
  it("is said when the kernel is made", () => {
    const small = codeInput("kind", ["A", "B"]);
    expect(small.codes).toEqual(["A", "B"]);
    const changing = one("ratio", times(input("wage", "cents/quarter"), input("share", "ratio")));
    expect(() => columns(changing, reference, { rules: ["ratio"] })).toThrow(NotInColumns);
  });

  it("does not keep the rule from being explained", () => {
    const fine = one(
      "sum",
      roundHalfUp(minimum(add(input("a", "cents/quarter"), input("b", "cents/quarter")), input("c", "cents/quarter"))),
    );
    const explained = explain(fine, { rules: ["sum"], facts: { a: 1, b: 2, c: 9 }, quarter: reference });
    expect(plainValue(explained.values.get("sum")!, "cents/quarter")).toBe(3);
    expect(
      columns(fine, reference, { rules: ["sum"] }).run({ a: Int32Array.of(1), b: Int32Array.of(2), c: Int32Array.of(9) }, 1)
        .values.sum,
    ).toEqual(Int32Array.of(3));
  });
});
