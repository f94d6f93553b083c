import { describe, expect, it } from "vitest";
import { instant, localized } from "../../kernel/index.ts";
import { labelOf } from "../catalogue/index.ts";
import type { Figure } from "../figure/index.ts";
import { allows, groupOf, nameOfGroup, titleOf } from "./group.ts";

const text = (en: string) => localized(en, en, en);

function figure(by: readonly string[], change: Partial<Figure> = {}): Figure {
  return {
    id: "table",
    title: text("table"),
    unit: { id: "grant", title: text("grants"), meaning: text("a grant") },
    measure: "flow",
    counted: text("grants: grant decided, in the period"),
    population: text("all"),
    windows: [{ name: "2024", from: "2024-01-01", until: "2024-12-31" }],
    knownAt: instant("2025-01-15T00:00:00.000Z"),
    outcome: { type: "answered" },
    dimensions: by.map((id) => ({ id, title: text(titleOf(id)), exclusive: true, owner: "VDAB", values: [] })),
    cells: [],
    caveats: [],
    warnings: [],
    ...change,
  };
}

const nameOf = (table: Figure, ...key: (string | null)[]): string | null => {
  const group = groupOf(table, { window: table.windows[0]!.name, key });
  return group === null ? null : nameOfGroup(group);
};

describe("the name of a group", () => {
  it("is the same for the same numbers in another unit", () => {
    const persons = figure([], {
      unit: { id: "person", title: text("persons"), meaning: text("a person") },
      counted: text("persons: grant decided, in the period"),
    });
    expect(nameOf(persons)).toBe(nameOf(figure([])));
  });

  it("is the same for a quarter as a part of a table and as its period", () => {
    const quarter = figure([], { windows: [{ name: "2024-Q1", from: "2024-01-01", until: "2024-03-31" }] });
    expect(nameOf(figure(["quarter"]), "2024-Q1")).toBe(nameOf(quarter));
  });

  it("is the same for a value as a filter and as a code", () => {
    const filtered = figure([], { population: text(`${titleOf("municipality")}: 11002`) });
    expect(nameOf(figure(["municipality"]), "11002")).toBe(nameOf(filtered));
  });

  it("leaves out the province that a municipality lies in, and keeps another one", () => {
    const within = (code: string) =>
      figure(["municipality"], { population: text(`${titleOf("province")}: ${labelOf("province", code).en}`) });
    expect(nameOf(within("ANT"), "11002")).toBe(nameOf(figure(["municipality"]), "11002"));
    expect(nameOf(within("LIM"), "11002")).not.toBe(nameOf(figure(["municipality"]), "11002"));
  });

  it("is none for a cell outside the population of its table", () => {
    expect(nameOf(figure(["municipality"], { population: text(`${titleOf("municipality")}: 71022`) }), "11002")).toBeNull();
  });
});

describe("a condition", () => {
  it("allows what it lists, or what it does not exclude, and anything where its words do not tell", () => {
    expect([allows("A, B", "A"), allows("A, B", "C")]).toEqual([true, false]);
    expect([allows("not A", "A"), allows("not A", "C")]).toEqual([false, true]);
    expect(allows("from 2024-01-01", "A")).toBe(true);
  });
});
