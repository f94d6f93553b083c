// WebAssembly gives, number for number, what columns in JavaScript give for the same rows.
import { describe, expect, it } from "vitest";
import { quarter } from "../../../kernel/index.ts";
import { openLaw } from "../../open-law.ts";
import { type ColumnKernel, ColumnMemory, columns, NotInColumns, wasmColumns } from "../index.ts";

const law = openLaw();
const rows = 97;

/** The same numbers each time: mostly rows with an amount, and now and then an edge of the column or what stands for "left out". */
function fill(kernel: ColumnKernel, seed: number): Record<string, never> {
  let state = seed;
  const next = (below: number): number => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return (state >>> 8) % below;
  };
  const input = kernel.makeInput(rows);
  for (const { least, most, absent, name, unit } of kernel.inputs) {
    const [low, high] = usual(unit, least, most);
    for (let row = 0; row < rows; row += 1) {
      const edges = [least, most, absent];
      const leftOut = absent !== null && unit === "basisPoints" && next(4) > 0;
      const special = leftOut ? absent : edges[next(120)];
      input[name]![row] = special ?? low + next(high - low + 1);
    }
  }
  return input as Record<string, never>;
}

function usual(unit: string, least: number, most: number): readonly [number, number] {
  if (unit === "date") return [19_400, 20_100];
  if (unit === "quarter") return [most - 6, most - 1];
  return unit.startsWith("cents") ? [0, 1_400_000] : [least, most];
}

const readings = [
  {},
  { "OPEN-25": "TRUNCATE" },
  { "OPEN-25": "MONTHLY_X3", "OPEN-10": "LAST_MONTH" },
  { "OPEN-13": "PRORATED", "OPEN-06": "CONTRACTUAL", "OPEN-26": "PERFORMED" },
];
const asked = [["wagePremium", "guidancePremium"], ["supportPremium"], ["vopPremium"], ["wageCap", "employerTotal"]];

describe("WebAssembly", () => {
  it.each(
    readings.flatMap((switches, at) => asked.map((rules) => [rules.join(" and "), JSON.stringify(switches), at, rules] as const)),
  )("gives %s under %s as JavaScript does", (_rules, _switches, at, rules) => {
    const switches = readings[at]!;
    for (const reference of [quarter("2023-Q4"), quarter("2025-Q1")]) {
      const script = columns(law, reference, { rules, switches });
      const input = fill(script, 77 + at);
      const expected = script.run(input, rows);
      const memory = new ColumnMemory(2_000_000);
      const kernel = wasmColumns([{ law, switches }], reference, { rules, memory });
      const found = kernel.makeOutput(rows);
      kernel.run(input, rows, found);
      expect([...found[0]!.status]).toEqual([...expected.status]);
      for (const rule of rules) {
        const due = (values: ArrayLike<number>) =>
          Array.from(values, (value, row) => (expected.status[row] === 0 ? value : null));
        expect(due(found[0]!.values[rule]!)).toEqual(due(expected.values[rule]!));
      }
      expect([...expected.status].some((status) => status === 0)).toBe(true);
    }
  });

  it("gives several laws in one pass what each gives alone", () => {
    const reference = quarter("2024-Q2");
    const rules = ["wagePremium"];
    const dear = law.withParameters([{ id: "referenceWage.capMultiplier", value: "2.2" }]);
    if (!dear.ok) throw new Error("refused");
    const memory = new ColumnMemory(3_000_000);
    const both = wasmColumns([{ law }, { law: dear.value, switches: { "OPEN-25": "TRUNCATE" } }], reference, { rules, memory });
    const alone = [
      columns(law, reference, { rules }),
      columns(dear.value, reference, { rules, switches: { "OPEN-25": "TRUNCATE" } }),
    ];
    const input = fill(alone[0]!, 5);
    const output = both.makeOutput(rows);
    both.run(input, rows, output);
    alone.forEach((kernel, at) => {
      const expected = kernel.run(input, rows);
      expect([...output[at]!.status]).toEqual([...expected.status]);
      expect([...output[at]!.values.wagePremium!]).toEqual([...expected.values.wagePremium!]);
    });
    expect([...output[0]!.values.wagePremium!]).not.toEqual([...output[1]!.values.wagePremium!]);
  });

  it("runs the same code when only values change, and refuses what a double cannot hold", () => {
    const reference = quarter("2024-Q2");
    const rules = ["guidancePremium"];
    const view = (id: string, value: string) => {
      const changed = law.withParameters([{ id, value }]);
      if (!changed.ok) throw new Error("refused");
      return changed.value;
    };
    const one = wasmColumns([{ law }], reference, { rules });
    expect(wasmColumns([{ law: view("guidancePremium.fixed.high", "1234.00") }], reference, { rules }).module).toBe(one.module);
    const huge = view("referenceWage.capMultiplier", "900000000");
    expect(() => wasmColumns([{ law: huge }], reference, { rules: ["wagePremium"] })).toThrow(NotInColumns);
  });

  it("says which column is missing, and that there is no room", () => {
    const reference = quarter("2024-Q2");
    const rules = ["wagePremium"];
    const kernel = wasmColumns([{ law }], reference, { rules });
    expect(() => kernel.run({}, 1, [columns(law, reference, { rules }).makeOutput(1)])).toThrow(/“package” is missing/);
    expect(() => new ColumnMemory(1000).column("Int32Array", 100_000)).toThrow(RangeError);
  });

  it.each([0, 1, 2, 3, 4, 5, 16, 96])("takes %i rows, whatever the width of the machine's vectors", (count) => {
    const reference = quarter("2024-Q2");
    const rules = ["wagePremium"];
    const script = columns(law, reference, { rules });
    const input = fill(script, 9);
    const expected = script.run(input, count);
    const output = [script.makeOutput(count)];
    wasmColumns([{ law }], reference, { rules }).run(input, count, output);
    expect([...output[0]!.status]).toEqual([...expected.status]);
    expect([...output[0]!.values.wagePremium!]).toEqual([...expected.values.wagePremium!]);
  });
});
