// Two published tables about nearly the same people: where a cell of both differs by a small count, the difference is a small count too.
import type { Figure, FigureCell } from "../figure/index.ts";
import type { DisclosurePolicy } from "./policy.ts";

/** Positions of the new figure's cells whose difference with an earlier table would show a small group. */
export function smallDifferences(figure: Figure, earlier: readonly Figure[], policy: DisclosurePolicy): ReadonlySet<number> {
  const found = new Set<number>();
  for (const other of earlier) {
    if (!comparableTables(figure, other)) continue;
    const before = new Map(other.cells.map((cell) => [nameOf(cell), cell]));
    for (const [index, cell] of figure.cells.entries()) {
      const [now, then] = [countOf(cell), countOf(before.get(nameOf(cell)))];
      if (now === null || then === null) continue;
      const difference = Math.abs(now - then);
      if (difference > 0 && difference <= policy.smallest) found.add(index);
    }
  }
  return found;
}

/** Same unit, same way of counting, same dimensions: then a cell of one can be held against the same cell of the other. */
function comparableTables(a: Figure, b: Figure): boolean {
  return (
    a.unit.id === b.unit.id &&
    a.measure === b.measure &&
    a.counted.en === b.counted.en &&
    a.dimensions.map((dimension) => dimension.id).join() === b.dimensions.map((dimension) => dimension.id).join()
  );
}

function countOf(cell: FigureCell | undefined): number | null {
  if (cell === undefined || cell.suppressed === true) return null;
  return cell.basis ?? (typeof cell.value === "number" ? cell.value : null);
}

function nameOf(cell: FigureCell): string {
  return JSON.stringify([cell.window, cell.key]);
}
