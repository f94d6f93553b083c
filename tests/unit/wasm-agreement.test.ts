// Columns in WebAssembly say what columns in JavaScript, the explaining evaluator and the oracle say, to the cent.
import { describe, expect, it } from "vitest";
import { quarter } from "../../src/kernel/index.ts";
import { ColumnMemory, columns, NotInColumns, wasmColumns } from "../../src/law/index.ts";
import { openLaw } from "../../src/law/open-law.ts";
import { fourWays, quartersOfTheScheme } from "../support/four-ways.ts";
import { randomNumbers } from "../support/random-cases.ts";
import { randomReform } from "../support/random-reforms.ts";

const law = openLaw();
const rules = ["wagePremium", "guidancePremium"];

describe("WebAssembly, JavaScript columns, explain and oracle", () => {
  it("agree in every quarter from 2023-Q3", () => {
    for (const [at, [year, n]] of quartersOfTheScheme.entries()) {
      const found = fourWays(law, {}, year, n, 500, 4000 + at);
      expect(found.wrong.slice(0, 2)).toEqual([]);
      expect(found.due).toBeGreaterThan(200);
    }
  });

  it("agree under random reforms, of which most change some amount", () => {
    const random = randomNumbers(77);
    let moved = 0;
    for (let at = 0; at < 12; at += 1) {
      const [year, n] = quartersOfTheScheme[at]!;
      const reform = randomReform(law, random);
      const found = fourWays(reform.law, reform.switches, year, n, 250, 9000 + at);
      expect([reform.name, found.wrong.slice(0, 2)]).toEqual([reform.name, []]);
      if (found.cents !== fourWays(law, {}, year, n, 250, 9000 + at).cents) moved += 1;
    }
    expect(moved).toBeGreaterThan(8);
  });
});

describe("columns in WebAssembly", () => {
  const reference = quarter("2024-Q2");
  const count = 5000;

  it("give several scenarios in one pass what each gives alone", () => {
    const dear = law.withParameters([{ id: "referenceWage.capMultiplier", value: "3" }]);
    if (!dear.ok) throw new Error("refused");
    const memory = new ColumnMemory(4_000_000);
    const both = wasmColumns([{ law }, { law: dear.value, switches: { "OPEN-25": "TRUNCATE" } }], reference, { rules, memory });
    const input = both.makeInput(count);
    input.package!.fill(3);
    input.startQuarter!.fill(8095);
    input.guidanceNeed!.fill(4);
    for (let row = 0; row < count; row += 1) {
      input.grossWage![row] = 300_000 + row * 777;
      input.employmentFraction![row] = 1 + row;
    }
    const output = both.makeOutput(count);
    both.run(input, count, output);
    for (const [at, view] of [
      [0, columns(law, reference, { rules })],
      [1, columns(dear.value, reference, { rules, switches: { "OPEN-25": "TRUNCATE" } })],
    ] as const) {
      const alone = view.run(input, count);
      expect(output[at]!.status).toEqual(alone.status);
      for (const rule of rules) expect(output[at]!.values[rule]).toEqual(alone.values[rule]);
    }
    expect(output[0]!.values.wagePremium).not.toEqual(output[1]!.values.wagePremium);
  });

  it("take columns from outside their memory, and any number of rows", () => {
    const alone = columns(law, reference, { rules });
    for (const rows of [0, 1, 15, 4096, 4097]) {
      const input = alone.makeInput(rows);
      input.package!.fill(2);
      input.startQuarter!.fill(8096);
      input.grossWage!.fill(812_345);
      input.employmentFraction!.fill(7500);
      const outside = [alone.makeOutput(rows)];
      wasmColumns([{ law }], reference, { rules }).run(input, rows, outside);
      const expected = alone.run(input, rows);
      expect(outside[0]!.status).toEqual(expected.status);
      expect(outside[0]!.values).toEqual(expected.values);
    }
  });

  it("run the same code when only values of the law change", () => {
    const memory = new ColumnMemory(2_000_000);
    const one = wasmColumns([{ law }], reference, { rules, memory });
    const other = law.withParameters([{ id: "guidancePremium.fixed.high", value: "1234.00" }]);
    if (!other.ok) throw new Error("refused");
    expect(wasmColumns([{ law: other.value }], reference, { rules, memory }).module).toBe(one.module);
  });

  it("refuse a law whose amounts could pass what a double holds exactly", () => {
    const huge = law.withParameters([{ id: "referenceWage.capMultiplier", value: "900000000" }]);
    if (!huge.ok) throw new Error("refused");
    expect(() => wasmColumns([{ law: huge.value }], reference, { rules })).toThrow(NotInColumns);
  });

  it("say which column is missing, and that there is no room", () => {
    const kernel = wasmColumns([{ law }], reference, { rules });
    expect(() => kernel.run({}, 1, [columns(law, reference, { rules }).makeOutput(1)])).toThrow(/“package” is missing/);
    expect(() => new ColumnMemory(1000).column("Int32Array", 100_000)).toThrow(RangeError);
  });
});
