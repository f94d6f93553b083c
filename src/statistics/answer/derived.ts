// Sums, differences and ratios between cells. What rests on a withheld cell is withheld. Cells of different units are never put together (STAT-09).
import { type Localized, localized, problem, Refusal } from "../../kernel/index.ts";
import { type Figure, percentOf } from "../figure/index.ts";
import type { Derived } from "./answer.ts";
import { countIn, sumIn } from "./cells.ts";
import type { FiguresFile } from "./source.ts";

export function derivedOf(entry: FiguresFile["derived"][number], figures: ReadonlyMap<string, Figure>): Derived {
  const { title } = entry;
  const all = [...(entry.sum ?? []), ...(entry.difference ?? []), ...(entry.ratio ?? []).flat()];
  const units = new Set(all.map((cell) => figures.get(cell.figure)?.unit.id ?? "?"));
  if (units.size !== 1) throw new Refusal([problem("answer.mixedUnits", mixed(entry.id, [...units].join(", ")), entry.id)]);
  const [unit] = [...units] as [string];
  if (entry.ratio !== undefined) {
    const [part, whole] = entry.ratio.map((cells) => sumIn(figures, cells)) as [number | null, number | null];
    const value = part === null || whole === null ? null : percentOf(BigInt(part), BigInt(whole));
    return { title, unit: "percent", value };
  }
  if (entry.difference !== undefined) {
    const [from, less] = [countIn(figures, entry.difference[0]), countIn(figures, entry.difference[1])];
    return { title, unit, value: from === null || less === null ? null : from - less };
  }
  return { title, unit, value: sumIn(figures, entry.sum ?? []) };
}

function mixed(id: string, units: string): Localized {
  return localized(
    `${id} telt teleenheden samen die niet samengaan: ${units}.`,
    `${id} puts units together that do not go together: ${units}.`,
    `${id} réunit des unités qui ne vont pas ensemble : ${units}.`,
  );
}
