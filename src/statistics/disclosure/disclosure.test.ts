import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { instant, localized } from "../../kernel/index.ts";
import type { Figure, FigureCell } from "../figure/index.ts";
import { gate } from "./gate.ts";
import { type DisclosurePolicy, policies } from "./policy.ts";
import { type Key, linesOf } from "./relations.ts";
import { suppress } from "./suppress.ts";

const open = policies.public;

/** A table of one or two exclusive dimensions with all its sums, from the inner counts. */
function table(rows: readonly (readonly number[])[]): { keys: Key[]; counts: number[] } {
  const keys: Key[] = [];
  const counts: number[] = [];
  const put = (key: Key, count: number): void => {
    keys.push(key);
    counts.push(count);
  };
  const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);
  for (const [r, row] of rows.entries()) for (const [c, value] of row.entries()) put([`r${r}`, `c${c}`], value);
  for (const [r, row] of rows.entries()) put([`r${r}`, null], sum(row));
  for (const c of rows[0]!.keys()) put([null, `c${c}`], sum(rows.map((row) => row[c]!)));
  put([null, null], sum(rows.flat()));
  return { keys, counts };
}

const withheldKeys = (keys: readonly Key[], all: ReadonlySet<number>): string[] =>
  [...all].sort((a, b) => a - b).map((index) => keys[index]!.map((part) => part ?? "*").join());

describe("suppression of small counts", () => {
  it("withholds 1, 2 and 3, and shows 0 and 4", () => {
    const keys: Key[] = [["a"], ["b"], ["c"], ["d"], ["e"]];
    const found = suppress(keys, [0, 1, 2, 3, 4], [true], open);
    expect([...found.primary]).toEqual([1, 2, 3]);
  });

  it("withholds a second cell of the row, so that the small one does not follow from the total", () => {
    const keys: Key[] = [["a"], ["b"], ["c"], [null]];
    const found = suppress(keys, [2, 40, 25, 67], [true], open);
    expect(withheldKeys(keys, found.all)).toEqual(["a", "c"]);
  });

  it("does not stop at two ones whose sum is 2: they would both be 1", () => {
    const keys: Key[] = [["a"], ["b"], ["c"], [null]];
    const found = suppress(keys, [1, 1, 25, 27], [true], open);
    expect(withheldKeys(keys, found.all)).toEqual(["a", "b", "c"]);
  });

  it("makes a rectangle in a table of two dimensions", () => {
    const { keys, counts } = table([
      [2, 30, 41],
      [28, 33, 52],
      [37, 29, 64],
    ]);
    const found = suppress(keys, counts, [true, true], open);
    expect(found.all.size).toBeGreaterThanOrEqual(4);
    expect(withheldKeys(keys, found.all)).toContain("r0,c0");
  });

  it("withholds the total itself when there is nothing else", () => {
    const keys: Key[] = [["a"], [null]];
    expect(withheldKeys(keys, suppress(keys, [2, 2], [true], open).all)).toEqual(["a", "*"]);
  });

  it("manages a table of three hundred municipalities", () => {
    const keys: Key[] = [...Array.from({ length: 300 }, (_, index) => [`m${index}`]), [null]];
    const counts = Array.from({ length: 300 }, (_, index) => (index * 37) % 23);
    const found = suppress(keys, [...counts, counts.reduce((a, b) => a + b, 0)], [true], open);
    expect(found.primary.size).toBe(counts.filter((count) => count >= 1 && count <= 3).length);
  });

  it("leaves an internal view as it is", () => {
    const keys: Key[] = [["a"], [null]];
    expect(suppress(keys, [2, 2], [true], policies.internal).all.size).toBe(0);
  });
});

describe("an attacker who sees the whole table and knows the rule", () => {
  /** All whole-number tables with the shown cells; withheld cells are at least 1. By trying, not by the solver of the gate. */
  function consistent(
    keys: readonly Key[],
    counts: readonly number[],
    all: ReadonlySet<number>,
    exclusive: readonly boolean[],
  ): number[][] {
    const lines = linesOf(keys, exclusive, counts);
    const hidden = [...all];
    const largest = Math.max(...counts.filter((_, index) => all.has(index))) + 4;
    const found: number[][] = [];
    const values = [...counts];
    const walk = (at: number): void => {
      if (found.length > 300) return;
      if (at === hidden.length) {
        found.push(hidden.map((index) => values[index]!));
        return;
      }
      for (let value = 1; value <= largest; value += 1) {
        values[hidden[at]!] = value;
        const decided = new Set(hidden.slice(0, at + 1));
        const fits = lines.every((line) => {
          const cells = [line.total, ...line.parts];
          if (cells.some((cell) => all.has(cell) && !decided.has(cell))) return true;
          return values[line.total] === line.parts.reduce((sum, part) => sum + values[part]!, 0);
        });
        if (fits) walk(at + 1);
      }
      values[hidden[at]!] = counts[hidden[at]!]!;
    };
    walk(0);
    return found;
  }

  it("cannot pin down any small count", () => {
    const inner = fc.array(
      fc.array(fc.oneof(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 12 })), { minLength: 2, maxLength: 3 }),
      { minLength: 2, maxLength: 3 },
    );
    fc.assert(
      fc.property(inner, (rows) => {
        fc.pre(rows.every((row) => row.length === rows[0]!.length));
        const { keys, counts } = table(rows);
        const found = suppress(keys, counts, [true, true], open);
        fc.pre(found.all.size <= 6);
        const worlds = consistent(keys, counts, found.all, [true, true]);
        const hidden = [...found.all];
        for (const cell of found.primary) {
          const seen = new Set(worlds.map((world) => world[hidden.indexOf(cell)]!));
          expect(seen.size).toBeGreaterThanOrEqual(open.span);
        }
      }),
      { numRuns: 40 },
    );
  });
});

const text = localized("x", "x", "x");

function figure(cells: FigureCell[], exclusive = true): Figure {
  return {
    id: "f",
    title: text,
    unit: { id: "person", title: text, meaning: text },
    measure: "stock",
    counted: text,
    population: text,
    windows: [...new Set(cells.map((cell) => cell.window))].map((name) => ({ name, from: name, until: name })),
    knownAt: instant("2024-01-15T00:00:00.000Z"),
    outcome: { type: "answered" },
    dimensions: [{ id: "province", title: text, exclusive, owner: "NATIONAL_REGISTER", values: [] }],
    cells,
    caveats: [],
    warnings: [],
  };
}

describe("the gate", () => {
  const day = "2023-12-31";
  const cells = (a: number, b: number, c: number): FigureCell[] => [
    { window: day, key: ["ANT"], value: a, share: "1.0" },
    { window: day, key: ["LIM"], value: b, share: "1.0" },
    { window: day, key: ["OVL"], value: c, share: "1.0" },
    { window: day, key: [null], value: a + b + c, share: "100.0" },
  ];

  it("takes values, shares and bases away, says so, and reports what it did", () => {
    const passed = gate(figure(cells(2, 50, 20)), open);
    expect(passed.cells.map((cell) => cell.value)).toEqual([null, 50, null, 72]);
    expect(passed.cells.map((cell) => cell.share)).toEqual([null, "1.0", null, "100.0"]);
    expect(passed.gate).toEqual({ policy: "public-1-3", primary: 1, secondary: 1, differencing: 0 });
    expect(passed.caveats.map((caveat) => caveat.id)).toContain("suppressed");
  });

  it("changes nothing where nothing is small", () => {
    const passed = gate(figure(cells(12, 50, 20)), open);
    expect(passed.cells.map((cell) => cell.value)).toEqual([12, 50, 20, 82]);
    expect(passed.caveats).toEqual([]);
  });

  it("withholds a cell that differs by a small count from a table published before", () => {
    const before = figure(cells(12, 50, 20));
    const passed = gate(figure(cells(12, 52, 20)), open, [before]);
    expect(passed.cells[1]!.value).toBeNull();
    expect(passed.gate.differencing).toBeGreaterThan(0);
  });

  it("does not compare with tables in another unit or by another dimension", () => {
    const before = { ...figure(cells(12, 50, 20)), unit: { id: "ticket", title: text, meaning: text } };
    expect(gate(figure(cells(12, 52, 20)), open, [before]).gate.differencing).toBe(0);
  });

  it("withholds a statistic of money that rests on one to three", () => {
    const money = figure([{ window: day, key: [null], value: "1234.56", basis: 3 }]);
    const passed = gate({ ...money, dimensions: [] }, open);
    expect(passed.cells[0]).toEqual({ window: day, key: [null], value: null, suppressed: true });
  });

  it("withholds amounts of fewer than three employers, or of which one has three quarters, and never shows employers themselves", () => {
    const amount = (value: string, count: number, largest: string): FigureCell => ({
      window: day,
      key: [null],
      value,
      basis: 40,
      employers: { count, largest },
    });
    const shown = (cell: FigureCell) => gate({ ...figure([cell]), dimensions: [] }, open).cells[0]!;
    expect(shown(amount("1000.00", 2, "50000")).suppressed).toBe(true);
    expect(shown(amount("1000.00", 3, "50000")).value).toBe("1000.00");
    expect(shown(amount("1000.00", 3, "74999")).value).toBe("1000.00");
    expect(shown(amount("1000.00", 3, "75000")).suppressed).toBe(true);
    expect(shown(amount("1000.00", 9, "100"))).not.toHaveProperty("employers");
    expect(gate({ ...figure([amount("1000.00", 2, "90000")]), dimensions: [] }, open).gate.dominance).toBe(1);
    const inside = gate({ ...figure([amount("1000.00", 2, "50000")]), dimensions: [] }, policies.internal).cells[0]!;
    expect(inside).toEqual({ window: day, key: [null], value: "1000.00", basis: 40 });
  });

  it("withholds the smallest and the largest amount, which are those of one, and judges a mean by the sum behind it", () => {
    const shown = (cell: Partial<FigureCell>, policy: DisclosurePolicy = open) =>
      gate({ ...figure([{ window: day, key: [null], value: "100.00", basis: 40, ...cell }]), dimensions: [] }, policy).cells[0]!;
    const many = { count: 9, largest: "9000", all: "400000" };
    expect(shown({ ofOne: true, employers: many })).toEqual({ window: day, key: [null], value: null, suppressed: true });
    expect(shown({ ofOne: true }).suppressed).toBe(true);
    expect(shown({ ofOne: true }, policies.internal)).toEqual({ window: day, key: [null], value: "100.00", basis: 40 });
    expect(shown({ employers: many }).value).toBe("100.00");
    expect(shown({ employers: { ...many, largest: "299999" } }).value).toBe("100.00");
    expect(shown({ employers: { ...many, largest: "300000" } }).suppressed).toBe(true);
    expect(shown({ employers: { ...many, count: 2 } }).suppressed).toBe(true);
  });

  it("keeps withheld what an earlier table withheld, and cannot be talked into showing it by another dimension", () => {
    const first = gate(figure(cells(2, 50, 20)), open);
    const again = gate(figure(cells(12, 50, 20)), open, [first]);
    expect(again.cells[0]!.value).toBeNull();
    expect(again.cells[2]!.value).toBeNull();
  });

  it("says so when a small count follows from what is published already, whatever is withheld", () => {
    const only = figure([{ window: day, key: [null], value: 50 }]);
    const total = { ...only, dimensions: [] };
    const province = (code: string, value: number): FigureCell => ({ window: day, key: [code], value });
    const published = [
      { ...total, cells: [{ window: day, key: [], value: 70 }] },
      { ...figure([province("ANT", 30), province("LIM", 38)]), guard: { primary: [], exact: [] } },
    ];
    const late = gate(
      figure([province("ANT", 30), province("LIM", 38), province("OVL", 2), { window: day, key: [null], value: 70 }]),
      open,
      published,
    );
    expect(late.gate.exposed).toBe(1);
  });

  it("says by how much parts exceed the total only where nothing is withheld", () => {
    const day = "2023-12-31";
    const warning = { id: "partsExceedTotalBy", ids: ["STAT-09"], text: { nl: "met 1", en: "by 1", fr: "de 1" } };
    const of = (small: number) =>
      gate(
        {
          ...figure(
            [
              { window: day, key: ["ANT"], value: small },
              { window: day, key: ["LIM"], value: 30 },
              { window: day, key: [null], value: 29 + small },
            ],
            false,
          ),
          warnings: [warning],
        },
        open,
      );
    expect(of(2).cells[0]!.value).toBeNull();
    expect(of(2).warnings).toEqual([]);
    expect(of(20).warnings).toEqual([warning]);
  });

  it("knows that overlapping parts do not add up, but that each is at most the total", () => {
    const passed = gate(
      figure(
        [
          { window: day, key: ["ANT"], value: 2 },
          { window: day, key: ["LIM"], value: 30 },
          { window: day, key: [null], value: 31 },
        ],
        false,
      ),
      open,
    );
    // One at least must live in ANT (31 - 30), and at most 31 do: wide enough without withholding more.
    expect(passed.cells.map((cell) => cell.value)).toEqual([null, 30, 31]);
  });
});
