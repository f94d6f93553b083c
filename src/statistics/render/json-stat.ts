// A figure as JSON-stat 2.0: one data set, the windows as its time dimension, withheld values as null with a status.
import type { Figure } from "../figure/index.ts";

/** Code of the row that adds up a dimension. */
const TOTAL = "TOTAL";

export function figureJsonStat(figure: Figure): object {
  const totals = figure.dimensions.map((_, index) => figure.cells.some((cell) => cell.key[index] === null));
  const ids = ["time", ...figure.dimensions.map((dimension) => dimension.id), "metric"];
  const codes = [
    figure.windows.map((window) => window.name),
    ...figure.dimensions.map((dimension, index) => [
      ...dimension.values.map((value) => value.code),
      ...(totals[index] ? [TOTAL] : []),
    ]),
    [figure.unit.id],
  ];
  const labels = [
    figure.windows.map((window) => (window.from === window.until ? window.from : `${window.from}/${window.until}`)),
    ...figure.dimensions.map((dimension, index) => [
      ...dimension.values.map((value) => value.title.en),
      ...(totals[index] ? ["total"] : []),
    ]),
    [figure.unit.title.en],
  ];
  const size = codes.map((list) => list.length);
  const value: (number | null)[] = new Array<number | null>(size.reduce((all, one) => all * one, 1)).fill(null);
  const status: Record<string, string> = {};
  for (const cell of figure.cells) {
    const place = [cell.window, ...cell.key.map((code) => code ?? TOTAL), figure.unit.id]
      .map((code, index) => codes[index]!.indexOf(code))
      .reduce((offset, at, index) => offset * size[index]! + at, 0);
    value[place] = cell.value === null ? null : Number(cell.value);
    if (cell.suppressed === true) status[place] = "suppressed";
    else if (cell.value === null) status[place] = "nothing measured";
  }
  return {
    version: "2.0",
    class: "dataset",
    label: figure.title.en,
    source: "Maatwerk",
    updated: figure.knownAt,
    id: ids,
    size,
    role: { time: ["time"], metric: ["metric"] },
    dimension: Object.fromEntries(
      ids.map((id, index) => [
        id,
        {
          label: id === "time" ? "time" : id === "metric" ? "unit" : figure.dimensions[index - 1]!.title.en,
          category: {
            index: codes[index]!,
            label: Object.fromEntries(codes[index]!.map((code, at) => [code, labels[index]![at]!])),
          },
        },
      ]),
    ),
    value,
    ...(Object.keys(status).length === 0 ? {} : { status }),
    note: figure.caveats.map((caveat) => caveat.text.en),
    extension: { counted: figure.counted, population: figure.population, unit: figure.unit, outcome: figure.outcome },
  };
}
