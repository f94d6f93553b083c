// Sums, differences and ratios between cells. What rests on a withheld cell is withheld. Cells of different units are never put together (STAT-09).
import { type Localized, localized, problem, Refusal } from "../../kernel/index.ts";
import { type Figure, percentOf } from "../figure/index.ts";
import type { Derived } from "./answer.ts";
import { countIn, isWithheld } from "./cells.ts";
import type { CellReference, FiguresFile } from "./source.ts";

export function derivedOf(
  entry: FiguresFile["derived"][number],
  figures: ReadonlyMap<string, Figure>,
  shown: ReadonlyMap<string, Figure>,
): Derived {
  const all = [...(entry.sum ?? []), ...(entry.difference ?? []), ...(entry.ratio ?? []).flat()];
  const units = new Set(all.map((cell) => figures.get(cell.figure)?.unit.id ?? "?"));
  if (units.size !== 1) throw new Refusal([problem("answer.mixedUnits", mixed(entry.id, [...units].join(", ")), entry.id)]);
  const [unit] = [...units] as [string];
  if (all.some((cell) => isWithheld(shown, cell)))
    return { title: entry.title, unit: entry.ratio === undefined ? unit : "percent", value: null };
  const total = (cells: readonly CellReference[]): number => cells.reduce((sum, cell) => sum + countIn(figures, cell), 0);
  if (entry.ratio !== undefined) {
    const [part, whole] = entry.ratio;
    return { title: entry.title, unit: "percent", value: percentOf(BigInt(total(part)), BigInt(total(whole))) };
  }
  if (entry.difference !== undefined) {
    const [from, less] = entry.difference;
    return { title: entry.title, unit, value: countIn(figures, from) - countIn(figures, less) };
  }
  return { title: entry.title, unit, value: total(entry.sum ?? []) };
}

function mixed(id: string, units: string): Localized {
  return localized(
    `${id} telt teleenheden samen die niet samengaan: ${units}.`,
    `${id} puts units together that do not go together: ${units}.`,
    `${id} réunit des unités qui ne vont pas ensemble : ${units}.`,
  );
}
