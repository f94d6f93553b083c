// A table as large as municipalities by age and sex, with few people in most cells: judging it takes seconds.
import { instant, localized } from "../../kernel/index.ts";
import type { Figure, FigureCell } from "../figure/index.ts";

const ages = ["15", "25", "35", "45", "55"];
const sexes = ["F", "M", "X"];

/** The same numbers each time: few in a cell, and zero in some. */
export function largeFigure({ municipalities }: { readonly municipalities: number }): Figure {
  const text = (en: string) => localized(en, en, en);
  const window = "2024-12-31";
  const codes = [Array.from({ length: municipalities }, (_, index) => `M${index}`), ages, sexes] as const;
  const titles = ["municipality", "age group", "sex"];
  const counted = new Map<string, number>();
  let state = 7;
  for (const municipality of codes[0])
    for (const age of ages)
      for (const sex of sexes) {
        state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
        const count = sex === "X" ? Math.floor((state / 2_147_483_648) * 2) : Math.floor((state / 2_147_483_648) * 14);
        for (const key of everyTotal([municipality, age, sex]))
          counted.set(JSON.stringify(key), (counted.get(JSON.stringify(key)) ?? 0) + count);
      }
  return {
    id: "large",
    title: text("large"),
    unit: { id: "person", title: text("persons"), meaning: text("a person") },
    measure: "stock",
    counted: text("persons: stock at the date"),
    population: text("all"),
    windows: [{ name: window, from: window, until: window }],
    knownAt: instant("2025-01-15T00:00:00.000Z"),
    outcome: { type: "answered" },
    dimensions: titles.map((title, at) => ({
      id: title,
      title: text(title),
      exclusive: true,
      owner: "VDAB",
      values: codes[at]!.map((code) => ({ code, title: text(code) })),
    })),
    cells: [...counted].map(([key, value]): FigureCell => ({ window, key: JSON.parse(key) as FigureCell["key"], value })),
    caveats: [],
    warnings: [],
  };
}

/** The key itself and every sum that it stands in. */
function everyTotal(key: readonly string[]): (string | null)[][] {
  return key.reduce<(string | null)[][]>(
    (keys, code) =>
      keys.flatMap((one) => [
        [...one, code],
        [...one, null],
      ]),
    [[]],
  );
}
